using System.Text;

namespace Extractor.Core.Pages;

/// <summary>What a file's first bytes say that it is.</summary>
public enum ContentKind
{
    /// <summary>Nothing that is read.</summary>
    Other,

    Pdf,

    /// <summary>An archive, or a document of the kinds that are archives inside.</summary>
    Zip,

    /// <summary>A web page.</summary>
    Html,

    /// <summary>What looks like a part of a web page: without its beginning, or a text that begins with a table.</summary>
    HtmlFragment,

    Png,
    Jpeg,
    Tiff,

    /// <summary>A compound file: Word and Excel before 2007, and newer ones that are encrypted.</summary>
    OldOffice,
}

/// <summary>What a file is by its first bytes; its name says nothing.</summary>
/// <param name="Name">The name of the format for a person, or null where it is not known.</param>
public readonly record struct Signature(ContentKind Kind, string? Name)
{
    /// <summary>PDF readers look for the header in the first 1,024 bytes (ISO 32000-1, Annex H, note 13).</summary>
    public const int BytesNeeded = 1024;

    private static readonly (byte[] Start, ContentKind Kind, string Name)[] Known =
    [
        ("PK\x03\x04"u8.ToArray(), ContentKind.Zip, "ZIP"),
        ("PK\x05\x06"u8.ToArray(), ContentKind.Zip, "ZIP"),
        ([0xFF, 0xD8, 0xFF], ContentKind.Jpeg, "JPEG"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], ContentKind.Png, "PNG"),
        ("II*\0"u8.ToArray(), ContentKind.Tiff, "TIFF"),
        ("MM\0*"u8.ToArray(), ContentKind.Tiff, "TIFF"),
        ([0xD0, 0xCF, 0x11, 0xE0], ContentKind.OldOffice, "Microsoft Office 97"),
        ("GIF8"u8.ToArray(), ContentKind.Other, "GIF"),
        ("BM"u8.ToArray(), ContentKind.Other, "BMP"),
        ("Rar!"u8.ToArray(), ContentKind.Other, "RAR"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], ContentKind.Other, "7-Zip"),
        ([0x1F, 0x8B], ContentKind.Other, "gzip"),
        ("{\\rtf"u8.ToArray(), ContentKind.Other, "RTF"),
        ("%!PS"u8.ToArray(), ContentKind.Other, "PostScript"),
    ];

    private static readonly string[] HtmlStarts = ["<!doctype html", "<html"];

    /// <summary>Elements that a web page without its beginning, or a part of one, has near its start.</summary>
    private static readonly string[] HtmlElements =
        ["<html", "<head", "<body", "<script", "<meta", "<table", "<div", "<center", "<title", "<style"];

    /// <param name="start">The first <see cref="BytesNeeded"/> bytes, or all of a shorter file.</param>
    public static Signature Of(ReadOnlySpan<byte> start)
    {
        start = start[..Math.Min(start.Length, BytesNeeded)];
        foreach (var (prefix, kind, name) in Known)
        {
            if (start.StartsWith(prefix))
            {
                return new Signature(kind, name);
            }
        }

        return start.IndexOf("%PDF-"u8) >= 0 ? new Signature(ContentKind.Pdf, "PDF") : OfText(Text(start));
    }

    private static Signature OfText(string text)
    {
        var isXml = text.StartsWith("<?xml", StringComparison.Ordinal);
        if (!text.StartsWith('<') || (isXml && !text.Contains("<html", StringComparison.OrdinalIgnoreCase)))
        {
            return new Signature(ContentKind.Other, isXml ? "XML" : null);
        }

        return HtmlStarts.Any(start => text.StartsWith(start, StringComparison.OrdinalIgnoreCase)) || isXml
            ? new Signature(ContentKind.Html, "HTML")
            : HtmlElements.Any(element => text.Contains(element, StringComparison.OrdinalIgnoreCase))
                ? new Signature(ContentKind.HtmlFragment, "HTML")
                : default;
    }

    private static string Text(ReadOnlySpan<byte> start)
    {
        var encoding = start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode
            : start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode
            : Encoding.UTF8;
        return encoding.GetString(start).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
    }
}
