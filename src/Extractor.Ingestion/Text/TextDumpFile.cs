using System.Collections.Immutable;
using System.Text;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;

namespace Extractor.Ingestion.Text;

/// <summary>A file of tab-separated text that another program took out of a document. It is one page.</summary>
public static class TextDumpFile
{
    /// <summary>More text than a thousand forms have.</summary>
    private const int MostBytes = 30_000_000;

    /// <summary>Of a character as wide as it is high, and of one half as wide.</summary>
    private const double FullWidth = TextDump.LineHeight, HalfWidth = TextDump.LineHeight / 2;

    /// <summary>Takes UTF-8, UTF-16 with a byte order mark, or GB18030.</summary>
    /// <param name="fileName">For the head only.</param>
    public static DocumentOpening Open(string fileName, ReadOnlySpan<byte> content)
    {
        if (content.Length > MostBytes)
        {
            return new RefusedDocument(OpenFailure.TooLarge, $"{content.Length / 1_000_000} MB of text, more than {MostBytes / 1_000_000} MB");
        }

        if (Decode(content) is not { } text)
        {
            return new RefusedDocument(OpenFailure.UnknownKind, "");
        }

        if (!text.Contains('\t', StringComparison.Ordinal))
        {
            return new RefusedDocument(OpenFailure.UnknownKind, "text without tabs, which holds no table");
        }

        var lines = Lines(text);
        var width = lines.SelectMany(line => line.Cells).Select(cell => cell.Box.Right).DefaultIfEmpty().Max();
        var page = new TextDump(1, width, lines.Length * TextDump.LineHeight, lines);
        return new OpenedDocument(new WholeDocument(fileName, content, "text/tab-separated-values", [page], []));
    }

    /// <summary>Could the bytes be text at all? Control characters that no text has say that they are not.</summary>
    public static bool LooksLikeText(ReadOnlySpan<byte> start) =>
        !start.IsEmpty && (HasByteOrderMark16(start) || start.IndexOfAnyInRange((byte)0, (byte)8) < 0);

    private static string? Decode(ReadOnlySpan<byte> content)
    {
        if (HasByteOrderMark16(content))
        {
            return Decode(new UnicodeEncoding(bigEndian: content[0] == 0xFE, byteOrderMark: true, throwOnInvalidBytes: true), content[2..]);
        }

        var body = content.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? content[3..] : content;
        return !LooksLikeText(body) ? null
            : Decode(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), body)
                ?? Decode(CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!, body);
    }

    private static string? Decode(Encoding encoding, ReadOnlySpan<byte> content)
    {
        try
        {
            return encoding.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool HasByteOrderMark16(ReadOnlySpan<byte> content) => content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    private static ImmutableArray<DumpLine> Lines(string text)
    {
        var lines = ImmutableArray.CreateBuilder<DumpLine>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var top = lines.Count * TextDump.LineHeight;
            var left = 0.0;
            var cells = ImmutableArray.CreateBuilder<DumpCell>();
            foreach (var cell in line.Split('\t'))
            {
                var right = left + cell.Sum(Width);
                cells.Add(new DumpCell(cell, new Box(left, top, right, top + TextDump.LineHeight)));
                left = right + HalfWidth;
            }

            lines.Add(new DumpLine(lines.Count + 1, cells.ToImmutable()));
        }

        return lines.ToImmutable();
    }

    private static double Width(char character) => character < '\u2000' ? HalfWidth : FullWidth;
}
