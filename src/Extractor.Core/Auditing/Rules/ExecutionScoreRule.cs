using System.Collections.Immutable;
using Extractor.Core.Normalization;

namespace Extractor.Core.Auditing.Rules;

/// <summary>F07: the points for execution are the row's points times its rate, at most all of them.</summary>
/// <remarks>
/// Some publishers multiply the unrounded quotient, others the rate that they print; either is accepted. The rate counts to 100 %.
/// </remarks>
public sealed class ExecutionScoreRule : IAuditRule
{
    public string Id => "F07";

    public Severity Severity => Severity.Error;

    public string Formula => "预算执行得分 = 分值 × 执行率（执行率最高按 100% 计）";

    public string FormulaEn => "score for execution = points × execution rate (at most 100 %)";

    public IEnumerable<Finding> Check(FormFigures form) =>
        // A budget of 0 is F06's; a score where there are no points, S03's.
        form.Funds.Select(row => Pointed(form, row))
            .Where(row => row is { Score.IsNumber: true, Weight.Number.Value: > 0 } && row.Budget is not { Number.Value: 0 })
            .SelectMany(row => Check(form, row));

    /// <summary>Where the layout has no points for execution, those that are prescribed for it.</summary>
    private static FundFigures Pointed(FormFigures form, FundFigures row) =>
        row.Weight.IsAbsent && form.ExecutionPoints is { } points && row.Index == form.Whole?.Index
            ? row with { Weight = new Figure("", Wording.Number(points), new PrintedNumber(points, Decimals.Count(points), ""), null) { IsExact = true } }
            : row;

    private IEnumerable<Finding> Check(FormFigures form, FundFigures row)
    {
        var fromAmounts = ExecutionRate.Computed(row, row.Budget) is { } quotient ? [Points(row, quotient)] : Array.Empty<Computation>();
        var fromRate = ExecutionRate.Readings(row.Rate)
            .Select(rate => Points(row, new Computation(rate.Value, _ => Interval.Point(rate.Value), [row.Rate])));
        var label = Wording.Label(row);
        if (Ladder.Best(fromAmounts.Concat(fromRate).Select(points => Ladder.Judge(row.Score, points, allowFewerDigits: true))) is not { } verdict)
        {
            Figure[] needed = [row.Executed, row.Budget, row.Rate];
            return needed.All(figure => figure.IsAbsent) ? [] : Report.Of(
                this, form,
                new Verdict(
                    Outcome.Incomplete, row.Score, new Computation(0, _ => Interval.Point(0), Stated(row.Weight)), null, null,
                    [.. needed.Where(figure => figure is { IsNumber: false, IsAbsent: false })]),
                new Statement($"预算执行得分（{label}）：表列 {row.Score.Text}", $"Score for execution ({label}): stated is {row.Score.Text}", ""));
        }

        if (form.Accepts(verdict))
        {
            return [];
        }

        var rate = Math.Min(verdict.Computation.Value / row.Weight.Value, 1);
        var (rateText, points, computed) = (
            Wording.Percent(Decimals.Round(rate, 8)),
            Wording.Number(Decimals.Round(verdict.Computation.Value, row.Score.Decimals + 3)),
            Wording.Number(Decimals.Round(verdict.Computation.Value, row.Score.Decimals)));
        return Report.Of(this, form, verdict, new Statement(
            $"预算执行得分（{label}）：分值 {row.Weight.Text}×执行率 {rateText}={points}，表列 {row.Score.Text}",
            $"Score for execution ({label}): {row.Weight.Text} points×{rateText}={points}, stated is {row.Score.Text}",
            computed));
    }

    /// <summary>Money that came back is at most all of the budget: what is stated beyond that is no rate.</summary>
    private static Computation Points(FundFigures row, Computation rate) => new(
        row.Weight.Value * Math.Clamp(rate.Value, -1, 1),
        rounding => rate.Range(rounding).AtMost(1).AtLeast(-1) * row.Weight.Value,
        [.. Stated(row.Weight), .. rate.Operands]);

    /// <summary>Points that are prescribed stand nowhere in the form.</summary>
    private static ImmutableArray<Figure> Stated(Figure weight) => weight.Pointer.Length > 0 ? [weight] : [];
}
