using System.Buffers.Text;
using System.IO.Compression;

namespace Extractor.Ingestion.Pdf;

/// <summary>The name of an indirect object.</summary>
internal readonly record struct ObjectName(int Number, int Generation);

/// <summary>The little of PDF's syntax that can be recognised in bytes whose structure is lost.</summary>
internal static class PdfSyntax
{
    private const int LargestObjectStream = 1 << 22;

    private static ReadOnlySpan<byte> Blanks => " \t\r\n\f\0"u8;

    public static bool EndsWithKey(ReadOnlySpan<byte> before, ReadOnlySpan<byte> key) => before.TrimEnd(Blanks).EndsWith(key);

    /// <summary>Takes the number at the end of the text away from it.</summary>
    public static int? TakeNumber(ref ReadOnlySpan<byte> text)
    {
        text = text.TrimEnd(Blanks);
        var start = text.Length;
        while (start > 0 && char.IsAsciiDigit((char)text[start - 1]))
        {
            start--;
        }

        var digits = text[start..];
        text = text[..start];
        return int.TryParse(digits, out var number) ? number : null;
    }

    /// <summary>Takes the two numbers of <c>12 0 obj</c> or <c>12 0 R</c> that stand before the word.</summary>
    public static ObjectName? TakeName(ReadOnlySpan<byte> before) =>
        TakeNumber(ref before) is { } generation && TakeNumber(ref before) is { } number ? new ObjectName(number, generation) : null;

    /// <summary>The object that the place is in.</summary>
    public static ObjectName? ObjectAround(ReadOnlySpan<byte> before)
    {
        var at = before.LastIndexOf("obj"u8);
        return at < 0 || before[..at].EndsWith("end"u8) ? null : TakeName(before[..at]);
    }

    public static int? NumberAfter(ReadOnlySpan<byte> dictionary, ReadOnlySpan<byte> key)
    {
        var at = dictionary.IndexOf(key);
        return at >= 0 && Utf8Parser.TryParse(dictionary[(at + key.Length)..].TrimStart(Blanks), out int number, out _) && number >= 0
            ? number
            : null;
    }

    /// <summary>
    /// Unpacks the object stream (ISO 32000-2, 7.5.7) whose type stands at the place: pairs of an object's number and its
    /// offset, and from <paramref name="first"/> on the objects in that order. Empty where it cannot be unpacked; cut
    /// off where the file is.
    /// </summary>
    public static ReadOnlySpan<byte> Unpack(ReadOnlySpan<byte> body, int at, out int first)
    {
        var start = body[at..].IndexOf("stream"u8) + at;
        var dictionary = body[Math.Max(0, body[..at].LastIndexOf("obj"u8))..Math.Max(start, at)];
        first = NumberAfter(dictionary, "/First"u8) ?? -1;
        if (start <= at || first < 0)
        {
            return [];
        }

        var unpacked = Inflate(body[(start + "stream"u8.Length)..].TrimStart("\r\n"u8));
        return first <= unpacked.Length ? unpacked : [];
    }

    private static ReadOnlySpan<byte> Inflate(ReadOnlySpan<byte> deflated)
    {
        var result = new byte[LargestObjectStream];
        var length = 0;
        using var stream = new ZLibStream(
            new MemoryStream(deflated[..Math.Min(deflated.Length, LargestObjectStream)].ToArray()), CompressionMode.Decompress);
        try
        {
            for (int read; length < result.Length && (read = stream.Read(result, length, result.Length - length)) > 0; length += read)
            {
            }
        }
        catch (InvalidDataException)
        {
            // Cut off or damaged here; what came before is good.
        }

        return result.AsSpan(0, length);
    }
}
