using System.Collections.Immutable;

namespace Extractor.Core.Normalization.Dumps;

/// <summary>
/// Chooses how to read the rows of a block together: among readings that put the figures elsewhere, those that make the
/// stated sums and rates hold are the likelier.
/// </summary>
internal static class RowChoice
{
    /// <summary>The cost of a relation that does not hold.</summary>
    public const double Broken = 5;

    /// <summary>Readings much less likely than the best are not tried.</summary>
    private const double Farthest = 7;

    private const int MostCombinations = 4000;
    private const int MostAlternatives = 4;

    /// <summary>Given a block's rows and the cost of what does not hold in a choice, returns each row with its readings weighed anew, the chosen one first.</summary>
    public static ImmutableArray<RowUnit> Choose(
        ImmutableArray<RowUnit> rows, ImmutableArray<BlockColumn> columns, Func<IReadOnlyList<RowReading>, double> cost)
    {
        var alternatives = rows.Select(row => Distinct(row, columns)).ToArray();
        Limit(alternatives);
        var chosen = alternatives.Select(row => row[0]).ToArray();
        var best = (Cost: double.MaxValue, Choice: chosen);
        var shares = alternatives.Select(row => row.Select(_ => new List<double>()).ToArray()).ToArray();
        var picks = new int[rows.Length];
        do
        {
            RowReading[] choice = [.. picks.Select((pick, row) => alternatives[row][pick])];
            var total = choice.Sum(reading => reading.Cost) + cost(choice);
            for (var row = 0; row < picks.Length; row++)
            {
                shares[row][picks[row]].Add(total);
            }

            best = total < best.Cost - 1e-9 ? (total, choice) : best;
        }
        while (Advance(picks, alternatives));

        return [.. rows.Select((row, r) => row with { Readings = Weighed(row, columns, alternatives[r], shares[r], best.Choice[r]) })];
    }

    /// <summary>The best reading for each way to place the figures.</summary>
    private static List<RowReading> Distinct(RowUnit row, ImmutableArray<BlockColumn> columns) =>
        [.. row.Readings.Where(reading => reading.Cost - row.Cost <= Farthest).DistinctBy(reading => Figures(reading, columns)).Take(MostAlternatives)];

    /// <summary>Leaves the least likely ones untried until few enough combinations are left.</summary>
    private static void Limit(List<RowReading>[] alternatives)
    {
        while (alternatives.Aggregate(1.0, (product, row) => product * row.Count) > MostCombinations)
        {
            var longest = alternatives.Where(row => row.Count > 1).MaxBy(row => row[^1].Cost - row[0].Cost)!;
            longest.RemoveAt(longest.Count - 1);
        }
    }

    private static bool Advance(int[] picks, List<RowReading>[] alternatives)
    {
        for (var row = 0; row < picks.Length; row++)
        {
            if (++picks[row] < alternatives[row].Count)
            {
                return true;
            }

            picks[row] = 0;
        }

        return false;
    }

    /// <summary>Every reading of the row, its cost changed by what the other rows made of its figures.</summary>
    private static ImmutableArray<RowReading> Weighed(
        RowUnit row, ImmutableArray<BlockColumn> columns, List<RowReading> alternatives, List<double>[] costs, RowReading chosen)
    {
        var known = alternatives.Select((reading, i) => (Key: Figures(reading, columns), Change: Likelihood.Either(costs[i]) - reading.Cost)).ToDictionary(pair => pair.Key, pair => pair.Change);
        var worst = known.Values.Max();
        return
        [
            .. row.Readings
                .Select(reading => reading with { Cost = reading.Cost + known.GetValueOrDefault(Figures(reading, columns), worst) })
                .OrderBy(reading => Figures(reading, columns) == Figures(chosen, columns) ? 0 : 1).ThenBy(reading => reading.Cost),
        ];
    }

    private static string Figures(RowReading reading, ImmutableArray<BlockColumn> columns) =>
        string.Join('\t', columns.Select((column, i) => TypeCosts.IsWritten(column.Role) || !reading.Has(i) ? "" : reading.Cells[i][0].Text));
}
