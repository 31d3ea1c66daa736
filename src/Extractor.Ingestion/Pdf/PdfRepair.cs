using System.Text;

namespace Extractor.Ingestion.Pdf;

/// <summary>
/// Mends what keeps PDFium from opening a file: bytes before the header, and a trailer that is lost or does not name
/// the catalog. PDFium itself rebuilds the table of objects by a scan, so that a trailer with a root is enough.
/// </summary>
internal static class PdfRepair
{
    // A transfer may leave its headers or a warning before the file, as text.
    private const int LongestPreamble = 1 << 16;

    /// <summary>Where the header is; -1 where the bytes are no PDF, or another file, such as an archive, with a PDF inside.</summary>
    public static int HeaderOffset(ReadOnlySpan<byte> content)
    {
        var offset = content[..Math.Min(content.Length, LongestPreamble)].IndexOf("%PDF-"u8);
        return offset >= 0 && content[..offset].Contains((byte)0) ? -1 : offset;
    }

    /// <summary>The file from its header on with a new trailer, or null where no catalog can be found.</summary>
    public static byte[]? WithTrailer(ReadOnlySpan<byte> content)
    {
        var body = content[Math.Max(0, HeaderOffset(content))..];
        if (FindCatalog(body) is not { } catalog)
        {
            return null;
        }

        var trailer = Encoding.ASCII.GetBytes($"\nendstream\nendobj\ntrailer\n<</Root {catalog.Number} {catalog.Generation} R>>\nstartxref\n0\n%%EOF\n");
        return [.. body, .. trailer];
    }

    /// <summary>The object that the last <c>/Type /Catalog</c> stands in: later revisions follow earlier ones.</summary>
    private static (int Number, int Generation)? FindCatalog(ReadOnlySpan<byte> body)
    {
        for (var end = body.Length; ;)
        {
            var at = body[..end].LastIndexOf("/Catalog"u8);
            if (at < 0)
            {
                return null;
            }

            if (FollowsType(body[..at]) && ObjectBefore(body[..at]) is { } found)
            {
                return found;
            }

            end = at;
        }
    }

    private static bool FollowsType(ReadOnlySpan<byte> before) => before.TrimEnd(" \t\r\n"u8).EndsWith("/Type"u8);

    /// <summary>Reads <c>12 0 obj</c>, the last one before the place.</summary>
    private static (int Number, int Generation)? ObjectBefore(ReadOnlySpan<byte> before)
    {
        var at = before.LastIndexOf("obj"u8);
        if (at < 0 || before[..at].EndsWith("end"u8))
        {
            return null;
        }

        var rest = before[..at];
        return TakeNumber(ref rest) is { } generation && TakeNumber(ref rest) is { } number ? (number, generation) : null;
    }

    private static int? TakeNumber(ref ReadOnlySpan<byte> text)
    {
        text = text.TrimEnd(" \t\r\n"u8);
        var start = text.Length;
        while (start > 0 && char.IsAsciiDigit((char)text[start - 1]))
        {
            start--;
        }

        var digits = text[start..];
        text = text[..start];
        return int.TryParse(digits, out var number) ? number : null;
    }
}
