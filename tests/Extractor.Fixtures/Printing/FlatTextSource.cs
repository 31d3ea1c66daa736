using System.Xml.Linq;
using Extractor.Fixtures.Documents;
using Extractor.Fixtures.Layouts;
using Extractor.Fixtures.Tables;
using static Extractor.Fixtures.Printing.OpenDocument;

namespace Extractor.Fixtures.Printing;

/// <summary>A document as a flat OpenDocument text, for Writer.</summary>
public static class FlatTextSource
{
    public static string Write(Dossier dossier)
    {
        var tables = new TableStyles();
        var body = Body(dossier, tables).ToList();
        return Root(
            "application/vnd.oasis.opendocument.text", dossier.Look,
            Styles(dossier.Look),
            new XElement(Office + "automatic-styles", PageLayout(dossier.Look), CellStyles(dossier.Look), tables.Elements),
            MasterPage(dossier.Look, "Furniture"),
            new XElement(Office + "body", new XElement(Office + "text", body))).Declared();
    }

    private static IEnumerable<XElement> Body(Dossier dossier, TableStyles tables)
    {
        var broken = false;
        foreach (var block in dossier.Blocks)
        {
            var suffix = broken ? "Broken" : "";
            // A gap has no style that breaks the page: what follows it does.
            broken = block is NewPage || (broken && block is Gap);
            foreach (var element in block switch
            {
                Heading heading => Paragraphs(heading.Text, "Heading" + suffix),
                Paragraph paragraph => Paragraphs(paragraph.Text, "Body" + suffix),
                TitleLines title => title.Lines.SelectMany((line, i) => Paragraphs(line.Text, HeadStyle(line.Role) + (i == 0 ? suffix : ""))),
                Gap gap => [new XElement(Text + "p", new XAttribute(Text + "style-name", tables.Gap(gap.Points)))],
                NewPage => [],
                // Two tables that touch would be joined; the empty line after each keeps them apart.
                TableBlock table => [tables.Write(table.Table, dossier.Look, suffix.Length > 0), new XElement(Text + "p", new XAttribute(Text + "style-name", "Small"))],
                _ => throw new ArgumentOutOfRangeException(nameof(dossier), block, "Not a block."),
            })
            {
                yield return element;
            }
        }
    }

    private static string HeadStyle(HeadRole role) => role switch
    {
        HeadRole.Title => "Title",
        HeadRole.Left => "HeadLeft",
        HeadRole.Right => "HeadRight",
        _ => "Caption",
    };

    private static XElement Styles(Look look)
    {
        var size = look.FontSize;
        return new XElement(
            Office + "styles",
            new XElement(Style + "default-style", new XAttribute(Style + "family", "paragraph"), TextProperties(look, size)),
            Paragraph("Left", look, size, "start"), Paragraph("Centre", look, size, "center"),
            Paragraph("Small", look, 4, "start"), Paragraph("Furniture", look, 9, "center"),
            new[] { "", "Broken" }.SelectMany(suffix => new[]
            {
                Paragraph("Title" + suffix, look, size * 1.5m, "center", bold: true, broken: suffix.Length > 0, stays: look.TitleStays, below: size / 3),
                Paragraph("Caption" + suffix, look, size, "center", broken: suffix.Length > 0, stays: look.TitleStays),
                Paragraph("HeadLeft" + suffix, look, size, "start", broken: suffix.Length > 0, stays: look.TitleStays),
                Paragraph("HeadRight" + suffix, look, size, "end", broken: suffix.Length > 0, stays: look.TitleStays),
                Paragraph("Heading" + suffix, look, size * 1.3m, "start", bold: true, broken: suffix.Length > 0),
                Paragraph("Body" + suffix, look, size, "start", broken: suffix.Length > 0, indent: size * 2),
            }));
    }

    private static XElement Paragraph(
        string name, Look look, decimal size, string align, bool bold = false, bool broken = false, bool stays = false, decimal indent = 0, decimal below = 0) => new(
        Style + "style", new XAttribute(Style + "name", name), new XAttribute(Style + "family", "paragraph"),
        new XElement(
            Style + "paragraph-properties", new XAttribute(Fo + "text-align", align), new XAttribute(Fo + "text-indent", Points(indent)), new XAttribute(Fo + "margin-bottom", Points(below)),
            new XAttribute(Fo + "orphans", "0"), new XAttribute(Fo + "widows", "0"),
            stays ? new XAttribute(Fo + "keep-with-next", "always") : null,
            broken ? new XAttribute(Fo + "break-before", "page") : null),
        TextProperties(look, size, bold));

    private static IEnumerable<XElement> CellStyles(Look look) => new[] { "Cell", "VerticalCell" }.Select(name => new XElement(
        Style + "style", new XAttribute(Style + "name", name), new XAttribute(Style + "family", "table-cell"),
        new XElement(
            Style + "table-cell-properties", Border(look), VerticalAlign(look), new XAttribute(Fo + "padding", Points(look.Padding)),
            name == "VerticalCell" ? new XAttribute(Style + "writing-mode", "tb-rl") : null)));

    /// <summary>Tables with the automatic styles that they and the gaps between them need.</summary>
    private sealed class TableStyles
    {
        private readonly List<XElement> elements = [];

        public IEnumerable<XElement> Elements => elements;

        public string Gap(int points)
        {
            var name = $"Gap{elements.Count}";
            elements.Add(new XElement(
                Style + "style", new XAttribute(Style + "name", name), new XAttribute(Style + "family", "paragraph"),
                new XElement(Style + "paragraph-properties", new XAttribute(Fo + "margin-top", Points(points)))));
            return name;
        }

        public XElement Write(LogicalTable table, Look look, bool broken)
        {
            var name = $"Table{elements.Count}";
            elements.Add(Automatic(name, "table", new XElement(
                Style + "table-properties", new XAttribute(Style + "width", Points(look.PointsWide)), new XAttribute(Table + "align", "center"),
                new XAttribute(Style + "may-break-between-rows", "true"),
                new XAttribute(Table + "border-model", look.Border == BorderStyle.Separate ? "separating" : "collapsing"),
            broken ? new XAttribute(Fo + "break-before", "page") : null)));
            elements.Add(Automatic($"{name}.Row", "table-row", new XElement(
                Style + "table-row-properties", new XAttribute(Fo + "keep-together", look.RowsMaySplit ? "auto" : "always"),
                look.MinimumRowHeight > 0 ? new XAttribute(Style + "min-row-height", Points(look.MinimumRowHeight)) : null)));
            for (var column = 0; column < table.ColumnCount; column++)
            {
                elements.Add(Automatic($"{name}.{column}", "table-column", new XElement(
                    Style + "table-column-properties",
                    new XAttribute(Style + "column-width", Points(look.PointsWide * table.ColumnWidths[column] / TableDraft.Width)))));
            }

            var rows = Enumerable.Range(0, table.RowCount).Select(row => Row(table, row, look, $"{name}.Row")).ToList();
            var header = look.RepeatHeader ? table.HeaderRows : 0;
            return new XElement(
                Table + "table", new XAttribute(Table + "name", name), new XAttribute(Table + "style-name", name),
                Enumerable.Range(0, table.ColumnCount).Select(c => new XElement(Table + "table-column", new XAttribute(Table + "style-name", $"{name}.{c}"))),
                header > 0 ? new XElement(Table + "table-header-rows", rows.Take(header)) : null,
                rows.Skip(header));
        }

        private static XElement Row(LogicalTable table, int row, Look look, string style)
        {
            var starts = table.Rows[row].ToDictionary(cell => cell.Column);
            return new XElement(
                Table + "table-row", new XAttribute(Table + "style-name", style),
                Enumerable.Range(0, table.ColumnCount).Select(column => starts.TryGetValue(column, out var cell)
                    ? Cell(cell, look)
                    : new XElement(Table + "covered-table-cell")));
        }

        private static XElement Cell(LogicalCell cell, Look look) => new(
            Table + "table-cell", new XAttribute(Office + "value-type", "string"),
            new XAttribute(Table + "style-name", look.Vertical(cell) ? "VerticalCell" : "Cell"), Spans(cell),
            Paragraphs(cell.Text, cell.Role == CellRole.Title ? "Title" : look.Centred(cell.Role) ? "Centre" : "Left"));

        private static XElement Automatic(string name, string family, XElement properties) => new(
            Style + "style", new XAttribute(Style + "name", name), new XAttribute(Style + "family", family), properties);
    }
}
