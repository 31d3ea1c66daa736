using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Extractor.Core.Pages;
using Extractor.Ingestion.Sheets;

namespace Extractor.Ingestion.Office;

/// <summary>The grid of a table in a text document (ECMA-376 part 1, 17.4): rows of cells over grid columns, merged downwards by a mark in each.</summary>
internal static class TextTable
{
    private const double TwipsPerPoint = 20;

    /// <summary>What Word allows.</summary>
    private const int MostColumns = 63;

    public static GridDraft Read(Table table, TextBlocks blocks)
    {
        var grid = new GridDraft();
        var row = 0;
        foreach (var source in Rows(table))
        {
            grid.AddRow(row);
            var column = Number(source.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.InnerText) ?? 0;
            foreach (var (cell, span, goesOn) in Spans(source))
            {
                // What is written in a cell that goes on the one above is not shown.
                if (!(goesOn && grid.Prolong(row, column, span)))
                {
                    while (grid.IsTaken(row, column))
                    {
                        column++;
                    }

                    grid.Add(new SheetCell(row, column, 1, span, blocks.TextOf(cell.ChildElements)));
                }

                column += span;
            }

            row++;
        }

        return grid;
    }

    public static double[] ColumnWidths(Table table) =>
    [
        .. (table.GetFirstChild<TableGrid>()?.Elements<GridColumn>() ?? [])
            .Select(column => (Number(column.Width?.InnerText) ?? 0) / TwipsPerPoint),
    ];

    /// <summary>Is the table there for the sake of what stands where? It is when the tables inside it say more than it says itself.</summary>
    public static bool LaysOut(Table table, TextBlocks blocks)
    {
        var nested = table.Descendants<Table>().SelectMany(inner => inner.Elements<TableRow>()).SelectMany(Cells).Count(HasOwnText);
        return nested > 0 && nested > Rows(table).SelectMany(Cells).Count(HasOwnText);
    }

    /// <summary>The rows that are shown.</summary>
    public static IEnumerable<TableRow> Rows(OpenXmlElement table) => table.ChildElements
        .SelectMany(child => child switch
        {
            TableRow row => [row],
            SdtRow or SdtContentRow or CustomXmlRow or InsertedRun => Rows(child),
            _ => [],
        })
        .Where(row => row.TableRowProperties is not { } properties
            || (properties.GetFirstChild<Deleted>() is null && properties.GetFirstChild<Hidden>() is null));

    public static IEnumerable<TableCell> Cells(OpenXmlElement row) => row.ChildElements.SelectMany(child => child switch
    {
        TableCell cell => [cell],
        SdtCell or SdtContentCell or CustomXmlCell => Cells(child),
        _ => (IEnumerable<TableCell>)[],
    });

    /// <summary>Each cell with the grid columns that it takes, and whether it goes on the one above; cells merged to the left widen the one there.</summary>
    private static List<(TableCell Cell, int Span, bool GoesOn)> Spans(TableRow row)
    {
        var spans = new List<(TableCell Cell, int Span, bool GoesOn)>();
        foreach (var cell in Cells(row))
        {
            var properties = cell.TableCellProperties;
            var span = Math.Clamp(Number(properties?.GridSpan?.Val?.InnerText) ?? 1, 1, MostColumns);
            if (properties?.HorizontalMerge is { } merge && merge.Val?.InnerText != "restart" && spans.Count > 0)
            {
                spans[^1] = spans[^1] with { Span = spans[^1].Span + span };
            }
            else
            {
                spans.Add((cell, span, properties?.VerticalMerge is { } down && down.Val?.InnerText != "restart"));
            }
        }

        return spans;
    }

    private static bool HasOwnText(TableCell cell) =>
        cell.Descendants<Text>().Any(text => !string.IsNullOrWhiteSpace(text.Text) && text.Ancestors<TableCell>().First() == cell);

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, 1_000_000) : null;
}
