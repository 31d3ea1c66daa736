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

    // An object stream is unpacked into memory: a damaged file with more of them is looked through no further.
    private const int MostObjectStreams = 500;

    /// <summary>Where the header is; -1 where the bytes are no PDF, or another file, such as an archive, with a PDF inside.</summary>
    public static int HeaderOffset(ReadOnlySpan<byte> content)
    {
        var offset = content[..Math.Min(content.Length, LongestPreamble)].IndexOf("%PDF-"u8);
        return offset >= 0 && content[..offset].Contains((byte)0) ? -1 : offset;
    }

    /// <summary>
    /// The file with a new trailer, or null where no catalog can be found. An encrypted file is beyond repair: without
    /// its old trailer nothing in it can be read.
    /// </summary>
    /// <param name="body">The file from its header on.</param>
    public static byte[]? WithTrailer(ReadOnlySpan<byte> body)
    {
        if (IsEncrypted(body) || (FindCatalog(body) ?? FindPackedCatalog(body)) is not { } catalog)
        {
            return null;
        }

        var trailer = Encoding.ASCII.GetBytes($"\nendstream\nendobj\ntrailer\n<</Root {catalog.Number} {catalog.Generation} R>>\nstartxref\n0\n%%EOF\n");
        return [.. body, .. trailer];
    }

    /// <summary>
    /// Whether objects that the file refers to are nowhere in it, or its last one is cut off. A font may be among them,
    /// and without it PDFium guesses what the letters are.
    /// </summary>
    /// <param name="body">The file from its header on.</param>
    public static bool HasLostObjects(ReadOnlySpan<byte> body)
    {
        var (defined, referred) = (new HashSet<int>(), new HashSet<int>());
        Collect(body, defined, referred);
        var budget = MostObjectStreams;
        for (var at = body.LastIndexOf("/ObjStm"u8); at >= 0 && budget-- > 0; at = body[..at].LastIndexOf("/ObjStm"u8))
        {
            var unpacked = PdfSyntax.Unpack(body, at, out var first);
            foreach (var (number, _) in first < 0 ? [] : Pairs(unpacked[..Math.Min(first, unpacked.Length)]))
            {
                defined.Add(number);
            }

            Collect(unpacked, [], referred);
        }

        return body.LastIndexOf("endobj"u8) < body.LastIndexOf(" obj"u8) || !referred.IsSubsetOf(defined);
    }

    private static void Collect(ReadOnlySpan<byte> text, HashSet<int> defined, HashSet<int> referred)
    {
        for (int from = 0, at; (at = text[from..].IndexOf(" obj"u8)) >= 0; from += at + 4)
        {
            if (PdfSyntax.TakeName(text[..(from + at)]) is { } name)
            {
                defined.Add(name.Number);
            }
        }

        for (int from = 0, at; (at = text[from..].IndexOf(" R"u8)) >= 0; from += at + 2)
        {
            var after = from + at + 2;
            var isWord = after == text.Length || " \t\r\n\f\0/]>"u8.Contains(text[after]);
            if (isWord && PdfSyntax.TakeName(text[..(from + at)]) is { } name)
            {
                referred.Add(name.Number);
            }
        }
    }

    private static bool IsEncrypted(ReadOnlySpan<byte> body)
    {
        var at = body.LastIndexOf("/Standard"u8);
        return body.IndexOf("/Encrypt"u8) >= 0 || (at >= 0 && PdfSyntax.EndsWithKey(body[..at], "/Filter"u8));
    }

    /// <summary>The object that the last <c>/Type /Catalog</c> stands in: later revisions follow earlier ones.</summary>
    private static ObjectName? FindCatalog(ReadOnlySpan<byte> body)
    {
        for (var end = LastCatalog(body); end >= 0; end = LastCatalog(body[..end]))
        {
            if (PdfSyntax.ObjectAround(body[..end]) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static ObjectName? FindPackedCatalog(ReadOnlySpan<byte> body)
    {
        var budget = MostObjectStreams;
        for (var at = body.LastIndexOf("/ObjStm"u8); at >= 0 && budget-- > 0; at = body[..at].LastIndexOf("/ObjStm"u8))
        {
            var unpacked = PdfSyntax.Unpack(body, at, out var first);
            var catalog = LastCatalog(unpacked);
            if (first >= 0 && catalog >= first)
            {
                var (number, _) = Pairs(unpacked[..first]).LastOrDefault(pair => pair.Offset <= catalog - first);
                return new ObjectName(number, 0);
            }
        }

        return null;
    }

    private static List<(int Number, int Offset)> Pairs(ReadOnlySpan<byte> list)
    {
        var words = Encoding.ASCII.GetString(list).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var pairs = new List<(int, int)>(words.Length / 2);
        for (var i = 0; i + 1 < words.Length && int.TryParse(words[i], out var number) && int.TryParse(words[i + 1], out var offset); i += 2)
        {
            pairs.Add((number, offset));
        }

        return pairs;
    }

    /// <summary>Where the last <c>/Catalog</c> is that is the value of a <c>/Type</c>; -1 where there is none.</summary>
    private static int LastCatalog(ReadOnlySpan<byte> body)
    {
        var at = body.LastIndexOf("/Catalog"u8);
        while (at >= 0 && !PdfSyntax.EndsWithKey(body[..at], "/Type"u8))
        {
            at = body[..at].LastIndexOf("/Catalog"u8);
        }

        return at;
    }
}
