using System.Text;

namespace Extractor.Core.Auditing.Batches.Rules;

/// <summary>C05: a form is not last year's again.</summary>
/// <remarks>
/// Actual values that are the target, 100 % or words may well be the same every year. So only values that tell something are
/// compared, such as 1,237 people or 97.35 %: three at least, and nearly all of them the same.
/// </remarks>
internal sealed class CopiedFormRule : IBatchRule
{
    private const int FewestTelling = 3;

    private const int FewestDigits = 3;

    private const decimal LeastShare = 0.98m;

    private const int LongEnough = 30;

    public string Id => "C05";

    public Severity Severity => Severity.Warning;

    public string Formula => "同一项目连续两年的自评表不照抄：实际完成值和完成情况不应全部相同";

    public string FormulaEn => "same project, consecutive years: actual values and what was reached are not those of the year before again";

    public IEnumerable<BatchFinding> Check(Batch batch)
    {
        foreach (var (before, after) in batch.ConsecutiveYears())
        {
            int telling = 0, same = 0;
            foreach (var row in after.Indicators)
            {
                if (TellingValue.Of(row, FewestDigits) is { } value && before.Indicators.Where(other => other.Name == row.Name).ToList() is [var earlier])
                {
                    telling++;
                    same += TellingValue.Of(earlier, FewestDigits) == value ? 1 : 0;
                }
            }

            var words = WithoutYears(Actual(after)) is { Length: >= LongEnough } text && text == WithoutYears(Actual(before));
            if (telling < FewestTelling || same < LeastShare * telling)
            {
                continue;
            }

            var money = after.Whole?.Executed is { IsNumber: true } executed && before.Whole?.Executed is { IsNumber: true } earlierMoney
                && after.InYuan(executed) is { } now && now == before.InYuan(earlierMoney);
            var (count, year, last) = (Wording.Number(same), Wording.Number(after.Year!.Value), Wording.Number(before.Year!.Value));
            yield return new BatchFinding(
                Id, Severity,
                $"照抄上年（{after.Name}）：{year} 年与 {last} 年自评表的 {count} 项非整实际完成值全部相同" + (words ? "，完成情况文字也相同" : "") + (money ? "，执行数也相同" : "") + "。",
                $"Last year's form again ({after.Name}): the {count} telling actual values of {year} are those of {last}" + (words ? ", so is what was reached" : "") + (money ? ", and the executed amount" : "") + ".",
                null, null, [after.Place(), before.Place()], null);
        }
    }

    private static string? Actual(BatchForm form) => form.Texts.Where(text => text.Pointer == "/goals/actual").Select(text => text.Text).FirstOrDefault();

    private static string? WithoutYears(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var left = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsLetter(character))
            {
                left.Append(character);
            }
        }

        return left.ToString();
    }
}
