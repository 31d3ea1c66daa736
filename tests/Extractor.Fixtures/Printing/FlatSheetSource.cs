using System.Collections.Immutable;
using System.Xml.Linq;
using Extractor.Fixtures.Documents;
using Extractor.Fixtures.Layouts;
using Extractor.Fixtures.Tables;
using static Extractor.Fixtures.Printing.OpenDocument;

namespace Extractor.Fixtures.Printing;

/// <summary>
/// A document as a flat OpenDocument spreadsheet, for Calc. Tables with the same columns share a sheet as long as no new page
/// is asked for; running text stands in merged cells without borders, as people write it in a spreadsheet.
/// </summary>
public static class FlatSheetSource
{
    public static string Write(Dossier dossier)
    {
        var look = dossier.Look;
        var sheets = Sheets(dossier.Blocks).ToList();
        var styles = new List<XElement>();
        var tables = sheets.Select((sheet, i) => Sheet(sheet, $"表{i + 1}", look, styles)).ToList();
        return Root(
            "application/vnd.oasis.opendocument.spreadsheet", look,
            new XElement(
                Office + "styles",
                new XElement(Style + "style", new XAttribute(Style + "name", "Furniture"), new XAttribute(Style + "family", "paragraph"), TextProperties(look, 9))),
            new XElement(Office + "automatic-styles", PageLayout(look, new XAttribute(Style + "table-centering", "horizontal")), TableStyle(), CellStyles(look), styles),
            MasterPage(look, "Furniture"),
            new XElement(Office + "body", new XElement(Office + "spreadsheet", tables))).Declared();
    }

    /// <summary>The blocks of one sheet and the columns of its tables.</summary>
    private sealed record SheetDraft(ImmutableArray<int> ColumnWidths, ImmutableArray<Block> Blocks);

    private static IEnumerable<SheetDraft> Sheets(ImmutableArray<Block> blocks)
    {
        var waiting = ImmutableArray.CreateBuilder<Block>();
        var widths = ImmutableArray<int>.Empty;
        foreach (var block in blocks)
        {
            if (block is TableBlock { Table.ColumnWidths: var own } && !widths.IsEmpty && !own.SequenceEqual(widths))
            {
                // What stands before a table, its title first of all, goes with it.
                var kept = waiting.FindLastIndex(b => b is TableBlock) + 1;
                yield return new SheetDraft(widths, [.. waiting.Take(kept)]);
                waiting.RemoveRange(0, kept);
            }
            else if (block is NewPage && !widths.IsEmpty)
            {
                yield return new SheetDraft(widths, waiting.DrainToImmutable());
                widths = [];
            }

            widths = block is TableBlock table ? table.Table.ColumnWidths : widths;
            if (block is not NewPage)
            {
                waiting.Add(block);
            }
        }

        if (!widths.IsEmpty)
        {
            yield return new SheetDraft(widths, waiting.ToImmutable());
        }
    }

    private static int FindLastIndex(this ImmutableArray<Block>.Builder blocks, Predicate<Block> match)
    {
        var i = blocks.Count - 1;
        while (i >= 0 && !match(blocks[i]))
        {
            i--;
        }

        return i;
    }

    private static XElement Sheet(SheetDraft sheet, string name, Look look, List<XElement> styles)
    {
        var width = SheetText.Width(look);
        for (var column = 0; column < sheet.ColumnWidths.Length; column++)
        {
            styles.Add(Automatic($"{name}.{column}", "table-column", new XElement(
                Style + "table-column-properties",
                new XAttribute(Style + "column-width", Points(width * sheet.ColumnWidths[column] / TableDraft.Width)))));
        }

        var rows = new List<XElement>();
        var header = 0;
        foreach (var block in sheet.Blocks)
        {
            var first = rows.Count;
            rows.AddRange(Rows(block, sheet.ColumnWidths.Length, look).Select((row, i) => Row(row, $"{name}.row{first + i}", styles)));
            // A sheet repeats its leading rows only; a table further down has no header of its own.
            header = block is TableBlock table && first == 0 && look.RepeatHeader ? table.Table.HeaderRows : header;
        }

        return new XElement(
            Table + "table", new XAttribute(Table + "name", name), new XAttribute(Table + "style-name", "Sheet"),
            Enumerable.Range(0, sheet.ColumnWidths.Length).Select(c => new XElement(Table + "table-column", new XAttribute(Table + "style-name", $"{name}.{c}"))),
            header > 0 ? new XElement(Table + "table-header-rows", rows.Take(header)) : null,
            rows.Skip(header));
    }

    private static XElement Row(SheetRow row, string style, List<XElement> styles)
    {
        styles.Add(Automatic(style, "table-row", new XElement(
            Style + "table-row-properties", new XAttribute(Style + "row-height", Points(row.Height)),
            new XAttribute(Style + "use-optimal-row-height", "false"))));
        return new XElement(Table + "table-row", new XAttribute(Table + "style-name", style), row.Cells);
    }

    private sealed record SheetRow(decimal Height, IReadOnlyList<XElement> Cells);

    private static IEnumerable<SheetRow> Rows(Block block, int columns, Look look) => block switch
    {
        Heading heading => [Across(heading.Text, "Heading", look.FontSize * 1.3m, columns, look)],
        Paragraph paragraph => [Across(paragraph.Text, "Body", look.FontSize, columns, look)],
        TitleLines title => title.Lines.Select(line => Across(
            line.Text, HeadStyle(line.Role), line.Role == HeadRole.Title ? look.FontSize * 1.5m : look.FontSize, columns, look)),
        Gap gap => [new SheetRow(gap.Points, [])],
        // An empty row keeps the borders of two tables apart.
        TableBlock table => [.. Rows(table.Table, look), new SheetRow(look.FontSize, [])],
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "Not a block of a sheet."),
    };

    private static string HeadStyle(HeadRole role) => role switch
    {
        HeadRole.Title => "Title",
        HeadRole.Left => "Body",
        HeadRole.Right => "Right",
        _ => "Centre",
    };

    private static SheetRow Across(string text, string style, decimal size, int columns, Look look) => new(
        SheetText.Height(text, SheetText.Width(look), size),
        [
            Cell(text, style, new XAttribute(Table + "number-columns-spanned", columns), new XAttribute(Table + "number-rows-spanned", 1)),
            .. Covered(columns - 1),
        ]);

    private static IEnumerable<SheetRow> Rows(LogicalTable table, Look look)
    {
        var heights = SheetText.Heights(table, look);
        for (var row = 0; row < table.RowCount; row++)
        {
            var starts = table.Rows[row].ToDictionary(cell => cell.Column);
            var cells = Enumerable.Range(0, table.ColumnCount).SelectMany(column => starts.TryGetValue(column, out var cell)
                ? [Cell(cell.Text, CellStyle(cell, look), [.. Spans(cell)])]
                : Covered(1));
            yield return new SheetRow(heights[row], [.. cells]);
        }
    }

    private static string CellStyle(LogicalCell cell, Look look) => cell switch
    {
        { Role: CellRole.Title } => "Ruled.Title",
        _ when look.Vertical(cell) => "Ruled.Vertical",
        _ when look.Centred(cell.Role) => "Ruled.Centre",
        _ => "Ruled.Left",
    };

    private static XElement Cell(string text, string style, params XAttribute[] spans) => new(
        Table + "table-cell", new XAttribute(Table + "style-name", style), spans,
        text.Length == 0 ? null : new object[] { new XAttribute(Office + "value-type", "string"), Paragraphs(text, null) });

    private static IEnumerable<XElement> Covered(int count) =>
        Enumerable.Range(0, count).Select(_ => new XElement(Table + "covered-table-cell"));

    private static XElement TableStyle() => new(
        Style + "style", new XAttribute(Style + "name", "Sheet"), new XAttribute(Style + "family", "table"),
        new XAttribute(Style + "master-page-name", "Standard"), new XElement(Style + "table-properties", new XAttribute(Table + "display", "true")));

    private static IEnumerable<XElement> CellStyles(Look look)
    {
        yield return CellStyle("Heading", "start", look, look.FontSize * 1.3m, bold: true, ruled: false);
        yield return CellStyle("Body", "start", look, look.FontSize, bold: false, ruled: false);
        yield return CellStyle("Title", "center", look, look.FontSize * 1.5m, bold: true, ruled: false);
        yield return CellStyle("Centre", "center", look, look.FontSize, bold: false, ruled: false);
        yield return CellStyle("Right", "end", look, look.FontSize, bold: false, ruled: false);
        yield return CellStyle("Ruled.Title", "center", look, look.FontSize * 1.5m, bold: true, ruled: true);
        yield return CellStyle("Ruled.Centre", "center", look, look.FontSize, bold: false, ruled: true);
        yield return CellStyle("Ruled.Left", "start", look, look.FontSize, bold: false, ruled: true);
        yield return CellStyle("Ruled.Vertical", "center", look, look.FontSize, bold: false, ruled: true, new XAttribute(Style + "direction", "ttb"));
    }

    private static XElement CellStyle(string name, string align, Look look, decimal size, bool bold, bool ruled, XAttribute? more = null) => new(
        Style + "style", new XAttribute(Style + "name", name), new XAttribute(Style + "family", "table-cell"),
        new XElement(
            Style + "table-cell-properties", ruled ? new object[] { Border(look), VerticalAlign(look) } : new XAttribute(Style + "vertical-align", "middle"),
            new XAttribute(Fo + "padding", Points(ruled ? look.Padding : 0)), new XAttribute(Fo + "wrap-option", "wrap"),
            new XAttribute(Style + "text-align-source", "fix"), more),
        new XElement(Style + "paragraph-properties", new XAttribute(Fo + "text-align", align)),
        TextProperties(look, size, bold));

    private static XElement Automatic(string name, string family, XElement properties) => new(
        Style + "style", new XAttribute(Style + "name", name), new XAttribute(Style + "family", family), properties);
}
