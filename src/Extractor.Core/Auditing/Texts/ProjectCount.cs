using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Extractor.Core.Forms;

namespace Extractor.Core.Auditing.Texts;

/// <summary>A number of projects that a text says were evaluated by their units.</summary>
internal sealed partial record ProjectCount(string Said, int Number)
{
    /// <summary>A longer text is no statement.</summary>
    private const int LongestText = 4_000;

    /// <summary>The number that a text states; null where it states none, or several.</summary>
    /// <param name="years">The text speaks of one of these years, or of none; empty where that is not known.</param>
    public static ProjectCount? In(string text, IReadOnlyCollection<int> years)
    {
        if (text.Length > LongestText)
        {
            return null;
        }

        var found = new List<ProjectCount>();
        foreach (var sentence in Sentences.Of(Sentences.Folded(text)))
        {
            if (!sentence.Contains("自评", StringComparison.Ordinal) || OfAPart().IsMatch(sentence) || !IsOf(years, sentence))
            {
                continue;
            }

            foreach (Match match in Stated().Matches(sentence))
            {
                if (int.TryParse(match.Groups["n"].ValueSpan, NumberStyles.None, NumberFormatInfo.InvariantInfo, out var number))
                {
                    found.Add(new ProjectCount(match.Value, number));
                }
            }
        }

        return found.Select(count => count.Number).Distinct().Count() == 1 ? found[0] : null;
    }

    /// <summary>
    /// The number that a document's passages state of its forms; null where they state none or several, or where the forms
    /// are of several years or publishers, so that it is not certain which of them it counts.
    /// </summary>
    /// <returns>The number, the passage that states it, and the forms that it counts.</returns>
    public static (ProjectCount Count, int Passage, ImmutableArray<T> Forms)? In<T>(IEnumerable<(int Index, Passage Passage)> passages, IEnumerable<T> forms)
        where T : FormSummary
    {
        ImmutableArray<T> counted = [.. forms.Where(form => form.Project is not null)];
        var years = counted.Where(form => form.Year is not null).Select(form => form.Year!.Value).ToHashSet();
        if (counted.IsEmpty || years.Count > 1 || counted.Select(form => form.Publisher).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            return null;
        }

        var stated = passages.Where(passage => passage.Passage.Place.Confidence >= FormFigures.ReviewThreshold)
            .Select(passage => (Count: In(passage.Passage.Text, years), passage.Index)).Where(one => one.Count is not null).ToList();
        return stated.Select(one => one.Count!.Number).Distinct().Count() == 1 ? (stated[0].Count!, stated[0].Index, counted) : null;
    }

    /// <summary>How much it weighs that there are so many forms: more than were evaluated, or nearly as many, is a breach; a few of many are a selection.</summary>
    public Severity? Weigh(int forms, Severity breach) =>
        forms == Number ? null : forms > Number || forms * 2 >= Number ? breach : Severity.Info;

    private static bool IsOf(IReadOnlyCollection<int> years, string sentence)
    {
        var named = Sentences.YearsIn(sentence);
        return years.Count == 0 || named.Count == 0 || named.Overlaps(years);
    }

    /// <summary>自评项目共15个; 对15个项目开展绩效自评; 共涉及项目15个; 15个项目绩效自评结果.</summary>
    [GeneratedRegex(
        "自评的?项目(?:数量|个数|数)?(?:共计|共有|总计|合计|共|为|有|计|:)*(?<n>[0-9]{1,4})个"
        + "|(?<![0-9.,])(?<n>[0-9]{1,4})个[^0-9,]{0,8}项目[^0-9,]{0,12}自评"
        + "|(?:共|共计|共有|涉及|共涉及)(?:预算)?项目(?:支出)?(?:共计|共|为|计)?(?<n>[0-9]{1,4})个"
        + "|项目(?:共计|共有|共)(?<n>[0-9]{1,4})个"
        + "|(?:共|共计|共有|共涉及|涉及)(?<n>[0-9]{1,4})个(?:预算)?项目",
        RegexOptions.CultureInvariant)]
    private static partial Regex Stated();

    /// <summary>A part of the projects, another kind of evaluation, a plan, another year.</summary>
    [GeneratedRegex("其中|选取|抽取|抽查|部分|重点|部门评价|财政评价|第三方|复核|计划|预计|拟|上年|去年|下年|所属|下属|一级项目|二级项目", RegexOptions.CultureInvariant)]
    private static partial Regex OfAPart();
}
