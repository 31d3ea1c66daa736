namespace Extractor.Pipeline.Intake;

/// <summary>What a file is by its first bytes; its name says nothing.</summary>
public static class Signature
{
    /// <summary>PDF readers look for the header in the first 1,024 bytes (ISO 32000-1, Annex H, note 13).</summary>
    public const int BytesNeeded = 1024;

    private static readonly (byte[] Start, string Kind)[] Known =
    [
        ("PK\x03\x04"u8.ToArray(), "ZIP"),
        ([0xFF, 0xD8, 0xFF], "JPEG"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "PNG"),
        ("GIF8"u8.ToArray(), "GIF"),
        ("II*\0"u8.ToArray(), "TIFF"),
        ("MM\0*"u8.ToArray(), "TIFF"),
        ("BM"u8.ToArray(), "BMP"),
        ([0xD0, 0xCF, 0x11, 0xE0], "Microsoft Office 97"),
        ("Rar!"u8.ToArray(), "RAR"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "7-Zip"),
        ([0x1F, 0x8B], "gzip"),
        ("{\\rtf"u8.ToArray(), "RTF"),
        ("%!PS"u8.ToArray(), "PostScript"),
    ];

    private static readonly string[] HtmlStarts = ["<!doctype html", "<html", "<head", "<body", "<script"];

    public static bool IsPdf(ReadOnlySpan<byte> start) => start.IndexOf("%PDF-"u8) >= 0;

    /// <summary>The name of the format, or null where it is not known.</summary>
    public static string? Name(ReadOnlySpan<byte> start)
    {
        if (IsPdf(start))
        {
            return "PDF";
        }

        foreach (var (prefix, kind) in Known)
        {
            if (start.StartsWith(prefix))
            {
                return kind;
            }
        }

        var text = System.Text.Encoding.UTF8.GetString(start).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return HtmlStarts.Any(html => text.StartsWith(html, StringComparison.OrdinalIgnoreCase)) ? "HTML"
            : text.StartsWith("<?xml", StringComparison.Ordinal) ? "XML"
            : null;
    }
}
