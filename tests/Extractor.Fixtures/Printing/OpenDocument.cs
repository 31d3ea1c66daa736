using System.Globalization;
using System.Xml.Linq;
using Extractor.Fixtures.Documents;
using Extractor.Fixtures.Tables;

namespace Extractor.Fixtures.Printing;

/// <summary>What flat text and flat spreadsheet documents share: namespaces, fonts, page and cell styles (OpenDocument 1.2).</summary>
internal static class OpenDocument
{
    public static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    public static readonly XNamespace Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    public static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    public static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    public static readonly XNamespace Fo = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
    public static readonly XNamespace Svg = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0";

    /// <summary>The root element with its prefixes declared and the fonts of the look.</summary>
    public static XElement Root(string mediaType, Look look, params object[] content) => new(
        Office + "document",
        new XAttribute(XNamespace.Xmlns + "office", Office), new XAttribute(XNamespace.Xmlns + "style", Style),
        new XAttribute(XNamespace.Xmlns + "text", Text), new XAttribute(XNamespace.Xmlns + "table", Table),
        new XAttribute(XNamespace.Xmlns + "fo", Fo), new XAttribute(XNamespace.Xmlns + "svg", Svg),
        new XAttribute(Office + "version", "1.2"), new XAttribute(Office + "mimetype", mediaType),
        new XElement(
            Office + "font-face-decls",
            new[] { look.Font, look.LatinFont ?? look.Font }.Distinct().Select(font => new XElement(
                Style + "font-face", new XAttribute(Style + "name", font), new XAttribute(Svg + "font-family", $"'{font}'")))),
        content);

    /// <summary>The file's text: without the declaration LibreOffice takes it for plain text.</summary>
    public static string Declared(this XElement root) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root.ToString(SaveOptions.DisableFormatting);

    public static XElement TextProperties(Look look, decimal size, bool bold = false) => new(
        Style + "text-properties",
        new XAttribute(Style + "font-name", look.LatinFont ?? look.Font), new XAttribute(Style + "font-name-asian", look.Font),
        new XAttribute(Fo + "font-size", Points(size)), new XAttribute(Style + "font-size-asian", Points(size)),
        new XAttribute(Fo + "language", "zh"), new XAttribute(Fo + "country", "CN"),
        new XAttribute(Style + "language-asian", "zh"), new XAttribute(Style + "country-asian", "CN"),
        bold ? new[] { new XAttribute(Fo + "font-weight", "bold"), new XAttribute(Style + "font-weight-asian", "bold") } : null);

    public static XElement PageLayout(Look look, params object[] more) => new(
        Style + "page-layout", new XAttribute(Style + "name", "page"),
        new XElement(
            Style + "page-layout-properties",
            new XAttribute(Fo + "page-width", $"{look.PageWidthMm}mm"), new XAttribute(Fo + "page-height", $"{look.PageHeightMm}mm"),
            new XAttribute(Style + "print-orientation", look.PageWidthMm > look.PageHeightMm ? "landscape" : "portrait"),
            new XAttribute(Fo + "margin-left", $"{look.SideMarginMm}mm"), new XAttribute(Fo + "margin-right", $"{look.SideMarginMm}mm"),
            new XAttribute(Fo + "margin-top", $"{look.TopMarginMm}mm"), new XAttribute(Fo + "margin-bottom", $"{look.TopMarginMm}mm"),
            more),
        Furniture("header", look.PageHeader, "margin-bottom"), Furniture("footer", look.PageNumbers, "margin-top"));

    private static XElement? Furniture(string name, string? content, string margin) => content is null ? null : new XElement(
        Style + $"{name}-style",
        new XElement(Style + "header-footer-properties", new XAttribute(Fo + "min-height", "6mm"), new XAttribute(Fo + margin, "3mm")));

    /// <summary>The master page with the look's header and footer; <paramref name="paragraph"/> names the style of both.</summary>
    public static XElement MasterPage(Look look, string paragraph) => new(
        Office + "master-styles",
        new XElement(
            Style + "master-page", new XAttribute(Style + "name", "Standard"), new XAttribute(Style + "page-layout-name", "page"),
            Repeated("header", look.PageHeader, paragraph), Repeated("footer", look.PageNumbers, paragraph)));

    private static XElement Repeated(string name, string? pattern, string paragraph)
    {
        if (pattern is null)
        {
            return new XElement(Style + name, new XAttribute(Style + "display", "false"));
        }

        var around = pattern.Split("{0}");
        return new XElement(
            Style + name,
            new XElement(
                Text + "p", new XAttribute(Text + "style-name", paragraph), around[0],
                around.Length > 1 ? new object[] { new XElement(Text + "page-number", "1"), around[1] } : null));
    }

    public static XAttribute Border(Look look) => new(
        Fo + "border",
        $"{Points(look.Border == BorderStyle.Double ? Math.Max(1.5m, look.BorderWidth) : look.BorderWidth)} "
            + $"{(look.Border == BorderStyle.Separate ? "solid" : look.Border.ToString().ToLowerInvariant())} #000000");

    public static XAttribute VerticalAlign(Look look) => new(Style + "vertical-align", look.VerticalAlign.ToString().ToLowerInvariant());

    /// <summary>The paragraphs of a text, one a line.</summary>
    public static IEnumerable<XElement> Paragraphs(string text, string? style) => text.Split('\n').Select(line => new XElement(
        Text + "p", style is null ? null : new XAttribute(Text + "style-name", style), Spaced(line)));

    /// <summary>A blank at the start of a paragraph or after another is only kept as an element.</summary>
    private static IEnumerable<object> Spaced(string line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            yield return line[i] == ' ' ? new XElement(Text + "s") : new XText(line[i].ToString());
        }
    }

    public static IEnumerable<XAttribute> Spans(LogicalCell cell)
    {
        if (cell.ColumnSpan > 1 || cell.RowSpan > 1)
        {
            yield return new XAttribute(Table + "number-columns-spanned", cell.ColumnSpan);
            yield return new XAttribute(Table + "number-rows-spanned", cell.RowSpan);
        }
    }

    public static string Points(decimal points) => points.ToString("0.##", CultureInfo.InvariantCulture) + "pt";
}
