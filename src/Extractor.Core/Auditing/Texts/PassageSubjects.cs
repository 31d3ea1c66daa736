using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Extractor.Core.Forms;
using Extractor.Core.Normalization;

namespace Extractor.Core.Auditing.Texts;

/// <summary>A number that running text states of one form.</summary>
/// <param name="IsNamed">The text names the form's project; else it is the only form that it can be about.</param>
internal sealed record ReportedOfForm<T>(T Form, ReportedFigure Figure, bool IsNamed)
    where T : FormSummary;

/// <summary>Tells which form each number in a passage is about.</summary>
/// <remarks>
/// A number is about the project that is named last before it, where its sentence names no other and nothing stands between
/// that could begin something else; a sentence that names none goes on with the sentence before it. Of a number that may be
/// about something else nothing is said.
/// </remarks>
internal sealed partial class PassageSubjects<T>
    where T : FormSummary
{
    /// <summary>Shorter names are words of their own: 办公经费.</summary>
    private const int ShortestName = 4;

    /// <summary>With more, texts are not gone through for each.</summary>
    private const int MostNames = 400;

    /// <summary>Stands for a name where its own words must not be taken for the sentence's: 第三方评估项目自评得分为95分.</summary>
    private const char Blank = '　';

    private readonly ImmutableArray<(string Name, T Form)> names;
    private readonly T? only;

    /// <param name="forms">All forms that the text may be about.</param>
    public PassageSubjects(IReadOnlyCollection<T> forms)
    {
        names =
        [
            .. forms.Where(form => form.Project is not null)
                .SelectMany(form => Written(form.ProjectName!).Select(name => (Name: name, Form: form)))
                .Where(pair => pair.Name.Length >= ShortestName)
                .Distinct().OrderByDescending(pair => pair.Name.Length),
        ];
        if (names.Length > MostNames)
        {
            names = [];
        }

        only = forms.Count == 1 && forms.Single() is { Project: not null } one ? one : null;
    }

    public IEnumerable<ReportedOfForm<T>> In(Passage passage)
    {
        if (names.IsEmpty)
        {
            yield break;
        }

        var text = Sentences.Folded(passage.Text);
        var ofSelf = text.Contains("自评", StringComparison.Ordinal);
        var years = Sentences.YearsIn(WithoutNames(text));
        ImmutableArray<T> about = only is null ? [] : [only];
        var (isNamed, isHeading) = (false, passage.Text.Contains('\n', StringComparison.Ordinal));
        foreach (var sentence in Sentences.Of(text))
        {
            var named = NamesIn(sentence);
            var told = named.Aggregate(sentence, (rest, name) => rest.Replace(name.Name, new string(Blank, name.Name.Length), StringComparison.Ordinal));
            var start = 0;
            if (named.Count > 0)
            {
                (about, isNamed, start) = named.Count == 1 ? (named[0].Forms, true, named[0].End) : ([], false, 0);
            }

            var figures = ReportedFigure.In(told, ofSelf).ToList();
            foreach (var figure in figures)
            {
                if (figure.Start < start || !IsGeneric(Without(sentence[start..figure.Start], figures)))
                {
                    about = [];
                    break;
                }

                if (OfYear(about, years) is [var form])
                {
                    yield return new ReportedOfForm<T>(form, figure, isNamed);
                }
            }

            // A heading may be a project's that has no form.
            if (figures.Count == 0 && named.Count == 0 && (isHeading ? !IsGeneric(sentence) : SpeaksOfAnother().IsMatch(sentence)))
            {
                about = [];
            }

            isHeading = false;
        }
    }

    /// <summary>The forms of the years that the text names; all where it names none.</summary>
    private static ImmutableArray<T> OfYear(ImmutableArray<T> forms, HashSet<int> years) =>
        years.Count == 0 ? forms : [.. forms.Where(form => form.Year is null || years.Contains(form.Year.Value))];

    /// <summary>A year in a project's name is no year that the text speaks of: 某路改造（2023—2024年度跨年项目）.</summary>
    private string WithoutNames(string text)
    {
        foreach (var (name, _) in names)
        {
            if (name.Contains('年', StringComparison.Ordinal))
            {
                text = text.Replace(name, "", StringComparison.Ordinal);
            }
        }

        return text;
    }

    /// <summary>The projects that a sentence names, each name once; a name within a longer one does not count.</summary>
    private List<(string Name, ImmutableArray<T> Forms, int End)> NamesIn(string sentence)
    {
        var taken = new List<(int Start, int End, string Name)>();
        foreach (var name in names.Select(pair => pair.Name).Distinct(StringComparer.Ordinal))
        {
            for (var at = sentence.IndexOf(name, StringComparison.Ordinal); at >= 0; at = sentence.IndexOf(name, at + 1, StringComparison.Ordinal))
            {
                var end = at + name.Length;
                if (Begins(sentence, at) && Ends().IsMatch(sentence.AsSpan(end)) && !taken.Exists(other => at < other.End && other.Start < end))
                {
                    taken.Add((at, end, name));
                }
            }
        }

        return
        [
            .. taken.GroupBy(one => one.Name, StringComparer.Ordinal)
                .Select(group => (group.Key, names.Where(pair => pair.Name == group.Key).Select(pair => pair.Form).ToImmutableArray(), group.Max(one => one.End))),
        ];
    }

    /// <summary>A name goes on to the left where a letter or a character stands that is no word before a name.</summary>
    private static bool Begins(string sentence, int at) => at == 0 || !char.IsLetter(sentence[at - 1]) || "对年度为是即将".Contains(sentence[at - 1], StringComparison.Ordinal);

    /// <summary>As it may stand in a sentence: also without the year before it.</summary>
    private static IEnumerable<string> Written(string printed)
    {
        var name = PrintedText.Fold(PrintedText.Tighten(printed));
        yield return name;
        if (LeadingYear().Match(name) is { Success: true } year)
        {
            yield return name[year.Length..];
        }
    }

    private static string Without(string text, List<ReportedFigure> figures)
    {
        foreach (var figure in figures)
        {
            text = text.Replace(figure.Said, "", StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>Nothing but words that say nothing of what the number is about.</summary>
    private static bool IsGeneric(string between) => Generic().IsMatch(between);

    [GeneratedRegex(
        "^(?:该|本|此|项目|绩效|自评|自我评价|评价|综述|情况|结果|根据|按照|年初|年末|年度|全年|当年|本年|设定|设置|的|目标|指标|截至|截止|(?:19|20)[0-9]{2}年|[0-9]{1,2}月底?|[0-9]{1,2}日|预算|资金|支出|实际|经|其|总|共|为|已|底|末"
        + "|综合|评定|等级|等次|优秀?|良好?|中|差|\\(?[0-9一二三四五六七八九十]{1,2}[).、]|[:,、“”\"《》()])*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Generic();

    [GeneratedRegex("^(?:$|[^\\p{L}0-9]|项目|绩效|自评|自我评价|全年|年初|预算|执行|总得分|综合得分|总分|(?:19|20)[0-9]{2}年)", RegexOptions.CultureInvariant)]
    private static partial Regex Ends();

    /// <summary>Another project, or all of a unit's.</summary>
    [GeneratedRegex("[^该本此各的:,]项目|工程|专项|经费|整体支出|部门整体", RegexOptions.CultureInvariant)]
    private static partial Regex SpeaksOfAnother();

    [GeneratedRegex("^(?:19|20)[0-9]{2}年度?", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingYear();
}
