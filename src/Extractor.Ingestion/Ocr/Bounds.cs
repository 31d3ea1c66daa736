using System.Collections.Immutable;
using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr.Marks;
using static Extractor.Ingestion.Ocr.Punctuation;

namespace Extractor.Ingestion.Ocr;

/// <summary>Reads ≥, ≤, &gt;, &lt; and = where a recogniser passes over them, and what it passes over beside them.</summary>
internal static class Bounds
{
    /// <summary>Letters that a recogniser says for ≤ and its like.</summary>
    private const string LikeBounds = "八人入くИ";

    /// <summary>Whether a line is such a letter alone, or one before a number.</summary>
    public static bool IsLikeBound(PlacedLine line) => LikeBounds.Contains((char)line.Characters[0].Rune.Value) && (line.Characters.Length == 1 || IsFigure(line, 1));

    /// <summary>Such a letter as the bound that its ink is; as it was where that is none.</summary>
    public static PlacedCharacter AsBound(PlacedCharacter letter, PlacedLine line, MarkReader marks) =>
        marks.BoundAt(letter.WithConfidence('0', 0), line, 0) is { } bound ? letter.As(bound, InDoubt) : letter;

    /// <summary>
    /// Parts the first figure of a line from a bound before it that the recogniser passed over: what is read as one figure is as
    /// wide as two. Where it is no bound, what it is cannot be said.
    /// </summary>
    public static ImmutableArray<PlacedCharacter> WithBoundBefore(PlacedCharacter figure, PlacedLine line, MarkReader marks)
    {
        const double WiderThanFigure = 0.85, WiderThanNext = 1.6, NarrowestBound = 0.25;
        // Figures are equally wide, but for 1.
        var isWiderThanNext = IsFigure(line, 1) && line.Characters[1].Rune.Value != '1' && figure.Ink.Width >= WiderThanNext * line.Characters[1].Ink.Width;
        if (figure.Ink.Width < WiderThanFigure * line.Em && !isWiderThanNext)
        {
            if (!IsFigure(line, 1))
            {
                return [marks.Decided(figure, line, 0)];
            }

            if (marks.BoundAt(figure, line, 0) is not { } read)
            {
                return [figure];
            }

            // 290% for ≥90%, or 99% for ≥99%: what it is cannot be said for sure, but it is no figure.
            var bound = figure.As(read, InDoubt);
            return line.Characters[1].Ink.Width < WiderThanFigure * line.Em ? [bound]
                : [bound, InDoubtAs(figure) with { Cell = line.Characters[1].Cell, Ink = line.Characters[1].Ink }];
        }

        if (Shapes.Parted(marks.Ink, figure.Ink, (int)(NarrowestBound * line.Em)) is not var (before, own))
        {
            return [InDoubtAs(figure)];
        }

        var passedOver = figure with { Cell = figure.Cell with { Right = before.Right }, Ink = before };
        return marks.BoundAt(passedOver.WithConfidence('0', 0), Parted(line, passedOver, own), 0) is not { } sign
            ? [InDoubtAs(figure)]
            : [passedOver.WithConfidence(sign, InDoubt), figure with { Cell = figure.Cell with { Left = before.Right }, Ink = own }];
    }

    /// <summary>The line with its first character in two.</summary>
    private static PlacedLine Parted(PlacedLine line, PlacedCharacter before, PixelBox behind) =>
        line with { Characters = [before, line.Characters[0] with { Cell = line.Characters[0].Cell with { Left = behind.Left }, Ink = behind }, .. line.Characters[1..]] };

    /// <summary>
    /// Parts a bound from a figure behind it that the recogniser passed over: it makes one of two equal figures that stand close
    /// together (&gt;99% read as &gt;9%), so that the one that is missing is as the next.
    /// </summary>
    public static ImmutableArray<PlacedCharacter> WithFigureBehind(PlacedCharacter bound, PlacedLine line, Bitmap ink)
    {
        const double WiderThanBound = 0.75, NarrowestBound = 0.35, AsHigh = 0.8;
        if (!"<≤＜>≥＞=＝".Contains((char)bound.Rune.Value) || !IsFigure(line, 1) || bound.Ink.Width < WiderThanBound * line.Em
            || Shapes.Parted(ink, bound.Ink, (int)(NarrowestBound * line.Em)) is not var (before, behind)
            || behind.Height < AsHigh * line.Characters[1].Ink.Height)
        {
            return [bound];
        }

        var missing = InDoubtAs(line.Characters[1]) with { Cell = bound.Cell with { Left = before.Right }, Ink = behind };
        return [bound with { Cell = bound.Cell with { Right = before.Right }, Ink = before }, missing];
    }
}
