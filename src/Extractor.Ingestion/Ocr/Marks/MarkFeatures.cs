using System.Text;
using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Ocr.Marks;

/// <summary>
/// The figures that a mark is told by: the ink around it, in place; its own ink, as large as it goes; its size and the gaps
/// beside it; what stands beside it; what the recogniser holds it for.
/// </summary>
internal static class MarkFeatures
{
    /// <summary>Named by the file of a model: one that was fitted to other figures is of another version.</summary>
    public const string Version = "marks 1";

    /// <summary>Fields a side, and the width of the ink around the mark in ems.</summary>
    private const int AroundSide = 16, OwnSide = 14;
    private const double Around = 1.28, LeastOwn = 0.2, OwnMargin = 1.15;

    private const int Patches = (AroundSide * AroundSide) + (OwnSide * OwnSide);
    private const int Sizes = 14, Kinds = 7, LineFacts = 5;

    /// <summary>Kinds of characters.</summary>
    private const int Figure = 1, Letter = 2, Han = 3;

    /// <summary>A gap that is wider says no more.</summary>
    private const double WidestGap = 1.2;

    /// <summary>What the recogniser holds less likely it does not tell.</summary>
    private const double LeastProbability = 0.001;

    public static int Count { get; } = Patches + Sizes + (2 * Kinds) + LineFacts + MarkClasses.Count + Kinds;

    /// <summary>
    /// Marks, what looks like them, and what a mark may be taken for: the first character before a figure, a letter before one or
    /// alone, a figure behind one or alone that is not quite sure, and what may be a mark to the recogniser.
    /// </summary>
    public static bool IsCandidate(PlacedLine line, int at)
    {
        const double QuiteSure = 0.98;
        var character = line.Characters[at];
        var (kind, isAlone) = (KindOf(character.Rune), line.Characters.Length == 1);
        return character.HasInk
            && (MarkClasses.Of(character.Rune) != MarkClasses.None || LikeMarks.Contains((char)character.Rune.Value)
                || (at == 0 && kind != Han && Punctuation.IsFigure(line, 1))
                || (kind == Letter && (isAlone || Punctuation.IsFigure(line, at + 1)))
                || (kind == Figure && character.Read.Confidence < QuiteSure && (isAlone || IsLikePerCent(line, at)))
                || character.Read.Others.Any(other => MarkClasses.Of(other.Character) != MarkClasses.None));
    }

    /// <summary>Whether a figure is one that % is taken for, behind another one and before none.</summary>
    public static bool IsLikePerCent(PlacedLine line, int at) =>
        line.Characters[at].Rune.Value is '9' or '6' or '8' or '3' or '0' && Punctuation.IsFigure(line, at - 1) && !Punctuation.IsFigure(line, at + 1);

    private const string LikeMarks = "Λ∧∨∠一_'‘’′″`´〃°¨^*!|√〓<>";

    /// <param name="character">As the line has it, or a part of that.</param>
    /// <param name="darkest">How dark ink is on the line: <see cref="Darkest"/>.</param>
    public static float[] Of(PlacedCharacter character, PlacedLine line, int at, Grey page, double darkest)
    {
        var features = new float[Count];
        var (ink, em) = (character.Ink, line.Em);
        var (middleX, middleY) = ((ink.Left + ink.Right) / 2.0, (line.Box.Top + line.Box.Bottom) / 2.0);
        MarkPatch.Sample(
            page, middleX - (Around * em / 2), middleY - (Around * em / 2), Around * em, (0, page.Width), darkest, AroundSide, features);
        var own = OwnMargin * Math.Max(Math.Max(ink.Width, ink.Height), LeastOwn * em);
        MarkPatch.Sample(
            page, middleX - (own / 2), ((ink.Top + ink.Bottom) / 2.0) - (own / 2), own, (ink.Left - 1, ink.Right + 1), darkest, OwnSide,
            features.AsSpan(AroundSide * AroundSide));
        var rest = features.AsSpan(Patches);
        rest = rest[WriteSizes(character, line, at, middleY, rest)..];
        rest[KindOf(line, at - 1)] = 1;
        rest[Kinds + KindOf(line, at + 1)] = 1;
        rest = rest[(2 * Kinds)..];
        rest[0] = at is 1 or 2 && Enumerable.Range(0, at).All(i => Punctuation.IsFigure(line, i)) ? 1 : 0;
        rest[1] = Numbers.IsNumber(line) ? 1 : 0;
        rest[2] = line.Characters.Any(other => PlacedLine.IsHan(other.Rune)) ? 1 : 0;
        rest[3] = line.Characters.Length == 1 ? 1 : 0;
        rest[4] = (float)line.Characters.Average(other => other.Read.Confidence);
        WriteRead(character.Read, rest[LineFacts..]);
        return features;
    }

    private static int WriteSizes(PlacedCharacter character, PlacedLine line, int at, double middleY, Span<float> sizes)
    {
        var (ink, em) = (character.Ink, line.Em);
        var (before, after) = (Neighbour(line, at, -1), Neighbour(line, at, 1));
        sizes[0] = (float)(ink.Width / em);
        sizes[1] = (float)(ink.Height / em);
        sizes[2] = (float)((ink.Top - middleY) / em);
        sizes[3] = (float)((ink.Bottom - middleY) / em);
        sizes[4] = Gap(before is { } left ? ink.Left - left.Right : null, em);
        sizes[5] = Gap(after is { } right ? right.Left - ink.Right : null, em);
        sizes[6] = before is null ? 1 : 0;
        sizes[7] = after is null ? 1 : 0;
        sizes[8] = before is { } one ? (float)Math.Min(2, (double)ink.Height / one.Height) : 1;
        sizes[9] = after is { } next ? (float)Math.Min(2, (double)ink.Height / next.Height) : 1;
        sizes[10] = (float)(line.Box.Height / em);
        sizes[11] = (float)Math.Min(3, Math.Log(1 + ((double)ink.Width / ink.Height)));
        sizes[12] = (float)((ink.Top - line.Box.Top) / em);
        sizes[13] = (float)((line.Box.Bottom - ink.Bottom) / em);
        return Sizes;
    }

    private static float Gap(int? pixels, double em) => pixels is { } gap ? (float)Math.Clamp(gap / em, -0.2, WidestGap) : (float)WidestGap;

    /// <summary>
    /// How likely the recogniser holds each class, from 0 to 1 by the logarithm, and the kind of what it says; nothing where it
    /// passed over the ink, and so is not sure at all.
    /// </summary>
    private static void WriteRead(RecognizedCharacter read, Span<float> figures)
    {
        if (read.Confidence <= 0)
        {
            return;
        }

        Raise(figures, MarkClasses.Of(read.Character), read.Confidence);
        foreach (var other in read.Others)
        {
            Raise(figures, MarkClasses.Of(other.Character), other.Probability);
        }

        figures[MarkClasses.Count + KindOf(read.Character)] = 1;

        static void Raise(Span<float> figures, int at, double probability) =>
            figures[at] = Math.Max(figures[at], (float)(1 - (Math.Log(Math.Clamp(probability, LeastProbability, 1)) / Math.Log(LeastProbability))));
    }

    /// <summary>The ink of the next character on a side, over spaces.</summary>
    private static PixelBox? Neighbour(PlacedLine line, int at, int step)
    {
        for (var i = at + step; i >= 0 && i < line.Characters.Length; i += step)
        {
            if (line.Characters[i].HasInk && !Rune.IsWhiteSpace(line.Characters[i].Rune))
            {
                return line.Characters[i].Ink;
            }
        }

        return null;
    }

    private static int KindOf(PlacedLine line, int at) => at < 0 || at >= line.Characters.Length ? 0 : KindOf(line.Characters[at].Rune);

    private static int KindOf(Rune rune) =>
        NumberSigns.IsFigure(rune) ? Figure
        : rune.Value is >= 'A' and <= 'Z' or >= 'a' and <= 'z' ? Letter
        : PlacedLine.IsHan(rune) ? Han
        : Rune.IsWhiteSpace(rune) ? 4
        : "（(《“".Contains((char)rune.Value) ? 5
        : 6;

    /// <summary>How dark nearly the darkest pixels of the line are, from 0 to 1.</summary>
    public static double Darkest(Grey page, PixelBox line)
    {
        const int OneIn = 50;
        const double Least = 0.2;
        Span<int> counts = stackalloc int[byte.MaxValue + 1];
        for (var y = Math.Max(0, line.Top); y < Math.Min(page.Height, line.Bottom); y++)
        {
            foreach (var sample in page.Row(y)[Math.Max(0, line.Left)..Math.Min(page.Width, line.Right)])
            {
                counts[sample]++;
            }
        }

        var (left, grey) = (line.Width * line.Height / OneIn, 0);
        while (grey < byte.MaxValue && left > counts[grey])
        {
            left -= counts[grey++];
        }

        return Math.Max(Least, 1 - ((double)grey / byte.MaxValue));
    }
}
