using System.Collections.Immutable;
using Extractor.Core.Pages;
using Extractor.Ingestion.Sheets;

namespace Extractor.Ingestion.Office;

/// <summary>A workbook (XLSX): each worksheet that is shown is a page.</summary>
internal static class Workbook
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int MostSheets = 2000;

    public static DocumentOpening Open(string fileName, byte[] content, ImmutableArray<string> remarks)
    {
        try
        {
            using var file = new OfficeFile(content);
            return Read(fileName, content, file, remarks);
        }
        catch (Exception damaged) when (OfficePackage.IsDamage(damaged))
        {
            return new RefusedDocument(OpenFailure.Damaged, damaged.Message);
        }
    }

    private static DocumentOpening Read(string fileName, byte[] content, OfficeFile file, ImmutableArray<string> before)
    {
        var main = file.Main;
        var workbook = file.Load(main);
        var entries = workbook.Child("sheets").Children("sheet").ToArray();
        if (entries.Length > MostSheets)
        {
            return new RefusedDocument(OpenFailure.TooLarge, $"The workbook has more than {MostSheets} sheets.");
        }

        var texts = new CellTexts(SharedTexts(file, main), OfficeXml.IsTrue(workbook.Child("workbookPr").Attr("date1904")));
        var styles = file.RelatedTo(main, "styles");
        var reader = new WorksheetReader(CellFormats.Of(styles is null ? null : file.Load(styles)), texts);
        var relations = file.RelationsOf(main);
        var pages = ImmutableArray.CreateBuilder<PageReading>();
        var remarks = before.ToBuilder();
        foreach (var entry in entries)
        {
            var name = entry.Attr("name") ?? "";
            if (entry.Attr("state") is "hidden" or "veryHidden")
            {
                remarks.Add($"{name}: the sheet is hidden and was left out.");
            }
            else if (!relations.TryGetValue(entry.Attr("id") ?? "", out var relation))
            {
                throw new InvalidDataException($"The sheet {name} is missing.");
            }
            else if (relation.Type == "worksheet")
            {
                pages.Add(ReadSheet(pages.Count + 1, name, file, relation.Part, reader, remarks));
                remarks.AddRange(texts.TakeRemarks(name));
            }
            else
            {
                remarks.Add($"{name}: the sheet has no cells (a chart) and was left out.");
            }
        }

        return pages.Count == 0
            ? new RefusedDocument(OpenFailure.NoPages, "The workbook has no worksheet that is shown.")
            : new OpenedDocument(new WholeDocument(fileName, content, MediaType, pages.ToImmutable(), remarks));
    }

    private static ImmutableArray<string> SharedTexts(OfficeFile file, string main)
    {
        if (file.RelatedTo(main, "sharedStrings") is not { } part)
        {
            return [];
        }

        using var xml = file.Open(part);
        return CellTexts.Shared(xml);
    }

    private static PageReading ReadSheet(
        int number, string name, OfficeFile file, string part, WorksheetReader reader, ImmutableArray<string>.Builder remarks)
    {
        try
        {
            using var xml = file.Open(part);
            var worksheet = reader.Read(name, xml);
            var texts = worksheet.Cells.Where(cell => cell.Text.Length > 0).ToArray();
            var rows = texts.Select(cell => cell.Row).Where(worksheet.Rows.IsHidden).Distinct().Count();
            var columns = texts.Select(cell => cell.Column).Where(worksheet.Columns.IsHidden).Distinct().Count();
            if (rows + columns > 0)
            {
                remarks.Add($"{name}: {rows} hidden rows and {columns} hidden columns with something in them were left out.");
            }

            return WorksheetLayout.Of(worksheet, number);
        }
        catch (SheetTooLargeException tooLarge)
        {
            return new UnreadPage(number, 0, 0, UnreadReason.TooLarge, tooLarge.Message);
        }
        catch (Exception damaged) when (OfficePackage.IsDamage(damaged))
        {
            return new UnreadPage(number, 0, 0, UnreadReason.Damaged, damaged.Message);
        }
    }
}
