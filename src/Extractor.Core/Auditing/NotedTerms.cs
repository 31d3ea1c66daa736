using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Extractor.Core.Forms;
using Extractor.Core.Normalization;

namespace Extractor.Core.Auditing;

/// <summary>What a form's own notes (填报说明, 注) and the header of its funds block prescribe for its scores. What they leave open, or say in two ways, is null.</summary>
/// <param name="Execution">The points for the execution rate.</param>
/// <param name="Bands">The least shares of the points for an aim in words that was reached, and for one that was partly reached.</param>
/// <param name="Reverse">How reverse indicators are scored.</param>
/// <param name="Grades">The grades and the scores that earn them, from the best down.</param>
public sealed partial record NotedTerms(decimal? Execution, (decimal Upper, decimal Lower)? Bands, ReverseFormula? Reverse, ImmutableArray<GradeBound> Grades)
{
    /// <summary>A longer text is no note.</summary>
    private const int LongestNote = 4_000;

    private static readonly NotedTerms None = new(null, null, null, []);

    /// <summary>The header of the funds block announces the points for execution.</summary>
    public bool IsInHeader { get; init; }

    public bool IsEmpty => Execution is null && Bands is null && Reverse is null && Grades.IsEmpty;

    /// <summary>Reads every labelled text of the form that no field claims.</summary>
    public static NotedTerms Of(Form form)
    {
        if (form.Extra.IsEmpty && form.ExecutionPoints is null)
        {
            return None;
        }

        var (executions, bands, formulas, grades) = (new HashSet<decimal>(), new HashSet<(decimal, decimal)>(), new HashSet<ReverseFormula>(), new List<ImmutableArray<GradeBound>>());
        if (form.ExecutionPoints is { Value: { } announced })
        {
            executions.Add(announced);
        }

        foreach (var extra in form.Extra)
        {
            // Notes speak of points; most other texts do not.
            if (extra.Text.Length is 0 or > LongestNote || !(extra.Text.Contains('分', StringComparison.Ordinal) || extra.Text.Contains('%', StringComparison.Ordinal) || extra.Text.Contains('％', StringComparison.Ordinal)))
            {
                continue;
            }

            var text = PrintedText.Fold(PrintedText.Tighten(extra.Text)).Replace("、", ",", StringComparison.Ordinal);
            executions.UnionWith(ExecutionPoints().Matches(text).Select(match => Number(match)));
            bands.UnionWith(BandShares().Matches(text).Select(match => (Number(match, "u") / 100, Number(match, "l") / 100)));
            formulas.UnionWith(ReverseFormulas(text));
            if (GradeBounds(text) is { IsEmpty: false } found)
            {
                grades.Add(found);
            }
        }

        return new NotedTerms(
            executions.Count == 1 ? executions.Single() : null,
            bands.Count == 1 && bands.Single() is var (upper, lower) && 0 < lower && lower < upper && upper < 1 ? (upper, lower) : null,
            formulas.Count == 1 ? formulas.Single() : null,
            grades.Count == 1 ? grades[0] : []) { IsInHeader = form.ExecutionPoints is not null };
    }

    /// <summary>The profile as the notes change it; null where they agree with it, or say nothing.</summary>
    public (AuditProfile Profile, string Chinese, string English)? Apply(AuditProfile profile)
    {
        var (chinese, english) = (new List<string>(), new List<string>());
        var applied = profile;
        if (Execution is { } points && points != profile.Execution)
        {
            applied = applied with { Execution = points };
            var (where, whereEn) = IsInHeader ? ("（见表头）", " (in the header)") : ("", "");
            chinese.Add($"预算执行 {Wording.Number(points)} 分{where}");
            english.Add($"{Wording.Number(points)} points for execution{whereEn}");
        }

        if (Bands is var (upper, lower) && (upper, lower) != (profile.UpperBand, profile.LowerBand))
        {
            applied = applied with { UpperBand = upper, LowerBand = lower };
            chinese.Add($"定性指标分档 {Wording.Percent(upper)}、{Wording.Percent(lower)}");
            english.Add($"bands of words at {Wording.Percent(upper)} and {Wording.Percent(lower)}");
        }

        if (Reverse is { } formula && !(profile.Reverse is [var only] && only == formula))
        {
            applied = applied with { Reverse = [formula] };
            chinese.Add(formula == ReverseFormula.Ratio ? "反向指标按 A÷B 计分" : "反向指标按 1−(B−A)÷A 计分");
            english.Add(formula == ReverseFormula.Ratio ? "reverse indicators by A÷B" : "reverse indicators by 1−(B−A)÷A");
        }

        if (!Grades.IsEmpty && !Grades.SequenceEqual(profile.Grades))
        {
            applied = applied with { Grades = Grades };
            chinese.Add("等级 " + string.Join('、', Grades.Select(grade => $"{grade.Word}≥{Wording.Number(grade.AtLeast)}")));
            english.Add("grades " + string.Join(", ", Grades.Select(grade => $"{grade.Word} ≥ {Wording.Number(grade.AtLeast)}")));
        }

        return chinese.Count == 0 ? null : (applied, string.Join("，", chinese), string.Join(", ", english));
    }

    /// <summary>反向指标…A/B×…, or …(1-(B-A)/A)…; of texts for both directions, what stands after the word.</summary>
    private static IEnumerable<ReverseFormula> ReverseFormulas(string text)
    {
        foreach (Match match in Reversed().Matches(text))
        {
            var said = match.Groups["f"].Value;
            if (Excess().IsMatch(said))
            {
                yield return ReverseFormula.Excess;
            }
            else if (Ratio().IsMatch(said))
            {
                yield return ReverseFormula.Ratio;
            }
        }
    }

    /// <summary>90(含)-100分为优, 80(含)-90分为良, …, or 优(90分及以上); three grades at least, each lower than the one before.</summary>
    private static ImmutableArray<GradeBound> GradeBounds(string text)
    {
        var found = new SortedDictionary<decimal, string>(Comparer<decimal>.Create((left, right) => right.CompareTo(left)));
        foreach (Match match in GradeFirst().Matches(text).Concat(PointsFirst().Matches(text)))
        {
            var (word, bound) = (match.Groups["w"].Value[..1], Number(match, "n"));
            if (bound is > 100 or <= 0 || (found.TryGetValue(bound, out var other) && other != word))
            {
                return [];
            }

            found[bound] = word;
        }

        var words = found.Values.ToList();
        var order = words.ConvertAll(word => "优良中差".IndexOf(word, StringComparison.Ordinal));
        if (found.Count < 3 || order.Zip(order.Skip(1)).Any(pair => pair.First >= pair.Second) || words.Contains("差"))
        {
            return [];
        }

        return [.. found.Select(grade => new GradeBound(grade.Value, grade.Key)), new GradeBound("差", 0)];
    }

    private static decimal Number(Match match, string group = "n") => decimal.Parse(match.Groups[group].Value, NumberFormatInfo.InvariantInfo);

    /// <summary>预算执行率(10分), 预算执行率分值为20分, 执行率权重10%, 得分=20分*执行率.</summary>
    [GeneratedRegex(
        "(?:执行率|执行情况|资金执行)(?:指标)?(?:分值|权重|满分|占)?(?:统一)?(?:设置|设定|设)?(?:为|是|占)?[(:]?(?<n>[0-9]{1,2})(?:分|%)(?![0-9以])|(?<![0-9.])(?<n>[0-9]{1,2})分?[*×x](?:预算)?执行率",
        RegexOptions.CultureInvariant)]
    private static partial Regex ExecutionPoints();

    /// <summary>100-80%(含80%),80-50%(含50%),50-0%; 100%-80%(含80%)…</summary>
    [GeneratedRegex("100%?[-~—至到](?<u>[0-9]{2})%[^0-9]{0,3}(?:[0-9]{2}%)?[^0-9]{0,20}\\k<u>%?(?:\\(不含\\))?[-~—至到](?<l>[0-9]{2})%[^0-9]{0,3}(?:[0-9]{2}%)?[^0-9]{0,20}\\k<l>%?(?:\\(不含\\))?[-~—至到]0%", RegexOptions.CultureInvariant)]
    private static partial Regex BandShares();

    [GeneratedRegex("反向指标(?:\\([^)]{0,20}\\))?(?<f>[^;。]{0,80})", RegexOptions.CultureInvariant)]
    private static partial Regex Reversed();

    /// <summary>1-(B-A)/A, in letters or in words.</summary>
    [GeneratedRegex("1[-−–](?:\\(|\\[)(?:实际|全年|B|完成)", RegexOptions.CultureInvariant)]
    private static partial Regex Excess();

    /// <summary>A/B, in letters or in words.</summary>
    [GeneratedRegex("(?:年度)?(?:指标值|目标值)(?:\\(A\\))?[/÷](?:全年)?实际(?:完成)?值|(?<![A-Z])A[/÷]B", RegexOptions.CultureInvariant)]
    private static partial Regex Ratio();

    [GeneratedRegex("(?<w>优秀?|良好?|中)[:(为]?(?:总分|得分)?(?:≥|>=)?(?<n>[0-9]{2,3})(?:\\(含\\)|分\\(含\\)|\\(含[0-9]*分?\\))?分?(?:[-~—至到][0-9]{2,3}|及?以上|\\)|,|;|。|$)", RegexOptions.CultureInvariant)]
    private static partial Regex GradeFirst();

    [GeneratedRegex("(?<![0-9.])(?<n>[0-9]{2,3})(?:\\(含\\)|分\\(含\\)|\\(含[0-9]*分?\\))?(?:[-~—至到][0-9]{2,3}(?:\\([^)]{1,4}\\))?分?|分?及?以上)(?:\\([^)]{1,8}\\))?(?:的?为|,?评?为|:|评定为)(?<w>优秀?|良好?|中)", RegexOptions.CultureInvariant)]
    private static partial Regex PointsFirst();
}
