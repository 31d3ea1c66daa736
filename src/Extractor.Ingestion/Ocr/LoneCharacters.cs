using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Ocr;

/// <summary>
/// A character alone on its line has no neighbours that tell a recogniser how large it is; how much paper is around it
/// changes what is seen, down to nothing at all. What is in doubt is read in several frames, and two must agree.
/// </summary>
internal static class LoneCharacters
{
    /// <summary>Paper that is added on each side, in line heights: across, down.</summary>
    private static readonly (double Across, double Down)[] Frames = [(0.25, 0), (0.5, 0), (0, 0.13), (0.25, 0.13)];

    /// <summary>Where nothing was seen at first, what is seen less surely than this is nothing.</summary>
    private const double LeastOfUnseen = 0.6;

    /// <summary>In line heights: as high as a character at least, and no wider.</summary>
    private const double Lowest = 0.5, Widest = 1.3;

    /// <summary>In line heights: what is at least so high and wide is no dust.</summary>
    private const double LeastOfLetter = 0.7;

    /// <param name="line">Tight around its ink.</param>
    public static bool IsInDoubt(RecognizedLine read, PixelBox line, double lineHeight) =>
        read.Characters.Length <= 1 && read.LeastConfidence < LineReader.SureText
        && line.Height >= Lowest * lineHeight && line.Width <= Widest * lineHeight;

    /// <summary>Whether it is as large as a character, so that what is not read there is not passed over.</summary>
    public static bool IsLetter(PixelBox line, double lineHeight) => Math.Min(line.Width, line.Height) >= LeastOfLetter * lineHeight;

    /// <summary>The readings again, each as the character that most frames show, as sure as the second of those; as it was where no two agree.</summary>
    /// <param name="cuts">What was cut out for them.</param>
    public static IEnumerable<RecognizedLine> InFrames(Grey picture, IReadOnlyList<RecognizedLine> read, IReadOnlyList<PixelBox> cuts, double lineHeight, IRecognizer recognizer)
    {
        var framed = recognizer.Read(picture, [.. cuts.SelectMany(cut => Frames, (cut, frame) => cut.Inflate((int)(frame.Across * lineHeight), (int)(frame.Down * lineHeight)))]);
        return read.Select((first, i) => MostSeen([first, .. framed.Skip(i * Frames.Length).Take(Frames.Length)]) is { } seen
            && (!first.Characters.IsEmpty || seen.LeastConfidence >= LeastOfUnseen) ? seen : first);
    }

    private static RecognizedLine? MostSeen(IEnumerable<RecognizedLine> frames)
    {
        var seen = frames.Where(frame => frame.Characters.Length == 1).OrderByDescending(frame => frame.LeastConfidence)
            .GroupBy(frame => frame.Characters[0].Character).Select(alike => alike.ToArray()).Where(alike => alike.Length > 1)
            .MaxBy(alike => alike.Sum(frame => frame.LeastConfidence));
        return seen is [var surest, var second, ..]
            ? surest with { Characters = [surest.Characters[0] with { Confidence = second.LeastConfidence }] }
            : null;
    }
}
