using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Extractor.Core.Pages;
using Extractor.Ingestion.Sheets;

namespace Extractor.Ingestion.Web;

/// <summary>A row of a web page's table.</summary>
/// <param name="Cells">Those that are shown.</param>
/// <param name="GroupEnd">The row after the last of its group (head, body, foot): no cell reaches beyond.</param>
internal sealed record WebRow(ImmutableArray<IHtmlTableCellElement> Cells, int GroupEnd);

/// <summary>A table in a web page, by the table model of HTML.</summary>
internal static class WebTable
{
    /// <summary>The limits of HTML's table model.</summary>
    private const int MostColumns = 1000;

    /// <summary>The rows that are shown, in the order in which they are: heads first, feet last.</summary>
    public static ImmutableArray<WebRow> Rows(IHtmlTableElement table)
    {
        var groups = table.Children
            .Where(child => child is IHtmlTableSectionElement && !WebText.IsHidden(child))
            .OrderBy(section => section.LocalName switch { "thead" => 0, "tfoot" => 2, _ => 1 });
        var rows = ImmutableArray.CreateBuilder<WebRow>();
        foreach (var group in groups)
        {
            var shown = group.Children.Where(row => row is IHtmlTableRowElement && !WebText.IsHidden(row)).ToArray();
            var end = rows.Count + shown.Length;
            rows.AddRange(shown.Select(row => new WebRow(
                [.. row.Children.OfType<IHtmlTableCellElement>().Where(cell => !WebText.IsHidden(cell))], end)));
        }

        return rows.ToImmutable();
    }

    /// <summary>
    /// Is the table there for the sake of what stands where on the page? It is when the tables inside it say more than it
    /// says itself; a table with a small one in a cell is data.
    /// </summary>
    public static bool LaysOut(IHtmlTableElement table, ImmutableArray<WebRow> rows)
    {
        var inner = table.QuerySelectorAll("table").SelectMany(nested => nested.QuerySelectorAll("td,th")).Where(HasOwnText).Distinct().Count();
        return inner > 0 && inner > rows.SelectMany(row => row.Cells).Count(HasOwnText);
    }

    public static GridDraft Read(ImmutableArray<WebRow> rows)
    {
        var grid = new GridDraft();
        for (var row = 0; row < rows.Length; row++)
        {
            grid.AddRow(row);
            var column = 0;
            foreach (var cell in rows[row].Cells)
            {
                while (grid.IsTaken(row, column))
                {
                    column++;
                }

                var across = Math.Clamp(cell.ColumnSpan, 1, MostColumns);
                // rowspan="0" runs to the end of the group.
                var down = cell.GetAttribute("rowspan")?.Trim() == "0" ? int.MaxValue : Math.Max(cell.RowSpan, 1);
                grid.Add(new SheetCell(row, column, Math.Min(down, rows[row].GroupEnd - row), across, WebText.Of(cell)));
                column += across;
            }
        }

        return grid;
    }

    /// <summary>Does it say anything outside of the tables in it?</summary>
    private static bool HasOwnText(IElement element) => element.ChildNodes.Any(node => node switch
    {
        IText text => !string.IsNullOrWhiteSpace(text.Data),
        IHtmlTableElement => false,
        IElement inner => !WebText.IsHidden(inner) && HasOwnText(inner),
        _ => false,
    });
}
