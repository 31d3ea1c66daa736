using System.Collections.Immutable;
using DocumentFormat.OpenXml.Packaging;
using Extractor.Core.Pages;
using Extractor.Ingestion.Sheets;
using SheetEntry = DocumentFormat.OpenXml.Spreadsheet.Sheet;

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
            using var package = SpreadsheetDocument.Open(new MemoryStream(content, writable: false), isEditable: false, OfficePackage.Settings);
            var workbook = package.WorkbookPart ?? throw new InvalidDataException("The workbook is missing.");
            return Read(fileName, content, workbook, remarks);
        }
        catch (Exception damaged) when (OfficePackage.IsDamage(damaged))
        {
            return new RefusedDocument(OpenFailure.Damaged, damaged.Message);
        }
    }

    private static DocumentOpening Read(string fileName, byte[] content, WorkbookPart workbook, ImmutableArray<string> before)
    {
        var entries = (workbook.Workbook.Sheets?.Elements<SheetEntry>() ?? []).ToArray();
        if (entries.Length > MostSheets)
        {
            return new RefusedDocument(OpenFailure.TooLarge, $"The workbook has more than {MostSheets} sheets.");
        }

        var from1904 = workbook.Workbook.WorkbookProperties?.Date1904?.InnerText is "1" or "true";
        var texts = new CellTexts(CellTexts.Shared(workbook), from1904);
        var reader = new WorksheetReader(CellFormats.Of(workbook), texts);
        var pages = ImmutableArray.CreateBuilder<PageReading>();
        var remarks = before.ToBuilder();
        foreach (var entry in entries)
        {
            var name = entry.Name?.InnerText ?? "";
            if (entry.State?.InnerText is "hidden" or "veryHidden")
            {
                remarks.Add($"{name}: the sheet is hidden and was left out.");
            }
            else if (workbook.GetPartById(entry.Id?.InnerText ?? "") is WorksheetPart part)
            {
                pages.Add(ReadSheet(pages.Count + 1, name, part, reader, remarks));
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

    private static PageReading ReadSheet(
        int number, string name, WorksheetPart part, WorksheetReader reader, ImmutableArray<string>.Builder remarks)
    {
        try
        {
            var worksheet = reader.Read(name, part);
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
