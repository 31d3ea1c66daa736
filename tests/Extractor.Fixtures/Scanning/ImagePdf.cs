using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Extractor.Fixtures.Scanning;

/// <summary>A page that is a picture.</summary>
/// <param name="Width">In points.</param>
/// <param name="Layer">Invisible words over the picture; empty for none.</param>
public sealed record ScannedPage(PageImage Image, double Width, double Height, ImmutableArray<PrintedWord> Layer)
{
    /// <summary>Where the picture is on a page that it does not cover: points from the upper left corner.</summary>
    public (double Left, double Top, double Right, double Bottom)? Placed { get; init; }
}

/// <summary>Writes PDFs whose pages are pictures, as scanners do (ISO 32000-1). The same pages give the same bytes.</summary>
public static class ImagePdf
{
    /// <summary>Of the catalog, the tree of pages, and the four objects of the font of the invisible layer.</summary>
    private const int Shared = 6;

    /// <summary>A page, its content and its picture.</summary>
    private const int OfPage = 3;

    private const string ToUnicode = """
        /CIDInit /ProcSet findresource begin
        12 dict begin
        begincmap
        /CMapType 2 def
        1 begincodespacerange
        <0000> <FFFF>
        endcodespacerange
        1 beginbfrange
        <0000> <FFFF> <0000>
        endbfrange
        endcmap
        CMapName currentdict /CMap defineresource pop
        end
        end
        """;

    public static byte[] Write(ImmutableArray<ScannedPage> pages)
    {
        var file = new MemoryStream();
        var offsets = new List<long>();
        void Text(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        void Add(string dictionary, byte[]? stream = null)
        {
            offsets.Add(file.Position);
            Text(Said($"{offsets.Count} 0 obj\n<< {dictionary}{(stream is null ? "" : Said($" /Length {stream.Length}"))} >>\n"));
            if (stream is not null)
            {
                Text("stream\n");
                file.Write(stream);
                Text("\nendstream\n");
            }

            Text("endobj\n");
        }

        Text("%PDF-1.5\n%âãÏÓ\n");
        Add("/Type /Catalog /Pages 2 0 R");
        Add(Said($"/Type /Pages /Count {pages.Length} /Kids [{string.Join(' ', pages.Select((_, i) => Said($"{Shared + 1 + (i * OfPage)} 0 R")))}]"));
        // A font that nothing is drawn with, as Tesseract has it: its codes are UTF-16.
        Add("/Type /Font /Subtype /Type0 /BaseFont /Invisible /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R");
        Add("/Type /Font /Subtype /CIDFontType2 /BaseFont /Invisible /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 5 0 R");
        Add("/Type /FontDescriptor /FontName /Invisible /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80");
        Add("", Encoding.ASCII.GetBytes(ToUnicode));
        foreach (var (page, i) in pages.Select((page, i) => (page, i)))
        {
            var first = Shared + 1 + (i * OfPage);
            Add(Said($"/Type /Page /Parent 2 0 R /MediaBox [0 0 {page.Width:0.###} {page.Height:0.###}] /Contents {first + 1} 0 R /Resources << /XObject << /Scan {first + 2} 0 R >>{(page.Layer.IsEmpty ? "" : " /Font << /F 3 0 R >>")} >>"));
            Add("", Encoding.Latin1.GetBytes(Content(page)));
            Add(Picture(page.Image), page.Image.Content);
        }

        var table = file.Position;
        Text(Said($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n"));
        offsets.ForEach(offset => Text(Said($"{offset:d10} 00000 n \n")));
        Text(Said($"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }

    private static string Picture(PageImage image)
    {
        var fax = Said($" /DecodeParms << /K -1 /Columns {image.Width} /Rows {image.Height} >>");
        return Said($"/Type /XObject /Subtype /Image /Width {image.Width} /Height {image.Height} /ColorSpace /{image.ColourSpace} /BitsPerComponent {image.BitsPerComponent} /Filter /{image.Filter}{(image.Filter == "CCITTFaxDecode" ? fax : "")}");
    }

    private static string Content(ScannedPage page) =>
        string.Concat(page.Layer.Select(word => Invisible(word, page.Height))) + Drawn(page.Placed ?? (0, 0, page.Width, page.Height), page.Height);

    private static string Drawn((double Left, double Top, double Right, double Bottom) box, double pageHeight) =>
        Said($"q {box.Right - box.Left:0.###} 0 0 {box.Bottom - box.Top:0.###} {box.Left:0.###} {pageHeight - box.Bottom:0.###} cm /Scan Do Q\n");

    /// <summary>Text in rendering mode 3, as high as its box and stretched to be as wide.</summary>
    private static string Invisible(PrintedWord word, double pageHeight)
    {
        var size = Math.Max(1, word.Bottom - word.Top);
        var stretch = 100 * (word.Right - word.Left) / (size * Math.Max(1, word.Text.Length));
        var codes = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(word.Text));
        return Said($"BT 3 Tr /F {size:0.##} Tf {stretch:0.##} Tz {word.Left:0.##} {pageHeight - word.Bottom + (0.12 * size):0.##} Td <{codes}> Tj ET\n");
    }

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
