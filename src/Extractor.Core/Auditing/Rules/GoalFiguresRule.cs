using Extractor.Core.Auditing.Indicators;

namespace Extractor.Core.Auditing.Rules;

/// <summary>T03: a number in the goals is the one that the indicator of the same thing has.</summary>
/// <remarks>
/// Two numbers are of the same thing where the clause holds the name of the indicator, without the words that say that it is
/// a number, both have one unit, and neither the clause nor the indicators leave a second choice.
/// </remarks>
public sealed class GoalFiguresRule : IAuditRule
{
    private const int ShortestName = 3;

    private static readonly string[] Endings = ["完成数量", "数量", "个数", "人数", "次数", "场次", "场数", "面积", "长度", "里程", "座数", "数", "率", "度"];

    public string Id => "T03";

    public Severity Severity => Severity.Warning;

    public string Formula => "总体目标及完成情况中的数字与同一内容的指标值一致";

    public string FormulaEn => "numbers in the goals agree with those of the indicators about the same thing";

    public IEnumerable<Finding> Check(FormFigures form) =>
        Check(form, "/goals/expected", form.GoalNumbers.Expected, row => (row.Attainment.Target, row.TargetPointer, row.Row.Target?.Text))
            .Concat(Check(form, "/goals/actual", form.GoalNumbers.Actual, row => (row.Attainment.Actual, row.ActualPointer, row.Row.Actual?.Text)));

    private IEnumerable<Finding> Check(
        FormFigures form, string pointer, List<TextNumber> numbers, Func<IndicatorFigures, (Claim Claim, string Pointer, string? Text)> value)
    {
        foreach (var number in numbers)
        {
            if (number.Unit.Length == 0 || Attainment.InYuan(number.Unit) is not null || !IsAlone(numbers, number))
            {
                continue;
            }

            IndicatorFigures? match = null;
            var choices = 0;
            foreach (var row in form.Indicators)
            {
                if (value(row).Claim is { IsNumber: true } claim && UnitOf(claim, row.Attainment.Target) == number.Unit && Subject(row.Name) is { Length: >= ShortestName } subject
                    && number.Clause.Contains(subject, StringComparison.Ordinal))
                {
                    (match, choices) = (row, choices + 1);
                }
            }

            if (match is null || choices > 1)
            {
                continue;
            }

            var (stated, at, printed) = value(match);
            if (stated.Value == number.Value || stated.Form is ClaimForm.About or ClaimForm.Span)
            {
                continue;
            }

            yield return Report.Note(
                this, Severity, form, at,
                ($"前后数字不符（{Wording.Label(match)}）：指标为 {printed}，而总体目标文字为“{number.Clause}”",
                 $"Numbers differ ({Wording.Label(match)}): the indicator has {printed}, the goals say “{number.Clause}”"),
                printed, number.Text, pointer)
                with { Relation = Relation.Broken(stated.Value, number.Value, []) };
        }
    }

    /// <summary>A bare actual value is in the unit of its target; of a share it may be the fraction.</summary>
    private static string UnitOf(Claim claim, Claim target) => claim.Unit.Length > 0 || target.Unit == "%" ? claim.Unit : target.Unit;

    /// <summary>What the indicator counts or measures.</summary>
    private static string Subject(string name)
    {
        var start = name.StartsWith("指标", StringComparison.Ordinal) ? name.AsSpan(2).TrimStart("0123456789:：.、 ") : name;
        foreach (var ending in Endings)
        {
            if (start.EndsWith(ending, StringComparison.Ordinal))
            {
                return start[..^ending.Length].ToString();
            }
        }

        return start.ToString();
    }

    private static bool IsAlone(List<TextNumber> numbers, TextNumber number)
    {
        foreach (var other in numbers)
        {
            if (!ReferenceEquals(other, number) && other.Clause == number.Clause && other.Unit == number.Unit)
            {
                return false;
            }
        }

        return true;
    }
}
