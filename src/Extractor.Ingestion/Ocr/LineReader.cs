using System.Collections.Immutable;
using System.Text;
using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr.Confidence;
using Extractor.Ingestion.Ocr.Marks;

namespace Extractor.Ingestion.Ocr;

/// <summary>A line of text on a page, and which part of the page it is in: a cell, or what is around the tables.</summary>
/// <param name="Box">Tight around the ink.</param>
/// <param name="IsAloneInCell">Nothing else is in the cell, and it is no smaller than a letter.</param>
/// <param name="IsInTable">It is in a cell.</param>
internal readonly record struct TextSpot(PixelBox Box, int Part, bool IsAloneInCell, bool IsInTable)
{
    /// <summary>It was one line with others beside it: a mark alone is no dust.</summary>
    public bool IsOfLine { get; init; }
}

/// <summary>A line that was read, and how sure that is.</summary>
/// <param name="Confidence">The probability that it is right.</param>
/// <param name="Alternatives">What else it may say, the likeliest first.</param>
internal sealed record WeighedLine(PlacedLine Line, LineEvidence Evidence, double Confidence, ImmutableArray<string> Alternatives);

/// <summary>From the places of lines to what they say: the first engine, then what shapes tell better, then the second engine's vote.</summary>
internal static class LineReader
{
    /// <summary>A text of which every character is surer than this needs no second reading; nor does a longer one, that no second engine reads without a slip.</summary>
    internal const double SureText = 0.9;
    private const int LongText = 24;

    /// <summary>Other readings are kept of lines less sure than this, and at most so many.</summary>
    private const double NoDoubt = 0.998;
    private const int MostAlternatives = 4;

    /// <summary>A number of which a point may be a comma is no surer than this.</summary>
    private const double MostOfMarkInDoubt = 0.9;

    public static ImmutableArray<WeighedLine> Read(StraightPicture page, Recognizers recognizers)
    {
        var lines = WithPartsReadAgain(page, FirstReading(page, recognizers), recognizers);
        var seconds = SecondReadings(page, lines, recognizers);
        var sureness = Sureness(lines);
        return [.. lines.Select((line, i) => Weighed(page, SecondCharacter.Completed(line, seconds[i]), seconds[i], sureness, recognizers.Confidence))];
    }

    /// <summary>Long lines, in which the second engine has read where a character was passed over.</summary>
    private static ImmutableArray<PlacedLine> WithPartsReadAgain(StraightPicture page, ImmutableArray<PlacedLine> lines, Recognizers recognizers)
    {
        (int Line, (int From, int To) Part)[] asked =
            [.. lines.Index().Where(line => line.Item.Characters.Length > LongText).SelectMany(line => SecondCharacter.Part(line.Item) is { } part ? new[] { (line.Index, part) } : [])];
        if (asked.Length == 0 || recognizers.Texts is not { } second)
        {
            return lines;
        }

        var completed = lines.ToArray();
        foreach (var ((line, part), read) in asked.Zip(second.Read(page.Grey, [.. asked.Select(of => SecondCharacter.BoxOf(lines[of.Line], of.Part))])))
        {
            completed[line] = SecondCharacter.Completed(lines[line], part, read);
        }

        return [.. completed];
    }

    /// <summary>How sure the lines of the page are: all but one in ten are surer.</summary>
    private static double Sureness(ImmutableArray<PlacedLine> lines)
    {
        const int OneIn = 10;
        return lines.IsEmpty ? 0 : lines.Select(line => line.Least).Order().ElementAt(lines.Length / OneIn);
    }

    private static ImmutableArray<PlacedLine> FirstReading(StraightPicture page, Recognizers recognizers)
    {
        var marks = new MarkReader(page.Grey, page.Ink, recognizers.Marks);
        var lines = AsRecognized(page, recognizers.First).SelectMany(part => Punctuation.Corrected([.. part.Select(SplitCharacters.Joined)], marks)).ToImmutableArray();
        return [.. BracketsOfPage.Alike(WideOnes.AsFours(lines)).Select(MarksOfPart.WithoutBlanksBesideWideForms)];
    }

    /// <summary>The lines of each part of the page as the first engine sees them, before shapes and places correct their marks.</summary>
    internal static ImmutableArray<ImmutableArray<PlacedLine>> AsRecognized(StraightPicture page, IRecognizer recognizer)
    {
        var isDash = page.Spots.Select(spot => LoneMarks.IsDash(spot.Box, page.DotsPerInch, page.LineHeight)).ToArray();
        var dots = page.Spots.Select(spot => spot.IsInTable ? LoneMarks.Ellipsis(spot.Box, page.Ink, page.LineHeight) : null).ToArray();
        var cuts = page.Spots.Select(spot => page.Cut(spot.Box)).ToArray();
        var asked = Enumerable.Range(0, cuts.Length).Where(i => !isDash[i] && dots[i] is null).ToArray();
        var seen = new Queue<RecognizedLine>(WithFrames(page, recognizer, asked, cuts, WithSealsOrWithout(page, recognizer, [.. asked.Select(i => cuts[i])])));
        var lines = new List<(int Part, PlacedLine Line)>();
        foreach (var (i, spot) in page.Spots.Index())
        {
            var read = dots[i] ?? (isDash[i] ? LoneMarks.Dash : LoneMarks.Corrected(seen.Dequeue(), spot.Box, page.Ink, page.LineHeight));
            read = read.Characters.IsEmpty && (spot.IsAloneInCell || IsPassedOver(spot)) ? LoneMarks.Unread : read;
            if (spot.IsInTable || spot.IsOfLine ? !read.Characters.IsEmpty : SaysSomething(read))
            {
                lines.Add((spot.Part, PlacedLine.Of(Numbers.Chosen(read), spot.Box, isDash[i] ? spot.Box : cuts[i], page.Ink, page.LineHeight)));
            }
        }

        return [.. lines.GroupBy(line => line.Part).Select(part => part.Select(line => line.Line).ToImmutableArray())];

        // What is left of a seal is as large as a character too.
        bool IsPassedOver(TextSpot spot) => spot.IsInTable && LoneCharacters.IsLetter(spot.Box, page.LineHeight) && page.SealOverlap(spot.Box) == 0;
    }

    /// <param name="asked">The spots that were read.</param>
    /// <param name="cuts">By spot.</param>
    private static RecognizedLine[] WithFrames(StraightPicture page, IRecognizer recognizer, int[] asked, PixelBox[] cuts, IReadOnlyList<RecognizedLine> read)
    {
        var framed = read.ToArray();
        var inDoubt = Enumerable.Range(0, asked.Length).Where(i => LoneCharacters.IsInDoubt(read[i], page.Spots[asked[i]].Box, page.LineHeight)).ToArray();
        var again = LoneCharacters.InFrames(page.Grey, [.. inDoubt.Select(i => read[i])], [.. inDoubt.Select(i => cuts[asked[i]])], page.LineHeight, recognizer);
        foreach (var (i, line) in inDoubt.Zip(again))
        {
            framed[i] = line;
        }

        return framed;
    }

    /// <summary>What is not read with certainty where a grey seal was taken out is read with it too: the surer of both counts.</summary>
    private static IReadOnlyList<RecognizedLine> WithSealsOrWithout(StraightPicture page, IRecognizer recognizer, PixelBox[] cuts)
    {
        var read = recognizer.Read(page.Grey, cuts);
        if (page.WithSeals is null)
        {
            return read;
        }

        var surer = read.ToArray();
        var unsure = Enumerable.Range(0, cuts.Length).Where(i => read[i].LeastConfidence < SureText).ToArray();
        foreach (var (i, other) in unsure.Zip(recognizer.Read(page.WithSeals, [.. unsure.Select(i => cuts[i])])))
        {
            surer[i] = other.LeastConfidence > read[i].LeastConfidence ? other : read[i];
        }

        return surer;
    }

    /// <summary>Around tables a mark alone is dust, or what is left of the edge of a sheet.</summary>
    private static bool SaysSomething(RecognizedLine line) => line.Characters.Any(character => Rune.IsLetterOrDigit(character.Character));

    /// <summary>By line; null where none was asked for.</summary>
    private static RecognizedLine?[] SecondReadings(StraightPicture page, ImmutableArray<PlacedLine> lines, Recognizers recognizers)
    {
        var seconds = new RecognizedLine?[lines.Length];
        Ask(() => recognizers.Numbers, Numbers.IsNumber);
        Ask(() => recognizers.Texts, line => !Numbers.IsNumber(line) && line.Characters.Length is > 1 and <= LongText && line.Least < SureText);
        return seconds;

        void Ask(Func<IRecognizer?> engine, Func<PlacedLine, bool> needed)
        {
            var asked = Enumerable.Range(0, lines.Length).Where(i => needed(lines[i])).ToArray();
            if (asked.Length > 0 && engine() is { } recognizer)
            {
                foreach (var (i, read) in asked.Zip(recognizer.Read(page.Grey, [.. asked.Select(i => lines[i].Box)])))
                {
                    seconds[i] = read;
                }
            }
        }
    }

    private static WeighedLine Weighed(StraightPicture page, PlacedLine line, RecognizedLine? second, double sureness, ConfidenceModel? model)
    {
        var evidence = new LineEvidence(line.Text, line.Least, line.Characters.Average(character => character.Read.Confidence))
        {
            Second = second?.Text,
            IsNumber = Numbers.IsNumber(line),
            SmallestMargin = line.Characters.Min(character => Margin(character.Read)),
            SealOverlap = page.SealOverlap(line.Box),
            Contrast = Contrast(page, line.Box),
            InkHeight = line.Box.Height,
            PageSureness = sureness,
        };
        // Of a coarse scan both engines say the same of a comma.
        var most = evidence.IsNumber && Punctuation.HasMarkInDoubt(line) ? MostOfMarkInDoubt : 1;
        var confidence = Math.Min(most, model?.Probability(evidence) ?? line.Least);
        return new WeighedLine(line, evidence, confidence, confidence < NoDoubt ? Alternatives(line, second?.Text) : []);
    }

    private static double Margin(RecognizedCharacter read) => read.Confidence - (read.Others.IsEmpty ? 0 : read.Others[0].Probability);

    /// <summary>The same line with one character read otherwise, the likeliest first; before all what the second engine says.</summary>
    private static ImmutableArray<string> Alternatives(PlacedLine line, string? second)
    {
        var others =
            from i in Enumerable.Range(0, line.Characters.Length)
            let read = line.Characters[i].Read
            from other in read.Others
            orderby other.Probability / Math.Max(read.Confidence, 0.001) descending
            select string.Concat(line.Characters.Select((character, at) => (at == i ? other.Character : character.Rune).ToString()));
        return
        [
            .. (string.IsNullOrEmpty(second) ? others : others.Prepend(second))
                .Where(text => text != line.Text).Distinct(StringComparer.Ordinal).Take(MostAlternatives),
        ];
    }

    /// <summary>By how much ink is darker than paper.</summary>
    private static double Contrast(StraightPicture page, PixelBox line)
    {
        long sum = 0, count = 0;
        for (var y = line.Top; y < line.Bottom; y++)
        {
            var ink = page.Ink.Row(y);
            var grey = page.Grey.Row(y);
            for (var x = line.Left; x < line.Right; x++)
            {
                (sum, count) = ink[x] == 1 ? (sum + grey[x], count + 1) : (sum, count);
            }
        }

        return count == 0 ? 0 : 1 - ((double)sum / count / byte.MaxValue);
    }
}
