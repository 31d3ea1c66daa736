using System.Collections.Immutable;

namespace Extractor.Core.Normalization.Dumps;

/// <summary>What the funds' total row says of points: they are part of the form's sums.</summary>
internal sealed record FundFigures(decimal? Points, decimal? Score);

/// <summary>Puts the rows of the funds back: parts add up to their total, the rate is what was executed of the budget, the score is the rate's share of the points.</summary>
internal static class FundRows
{
    private static readonly ImmutableArray<string> Amounts = ["initialBudget", "annualBudget", "executed"];

    /// <summary>Rates are rounded up, down or to the nearest, some to whole per cents: this far off it still is the one.</summary>
    private const decimal RateStep = 0.011m;

    /// <summary>As a share of the points, where scores are rounded to whole points.</summary>
    private const decimal ScoreStep = 0.06m;

    public static ImmutableArray<SolvedRow> Solve(int form, FormLines lines, Habits habits, Phrases phrases, DumpWords words, out FundFigures figures)
    {
        figures = new FundFigures(null, null);
        if (lines.FundsHeader is not { } header)
        {
            return [];
        }

        ImmutableArray<BlockLine> body = [.. lines.Funds.Select(WithPrefixes)];
        var rows = RowChoice.Choose(Read(form, header, body, habits, phrases), header.Columns, choice => Broken(choice, header, words));
        if (rows.Select(row => row.Readings[0]).FirstOrDefault(row => IsTotal(row, header, words)) is { } total)
        {
            figures = new FundFigures(total.Only(header.IndexOf("weight"))?.Number, total.Only(header.IndexOf("score"))?.Number);
        }

        return SolvedRow.Of(rows, body, header.Columns);
    }

    public static ImmutableArray<RowUnit> Read(int form, HeaderRow header, ImmutableArray<BlockLine> body, Habits habits, Phrases phrases) =>
        RowCutting.Cut(body, new RowFit(form, header, habits, phrases));

    /// <summary>其中 in a cell before its label is part of it.</summary>
    public static BlockLine WithPrefixes(BlockLine line)
    {
        var tokens = line.Line.Tokens;
        for (var i = 0; i + 1 < tokens.Length; i++)
        {
            if (tokens[i].Key == "其中" && !tokens[i + 1].IsFigure)
            {
                var whole = tokens[i] with { Text = tokens[i].Text + tokens[i + 1].Text, Key = tokens[i].Key + tokens[i + 1].Key, Kind = tokens[i + 1].Kind, Box = tokens[i].Box.Union(tokens[i + 1].Box) };
                tokens = tokens.RemoveAt(i + 1).SetItem(i, whole);
            }
        }

        return line with { Line = line.Line.With(tokens) };
    }

    /// <summary>The cost of all that does not hold.</summary>
    private static double Broken(IReadOnlyList<RowReading> rows, HeaderRow header, DumpWords words)
    {
        var total = rows.FirstOrDefault(row => IsTotal(row, header, words));
        if (total is null)
        {
            return 0;
        }

        var broken = 0;
        foreach (var amount in Amounts)
        {
            if (header.IndexOf(amount) is var column and >= 0 && rows.Count > 1)
            {
                var parts = rows.Where(row => row != total).Sum(row => row.Only(column)?.Number ?? 0);
                broken += (total.Only(column)?.Number ?? 0) == parts ? 0 : 1;
            }
        }

        var (rate, points, score) = (total.Only(header.IndexOf("rate"))?.Number, total.Only(header.IndexOf("weight"))?.Number, total.Only(header.IndexOf("score"))?.Number);
        var budget = total.Only(header.IndexOf(header.Has("annualBudget") ? "annualBudget" : "initialBudget"))?.Number;
        if (total.Only(header.IndexOf("executed"))?.Number is { } executed && budget is > 0)
        {
            var real = executed / budget.Value;
            broken += rate is { } stated && Math.Abs(stated - real) > RateStep ? 1 : 0;
            broken += score is { } given && points is { } full && Math.Abs(given - Math.Min(full, real * full)) > ScoreStep * full ? 1 : 0;
        }

        return broken * RowChoice.Broken;
    }

    private static bool IsTotal(RowReading row, HeaderRow header, DumpWords words) =>
        row.Only(header.IndexOf("label")) is { } label && words.FundTotal.Match(label.Text);
}
