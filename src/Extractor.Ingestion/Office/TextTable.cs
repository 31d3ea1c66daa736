using System.Xml.Linq;
using Extractor.Core.Pages;
using Extractor.Ingestion.Sheets;

namespace Extractor.Ingestion.Office;

/// <summary>The grid of a table in a text document (ECMA-376 part 1, 17.4): rows of cells over grid columns, merged downwards by a mark in each.</summary>
internal static class TextTable
{
    private const double TwipsPerPoint = 20;

    /// <summary>The widest that Word lets a column be: 22 inches.</summary>
    private const int WidestTwips = 31_680;

    /// <summary>What Word allows.</summary>
    private const int MostColumns = 63;

    public static GridDraft Read(XElement table, TextBlocks blocks)
    {
        var grid = new GridDraft();
        var row = 0;
        foreach (var source in Rows(table))
        {
            grid.AddRow(row);
            var column = Math.Min(source.Child("trPr").Child("gridBefore").Number("val") ?? 0, MostColumns);
            foreach (var (cell, span, goesOn) in Spans(source))
            {
                // What is written in a cell that goes on the one above is not shown.
                if (!(goesOn && grid.Prolong(row, column, span)))
                {
                    while (grid.IsTaken(row, column))
                    {
                        column++;
                    }

                    grid.Add(new SheetCell(row, column, 1, span, blocks.TextOf(cell.Elements())));
                }

                column += span;
            }

            row++;
        }

        return grid;
    }

    public static double[] ColumnWidths(XElement table) =>
    [
        .. table.Child("tblGrid").Children("gridCol").Select(column => Math.Min(column.Number("w") ?? 0, WidestTwips) / TwipsPerPoint),
    ];

    /// <summary>Is the table there for the sake of what stands where? It is when the tables inside it say more than it says itself.</summary>
    public static bool LaysOut(XElement table)
    {
        var nested = table.Descendants().Where(inner => inner.Is("tbl")).SelectMany(Rows).SelectMany(Cells).Count(HasOwnText);
        return nested > 0 && nested > Rows(table).SelectMany(Cells).Count(HasOwnText);
    }

    /// <summary>The rows that are shown.</summary>
    public static IEnumerable<XElement> Rows(XElement table) => table.Elements()
        .SelectMany(child => child.Name.LocalName switch
        {
            "tr" => [child],
            "sdt" or "sdtContent" or "customXml" or "ins" => Rows(child),
            _ => (IEnumerable<XElement>)[],
        })
        .Where(row => row.Child("trPr") is var properties && properties.Child("del") is null && !properties.Child("hidden").IsOn());

    public static IEnumerable<XElement> Cells(XElement row) => row.Elements().SelectMany(child => child.Name.LocalName switch
    {
        "tc" => [child],
        "sdt" or "sdtContent" or "customXml" => Cells(child),
        _ => (IEnumerable<XElement>)[],
    });

    /// <summary>Each cell with the grid columns that it takes, and whether it goes on the one above; cells merged to the left widen the one there.</summary>
    private static List<(XElement Cell, int Span, bool GoesOn)> Spans(XElement row)
    {
        var spans = new List<(XElement Cell, int Span, bool GoesOn)>();
        foreach (var cell in Cells(row))
        {
            var properties = cell.Child("tcPr");
            var span = Math.Clamp(properties.Child("gridSpan").Number("val") ?? 1, 1, MostColumns);
            if (properties.Child("hMerge") is { } merge && merge.Attr("val") != "restart" && spans.Count > 0)
            {
                spans[^1] = spans[^1] with { Span = spans[^1].Span + span };
            }
            else
            {
                spans.Add((cell, span, properties.Child("vMerge") is { } down && down.Attr("val") != "restart"));
            }
        }

        return spans;
    }

    private static bool HasOwnText(XElement cell) => cell.Descendants().Any(text =>
        text.Is("t") && !string.IsNullOrWhiteSpace(text.Value) && text.Ancestors().First(outer => outer.Is("tc")) == cell);
}
