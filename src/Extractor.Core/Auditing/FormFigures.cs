using System.Collections.Immutable;
using Extractor.Core.Auditing.Indicators;
using Extractor.Core.Forms;
using Extractor.Core.Normalization;

namespace Extractor.Core.Auditing;

/// <summary>The numbers of one row of the funds block, in the block's unit.</summary>
public sealed record FundFigures(
    int Index, FundRow Row, Figure InitialBudget, Figure AnnualBudget, Figure Executed, Figure Weight, Figure Rate, Figure Score)
{
    internal const string TotalKind = "total";

    public bool IsTotal { get; init; } = Row.Kind == TotalKind;

    internal static FundFigures Of(int index, FundRow row) => new(
        index, row,
        Figure.Of($"/funds/{index}/initialBudget", row.InitialBudget),
        Figure.Of($"/funds/{index}/annualBudget", row.AnnualBudget),
        Figure.Of($"/funds/{index}/executed", row.Executed),
        Figure.Of($"/funds/{index}/weight", row.Weight, isExact: true),
        Figure.Of($"/funds/{index}/rate", row.Rate),
        Figure.Of($"/funds/{index}/score", row.Score));

    /// <summary>What the execution rate is taken of: the full-year budget, or the initial one in a layout without it.</summary>
    public Figure Budget => AnnualBudget.IsAbsent ? InitialBudget : AnnualBudget;

    public ImmutableArray<Figure> Amounts => [InitialBudget, AnnualBudget, Executed];

    public ImmutableArray<Figure> All => [.. Amounts, Weight, Rate, Score];
}

/// <summary>The numbers of one indicator.</summary>
public sealed record IndicatorFigures(int Index, Indicator Row, Figure Weight, Figure Score)
{
    internal static IndicatorFigures Of(int index, Indicator row, Attainment attainment) => new(
        index, row,
        Figure.Of($"/indicators/{index}/weight", row.Weight, isExact: true),
        Figure.Of($"/indicators/{index}/score", row.Score))
    {
        Attainment = attainment,
    };

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
    public bool LacksPages
    {
        get;
        init => (field, weightTerms, scoreTerms) = (value, default, default);
    }

    /// <summary>The table has a column for what deviates.</summary>
    public bool HasReasonColumn { get; init; }

    /// <summary>How its fields were read.</summary>
    internal Reliability Reliability { get; init; } = Reliability.None;

    /// <summary>Rates and scores of which the document's audit says how they were rounded: no rule does.</summary>
    internal ImmutableArray<Figure> RoundingTold { get; init; } = [];

    /// <summary>The numbers in the goals' words, expected and actual; looked for when they are first asked for.</summary>
    internal (List<TextNumber> Expected, List<TextNumber> Actual) GoalNumbers =>
        goalNumbers ??= (TextNumbers.Of(Form.Goals?.Expected), TextNumbers.Of(Form.Goals?.Actual));

    private (List<TextNumber> Expected, List<TextNumber> Actual)? goalNumbers;

    /// <summary>The sets of points that the total of all points may sum; several rules ask for them.</summary>
    internal ImmutableArray<PointTerms> WeightTerms => weightTerms.IsDefault ? weightTerms = PointTerms.Of(this, row => row.Weight, row => row.Weight) : weightTerms;

    private ImmutableArray<PointTerms> weightTerms;

    /// <summary>The sets of points that the total score may sum.</summary>
    internal ImmutableArray<PointTerms> ScoreTerms => scoreTerms.IsDefault ? scoreTerms = PointTerms.Of(this, row => row.Score, row => row.Score) : scoreTerms;

    private ImmutableArray<PointTerms> scoreTerms;

    /// <summary>A field read with less confidence needs a person; a scan's cells that both recognisers agree on are above it.</summary>
    public const decimal ReviewThreshold = 0.99m;

    public static FormFigures Of(Form form, ProfileChoice choice) => Of(form, choice.Profile) with { Choice = choice };

    public static FormFigures Of(Form form, AuditProfile? profile = null)
    {
        var funds = ImmutableArray.CreateBuilder<FundFigures>(form.Funds.Length);
        foreach (var row in form.Funds)
        {
            funds.Add(FundFigures.Of(funds.Count, row));
        }

        // 预算数：120 over 其中：财政拨款 100: a total by its place, whatever it is called.
        if (funds.Count > 1 && !form.Funds.Any(row => row.Kind == FundFigures.TotalKind) && form.Funds[1].Label.StartsWith("其中", StringComparison.Ordinal))
        {
            funds[0] = funds[0] with { IsTotal = true };
        }

        var indicators = ImmutableArray.CreateBuilder<IndicatorFigures>(form.Indicators.Length);
        foreach (var row in form.Indicators)
        {
            indicators.Add(IndicatorFigures.Of(indicators.Count, row, AttainmentOf(form, row)));
        }

        var totalScore = Figure.Of("/total/score", form.Total?.Score);
        var decimals = totalScore.ColumnDecimals;
        foreach (var row in funds)
        {
            decimals = Math.Max(decimals, row.Score.ColumnDecimals);
        }

        foreach (var row in indicators)
        {
            decimals = Math.Max(decimals, row.Score.ColumnDecimals);
        }

        var amounts = AmountScale.Of(form.Unit, funds);
        for (var i = 0; i < funds.Count; i++)
        {
            var row = funds[i];
            funds[i] = row with
            {
                InitialBudget = amounts.Align(row.InitialBudget),
                AnnualBudget = amounts.Align(row.AnnualBudget),
                Executed = amounts.Align(row.Executed),
                Score = row.Score.GoodTo(decimals, isExact: row.Score is { Number.Value: 0 }),
            };
        }

        for (var i = 0; i < indicators.Count; i++)
        {
            var row = indicators[i];
            indicators[i] = row with { Score = row.Score.GoodTo(decimals, IsGiven(row)) };
        }

        var figures = new FormFigures(
            form, funds.MoveToImmutable(), indicators.MoveToImmutable(),
            Figure.Of("/total/weight", form.Total?.Weight, isExact: true), totalScore.GoodTo(decimals));
        return figures with
        {
            Profile = profile ?? AuditProfile.National,
            Blocks = FundBlock.Of(figures.Funds),
            MoneyExponent = amounts.BaseExponent,
            Whole = figures.Funds.FirstOrDefault(row => row.IsTotal) ?? (figures.Funds is [var only] ? only : null),
            Reliability = Reliability.Of(form),
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
            var label = "调整指标值" + LabelledText.Separator + row.Level3;
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

    /// <summary>
    /// Nothing need be said: the relation holds exactly, by rounding half up, by the rounding that the profile prescribes, or by
    /// one that is told for the document.
    /// </summary>
    internal bool Accepts(Verdict verdict) =>
        verdict.Holds || (verdict.Outcome == Outcome.OtherRounding && (verdict.Habit == Profile.Rounding || IsTold(verdict.Stated)));

    private bool IsTold(Figure stated)
    {
        foreach (var told in RoundingTold)
        {
            if (told.Pointer == stated.Pointer)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>All of the fields were read with certainty: what does not hold was published so.</summary>
    public bool IsSure(IEnumerable<string> pointers) =>
        pointers.All(pointer => Form.Provenance.Any(field => field.Pointer == pointer && field.LeastConfidence >= ReviewThreshold));

    private static bool IsGiven(IndicatorFigures row) =>
        row.Score.Number is { } score && (score.Value == decimal.Truncate(score.Value) || score.Value == row.Weight.Number?.Value);
}
