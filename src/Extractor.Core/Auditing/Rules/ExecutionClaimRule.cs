using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Extractor.Core.Auditing.Rules;

/// <summary>T01: an indicator about the execution rate claims the rate that the funds block has.</summary>
/// <remarks>
/// Only the actual value claims something; the target does not. An indicator counts when its name is the rate of the whole
/// project and of nothing else: the payment rate of wages or of one source of funds is another number.
/// </remarks>
public sealed partial class ExecutionClaimRule : IAuditRule
{
    private const int RoundedUpDecimals = 4;

    public string Id => "T01";

    public int Version => 3;

    public Severity Severity => Severity.Error;

    public string Formula => "预算执行率类指标的实际完成值与资金表的执行率一致";

    public string FormulaEn => "the actual value of an indicator about the execution rate agrees with the rate of the funds block";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        if (form.Whole is not { } funds)
        {
            return [];
        }

        var computed = ExecutionRate.Computed(funds, funds.Budget);
        ImmutableArray<Interval> rates =
        [
            .. ExecutionRate.Readings(funds.Rate).Select(rate => Interval.Point(rate.Value)),
            .. computed is null ? [] : new[] { computed.Range(Rounding.HalfUp) },
        ];
        return rates.IsEmpty ? [] :
            from row in form.Indicators
            where IsAboutExecution(form, row)
            let claims = Claims(row)
            where !claims.IsEmpty && !claims.Any(claim => rates.Any(claim.Meets))
            select Contradiction(form, row, funds, computed, IsRounded(row, rates, funds.Rate.IsNumber));
    }

    /// <summary>
    /// A bound that repeats the rate, rounded half up to the digits of the bound: ≥97% of 96.84 %; or rounded up, as the rate
    /// itself may be, where the form states none: ≥81.64% of 81.632 %.
    /// </summary>
    private static bool IsRounded(IndicatorFigures row, ImmutableArray<Interval> rates, bool isStated) =>
        row.Row.Actual is { Comparator: "≥" or "≤", Unit: "%", Value: { } value } actual && Shown(actual.Text) + 2 is var decimals
        && rates.Any(rate => Interval.Behind(value / 100, decimals, Rounding.HalfUp).Meets(rate)
            || (!isStated && decimals >= RoundedUpDecimals && Interval.Behind(value / 100, decimals, Rounding.Ceiling).Meets(rate)));

    private Finding Contradiction(FormFigures form, IndicatorFigures row, FundFigures funds, Computation? computed, bool isRounded)
    {
        var actual = row.Row.Actual!.Text;
        var stated = funds.Rate.IsNumber ? funds.Rate.Text : null;
        var quotient = computed is null ? null : Wording.Percent(Decimals.Round(computed.Value, 6));
        ImmutableArray<string> evidence =
        [
            .. stated is null ? [] : new[] { funds.Rate.Pointer },
            .. computed is null ? [] : computed.Operands.Select(operand => operand.Pointer),
        ];
        var (chinese, english) = (stated, quotient) switch
        {
            (null, _) => ($"按资金表计算的执行率为 {quotient}", $"the funds block gives {quotient}"),
            (_, null) => ($"资金表的执行率为 {stated}", $"the funds block states {stated}"),
            _ => ($"资金表的执行率为 {stated}（计算值 {quotient}）", $"the funds block states {stated} (computed {quotient})"),
        };
        var (rounded, roundedEn) = isRounded ? ("，按所列位数四舍五入可以解释", "; rounding to the printed digits explains it") : ("", "");
        return new Finding(
            Id, isRounded ? Severity.Info : Severity, row.ActualPointer,
            $"执行率前后矛盾：指标“{Wording.Label(row)}”的实际完成值为 {actual}，而{chinese}{rounded}。",
            $"Contradictory execution rate: the actual value of “{Wording.Label(row)}” is {actual}, but {english}{roundedEn}.",
            actual, stated ?? quotient, evidence, isRounded ? Explanation.Rounding : Report.Blame(form, [row.ActualPointer, .. evidence]))
        {
            Relation = isRounded ? null : Relation.Broken(
                Claims(row)[0] is { High: decimal.MaxValue } least ? least.Low : Claims(row)[0] is { Low: decimal.MinValue } most ? most.High
                    : row.Row.Actual.Value!.Value / (row.Row.Actual is { Unit: "%" } or { Value: > 1 } ? 100 : 1),
                computed?.Value ?? ExecutionRate.Readings(funds.Rate).First().Value, computed is null ? [funds.Rate] : computed.Operands, isRate: true),
        };
    }

    /// <summary>The rates that the actual value may mean, as fractions; none where it is no rate.</summary>
    private static ImmutableArray<Interval> Claims(IndicatorFigures row)
    {
        if (row.Row.Actual is not { Value: { } value } actual || Math.Abs(value) > 10_000)
        {
            return [];
        }

        var decimals = Shown(actual.Text);
        return actual.Unit switch
        {
            "%" => [Claim(actual.Comparator, value / 100, decimals + 2)],
            // Without a unit, a fraction or a percentage.
            null => [Claim(actual.Comparator, value / 100, decimals + 2), Claim(actual.Comparator, value, Math.Max(decimals, ExecutionRate.LeastRateDecimals))],
            _ => [],
        };
    }

    /// <summary>The decimals that are printed.</summary>
    private static int Shown(string text)
    {
        var point = text.AsSpan().IndexOfAny('.', '．');
        return point < 0 ? 0 : Math.Min(text[(point + 1)..].TakeWhile(char.IsDigit).Count(), 20);
    }

    /// <summary>
    /// A threshold is meant as it stands; a plain value may be rounded half up or cut off, or, with the two decimals of a
    /// percentage that Shanghai's system prints, rounded up.
    /// </summary>
    private static Interval Claim(string? comparator, decimal rate, int decimals) => comparator switch
    {
        ">" => new(rate, decimal.MaxValue, LowOpen: true),
        "≥" => new(rate, decimal.MaxValue),
        "<" => new(decimal.MinValue, rate, HighOpen: true),
        "≤" => new(decimal.MinValue, rate),
        _ => new(rate - (Decimals.Unit(decimals) / (decimals < RoundedUpDecimals ? 2 : 1)), rate + Decimals.Unit(decimals), HighOpen: true),
    };

    internal static bool IsAboutExecution(FormFigures form, IndicatorFigures row)
    {
        var name = row.Row.Level3 ?? "";
        var ofProject = form.Form.ProjectName is { Length: > 0 } project && name.StartsWith(project, StringComparison.Ordinal) ? name[project.Length..] : name;
        return ExecutionRateName().IsMatch(ofProject);
    }

    /// <summary>The rate of the whole budget, with the words that leave its meaning alone; a number before it, a target after it.</summary>
    [GeneratedRegex(
        "^(?:指标)?[0-9０-９]*[:：.、．]?\\s*"
        + "(?:(?:项目|年度|全年|当年|本年|年|财政|专项|总|总体|的)*(?:预算|资金|经费)(?:项目|年度|全年|财政|专项|预算|资金|经费|总|总体|的)*(?:执行|使用|完成|支付|支出)|(?:项目|年度|全年|总|总体)*(?:执行|支付))"
        + "(?:完成)?(?:率|比率|比例|进度)(?:[（(][%％][）)])?[=＝≥≤><≧≦]*[0-9.]*[%％]?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex ExecutionRateName();
}
