using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;

namespace Extractor.Ingestion.Text;

/// <summary>A file of tab-separated text that another program took out of a document. It is one page.</summary>
public sealed class TextDumpFile
{
    /// <summary>More text than a thousand forms have.</summary>
    private const int MostBytes = 30_000_000;

    /// <summary>Of a character as wide as it is high, and of one half as wide.</summary>
    private const double FullWidth = TextDump.LineHeight, HalfWidth = TextDump.LineHeight / 2;

    private readonly TextDump page;

    private TextDumpFile(DocumentHead head, TextDump page) => (Head, this.page) = (head, page);

    public DocumentHead Head { get; }

    /// <summary>Takes UTF-8, UTF-16 with a byte order mark, or GB18030.</summary>
    /// <param name="fileName">For the head only.</param>
    public static TextOpening Open(string fileName, ReadOnlySpan<byte> content)
    {
        if (content.Length > MostBytes)
        {
            return new RefusedText(TextProblem.TooLarge, $"{content.Length / 1_000_000} MB of text, more than {MostBytes / 1_000_000} MB");
        }

        if (Decode(content) is not { } text)
        {
            return new RefusedText(TextProblem.NotText, "neither UTF-8 nor GB18030");
        }

        if (!text.Contains('\t', StringComparison.Ordinal))
        {
            return new RefusedText(TextProblem.NoTable, "text without tabs: it holds no table");
        }

        var lines = Lines(text);
        var width = lines.SelectMany(line => line.Cells).Select(cell => cell.Box.Right).DefaultIfEmpty().Max();
        var head = new DocumentHead(fileName, Convert.ToHexStringLower(SHA256.HashData(content)), 1, "text/tab-separated-values", []);
        return new OpenedText(new TextDumpFile(head, new TextDump(1, width, lines.Length * TextDump.LineHeight, lines)));
    }

    /// <summary>Could the bytes be text at all? Control characters that no text has say that they are not.</summary>
    public static bool LooksLikeText(ReadOnlySpan<byte> start) =>
        !start.IsEmpty && (HasByteOrderMark16(start) || start.IndexOfAnyInRange((byte)0, (byte)8) < 0);

    /// <param name="number">1: there is no other.</param>
    public PageReading ReadPage(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(number, 1);
        return page;
    }

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

/// <summary>What came of opening a text: <see cref="OpenedText"/> or <see cref="RefusedText"/>.</summary>
public abstract record TextOpening;

public sealed record OpenedText(TextDumpFile File) : TextOpening;

/// <param name="Message">In plain words.</param>
public sealed record RefusedText(TextProblem Reason, string Message) : TextOpening;

/// <summary>Why a text was not taken.</summary>
public enum TextProblem
{
    /// <summary>Its bytes are no text in a known encoding.</summary>
    NotText,

    /// <summary>It is text, and no cell is parted from another.</summary>
    NoTable,

    /// <summary>More than is read at once.</summary>
    TooLarge,
}
