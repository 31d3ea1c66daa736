using System.Collections.Immutable;
using System.Text;
using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Ocr;

/// <summary>
/// Marks that stand alone on a line. To a recogniser every line looks equally high, so that it cannot tell a dash from
/// other strokes, nor 0 from a small o or a full stop: their size on the page says it.
/// </summary>
internal static class LoneMarks
{
    /// <summary>In inches.</summary>
    private const double ThickestDash = 0.037;

    private const double FlatnessOfDash = 2.5, FlatnessOfHyphen = 1.6;

    /// <summary>In line heights; a hyphen is shorter, a double dash longer.</summary>
    private const double ThickestHyphen = 0.35, ShortestHyphen = 0.15, ShortestDash = 0.5, LongestDash = 1.6;

    /// <summary>In line heights: a page number between dashes, and where a bad copy broke a dash.</summary>
    private const double LongestPageNumber = 9, GapInDash = 0.1;

    /// <summary>In line heights; o and 。 are lower.</summary>
    private const double LowestZero = 0.55;

    /// <summary>What is read against the recogniser is for a person to look at.</summary>
    private const double MostOfZero = 0.98, InDoubt = 0.6;

    /// <summary>A letter that is surer than this is no slash, though it is one leaning stroke.</summary>
    private const double SureLetter = 0.9;

    /// <summary>An ellipsis is of three dots, or of six or more that follow one another at equal steps; in line heights, and as a share of a step.</summary>
    private const int DotsOfEllipsis = 3, MostDots = 12;
    private const double LargestDot = 0.3, UnevenDots = 0.25, SureEllipsis = 0.99;

    /// <summary>The printer's sign for what cannot be read (U+3013).</summary>
    private const char Unreadable = '〓';

    /// <summary>一 alone looks the same, and is rarer.</summary>
    public static RecognizedLine Dash { get; } = new([new RecognizedCharacter(new Rune('—'), 0.5, 0.99, [])]);

    /// <summary>What stands alone in a cell is not passed over because nobody can read it.</summary>
    public static RecognizedLine Unread { get; } = new([new RecognizedCharacter(new Rune(Unreadable), 0.5, 0, [])]);

    public static bool IsDash(PixelBox line, double dotsPerInch, double lineHeight) =>
        line.Height <= ThickestDash * dotsPerInch && line.Width >= FlatnessOfDash * line.Height
        && line.Width >= ShortestDash * lineHeight && line.Width <= LongestDash * lineHeight;

    /// <summary>Dots in a row alone, as they stand for a row that is left out: one … for each three of them. Null of any other line.</summary>
    public static RecognizedLine? Ellipsis(PixelBox line, Bitmap ink, double lineHeight)
    {
        if (line.Height > LargestDot * lineHeight || line.Width < line.Height * DotsOfEllipsis)
        {
            return null;
        }

        var dots = Shapes.Runs(ink, line, 0);
        // Of the first or the last, a ruling may have taken a part: the other edges are at equal steps still. Or it took it whole.
        var count = dots.Count > DotsOfEllipsis && dots.Count % DotsOfEllipsis == DotsOfEllipsis - 1 ? dots.Count + 1 : dots.Count;
        return count > 0 && count % DotsOfEllipsis == 0 && count <= MostDots && dots.TrueForAll(dot => dot.Width <= LargestDot * lineHeight)
            && (AreEven(dot => dot.Left) || AreEven(dot => dot.Right))
            ? new([.. Enumerable.Range(0, count / DotsOfEllipsis).Select(i => new RecognizedCharacter(new Rune('…'), (i + 0.5) * DotsOfEllipsis / count, SureEllipsis, []))])
            : null;

        bool AreEven(Func<PixelBox, int> edge)
        {
            int[] steps = [.. dots.Zip(dots.Skip(1), (one, next) => edge(next) - edge(one))];
            return steps.Max() - steps.Min() <= Math.Max(2, UnevenDots * steps.Max()) && dots.Max(dot => dot.Width) < steps.Min();
        }
    }

    /// <summary>What is between two dashes, as a page has its number between them, is read by itself, and they are told by their shape; any other line is one.</summary>
    /// <param name="line">Around tables.</param>
    public static ImmutableArray<PixelBox> BetweenDashes(PixelBox line, Bitmap ink, double dotsPerInch, double lineHeight)
    {
        if (line.Width > LongestPageNumber * lineHeight)
        {
            return [line];
        }

        var runs = Shapes.Runs(ink, line, (int)(GapInDash * lineHeight));
        return runs is [var first, _, .., var last] && IsDash(first, dotsPerInch, lineHeight) && IsDash(last, dotsPerInch, lineHeight)
            ? [first, PlacedLine.Tight(ink, line with { Left = runs[1].Left, Right = runs[^2].Right }), last]
            : [line];
    }

    /// <summary>Two dots, one above the other, are a colon, which a narrow column may leave on a line of its own; a round mark as high as a figure is 0; a thin stroke that leans to the right is a slash, and no 1; a flat one in which a recogniser sees nothing is a hyphen.</summary>
    public static RecognizedLine Corrected(RecognizedLine read, PixelBox line, Bitmap ink, double lineHeight) => read.Characters switch
    {
        [] or [_] when Shapes.IsColon(ink, line, LargestDot * lineHeight) => new([new RecognizedCharacter(new Rune(':'), 0.5, MostOfZero, [])]),
        [{ Character.Value: 'o' or 'O' or '。' or '°' or '〇' } round] when line.Height >= LowestZero * lineHeight => Only(round, '0'),
        [var stroke] when (IsLikeSlash(stroke.Character) || stroke.Confidence < SureLetter) && Shapes.IsSlash(ink, line) => Only(stroke, '/'),
        [{ Character.Value: '.' or '·' or '。' or '_' or '一' or '~' } bar] when line.Width >= FlatnessOfHyphen * line.Height && line.Width < ShortestDash * lineHeight => Only(bar, '-'),
        [] when Shapes.IsSlash(ink, line) => new([new RecognizedCharacter(new Rune('/'), 0.5, InDoubt, [])]),
        [] when Sign(line, ink) is { } sign => new([new RecognizedCharacter(new Rune(sign), 0.5, InDoubt, [])]),
        [] when line.Height <= ThickestHyphen * lineHeight && line.Width >= FlatnessOfHyphen * line.Height && line.Width >= ShortestHyphen * lineHeight && line.Width <= LongestDash * lineHeight =>
            new([new RecognizedCharacter(new Rune('-'), 0.5, InDoubt, [])]),
        [{ Character.Value: '!' } stroke] => Only(stroke, '/', InDoubt),
        [{ Character.Value: >= '0' and <= '9' } figure] when line.Width > line.Height => Only(figure, Sign(line, ink) ?? '=', InDoubt),
        _ => read,
    };

    /// <summary>With the ruling beside it, a slash looks like one of the last.</summary>
    private static bool IsLikeSlash(Rune character) =>
        character.Value is 'I' or 'l' or '1' or '|' or '!' or '丿' or '\\' or 'i' or 'J' or '7' or 'V' or 'v' or 'Y' or 'y' or '√';

    /// <summary>A mark that a recogniser sees nothing in, or a figure; but no figure is wider than high.</summary>
    private static char? Sign(PixelBox line, Bitmap ink) =>
        Shapes.IsEqualsSign(ink, line) ? '=' : Shapes.Bound(ink, line) is { } bound and ('≤' or '≥') ? bound : null;

    private static RecognizedLine Only(RecognizedCharacter read, char sign, double most = MostOfZero) =>
        new([read with { Character = new Rune(sign), Confidence = Math.Min(read.Confidence, most) }]);
}
