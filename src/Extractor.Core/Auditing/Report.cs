using System.Collections.Immutable;

namespace Extractor.Core.Auditing;

/// <summary>What a message says before its verdict, and how its numbers are shown.</summary>
/// <param name="Chinese">The relation with its numbers and what is stated, without a full stop.</param>
/// <param name="English">The same in English.</param>
/// <param name="Computed">The value that the other fields give, to the digits that are stated.</param>
/// <param name="IsRate">Numbers are shown as percentages.</param>
internal sealed record Statement(string Chinese, string English, string Computed, bool IsRate = false)
{
    public string Show(decimal value) => IsRate ? Wording.Percent(value) : Wording.Number(value);
}

/// <summary>Turns verdicts into findings.</summary>
internal static class Report
{
    /// <summary>Nothing for a relation that need not be spoken of; a hint for another rounding or a missing term.</summary>
    public static IEnumerable<Finding> Of(IAuditRule rule, FormFigures form, Verdict verdict, Statement statement)
    {
        if (form.Accepts(verdict))
        {
            yield break;
        }

        var (chinese, english) = Tail(verdict, statement);
        string[] evidence = [.. verdict.Computation.Operands.Concat(verdict.Missing).Select(figure => figure.Pointer).Distinct()];
        yield return new Finding(
            rule.Id,
            verdict.Outcome is Outcome.Inconsistent or Outcome.UnitSlip ? rule.Severity : Severity.Info,
            verdict.Stated.Pointer,
            $"{statement.Chinese}{chinese}。", $"{statement.English}{english}.",
            verdict.Stated.Text, verdict.Outcome == Outcome.Incomplete ? null : statement.Computed,
            [.. evidence],
            verdict.Outcome switch
            {
                Outcome.OtherRounding => Explanation.Rounding,
                Outcome.Incomplete => null,
                _ => Blame(form, [verdict.Stated.Pointer, .. evidence]),
            })
        {
            Relation = RelationOf(verdict, statement),
        };
    }

    /// <summary>A finding whose words say all; what is wrong is published where every field that it names was read with certainty.</summary>
    public static Finding Note(
        IAuditRule rule, Severity severity, FormFigures form, string subject, (string Chinese, string English) message,
        string? stated, string? computed, params ImmutableArray<string> evidence) => new(
        rule.Id, severity, subject, message.Chinese + "。", message.English + ".", stated, computed, evidence,
        severity == Severity.Info ? null : Blame(form, stated is null ? evidence : [subject, .. evidence]));

    /// <summary>Published, where every field that takes part was read with certainty.</summary>
    public static Explanation? Blame(FormFigures form, IEnumerable<string> pointers) =>
        form.IsSure(pointers) ? Explanation.Published : null;

    private static Relation RelationOf(Verdict verdict, Statement statement) => verdict.Outcome == Outcome.Incomplete
        ? new Relation(verdict.Outcome, null, null, null, Relation.Of(verdict.Computation.Operands))
        : new Relation(verdict.Outcome, verdict.Habit, Gap(verdict, statement), AllowedBy(verdict, statement), Relation.Of(verdict.Computation.Operands));

    private static int ShownDecimals(Verdict verdict) => verdict.Stated.Decimals + (verdict.Stated.IsFloat ? 18 : 3);

    private static string Gap(Verdict verdict, Statement statement) => Wording.Number(
        Decimals.Round(Math.Abs(verdict.Stated.Value - verdict.Computation.Value), ShownDecimals(verdict)) * (statement.IsRate ? 100 : 1));

    private static AllowedRange AllowedBy(Verdict verdict, Statement statement)
    {
        string Show(decimal value) => statement.Show(Decimals.Round(value, ShownDecimals(verdict)));
        return new AllowedRange(Show(verdict.Allowed.Low), Show(verdict.Allowed.High));
    }

    private static (string Chinese, string English) Tail(Verdict verdict, Statement statement)
    {
        var gap = Gap(verdict, statement);
        var difference = statement.IsRate ? $"{gap} 个百分点" : gap;
        var differenceEn = statement.IsRate ? $"{gap} percentage points" : gap;
        var (low, high) = AllowedBy(verdict, statement);
        var missing = string.Join("、", verdict.Missing.Select(figure => figure.Pointer));
        return (verdict.Outcome, verdict.Habit) switch
        {
            (Outcome.OtherRounding, Habit.Truncated) => ($"，差 {difference}，舍去尾数可以解释", $", a difference of {differenceEn} that cutting off digits explains"),
            (Outcome.OtherRounding, Habit.Ceiling) => ($"，差 {difference}，向上取整可以解释", $", a difference of {differenceEn} that rounding up explains"),
            (Outcome.OtherRounding, Habit.FloatNoise) => ($"，差 {difference}，为浮点运算误差", $", a difference of {differenceEn} left by floating point arithmetic"),
            (Outcome.OtherRounding, Habit.FewerDigits) => ($"，差 {difference}，按所列位数四舍五入可以解释", $", a difference of {differenceEn} that rounding to the printed digits explains"),
            (Outcome.UnitSlip, _) => Slip(verdict.Factor!.Value),
            (Outcome.Incomplete, _) => ($"；缺少 {missing}，无法核对", $"; {missing} missing, so it cannot be checked"),
            _ when low == high => ($"，差 {difference}", $", a difference of {differenceEn}"),
            _ => ($"，差 {difference}，超出四舍五入可解释的范围（{low} 至 {high}）", $", a difference of {differenceEn}, outside what rounding explains ({low} to {high})"),
        };
    }

    private static (string Chinese, string English) Slip(decimal factor)
    {
        var times = Wording.Number(factor < 1 ? 1 / factor : factor);
        var (chinese, english) = factor < 1 ? ("大", "large") : ("小", "small");
        return ($"，表列数偏{chinese}，正好相差 {times} 倍，疑为单位或小数点有误", $", too {english} by a factor of {times}: a slip of the unit or of the decimal point");
    }
}
