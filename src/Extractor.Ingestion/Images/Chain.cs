namespace Extractor.Ingestion.Images;

/// <summary>Pieces in one line.</summary>
internal sealed class Chain(PixelLine first)
{
    /// <summary>In inches: pieces this near along a line are one ruling; under a seal the farther ones, of which one is longer than a stroke.</summary>
    private const double Gap = 0.05;
    internal const double GapUnderSeal = 0.5;

    /// <summary>Pixels by which a ruling may waver from piece to piece.</summary>
    internal const double Waver = 3;

    private double _area = (first.To - first.From) * first.Thickness;
    private double _weighted = (first.To - first.From) * first.Position;
    private double _weight = first.To - first.From;

    public bool IsHorizontal { get; } = first.IsHorizontal;

    public List<(int From, int To)> Pieces { get; } = [(first.From, first.To)];

    public int From { get; private set; } = first.From;

    public int To { get; private set; } = first.To;

    public int Length => To - From;

    public double Position => _weighted / _weight;

    public double Thickness => _area / _weight;

    public PixelLine Whole => new(IsHorizontal, Position, From, To, Thickness);

    public int Covered { get; private set; } = first.To - first.From;

    /// <summary>How much of a stretch its pieces fill.</summary>
    public int CoveredWithin(int from, int to)
    {
        var (covered, reached) = (0, from);
        foreach (var piece in Pieces.OrderBy(piece => piece.From))
        {
            covered += Math.Max(0, Math.Min(piece.To, to) - Math.Max(piece.From, reached));
            reached = Math.Max(reached, piece.To);
        }

        return covered;
    }

    /// <summary>It goes on to a place where nothing is seen of it.</summary>
    public void Bridge(int to) => (Covered, To) = (Covered + to - To, to);

    public void Add(PixelLine piece)
    {
        var length = piece.To - piece.From;
        (_area, _weighted, _weight) = (_area + (length * piece.Thickness), _weighted + (length * piece.Position), _weight + length);
        Covered += Math.Max(0, piece.To - Math.Max(piece.From, To));
        (From, To) = (Math.Min(From, piece.From), Math.Max(To, piece.To));
        Pieces.Add((piece.From, piece.To));
    }

    /// <param name="isUnderSeal">Whether the ink of a seal was taken out along a line, and may have taken the line with it.</param>
    public static List<Chain> Of(List<PixelLine> strokes, Func<PixelLine, bool> isUnderSeal, double dotsPerInch)
    {
        var (chains, gap) = (new List<Chain>(), Gap * dotsPerInch);
        foreach (var stroke in strokes.OrderBy(stroke => stroke.IsHorizontal).ThenBy(stroke => stroke.From).ThenBy(stroke => stroke.Position))
        {
            var before = chains.FindLast(chain =>
                chain.IsHorizontal == stroke.IsHorizontal && Math.Abs(chain.Position - stroke.Position) <= Waver
                && stroke.From - chain.To <= gap && stroke.From >= chain.To - gap && AreAlike(chain.Thickness, stroke.Thickness));
            if (before is null && chains.FindLast(chain => GoesOnBehindSeal(chain, stroke)) is { } covered)
            {
                covered.Bridge(stroke.From);
                before = covered;
            }

            if (before is null)
            {
                chains.Add(new Chain(stroke));
            }
            else
            {
                before.Add(stroke);
            }
        }

        return chains;

        // Letters that run together are in line with a ruling by chance.
        bool AreAlike(double one, double other) => Math.Max(one, other) <= (2 * Math.Min(one, other)) + Waver;

        bool GoesOnBehindSeal(Chain chain, PixelLine stroke) =>
            chain.IsHorizontal == stroke.IsHorizontal && Math.Abs(chain.Position - stroke.Position) <= Waver
            && stroke.From > chain.To && stroke.From - chain.To <= GapUnderSeal * dotsPerInch
            && Math.Max(chain.Length, stroke.To - stroke.From) >= RulingChoice.LongerThanStrokes * dotsPerInch
            && isUnderSeal(stroke with { From = chain.To, To = stroke.From });
    }
}
