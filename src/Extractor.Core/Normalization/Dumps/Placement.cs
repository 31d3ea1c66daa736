using System.Collections.Immutable;

namespace Extractor.Core.Normalization.Dumps;

/// <summary>One way to put the texts of a line into the columns of its block, in order.</summary>
/// <param name="Columns">For each text the index of its column, or <see cref="None"/>.</param>
/// <param name="Shift">How far right of its header the first text that is no label was left.</param>
internal sealed record Placement(ImmutableArray<int> Columns, double Cost, int? Shift)
{
    public const int None = -1;

    /// <summary>The cost of a text that has no column.</summary>
    private const double Dropped = 9;

    /// <summary>Ways kept while a line is read: more than there are for a line that fits its header.</summary>
    private const int Beam = 300;

    /// <summary>The same for lines that no form has, so that they cost no more time than others.</summary>
    private const int NarrowBeam = 10;
    private const int Widest = 400;

    /// <summary>What costs so much more than the best way so far does not become the best again.</summary>
    private const double Farthest = 14;

    /// <summary>Ways kept of a line that is read.</summary>
    private const int Kept = 40;

    /// <summary>
    /// The likeliest ways, best first. Texts keep their order. Those that are no labels slide together, and seldom apart;
    /// a label is known by its word, so that where it stands matters little.
    /// </summary>
    public static IReadOnlyList<Placement> Of(ImmutableArray<Token> tokens, ImmutableArray<BlockColumn> columns, Func<int, double> shiftCost)
    {
        var beam = tokens.Length * columns.Length > Widest ? NarrowBeam : Beam;
        var ways = new List<Way> { new(null, None, 0, null, null) };
        foreach (var token in tokens)
        {
            var next = ways.SelectMany(way => Next(way, token, columns, shiftCost)).ToList();
            var farthest = next.Min(way => way.Cost) + Farthest;
            ways = [.. next.Where(way => way.Cost <= farthest).OrderBy(way => way.Cost).Take(beam)];
        }

        return [.. ways.Select(way => Finished(way, tokens, columns)).OrderBy(placement => placement.Cost).Take(Kept)];
    }

    private static IEnumerable<Way> Next(Way way, Token token, ImmutableArray<BlockColumn> columns, Func<int, double> shiftCost)
    {
        for (var column = way.LastColumn + 1; column < columns.Length; column++)
        {
            var shift = Offset(token, columns[column]);
            var type = TypeCosts.Of(token, columns[column].Role);
            yield return token.IsLabel
                ? new Way(way, column, way.Cost + type + Math.Min(2, 0.4 * shiftCost(shift)), way.Shift, way.FirstShift)
                : new Way(way, column, way.Cost + type + (way.Shift is { } before ? ChangeCost(shift - before) : shiftCost(shift)), shift, way.FirstShift ?? shift);
        }

        yield return way with { Before = way, Placed = None, Cost = way.Cost + Dropped };
    }

    /// <summary>A label that may be of either level stands as far off as the texts after it.</summary>
    private static Placement Finished(Way last, ImmutableArray<Token> tokens, ImmutableArray<BlockColumn> columns)
    {
        var placed = new int[tokens.Length];
        var cost = last.Cost;
        var way = last;
        for (var i = tokens.Length - 1; i >= 0; i--)
        {
            placed[i] = way.Placed;
            if (tokens[i].Kind == TokenKind.EitherLevel && way.Placed != None && last.FirstShift is { } shift)
            {
                cost += 1.5 * Math.Min(2, Math.Abs(Offset(tokens[i], columns[way.Placed]) - shift));
            }

            way = way.Before!;
        }

        return new Placement([.. placed], cost, last.FirstShift);
    }

    private static int Offset(Token token, BlockColumn column) =>
        token.Column < column.Printed ? token.Column - column.Printed : Math.Max(0, token.Column - (column.Printed + column.Width - 1));

    private static double ChangeCost(int change) => change == 0 ? 0 : Math.Min(6, 3.2 + (0.6 * (Math.Abs(change) - 1)));

    /// <summary>The first texts of a line, placed.</summary>
    private sealed record Way(Way? Before, int Placed, double Cost, int? Shift, int? FirstShift)
    {
        public int LastColumn
        {
            get
            {
                var way = this;
                while (way is { Placed: None, Before: not null })
                {
                    way = way.Before;
                }

                return way.Placed;
            }
        }
    }
}
