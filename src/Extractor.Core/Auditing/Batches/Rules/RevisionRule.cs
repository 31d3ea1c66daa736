using System.Collections.Immutable;

namespace Extractor.Core.Auditing.Batches.Rules;

/// <summary>C06: a form that was published twice says the same both times.</summary>
/// <remarks>Two forms of one project and year in different documents are the same form where most of their indicators have the same names.</remarks>
internal sealed class RevisionRule : IBatchRule
{
    private const decimal LeastShare = 0.8m;

    private const int MostShown = 5;

    public string Id => "C06";

    public Severity Severity => Severity.Warning;

    public string Formula => "同一项目同一年度的自评表多次公开时，各次数字一致";

    public string FormulaEn => "a form that is published more than once has the same numbers each time";

    public IEnumerable<BatchFinding> Check(Batch batch)
    {
        foreach (var project in batch.Projects)
        {
            for (var i = 0; i < project.Length; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    var (first, second) = (project[j], project[i]);
                    if (first.Year is { } year && second.Year == year && first.Source.Sha256 != second.Source.Sha256 && IsSameForm(first, second)
                        && Differences(first, second).ToImmutableArray() is { IsEmpty: false } differences)
                    {
                        yield return Of(first, second, year, differences);
                    }
                }
            }
        }
    }

    private BatchFinding Of(BatchForm first, BatchForm second, int year, ImmutableArray<(string Name, Figure First, Figure Second)> differences)
    {
        var shown = string.Join("；", differences.Take(MostShown).Select(difference => $"{difference.Name} {Show(difference.First)}→{Show(difference.Second)}"));
        var count = Wording.Number(differences.Length);
        return new BatchFinding(
            Id, Severity,
            $"同一自评表两次公开数字不同（{second.Name}，{Wording.Number(year)} 年）：{first.Source.File} 与 {second.Source.File} 有 {count} 处不同：{shown}" + (differences.Length > MostShown ? "等。" : "。"),
            $"Published twice with different numbers ({second.Name}, {Wording.Number(year)}): {first.Source.File} and {second.Source.File} differ in {count} place(s): {shown}" + (differences.Length > MostShown ? ", and others." : "."),
            null, null,
            [second.Place(), first.Place(), .. differences.SelectMany(difference => new[] { second.Place(difference.Second.Pointer), first.Place(difference.First.Pointer) })],
            differences.All(difference => first.IsSure(difference.First) && second.IsSure(difference.Second)) ? Explanation.Published : null);
    }

    private static bool IsSameForm(BatchForm first, BatchForm second)
    {
        var (names, others) = (first.Indicators.Select(row => row.Name).ToHashSet(), second.Indicators.Select(row => row.Name).ToHashSet());
        return names.Count > 0 && others.Count > 0 && names.Count(others.Contains) >= LeastShare * Math.Max(names.Count, others.Count);
    }

    /// <summary>Of the amounts, the rate and the scores; the same indicator is the only one with its name in both.</summary>
    private static IEnumerable<(string Name, Figure First, Figure Second)> Differences(BatchForm first, BatchForm second)
    {
        if (first.Whole is { } row && second.Whole is { } other)
        {
            (string Name, Figure First, Figure Second)[] pairs =
            [
                ("年初预算数", row.InitialBudget, other.InitialBudget), ("全年预算数", row.AnnualBudget, other.AnnualBudget), ("全年执行数", row.Executed, other.Executed),
            ];
            foreach (var pair in pairs)
            {
                if (first.InYuan(pair.First) is { } one && second.InYuan(pair.Second) is { } two && one != two)
                {
                    yield return pair;
                }
            }

            foreach (var pair in new[] { (Name: "执行率", First: row.Rate, Second: other.Rate), (Name: "执行得分", First: row.Score, Second: other.Score) })
            {
                if (Differ(pair.First, pair.Second))
                {
                    yield return pair;
                }
            }
        }

        foreach (var indicator in first.Indicators)
        {
            if (second.Indicators.Where(candidate => candidate.Name == indicator.Name).ToList() is [var same] && first.Indicators.Count(candidate => candidate.Name == indicator.Name) == 1)
            {
                if (Differ(indicator.Score, same.Score))
                {
                    yield return (indicator.Name + "得分", indicator.Score, same.Score);
                }

                if (indicator.Actual is { IsNumber: true } was && same.Actual is { IsNumber: true } now && (was.Value != now.Value || was.Unit != now.Unit))
                {
                    yield return (indicator.Name, Text(indicator), Text(same));
                }
            }
        }

        if (Differ(first.TotalScore, second.TotalScore))
        {
            yield return ("总分", first.TotalScore, second.TotalScore);
        }
    }

    private static bool Differ(Figure first, Figure second) => first.IsNumber && second.IsNumber && first.Value != second.Value;

    private static Figure Text(BatchIndicator row) => new(row.ActualPointer, row.ActualText, null, null);

    private static string Show(Figure figure) => figure.Text;
}
