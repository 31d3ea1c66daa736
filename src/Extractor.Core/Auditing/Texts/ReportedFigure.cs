using System.Globalization;
using System.Text.RegularExpressions;

namespace Extractor.Core.Auditing.Texts;

/// <summary>What a number in running text is said to be.</summary>
internal enum ReportedKind { Score, Rate, Budget, Executed }

/// <summary>A number that running text states of a project.</summary>
/// <param name="Said">The words that state it.</param>
/// <param name="Start">Where they begin in their sentence.</param>
/// <param name="Range">What may stand behind the printed digits, however they were rounded: a rate as a fraction of one, money in 元.</param>
internal sealed partial record ReportedFigure(ReportedKind Kind, string Said, int Start, string Number, Interval Range)
{
    public int End => Start + Said.Length;

    /// <summary>What a sentence states, in order; nothing of one that speaks of several at once, or of what another than the project's unit found.</summary>
    /// <param name="sentence">Folded and tightened.</param>
    /// <param name="ofSelf">Its passage speaks of a self-evaluation.</param>
    public static IEnumerable<ReportedFigure> In(string sentence, bool ofSelf)
    {
        if (OfSeveralOrOthers().IsMatch(sentence))
        {
            yield break;
        }

        foreach (Match match in Stated().Matches(sentence))
        {
            var kind = match.Groups["own"].Success || match.Groups["score"].Success ? ReportedKind.Score
                : match.Groups["rate"].Success ? ReportedKind.Rate
                : match.Groups["budget"].Success ? ReportedKind.Budget
                : ReportedKind.Executed;
            var unit = match.Groups["u"].Value;
            if ((match.Groups["score"].Success && !ofSelf) || (kind, unit) is (ReportedKind.Score, not "分") or (ReportedKind.Rate, not "%") or (> ReportedKind.Rate, "分" or "%"))
            {
                continue;
            }

            var digits = match.Groups["n"].Value;
            if (decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, NumberFormatInfo.InvariantInfo, out var value))
            {
                var point = digits.IndexOf('.', StringComparison.Ordinal);
                var last = Decimals.Unit(point < 0 ? 0 : digits.Length - point - 1);
                // Half up, up or cut off: nobody knows.
                var range = value == 0 ? Interval.Point(0) : new Interval(value - last, value + last, LowOpen: true, HighOpen: true);
                yield return new ReportedFigure(
                    kind, match.Value, match.Index, digits + unit,
                    range * (unit switch { "%" => 0.01m, "亿元" => 100_000_000m, "万元" => 10_000m, _ => 1m }));
            }
        }
    }

    /// <summary>自评得分为95.5分; 预算执行率96.2%; 全年预算数为100万元; 执行数为96.2万元; 完成预算的96.2%. Not about, above or nearly.</summary>
    [GeneratedRegex(
        "(?:(?<own>(?:自评|自我评价)(?:综合|最终|总体|总)?(?:得分|评分|总分|分数))|(?<score>(?:综合|最终|总)(?:得分|评分)|总分)"
        + "|(?<rate>(?:预算|资金)?(?:总体|总)?执行率|完成(?:全年|年度)?预算的)"
        + "|(?<budget>(?:全年|年初)预算(?:数|资金|金额|总额)?|预算数)"
        + "|(?<executed>(?:全年)?执行数|实际支出(?:数|资金|金额)?|实际执行(?:数|资金|金额)?))"
        + "(?:为|是|:|达到|达|共计|共|合计)?(?<n>[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\\.[0-9]{1,6})?|[0-9]{1,12}(?:\\.[0-9]{1,6})?)(?<u>分|%|亿元|万元|元)(?![以左右上下制值多余~—至-])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Stated();

    /// <summary>Several projects in one breath, an average, a plan, or the score that somebody else gave.</summary>
    [GeneratedRegex("分别|平均|各项目|均为|其中|满分|复核|复评|抽查|评审|第三方|重点评价|部门评价|财政评价|再评价|上年|去年|计划|预计|拟|原定|原为|调整前", RegexOptions.CultureInvariant)]
    private static partial Regex OfSeveralOrOthers();
}
