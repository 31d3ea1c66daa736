using System.Globalization;
using System.Text;

namespace Extractor.Pipeline.Intake;

/// <summary>Names of the entries of ZIP files: how they are written, and how they are shown.</summary>
internal static class ZipNames
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>What Chinese Windows writes, and all of Unicode besides.</summary>
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>What the format names as its own (APPNOTE 6.3.10, appendix D).</summary>
    private static readonly Encoding Cp437 = CodePagesEncodingProvider.Instance.GetEncoding(437)!;

    /// <summary>By its mark; without one it is GB 18030 where it can be, unless it is UTF-8 that somebody forgot to mark.</summary>
    public static string Decode(ReadOnlySpan<byte> name, bool isUtf8)
    {
        var utf8 = TryDecode(name, Utf8);
        if (utf8 is not null && (isUtf8 || IsPlain(utf8) || utf8.Any(IsChinese)))
        {
            return utf8;
        }

        return TryDecode(name, Gb18030) ?? Cp437.GetString(name);
    }

    /// <summary>
    /// The name as a label that is safe to show and to name a file after: what leads upwards or to a root is left out, as is
    /// what a terminal would obey.
    /// </summary>
    public static string Label(string name)
    {
        var segments = name.Split('/').Where(segment => segment is not ("" or "." or "..")).Select(Visible);
        return string.Join('/', segments) is { Length: > 0 } label ? label : "_";
    }

    /// <summary>Does the name lead out of the archive: upwards, to a root, to a drive?</summary>
    public static bool LeadsOut(string name) =>
        name.StartsWith('/') || name is [_, ':', ..] || name.Split('/').Contains("..") || name.Contains('\0', StringComparison.Ordinal);

    private static string Visible(string segment) => string.Concat(segment.Select(c =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? '_' : c));

    private static bool IsPlain(string text) => text.All(char.IsAscii);

    /// <summary>Three bytes of UTF-8 that make a Chinese character are hardly ever meant as anything else.</summary>
    private static bool IsChinese(char c) => c is >= '\u3000' and <= '\u9fff' or >= '\uff00' and <= '\uffef';

    private static string? TryDecode(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
