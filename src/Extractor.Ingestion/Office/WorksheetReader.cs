using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Extractor.Ingestion.Sheets;

namespace Extractor.Ingestion.Office;

/// <summary>Reads worksheets, row by row: how large a worksheet says that it is does not matter.</summary>
/// <param name="texts">Shows what is stored in cells.</param>
internal sealed class WorksheetReader(CellFormats formats, CellTexts texts)
{
    /// <summary>Cells that are there; those that are not cost nothing.</summary>
    private const int MostCells = 2_000_000;

    private const int MostMergedRanges = 200_000, MostColumnGroups = CellPlace.LastColumn;

    /// <summary>In points, of worksheets that do not say their own.</summary>
    private const double UsualHeight = 15, UsualColumn = 48;

    public Worksheet Read(string name, WorksheetPart part)
    {
        var cells = ImmutableArray.CreateBuilder<StoredCell>();
        var merged = ImmutableArray.CreateBuilder<CellRange>();
        Axis rows = new(UsualHeight), columns = new(UsualColumn);
        var row = 0;
        var columnGroups = 0;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (!reader.IsStartElement)
            {
                continue;
            }

            if (reader.ElementType == typeof(SheetFormatProperties))
            {
                var usual = (SheetFormatProperties)reader.LoadCurrentElement()!;
                rows = new Axis(Points(usual.DefaultRowHeight?.InnerText) ?? UsualHeight);
                columns = new Axis(ColumnPoints(usual.DefaultColumnWidth?.InnerText) ?? UsualColumn);
            }
            else if (reader.ElementType == typeof(Column) && ++columnGroups <= MostColumnGroups)
            {
                Take((Column)reader.LoadCurrentElement()!, columns);
            }
            else if (reader.ElementType == typeof(Row))
            {
                row = Take((Row)reader.LoadCurrentElement()!, row + 1, rows, cells);
            }
            else if (reader.ElementType == typeof(MergeCell) && CellRange.Parse(((MergeCell)reader.LoadCurrentElement()!).Reference?.InnerText) is { } range)
            {
                merged.Add(range);
            }

            if (cells.Count > MostCells || merged.Count > MostMergedRanges)
            {
                throw new SheetTooLargeException($"The worksheet has more than {MostCells} cells, or {MostMergedRanges} merged ones.");
            }
        }

        return new Worksheet(name, [.. cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)], merged.ToImmutable(), rows, columns);
    }

    private static void Take(Column group, Axis columns)
    {
        if (Index(group.Min?.InnerText) is not { } first || Index(group.Max?.InnerText) is not { } last)
        {
            return;
        }

        var width = ColumnPoints(group.Width?.InnerText);
        for (var column = first; column <= Math.Min(last, CellPlace.LastColumn); column++)
        {
            columns.Set(column, width, IsTrue(group.Hidden?.InnerText));
        }
    }

    /// <returns>The number of the row.</returns>
    private int Take(Row stored, int next, Axis rows, ImmutableArray<StoredCell>.Builder cells)
    {
        var row = Index(stored.RowIndex?.InnerText) ?? next;
        if (row > CellPlace.LastRow)
        {
            throw new InvalidDataException("A row lies outside of the worksheet.");
        }

        rows.Set(row, Points(stored.Height?.InnerText), IsTrue(stored.Hidden?.InnerText));
        var column = 0;
        foreach (var cell in stored.Elements<Cell>())
        {
            var place = CellPlace.Parse(cell.CellReference?.InnerText);
            column = place?.Column ?? column + 1;
            var format = formats[Index(cell.StyleIndex?.InnerText) ?? 0];
            var text = texts.Show(cell, format.NumberFormat, new CellPlace(row, column));
            var taken = new StoredCell(row, column, text, format.Lines);
            if (text.Length > 0 || format.Lines != CellSides.None)
            {
                cells.Add(taken);
            }
        }

        return row;
    }

    private static int? Index(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    private static double? Points(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var points) && points is >= 0 and < 1000 ? points : null;

    /// <summary>A width is stored in digits of the usual font, 7 pixels each and 5 for the margins; a pixel is three quarters of a point.</summary>
    private static double? ColumnPoints(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var digits) && digits is >= 0 and < 1000
            ? (digits == 0 ? 0 : ((digits * 7) + 5) * 0.75)
            : null;

    private static bool IsTrue(string? text) => text is "1" or "true" or "on";
}
