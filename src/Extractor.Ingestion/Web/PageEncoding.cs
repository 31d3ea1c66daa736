using System.Text;
using System.Text.RegularExpressions;

namespace Extractor.Ingestion.Web;

/// <summary>Bytes of a web page to text: by byte order mark, by what the page says of itself where that can be true, else by what fits.</summary>
internal static partial class PageEncoding
{
    /// <summary>Where browsers look for the declaration, and some more: published pages put comments before it.</summary>
    private const int DeclaredWithin = 4096;

    /// <summary>Superset of GB 2312 and GBK, which Chinese pages without Unicode are in.</summary>
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        54936, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback)!;

    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    public static string Decode(byte[] content)
    {
        switch (content)
        {
            case [0xEF, 0xBB, 0xBF, ..]: return Encoding.UTF8.GetString(content.AsSpan(3));
            case [0xFF, 0xFE, ..]: return Encoding.Unicode.GetString(content.AsSpan(2));
            case [0xFE, 0xFF, ..]: return Encoding.BigEndianUnicode.GetString(content.AsSpan(2));
        }

        var declared = Declared(content);
        if (declared is null || declared is UTF8Encoding || declared.CodePage == Gb18030.CodePage)
        {
            // Bytes that are UTF-8 are hardly ever anything else, whatever the page says.
            return TryUtf8(content) ?? Gb18030.GetString(content);
        }

        return declared.GetString(content);
    }

    private static string? TryUtf8(byte[] content)
    {
        try
        {
            return StrictUtf8.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Null where it declares none that is known.</summary>
    private static Encoding? Declared(byte[] content)
    {
        var start = Encoding.Latin1.GetString(content, 0, Math.Min(content.Length, DeclaredWithin));
        var name = Declaration().Match(start).Groups["name"].Value.ToLowerInvariant();
        if (name.Length == 0)
        {
            return null;
        }

        if (name is "gb2312" or "gbk" or "gb18030" or "x-gbk" or "gb_2312-80" or "hz-gb-2312")
        {
            return Gb18030;
        }

        try
        {
            // A declaration that could be read byte by byte is not of UTF-16.
            return name.StartsWith("utf", StringComparison.Ordinal) ? Encoding.UTF8
                : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("""(?:charset|encoding)\s*=\s*["']?\s*(?<name>[A-Za-z0-9_:.-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Declaration();
}
