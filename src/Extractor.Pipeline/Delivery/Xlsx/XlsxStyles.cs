using System.Xml;

namespace Extractor.Pipeline.Delivery.Xlsx;

/// <summary>How a cell that holds no number looks.</summary>
public enum XlsxStyle
{
    Plain,

    /// <summary>Of the row over a table.</summary>
    Header,

    /// <summary>A text stays one, also when a person edits the cell.</summary>
    Text,

    /// <summary>A text over several lines.</summary>
    LongText,

    Link,

    /// <summary>Bold and larger.</summary>
    Title,

    /// <summary>On a red, an amber or a blue ground.</summary>
    Error,
    Warning,
    Info,
}

/// <summary>The part <c>xl/styles.xml</c>, the same in every workbook: the styles in their order, then every shape of numbers.</summary>
internal static class XlsxStyles
{
    private const int FirstOwnFormat = 164, TextFormat = 49;

    private const int BodyFont = 0, BoldFont = 1, LinkFont = 2, TitleFont = 3;

    private const int NoFill = 0, HeaderFill = 2, ErrorFill = 3, WarningFill = 4, InfoFill = 5;

    private static readonly string[] Fills = ["FFD9E1F2", "FFF8CBAD", "FFFFE699", "FFDDEBF7"];

    private static readonly NumberShape[] Shapes =
    [
        .. from grouped in new[] { false, true }
           from percent in new[] { false, true }
           from decimals in Enumerable.Range(0, NumberShape.MostDecimals + 1)
           select new NumberShape(decimals, grouped, percent),
    ];

    private static readonly int StyleCount = Enum.GetValues<XlsxStyle>().Length;

    /// <summary>The index that a cell names.</summary>
    public static int IndexOf(XlsxStyle style) => (int)style;

    /// <inheritdoc cref="IndexOf(XlsxStyle)"/>
    public static int IndexOf(NumberShape shape) =>
        StyleCount + (((shape.IsGrouped ? 2 : 0) + (shape.IsPercent ? 1 : 0)) * (NumberShape.MostDecimals + 1)) + shape.Decimals;

    public static void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", XlsxParts.Main);
        WriteFormats(xml);
        WriteFonts(xml);
        WriteFills(xml);
        WriteEmpty(xml, "borders", "border", "left", "right", "top", "bottom", "diagonal");
        WriteList(xml, "cellStyleXfs", 1, _ => WriteFormat(xml, 0, BodyFont, NoFill));
        WriteCellFormats(xml);
        WriteList(xml, "cellStyles", 1, _ =>
        {
            xml.WriteStartElement("cellStyle");
            xml.WriteAttributeString("name", "Normal");
            xml.WriteAttributeString("xfId", "0");
            xml.WriteAttributeString("builtinId", "0");
            xml.WriteEndElement();
        });
        xml.WriteEndElement();
    }

    private static void WriteFormats(XmlWriter xml) => WriteList(xml, "numFmts", Shapes.Length, index =>
    {
        xml.WriteStartElement("numFmt");
        xml.WriteAttributeString("numFmtId", XlsxParts.Digits(FirstOwnFormat + index));
        xml.WriteAttributeString("formatCode", Shapes[index].Format);
        xml.WriteEndElement();
    });

    private static void WriteFonts(XmlWriter xml) => WriteList(xml, "fonts", TitleFont + 1, index =>
    {
        xml.WriteStartElement("font");
        if (index is BoldFont or TitleFont)
        {
            WriteValue(xml, "b", null, null);
        }

        if (index == LinkFont)
        {
            WriteValue(xml, "u", null, null);
        }

        WriteValue(xml, "sz", "val", index == TitleFont ? "14" : "10");
        WriteValue(xml, "color", "rgb", index == LinkFont ? "FF0563C1" : "FF000000");
        WriteValue(xml, "name", "val", "宋体");
        WriteValue(xml, "family", "val", "2");
        xml.WriteEndElement();
    });

    private static void WriteFills(XmlWriter xml) => WriteList(xml, "fills", Fills.Length + 2, index =>
    {
        xml.WriteStartElement("fill");
        xml.WriteStartElement("patternFill");
        // The first two are fixed by the format.
        xml.WriteAttributeString("patternType", index switch { 0 => "none", 1 => "gray125", _ => "solid" });
        if (index >= 2)
        {
            WriteValue(xml, "fgColor", "rgb", Fills[index - 2]);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static void WriteCellFormats(XmlWriter xml) => WriteList(xml, "cellXfs", StyleCount + Shapes.Length, index =>
    {
        if (index >= StyleCount)
        {
            WriteFormat(xml, FirstOwnFormat + index - StyleCount, BodyFont, NoFill);
            return;
        }

        var style = (XlsxStyle)index;
        WriteFormat(
            xml,
            style == XlsxStyle.Plain ? 0 : TextFormat,
            style switch { XlsxStyle.Header => BoldFont, XlsxStyle.Link => LinkFont, XlsxStyle.Title => TitleFont, _ => BodyFont },
            style switch { XlsxStyle.Header => HeaderFill, XlsxStyle.Error => ErrorFill, XlsxStyle.Warning => WarningFill, XlsxStyle.Info => InfoFill, _ => NoFill },
            wraps: style is XlsxStyle.Header or XlsxStyle.LongText);
    });

    private static void WriteFormat(XmlWriter xml, int format, int font, int fill, bool wraps = false)
    {
        xml.WriteStartElement("xf");
        xml.WriteAttributeString("numFmtId", XlsxParts.Digits(format));
        xml.WriteAttributeString("fontId", XlsxParts.Digits(font));
        xml.WriteAttributeString("fillId", XlsxParts.Digits(fill));
        xml.WriteAttributeString("borderId", "0");
        xml.WriteAttributeString("applyNumberFormat", "1");
        xml.WriteAttributeString("applyFont", "1");
        xml.WriteAttributeString("applyFill", "1");
        xml.WriteAttributeString("applyAlignment", "1");
        xml.WriteStartElement("alignment");
        xml.WriteAttributeString("vertical", "top");
        if (wraps)
        {
            xml.WriteAttributeString("wrapText", "1");
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteList(XmlWriter xml, string name, int count, Action<int> write)
    {
        xml.WriteStartElement(name);
        xml.WriteAttributeString("count", XlsxParts.Digits(count));
        for (var index = 0; index < count; index++)
        {
            write(index);
        }

        xml.WriteEndElement();
    }

    private static void WriteEmpty(XmlWriter xml, string list, string item, params string[] inner) => WriteList(xml, list, 1, _ =>
    {
        xml.WriteStartElement(item);
        foreach (var name in inner)
        {
            WriteValue(xml, name, null, null);
        }

        xml.WriteEndElement();
    });

    private static void WriteValue(XmlWriter xml, string name, string? attribute, string? value)
    {
        xml.WriteStartElement(name);
        if (attribute is not null)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteEndElement();
    }
}
