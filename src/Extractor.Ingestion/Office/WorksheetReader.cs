using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
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

    public Worksheet Read(string name, XmlReader reader)
    {
        var cells = ImmutableArray.CreateBuilder<StoredCell>();
        var merged = ImmutableArray.CreateBuilder<CellRange>();
        Axis rows = new(UsualHeight), columns = new(UsualColumn);
        var row = 0;
        var columnGroups = 0;
        foreach (var element in OfficeXml.Stream(reader, at => at.LocalName is "sheetFormatPr" or "col" or "row" or "mergeCell"))
        {
            switch (element.Name.LocalName)
            {
                case "sheetFormatPr":
                    rows = new Axis(Points(element.Attr("defaultRowHeight")) ?? UsualHeight);
                    columns = new Axis(ColumnPoints(element.Attr("defaultColWidth")) ?? UsualColumn);
                    break;
                case "col" when ++columnGroups <= MostColumnGroups:
                    TakeColumns(element, columns);
                    break;
                case "row":
                    row = TakeRow(element, row + 1, rows, cells);
                    break;
                case "mergeCell" when CellRange.Parse(element.Attr("ref")) is { } range:
                    merged.Add(range);
                    break;
            }

            if (cells.Count > MostCells || merged.Count > MostMergedRanges)
            {
                throw new SheetTooLargeException($"The worksheet has more than {MostCells} cells, or {MostMergedRanges} merged ones.");
            }
        }

        return new Worksheet(name, [.. cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)], merged.ToImmutable(), rows, columns);
    }

    private static void TakeColumns(XElement group, Axis columns)
    {
        var width = ColumnPoints(group.Attr("width"));
        for (var column = Math.Max(group.Number("min") ?? 1, 1); column <= Math.Min(group.Number("max") ?? 0, CellPlace.LastColumn); column++)
        {
            columns.Set(column, width, OfficeXml.IsTrue(group.Attr("hidden")));
        }
    }

    /// <returns>The number of the row.</returns>
    private int TakeRow(XElement stored, int next, Axis rows, ImmutableArray<StoredCell>.Builder cells)
    {
        var row = stored.Number("r") ?? next;
        if (row is < 1 or > CellPlace.LastRow)
        {
            throw new InvalidDataException("A row lies outside of the worksheet.");
        }

        rows.Set(row, Points(stored.Attr("ht")), OfficeXml.IsTrue(stored.Attr("hidden")));
        var column = 0;
        foreach (var cell in stored.Children("c"))
        {
            column = CellPlace.Parse(cell.Attr("r"))?.Column ?? column + 1;
            var format = formats[cell.Number("s") ?? 0];
            var text = texts.Show(cell, format.NumberFormat, new CellPlace(row, column));
            if (text.Length > 0 || format.Lines != CellSides.None)
            {
                cells.Add(new StoredCell(row, column, text, format.Lines));
            }
        }

        return row;
    }

    private static double? Points(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var points) && points is >= 0 and < 1000 ? points : null;

    /// <summary>A width is stored in digits of the usual font, 7 pixels each and 5 for the margins; a pixel is three quarters of a point.</summary>
    private static double? ColumnPoints(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var digits) && digits is >= 0 and < 1000
            ? (digits == 0 ? 0 : ((digits * 7) + 5) * 0.75)
            : null;
}
