using System.Collections.Immutable;
using System.Text;
using Extractor.Core.Pages;
using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr.Confidence;

namespace Extractor.Ingestion.Ocr.Marks;

/// <summary>Makes examples of generated scans, of which every word is known.</summary>
public static class MarkPages
{
    private const double DotsPerInch = 300;

    /// <summary>Reads lines without the model that is to be fitted.</summary>
    private static readonly Lazy<Paddle.PaddleRecognizer> Recognizer = new(() => Paddle.PaddleRecognizer.Load(OcrModels.Shipped));

    /// <summary>The mirror images of signs, where they are signs too: what is rare is learned from what is not.</summary>
    private const string Signs = "≥≤><", Mirrored = "≤≥<>";

    /// <summary>How large and how low a line might be taken for: neither is measured to the pixel.</summary>
    private static readonly ImmutableArray<(double Size, double Down)> Looks = [(1.06, 0.03), (0.95, -0.03)];

    /// <summary>The marks of a scan, and what may be taken for one; without those of which what is printed cannot be said.</summary>
    /// <param name="document">Its number among those that are learned from.</param>
    /// <param name="words">The file that the generator wrote beside the scan.</param>
    /// <exception cref="System.Text.Json.JsonException">The second file is none of the generator's.</exception>
    /// <exception cref="OcrUnavailableException">The engine or its weights are missing or damaged.</exception>
    public static IReadOnlyList<MarkExample> Of(int document, string fileName, byte[] scan, ReadOnlyMemory<byte> words)
    {
        ArgumentNullException.ThrowIfNull(scan);
        var truths = PrintedTruth.Pages(words);
        var examples = new List<MarkExample>();
        if (DocumentFile.Open(fileName, scan) is not OpenedDocument { File: IPicturedFile file })
        {
            return examples;
        }

        using (file)
        {
            for (var number = 1; number <= Math.Min(truths.Length, file.Head.PageCount); number++)
            {
                if (file.ReadPage(number) is UnreadPage { Width: > 0, Height: > 0 } unread && file.RenderPage(number, DotsPerInch) is { } picture)
                {
                    examples.AddRange(Of(document, picture, unread, truths[number - 1]));
                }
            }
        }

        return examples;
    }

    private static IEnumerable<MarkExample> Of(int document, Raster picture, UnreadPage unread, PrintedTruth truth)
    {
        var recognizer = new ReadOnce(Recognizer.Value);
        var page = PictureReader.Straight(picture, unread, recognizer);
        var straight = truth.TurnedBack(page.Turn.Degrees, unread.Width, unread.Height);
        return page.Turn.Quarters != 0 ? [] :
            from part in LineReader.AsRecognized(page, recognizer)
            from line in part
            let printed = straight.In(page.Points(line.Box))
            where printed is not null
            from example in Of(document, line, printed, page.Grey)
            select example;
    }

    /// <summary>The candidates of a line, each with what is printed there; without those of which that cannot be said.</summary>
    /// <param name="printed">Without blanks.</param>
    internal static IEnumerable<MarkExample> Of(int document, PlacedLine line, string printed, Grey page)
    {
        var places = Enumerable.Range(0, line.Characters.Length).Where(i => !Rune.IsWhiteSpace(line.Characters[i].Rune)).ToArray();
        if (!places.All(at => line.Characters[at].Rune.IsBmp))
        {
            yield break;
        }

        var pairs = Alignment.Of(string.Concat(places.Select(at => line.Characters[at].Rune.ToString())), printed);
        foreach (var (i, at) in places.Index())
        {
            if (pairs[i] is { } there && MarkFeatures.IsCandidate(line, at))
            {
                var sign = new Rune(printed[there]);
                foreach (var (character, ink, isMade, shown) in Seen(line, at, sign, page))
                {
                    yield return new MarkExample(document, line.Characters[at].Rune, shown, [.. Figures(character, line, at, ink)]) { IsMade = isMade };
                }

                foreach (var (size, down) in Looks)
                {
                    var look = line with { Em = line.Em * size, Box = line.Box.Moved((int)Math.Round(down * line.Em)) };
                    yield return new MarkExample(document, line.Characters[at].Rune, sign, [.. Figures(line.Characters[at], look, at, page)]) { IsMade = true };
                }

                if (at == 0 && Punctuation.IsFigure(line, 1))
                {
                    yield return new MarkExample(document, line.Characters[at].Rune, sign, [.. Figures(line.Characters[at], BehindHan(line), 1, page)]) { IsMade = true };
                }
            }
        }
    }

    private static float[] Figures(PlacedCharacter character, PlacedLine line, int at, Grey page) =>
        MarkFeatures.Of(character, line, at, page, MarkFeatures.Darkest(page, line.Box));

    /// <summary>A character as it was seen, and as it might have been.</summary>
    private static IEnumerable<(PlacedCharacter Character, Grey Page, bool IsMade, Rune Printed)> Seen(PlacedLine line, int at, Rune printed, Grey page)
    {
        var character = line.Characters[at];
        yield return (character, page, false, printed);
        if (MarkClasses.Of(printed) == MarkClasses.None)
        {
            yield break;
        }

        // The recogniser passes over marks.
        var passedOver = character with { Read = character.Read with { Confidence = 0 } };
        yield return (passedOver, page, true, printed);
        if (printed.Value is '“' or '”')
        {
            var (drawn, straight) = StraightQuote.Draw(character, line.Em, page);
            yield return (drawn with { Read = character.Read with { Character = new Rune('"') } }, straight, true, new Rune('"'));
            yield return (drawn with { Read = character.Read with { Confidence = 0 } }, straight, true, new Rune('"'));
        }

        if (printed.Value == '%' && Punctuation.IsFigure(line, at - 1))
        {
            // It says a figure for it.
            yield return (character with { Read = line.Characters[at - 1].Read }, page, true, printed);
        }

        if (Signs.IndexOf((char)printed.Value) is >= 0 and var sign)
        {
            var (mirror, mirrored) = (Mirror(page, character.Ink), new Rune(Mirrored[sign]));
            yield return (Mirror(character), mirror, true, mirrored);
            yield return (passedOver, mirror, true, mirrored);
            if (Punctuation.IsFigure(line, at + 1))
            {
                // It says the figure behind a bound twice.
                yield return (character with { Read = line.Characters[at + 1].Read }, page, true, printed);
                yield return (character with { Read = line.Characters[at + 1].Read }, mirror, true, mirrored);
            }
        }
    }

    /// <summary>The line as it would be behind a Chinese character, as that of a cell beside it that was not parted from it.</summary>
    private static PlacedLine BehindHan(PlacedLine line)
    {
        const double Gap = 0.35;
        var (em, first) = ((int)line.Em, line.Characters[0]);
        var right = first.Ink.Left - (int)(Gap * em);
        var box = new PixelBox(right - em, line.Box.Top, right, line.Box.Bottom);
        var han = new PlacedCharacter(new RecognizedCharacter(new Rune('数'), 0, 1, []), box, box);
        return line with { Characters = line.Characters.Insert(0, han), Box = line.Box with { Left = box.Left } };
    }

    private static PlacedCharacter Mirror(PlacedCharacter character) => character with
    {
        Read = character.Read with
        {
            Character = Mirror(character.Rune),
            Others = [.. character.Read.Others.Select(other => other with { Character = Mirror(other.Character) })],
        },
    };

    private static Rune Mirror(Rune rune) => rune.IsBmp && Signs.IndexOf((char)rune.Value) is >= 0 and var sign ? new Rune(Mirrored[sign]) : rune;

    private static Grey Mirror(Grey page, PixelBox box)
    {
        var samples = page.Samples.ToArray();
        for (var y = box.Top; y < box.Bottom; y++)
        {
            samples.AsSpan((y * page.Width) + box.Left, box.Width).Reverse();
        }

        return page with { Samples = samples };
    }
}
