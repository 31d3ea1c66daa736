using System.Collections.Immutable;

namespace Extractor.Core.Normalization.Dumps;

/// <summary>A row of a block: which lines it stands on, and the ways to read it.</summary>
/// <param name="First">Its first line.</param>
/// <param name="Readings">The likeliest first.</param>
/// <param name="Sure">The probability that these lines, and no others, are the row.</param>
internal sealed record RowUnit(int First, int Lines, ImmutableArray<RowReading> Readings, double Sure)
{
    public double Cost => Readings[0].Cost;
}

/// <summary>
/// Finds which lines of a block are one row: the cheapest way to cut all of them into rows of one to three lines, and how much
/// likelier it is than all others (forward-backward over the cuts).
/// </summary>
internal sealed class RowCutting
{
    private const int MostLines = 3;
    private const int ReadingsKept = 24;

    /// <summary>Readings of a line that are tried where it may be a part of a row, and how much less likely than the best they may be.</summary>
    private const int PartsTried = 12;
    private const double Farthest = 10;

    /// <summary>Costs of a row that goes on in the next line: over a page break, and without one in sight.</summary>
    private const double OverBreak = 0.7, WithoutBreak = 4.5;

    private readonly ImmutableArray<BlockLine> lines;
    private readonly RowFit fit;
    private readonly IReadOnlyList<RowReading>[] alone;
    private readonly Dictionary<(int First, int Lines), ImmutableArray<RowReading>> units = [];
    private readonly Dictionary<(int First, int Lines), ImmutableArray<RowReading>> parts = [];

    private RowCutting(ImmutableArray<BlockLine> lines, RowFit fit)
    {
        (this.lines, this.fit) = (lines, fit);
        alone = [.. lines.Select(fit.Read)];
    }

    public static ImmutableArray<RowUnit> Cut(ImmutableArray<BlockLine> lines, RowFit fit) => new RowCutting(lines, fit).Best();

    private ImmutableArray<RowUnit> Best()
    {
        var before = new double[lines.Length + 1];
        var after = new double[lines.Length + 1];
        var (least, from) = (new double[lines.Length + 1], new int[lines.Length + 1]);
        for (var end = 1; end <= lines.Length; end++)
        {
            before[end] = Likelihood.Either(Cuts(end - 1, backwards: true).Select(first => before[first] + Cost(first, end - first)));
            (least[end], from[end]) = Cuts(end - 1, backwards: true).Select(first => (least[first] + Cost(first, end - first), first)).Min();
        }

        for (var first = lines.Length - 1; first >= 0; first--)
        {
            after[first] = Likelihood.Either(Cuts(first, backwards: false).Select(last => after[last + 1] + Cost(first, last + 1 - first)));
        }

        var rows = new Stack<RowUnit>();
        for (var end = lines.Length; end > 0; end = from[end])
        {
            var first = from[end];
            var sure = Likelihood.Share(before[first] + Cost(first, end - first) + after[end], before[^1]);
            rows.Push(new RowUnit(first, end - first, Readings(first, end - first), sure));
        }

        return [.. rows];
    }

    private IEnumerable<int> Cuts(int line, bool backwards)
    {
        for (var n = 0; n < MostLines; n++)
        {
            var other = backwards ? line - n : line + n;
            if (other >= 0 && other < lines.Length)
            {
                yield return other;
            }
        }
    }

    private double Cost(int first, int count) => Readings(first, count) is [var best, ..] ? best.Cost : Likelihood.Impossible;

    private ImmutableArray<RowReading> Readings(int first, int count)
    {
        if (!units.TryGetValue((first, count), out var readings))
        {
            readings = [.. Joined(first, count).Select(fit.Whole).OrderBy(reading => reading.Cost).Take(ReadingsKept)];
            units[(first, count)] = readings;
        }

        return readings;
    }

    /// <summary>The ways to read the lines as one row, without what a whole row must have.</summary>
    private IEnumerable<RowReading> Joined(int first, int count)
    {
        if (count == 1)
        {
            return alone[first];
        }

        var last = first + count - 1;
        if (lines[last].Header.Columns.Length != lines[first].Header.Columns.Length || RowFit.AreTwoRows(lines[last - 1].Line, lines[last].Line))
        {
            return [];
        }

        var cut = lines[last - 1].Line.Sheet == lines[last].Line.Sheet ? WithoutBreak : OverBreak;
        return Parts(first, count - 1)
            .SelectMany(upper => Parts(last, 1).Select(lower => RowReading.Join(upper, lower, lines[first].Header.Columns, fit.Phrases)))
            .OfType<RowReading>()
            .Select(joined => joined with { Cost = joined.Cost + cut });
    }

    private ImmutableArray<RowReading> Parts(int first, int count)
    {
        if (!parts.TryGetValue((first, count), out var likely))
        {
            var all = Joined(first, count).OrderBy(reading => reading.Cost).Take(PartsTried).ToArray();
            likely = [.. all.Where(reading => reading.Cost <= all[0].Cost + Farthest)];
            parts[(first, count)] = likely;
        }

        return likely;
    }
}
