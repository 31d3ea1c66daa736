using System.Buffers.Text;
using System.IO.Compression;
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

    private const int LargestObjectStream = 1 << 22;

    private readonly record struct ObjectName(int Number, int Generation);

    /// <summary>Where the header is; -1 where the bytes are no PDF, or another file, such as an archive, with a PDF inside.</summary>
    public static int HeaderOffset(ReadOnlySpan<byte> content)
    {
        var offset = content[..Math.Min(content.Length, LongestPreamble)].IndexOf("%PDF-"u8);
        return offset >= 0 && content[..offset].Contains((byte)0) ? -1 : offset;
    }

    /// <summary>
    /// The file from its header on with a new trailer, or null where no catalog can be found. An encrypted file is
    /// beyond repair: without its old trailer nothing in it can be read.
    /// </summary>
    public static byte[]? WithTrailer(ReadOnlySpan<byte> content)
    {
        var body = content[Math.Max(0, HeaderOffset(content))..];
        if (IsEncrypted(body) || (FindCatalog(body) ?? FindPackedCatalog(body)) is not { } catalog)
        {
            return null;
        }

        var trailer = Encoding.ASCII.GetBytes($"\nendstream\nendobj\ntrailer\n<</Root {catalog.Number} {catalog.Generation} R>>\nstartxref\n0\n%%EOF\n");
        return [.. body, .. trailer];
    }

    private static bool IsEncrypted(ReadOnlySpan<byte> body)
    {
        var at = body.LastIndexOf("/Standard"u8);
        return body.IndexOf("/Encrypt"u8) >= 0 || (at >= 0 && EndsWithKey(body[..at], "/Filter"u8));
    }

    /// <summary>The object that the last <c>/Type /Catalog</c> stands in: later revisions follow earlier ones.</summary>
    private static ObjectName? FindCatalog(ReadOnlySpan<byte> body)
    {
        for (var end = LastCatalog(body); end >= 0; end = LastCatalog(body[..end]))
        {
            if (ObjectBefore(body[..end]) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Looks for the catalog inside object streams (ISO 32000-2, 7.5.7), the last one first.</summary>
    private static ObjectName? FindPackedCatalog(ReadOnlySpan<byte> body)
    {
        for (var at = body.LastIndexOf("/ObjStm"u8); at >= 0; at = body[..at].LastIndexOf("/ObjStm"u8))
        {
            var start = body[at..].IndexOf("stream"u8) + at;
            var dictionary = body[Math.Max(0, body[..at].LastIndexOf("obj"u8))..Math.Max(start, at)];
            if (start > at && NumberAfter(dictionary, "/First"u8) is { } first
                && PackedCatalog(Inflated(body[(start + "stream"u8.Length)..].TrimStart("\r\n"u8)), first) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>An object stream begins with pairs of an object's number and its offset; the objects follow in that order.</summary>
    private static ObjectName? PackedCatalog(ReadOnlySpan<byte> packed, int first)
    {
        var at = LastCatalog(packed);
        if (at < first)
        {
            return null;
        }

        var pairs = Encoding.ASCII.GetString(packed[..first]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        ObjectName? found = null;
        for (var i = 0; i + 1 < pairs.Length && int.TryParse(pairs[i], out var number) && int.TryParse(pairs[i + 1], out var offset); i += 2)
        {
            found = offset <= at - first ? new ObjectName(number, 0) : found;
        }

        return found;
    }

    private static int? NumberAfter(ReadOnlySpan<byte> dictionary, ReadOnlySpan<byte> key)
    {
        var at = dictionary.IndexOf(key);
        return at >= 0 && Utf8Parser.TryParse(dictionary[(at + key.Length)..].TrimStart(" \t\r\n"u8), out int number, out _) && number >= 0
            ? number
            : null;
    }

    /// <summary>What can be inflated of a stream whose end is not known, or is lost.</summary>
    private static ReadOnlySpan<byte> Inflated(ReadOnlySpan<byte> deflated)
    {
        var result = new byte[LargestObjectStream];
        var length = 0;
        using var stream = new ZLibStream(new MemoryStream(deflated[..Math.Min(deflated.Length, LargestObjectStream)].ToArray()), CompressionMode.Decompress);
        try
        {
            for (int read; length < result.Length && (read = stream.Read(result, length, result.Length - length)) > 0; length += read)
            {
            }
        }
        catch (InvalidDataException)
        {
            // The stream is cut off or damaged here; what came before is good.
        }

        return result.AsSpan(0, length);
    }

    /// <summary>Where the last <c>/Catalog</c> is that is the value of a <c>/Type</c>; -1 where there is none.</summary>
    private static int LastCatalog(ReadOnlySpan<byte> body)
    {
        var at = body.LastIndexOf("/Catalog"u8);
        while (at >= 0 && !EndsWithKey(body[..at], "/Type"u8))
        {
            at = body[..at].LastIndexOf("/Catalog"u8);
        }

        return at;
    }

    private static bool EndsWithKey(ReadOnlySpan<byte> before, ReadOnlySpan<byte> key) => before.TrimEnd(" \t\r\n"u8).EndsWith(key);

    /// <summary>Reads <c>12 0 obj</c>, the last one before the place.</summary>
    private static ObjectName? ObjectBefore(ReadOnlySpan<byte> before)
    {
        var at = before.LastIndexOf("obj"u8);
        if (at < 0 || before[..at].EndsWith("end"u8))
        {
            return null;
        }

        var rest = before[..at];
        return TakeNumber(ref rest) is { } generation && TakeNumber(ref rest) is { } number ? new ObjectName(number, generation) : null;
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
