using System.Collections.Immutable;
using Extractor.Core.Auditing.Indicators;
using Extractor.Core.Forms;
using Extractor.Core.Normalization;

namespace Extractor.Core.Auditing;

/// <summary>The numbers of one row of the funds block, in the block's unit.</summary>
public sealed record FundFigures(
    int Index, FundRow Row, Figure InitialBudget, Figure AnnualBudget, Figure Executed, Figure Weight, Figure Rate, Figure Score)
{
    public bool IsTotal { get; init; } = Row.Kind == "total";

    /// <summary>What the execution rate is taken of: the full-year budget, or the initial one in a layout without it.</summary>
    public Figure Budget => AnnualBudget.IsAbsent ? InitialBudget : AnnualBudget;

    public ImmutableArray<Figure> Amounts => [InitialBudget, AnnualBudget, Executed];

    public ImmutableArray<Figure> All => [.. Amounts, Weight, Rate, Score];
}

/// <summary>The numbers of one indicator.</summary>
public sealed record IndicatorFigures(int Index, Indicator Row, Figure Weight, Figure Score)
{
    public string TargetPointer => $"/indicators/{Index}/target";

    public string ActualPointer => $"/indicators/{Index}/actual";

    public string DeviationPointer => $"/indicators/{Index}/deviation";

    public string Name => Row.Level3 ?? "";

    /// <summary>The target held against the actual value.</summary>
    internal Attainment Attainment { get; init; } = null!;

    /// <summary>Points were lost, by numbers that are both printed.</summary>
    public bool LosesPoints => Score.IsNumber && Weight is { Number.Value: > 0 } && Score.Value < Weight.Value;

    public bool HasFullPoints => Score.IsNumber && Weight is { Number.Value: > 0 } && Score.Value == Weight.Value;

    /// <summary>Why it deviates is printed: more than 无 or a stray figure.</summary>
    public bool HasReason => Row.Deviation is { } reason && !BlankText.IsNothing(reason) && reason is not ("0" or "无偏差" or "无。");
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
    /// <summary>What differs between jurisdictions and years.</summary>
    public AuditProfile Profile { get; init; } = AuditProfile.National;

    /// <summary>What the form is audited by, and why; null where that was not chosen for it.</summary>
    public ProfileChoice? Choice { get; init; }

    /// <summary>The points for execution where the form's template, its notes or the user say them; null where nobody does.</summary>
    public decimal? ExecutionPoints => Choice is { IsCertain: true } choice ? choice.Profile.Execution : null;

    /// <summary>Doubtful cells that were probably misread; none until the audit has looked for them.</summary>
    public ImmutableArray<Misread> Misreads { get; init; } = [];

    /// <summary>The totals of the funds block with their parts.</summary>
    internal ImmutableArray<FundBlock> Blocks { get; init; } = [];

    /// <summary>The power of ten of the funds block's unit, counted in 元: 4 for 万元; null where no unit is known.</summary>
    public int? MoneyExponent { get; init; }

    /// <summary>The row that is about the whole project, where there is one.</summary>
    public FundFigures? Whole { get; init; }

    /// <summary>A page of it is missing, so that it may have had more rows than are known.</summary>
    public bool LacksPages { get; init; }

    /// <summary>The table has a column for what deviates.</summary>
    public bool HasReasonColumn { get; init; }

    /// <summary>Fields that were read with less confidence than <see cref="ReviewThreshold"/>, in the form's order.</summary>
    internal ImmutableArray<FieldProvenance> Doubtful { get; init; } = [];

    /// <summary>The numbers in the goals' words, expected and actual; looked for when they are first asked for.</summary>
    internal (List<TextNumber> Expected, List<TextNumber> Actual) GoalNumbers =>
        goalNumbers ??= (TextNumbers.Of(Form.Goals?.Expected), TextNumbers.Of(Form.Goals?.Actual));

    private (List<TextNumber> Expected, List<TextNumber> Actual)? goalNumbers;

    /// <summary>A field read with less confidence needs a person; a scan's cells that both recognisers agree on are above it.</summary>
    public const decimal ReviewThreshold = 0.99m;

    public static FormFigures Of(Form form, ProfileChoice choice) => Of(form, choice.Profile) with { Choice = choice };

    public static FormFigures Of(Form form, AuditProfile? profile = null)
    {
        var funds = form.Funds.Select((row, index) => new FundFigures(
            index, row,
            Figure.Of($"/funds/{index}/initialBudget", row.InitialBudget),
            Figure.Of($"/funds/{index}/annualBudget", row.AnnualBudget),
            Figure.Of($"/funds/{index}/executed", row.Executed),
            Figure.Of($"/funds/{index}/weight", row.Weight) with { IsExact = true },
            Figure.Of($"/funds/{index}/rate", row.Rate),
            Figure.Of($"/funds/{index}/score", row.Score))).ToImmutableArray();
        // 预算数：120 over 其中：财政拨款 100: a total by its place, whatever it is called.
        if (funds.Length > 1 && !funds.Any(row => row.IsTotal) && funds[1].Row.Label.StartsWith("其中", StringComparison.Ordinal))
        {
            funds = funds.SetItem(0, funds[0] with { IsTotal = true });
        }

        var indicators = form.Indicators.Select((row, index) => new IndicatorFigures(
            index, row,
            Figure.Of($"/indicators/{index}/weight", row.Weight) with { IsExact = true },
            Figure.Of($"/indicators/{index}/score", row.Score)) { Attainment = AttainmentOf(form, row) }).ToImmutableArray();
        var totalScore = Figure.Of("/total/score", form.Total?.Score);

        var amounts = AmountScale.Of(form.Unit, funds.SelectMany(row => row.Amounts));
        var decimals = Figure.MostDecimals([.. funds.Select(row => row.Score), .. indicators.Select(row => row.Score), totalScore]);
        var figures = new FormFigures(
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
        return figures with
        {
            Profile = profile ?? AuditProfile.National,
            Blocks = FundBlock.Of(figures.Funds),
            MoneyExponent = amounts.BaseExponent,
            Whole = figures.Funds.FirstOrDefault(row => row.IsTotal) ?? (figures.Funds is [var only] ? only : null),
            Doubtful = [.. form.Provenance.Where(field => field.LeastConfidence < ReviewThreshold)],
            HasReasonColumn = form.Indicators.Any(row => row.Deviation is not null),
        };
    }

    /// <summary>What is given in 元, of an amount in the funds block's unit; null where the unit is not known.</summary>
    public decimal? InYuan(Figure amount) => amount.IsNumber && MoneyExponent is { } exponent ? amount.Value * Auditing.Decimals.Unit(-exponent) : null;

    /// <summary>
    /// A target that was adjusted in the course of the year stands in a column of its own, and is the one that counts; its
    /// comparator and unit stand where the first target's do.
    /// </summary>
    private static Attainment AttainmentOf(Form form, Indicator row)
    {
        if (!form.Extra.IsEmpty)
        {
            var label = $"调整指标值 · {row.Level3}";
            foreach (var extra in form.Extra)
            {
                if (extra.Label == label && !BlankText.IsNothing(extra.Text))
                {
                    var adjusted = QuantityText.Read(extra.Text);
                    return Attainment.Of(
                        row with { Target = adjusted with { Comparator = adjusted.Comparator ?? row.Target?.Comparator, Unit = adjusted.Unit ?? row.Target?.Unit } }, form.Year);
                }
            }
        }

        return Attainment.Of(row, form.Year);
    }

    /// <summary>All of the fields were read with certainty: what does not hold was published so.</summary>
    public bool IsSure(IEnumerable<string> pointers) =>
        pointers.All(pointer => Form.Provenance.Any(field => field.Pointer == pointer && field.LeastConfidence >= ReviewThreshold));

    private static Figure AtLeast(Figure figure, int decimals) => figure with { Decimals = Math.Max(figure.Decimals, decimals) };

    private static bool IsGiven(IndicatorFigures row) =>
        row.Score.Number is { } score && (score.Value == decimal.Truncate(score.Value) || score.Value == row.Weight.Number?.Value);
}
