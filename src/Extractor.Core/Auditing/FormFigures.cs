using System.Collections.Immutable;
using Extractor.Core.Forms;

namespace Extractor.Core.Auditing;

/// <summary>The numbers of one row of the funds block, in the block's unit.</summary>
public sealed record FundFigures(
    int Index, FundRow Row, Figure InitialBudget, Figure AnnualBudget, Figure Executed, Figure Weight, Figure Rate, Figure Score)
{
    public bool IsTotal => Row.Kind == "total";

    /// <summary>What the execution rate is taken of: the full-year budget, or the initial one in a layout without it.</summary>
    public Figure Budget => AnnualBudget.IsAbsent ? InitialBudget : AnnualBudget;

    public ImmutableArray<Figure> Amounts => [InitialBudget, AnnualBudget, Executed];

    public ImmutableArray<Figure> All => [.. Amounts, Weight, Rate, Score];
}

/// <summary>The numbers of one indicator.</summary>
public sealed record IndicatorFigures(int Index, Indicator Row, Figure Weight, Figure Score)
{
    public string ActualPointer => $"/indicators/{Index}/actual";
}

/// <summary>A form's numbers, each with its place and the decimals that it is good to.</summary>
/// <remarks>
/// Publishers drop trailing zeros: 707800 beside 136250.54 means 707800.00. So the amounts of the funds block are all good to
/// the most decimals that one of them shows, and the scores likewise; a block that shows whole numbers only may be rounded
/// to them, and one that shows 分 is not rounded at all. A printed zero, the points that can be had, full marks and whole points of an indicator are given, not calculated:
/// no rounding stands behind them.
/// </remarks>
public sealed record FormFigures(
    Form Form, ImmutableArray<FundFigures> Funds, ImmutableArray<IndicatorFigures> Indicators,
    Figure TotalWeight, Figure TotalScore)
{
    /// <summary>A field read with less confidence needs a person; a scan's cells that both recognisers agree on are above it.</summary>
    public const decimal ReviewThreshold = 0.99m;

    public static FormFigures Of(Form form)
    {
        var funds = form.Funds.Select((row, index) => new FundFigures(
            index, row,
            Figure.Of($"/funds/{index}/initialBudget", row.InitialBudget),
            Figure.Of($"/funds/{index}/annualBudget", row.AnnualBudget),
            Figure.Of($"/funds/{index}/executed", row.Executed),
            Figure.Of($"/funds/{index}/weight", row.Weight) with { IsExact = true },
            Figure.Of($"/funds/{index}/rate", row.Rate),
            Figure.Of($"/funds/{index}/score", row.Score))).ToImmutableArray();
        var indicators = form.Indicators.Select((row, index) => new IndicatorFigures(
            index, row,
            Figure.Of($"/indicators/{index}/weight", row.Weight) with { IsExact = true },
            Figure.Of($"/indicators/{index}/score", row.Score))).ToImmutableArray();
        var totalScore = Figure.Of("/total/score", form.Total?.Score);

        var amounts = AmountScale.Of(form.Unit, funds.SelectMany(row => row.Amounts));
        var decimals = Figure.MostDecimals([.. funds.Select(row => row.Score), .. indicators.Select(row => row.Score), totalScore]);
        return new FormFigures(
            form,
            [.. funds.Select(row => row with
            {
                InitialBudget = amounts.Align(row.InitialBudget),
                AnnualBudget = amounts.Align(row.AnnualBudget),
                Executed = amounts.Align(row.Executed),
                Score = AtLeast(row.Score, decimals) with { IsExact = row.Score is { Number.Value: 0 } },
            })],
            [.. indicators.Select(row => row with { Score = AtLeast(row.Score, decimals) with { IsExact = IsGiven(row) } })],
            Figure.Of("/total/weight", form.Total?.Weight) with { IsExact = true },
            AtLeast(totalScore, decimals));
    }

    /// <summary>All of the fields were read with certainty: what does not hold was published so.</summary>
    public bool IsSure(IEnumerable<string> pointers) =>
        pointers.All(pointer => Form.Provenance.Any(field => field.Pointer == pointer && field.LeastConfidence >= ReviewThreshold));

    private static Figure AtLeast(Figure figure, int decimals) => figure with { Decimals = Math.Max(figure.Decimals, decimals) };

    private static bool IsGiven(IndicatorFigures row) =>
        row.Score.Number is { } score && (score.Value == decimal.Truncate(score.Value) || score.Value == row.Weight.Number?.Value);
}
