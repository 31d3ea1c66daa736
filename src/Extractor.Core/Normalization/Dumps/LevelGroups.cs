using System.Collections.Immutable;

namespace Extractor.Core.Normalization.Dumps;

/// <summary>The first-level group that a row is in.</summary>
/// <param name="Start">The group's first row.</param>
internal sealed record LevelGroup(int Start, SolvedCell Label);

/// <summary>
/// Finds where the first-level groups begin: the likeliest way to run through them row by row, in the order in which they are
/// first seen (a hidden Markov chain; forward-backward gives how sure each row is).
/// </summary>
internal sealed class LevelGroups
{
    /// <summary>Costs, as <see cref="Likelihood"/> has them.</summary>
    private const double WrongLabel = 6, WrongLoneLabel = 3, WrongFamily = 4, BeginsAtLabel = 0.1, BeginsAtSecondLevel = 1.2, BeginsUnmarked = 6,
        GoesBack = 4, LabelBelowStart = 1, NeverPrinted = 1.5;

    /// <summary>How sure a label is that is printed nowhere in its form.</summary>
    private const double Inferred = 0.8;

    private readonly PrintedLabel?[] level1;
    private readonly PrintedLabel?[] level2;
    private readonly ImmutableArray<State> states;

    private LevelGroups(PrintedLabel?[] level1, PrintedLabel?[] level2, DumpWords words)
    {
        (this.level1, this.level2) = (level1, level2);
        states = States(words);
    }

    private sealed record State(string Key, string? Family, SolvedCell? Printed);

    public static ImmutableArray<LevelGroup> Find(PrintedLabel?[] level1, PrintedLabel?[] level2, DumpWords words)
    {
        var chain = new LevelGroups(level1, level2, words);
        return chain.states.IsEmpty
            ? [.. level1.Select(_ => new LevelGroup(0, SolvedCell.Empty))]
            : chain.Best();
    }

    /// <summary>In the order of the rows that first speak of them.</summary>
    private ImmutableArray<State> States(DumpWords words)
    {
        var found = new List<State>();
        for (var row = 0; row < level1.Length; row++)
        {
            if (level2[row] is { } second && DumpWords.FamilyOf(second.Key) is { } family
                && level1[row] is null
                && !found.Exists(state => state.Family == family))
            {
                var printed = level1.FirstOrDefault(label => label is not null && DumpWords.FamilyOfFirst(label.Key) == family);
                var key = printed?.Key ?? words.Level1.Where(word => DumpWords.FamilyOfFirst(word) == family).Order(StringComparer.Ordinal).FirstOrDefault();
                if (key is not null)
                {
                    found.Add(new State(key, family, printed?.Cell));
                }
            }

            if (level1[row] is { } first && !found.Exists(state => state.Key == first.Key))
            {
                found.Add(new State(first.Key, DumpWords.FamilyOfFirst(first.Key), first.Cell));
            }
        }

        return [.. found];
    }

    private ImmutableArray<LevelGroup> Best()
    {
        int rows = level1.Length, count = states.Length;
        var (before, after, least, from) = (new double[rows, count], new double[rows, count], new double[rows, count], new int[rows, count]);
        for (var row = 0; row < rows; row++)
        {
            for (var state = 0; state < count; state++)
            {
                var ways = Enumerable.Range(0, row == 0 ? 1 : count).Select(last => (row == 0 ? -1 : last) is var real && real < 0
                    ? (All: Enters(row, state) + (state * 1.5), Least: Enters(row, state) + (state * 1.5), From: 0)
                    : (All: before[row - 1, real] + Change(row, real, state), Least: least[row - 1, real] + Change(row, real, state), From: real)).ToArray();
                before[row, state] = Says(row, state) + Likelihood.Either(ways.Select(way => way.All));
                var best = ways.MinBy(way => way.Least);
                (least[row, state], from[row, state]) = (Says(row, state) + best.Least, best.From);
            }
        }

        for (var row = rows - 2; row >= 0; row--)
        {
            for (var state = 0; state < count; state++)
            {
                after[row, state] = Likelihood.Either(Enumerable.Range(0, count).Select(next => Change(row + 1, state, next) + Says(row + 1, next) + after[row + 1, next]));
            }
        }

        var path = new int[rows];
        for (var row = rows - 1; row >= 0; row--)
        {
            path[row] = row == rows - 1 ? Enumerable.Range(0, count).MinBy(state => least[row, state]) : from[row + 1, path[row + 1]];
        }

        return Groups(path, row => Likelihood.Share(
            before[row, path[row]] + after[row, path[row]], Likelihood.Either(Enumerable.Range(0, count).Select(state => before[row, state] + after[row, state]))));
    }

    private ImmutableArray<LevelGroup> Groups(int[] path, Func<int, double> share)
    {
        var groups = ImmutableArray.CreateBuilder<LevelGroup>(path.Length);
        for (var row = 0; row < path.Length; row++)
        {
            var start = row > 0 && path[row] == path[row - 1] ? groups[row - 1].Start : row;
            var end = row;
            while (end + 1 < path.Length && path[end + 1] == path[row])
            {
                end++;
            }

            var state = states[path[row]];
            var printed = level1[row] is { } own && own.Key == state.Key ? own.Cell
                : Enumerable.Range(start, end + 1 - start).Select(other => level1[other]).FirstOrDefault(label => label?.Key == state.Key)?.Cell ?? state.Printed;
            groups.Add(new LevelGroup(start, printed is { } label
                ? label with { Sure = Math.Min(label.Sure, share(row)) }
                : Infer(state, row, share(row))));
        }

        return groups.MoveToImmutable();
    }

    /// <summary>A label that no line holds: it stands where the second-level label stands that implies it.</summary>
    private SolvedCell Infer(State state, int row, double share) =>
        level2.Take(row + 1).LastOrDefault(label => label is not null) is { } second
            ? new SolvedCell([second.Cell.Texts[0] with { Text = state.Key, Key = state.Key, Kind = TokenKind.Level1 }], Math.Min(Inferred, share))
            : new SolvedCell([], Inferred);

    /// <summary>The cost of what is printed on the row, if it is in the group.</summary>
    private double Says(int row, int state)
    {
        var cost = 0.0;
        if (level1[row] is { } first && first.Key != states[state].Key)
        {
            cost += first.IsLone ? WrongLoneLabel : WrongLabel;
        }

        if (level2[row] is { } second && DumpWords.FamilyOf(second.Key) is { } family && states[state].Family is { } expected && family != expected)
        {
            cost += family == "产出" && expected == "成本" ? 0 : WrongFamily;
        }

        return cost;
    }

    private double Change(int row, int last, int state)
    {
        if (last == state)
        {
            return level1[row] is { } label && label.Key == states[state].Key && level1[row - 1]?.Key != label.Key ? LabelBelowStart : 0;
        }

        return Enters(row, state) + (state < last ? GoesBack : 0);
    }

    private double Enters(int row, int state) =>
        (level1[row]?.Key == states[state].Key ? BeginsAtLabel : level2[row] is not null ? BeginsAtSecondLevel : BeginsUnmarked)
        + (states[state].Printed is null ? NeverPrinted : 0);
}
