using System.Collections.Immutable;
using Extractor.Core.Auditing.Rules;
using Extractor.Core.Forms;

namespace Extractor.Core.Auditing;

/// <summary>A doubtful cell, and the one other reading of it that makes every relation hold which it is in.</summary>
/// <param name="Explains">The findings that there are only because it was read as it was, by their identity.</param>
public sealed record Misread(string Pointer, string Read, string Other, ImmutableArray<(string Rule, string Subject)> Explains);

/// <summary>Tells what was published wrong from what we may have read wrong.</summary>
/// <remarks>
/// A cell that was read with certainty is never doubted, and no value is ever changed: a person is told where to look. The other
/// readings of a cell are those that the recogniser considered; only where none of them explains anything, those with one
/// other digit or with the decimal point elsewhere. A finding is explained by one reading of one cell or by none: where two
/// would do, nobody can tell.
/// </remarks>
internal static class Misreading
{
    /// <summary>What was read with less confidence is more likely to be wrong than right.</summary>
    private const decimal EvenOdds = 0.5m;

    /// <summary>The relations between numbers, in which a misread one shows.</summary>
    private static readonly ImmutableArray<IAuditRule> Relations =
    [
        new FundTotalRule(), new BlankTotalRule(), new ExecutionRateRule(), new InitialBudgetRateRule(), new OverspendingRule(), new ZeroBudgetRule(),
        new ExecutionScoreRule(), new NegativeAmountRule(), new TotalScoreRule(), new TotalWeightRule(), new ScoreRangeRule(), new LevelPointsRule(),
        new ProportionalScoreRule(), new ReverseScoreRule(), new MissedTargetRule(), new ExecutionClaimRule(), new CostClaimRule(), new ImpossiblePercentRule(),
        new UnreadableNumberRule(),
    ];

    /// <summary>In the order of the cells.</summary>
    public static ImmutableArray<Misread> Of(FormFigures form)
    {
        var doubtful = Doubtful(form);
        if (doubtful.Count == 0)
        {
            return [];
        }

        var before = Check(form);
        var suspects = doubtful.FindAll(cell => before.Exists(finding => IsBroken(finding) && Names(finding, cell.Pointer)));
        var considered = Repairs(form, before, suspects, cell => cell.Alternatives);
        var found = new SortedDictionary<int, List<(Repair Repair, Finding Finding)>>();
        List<Repair>? nearby = null;
        foreach (var finding in before.FindAll(IsBreach))
        {
            var repair = Only(considered, finding, out var none);
            if (none)
            {
                nearby ??= Repairs(form, before, suspects.FindAll(cell => cell.IsUnsure), cell => NearbyReadings.Of(cell.Text));
                repair = Only(nearby, finding, out _);
            }

            if (repair is not null)
            {
                var place = doubtful.FindIndex(cell => cell.Pointer == repair.Cell.Pointer);
                found.TryAdd(place, []);
                found[place].Add((repair, finding));
            }
        }

        return
        [
            .. found.Values.SelectMany(explained => explained.GroupBy(pair => pair.Repair)).Select(group => new Misread(
                group.Key.Cell.Pointer, group.Key.Cell.Text, group.Key.Reading, [.. group.Select(pair => (pair.Finding.Rule, pair.Finding.Subject))])),
        ];
    }

    /// <summary>The finding as it is to be reported, given the misread cell that explains it; without one, what rests on a cell that was rather misread than not is no error of the form.</summary>
    public static Finding Explained(Finding finding, FormFigures form)
    {
        foreach (var misread in form.Misreads)
        {
            if (misread.Explains.Contains((finding.Rule, finding.Subject)))
            {
                return finding with
                {
                    Severity = finding.Severity == Severity.Error ? Severity.Warning : finding.Severity,
                    Message = $"{finding.Message.TrimEnd('。')}；{misread.Pointer} 识别为 {misread.Read} 且把握不大，若为 {misread.Other} 则相符，疑为识别有误。",
                    MessageEn = $"{finding.MessageEn.TrimEnd('.')}; {misread.Pointer} was read as {misread.Read} with doubt, and as {misread.Other} the relation holds: probably misread.",
                    Explanation = Explanation.Misread,
                    Relation = finding.Relation is { } relation ? relation with { Outcome = Outcome.MisreadLikely } : null,
                };
            }
        }

        if (finding.Severity != Severity.Error || RatherMisread(form, finding) is not { } cell)
        {
            return finding;
        }

        var confidence = Wording.Number(Decimals.Round(cell.LeastConfidence, 2));
        return finding with
        {
            Severity = Severity.Warning,
            Message = $"{finding.Message.TrimEnd('。')}；{cell.Pointer} 识别的把握只有 {confidence}，请先核对原页。",
            MessageEn = $"{finding.MessageEn.TrimEnd('.')}; {cell.Pointer} was read with a confidence of only {confidence}: check the page first.",
            Explanation = Explanation.Misread,
        };
    }

    /// <summary>Of the cells that a finding names, the one that is least likely to have been read right, where it is more likely to have been misread.</summary>
    private static FieldProvenance? RatherMisread(FormFigures form, Finding finding) =>
        form.Reliability.Doubtful.Where(field => field.LeastConfidence < EvenOdds && Names(finding, field.Pointer)).MinBy(field => field.LeastConfidence);

    /// <summary>Cells of numbers that were not read with certainty, or that could be read otherwise.</summary>
    private static List<DoubtfulCell> Doubtful(FormFigures form)
    {
        var cells = new List<DoubtfulCell>();
        foreach (var field in form.Reliability.Ambiguous)
        {
            if (NumberCell.Text(form.Form, field.Pointer) is { } text)
            {
                cells.Add(new DoubtfulCell(
                    field.Pointer, text, field.LeastConfidence < FormFigures.ReviewThreshold, field.Places is [var only] ? only.Alternatives : []));
            }
        }

        return cells;
    }

    /// <summary>Readings of single cells after which nothing is broken any more that the cell is in, and nothing else is.</summary>
    private static List<Repair> Repairs(FormFigures form, List<Finding> before, List<DoubtfulCell> cells, Func<DoubtfulCell, IEnumerable<string>> readings)
    {
        var repairs = new List<Repair>();
        foreach (var cell in cells)
        {
            foreach (var reading in readings(cell))
            {
                if (NumberCell.With(form.Form, cell.Pointer, reading) is not { } other)
                {
                    continue;
                }

                var after = Check(FormFigures.Of(other, form.Profile) with { Choice = form.Choice, LacksPages = form.LacksPages });
                if (after.Exists(finding => IsBroken(finding) && (Names(finding, cell.Pointer) || !before.Exists(known => IsSame(known, finding)))))
                {
                    continue;
                }

                var solved = before.FindAll(finding => IsBroken(finding) && !after.Exists(left => IsSame(left, finding)));
                if (solved.Exists(finding => finding.Rule != "X06"))
                {
                    repairs.Add(new Repair(cell, reading, after.Count(finding => Names(finding, cell.Pointer)), solved));
                }
            }
        }

        return repairs;
    }

    /// <summary>The only repair that solves the finding; of several, the only one that leaves nothing to explain by an odd rounding.</summary>
    /// <param name="none">There is no repair at all.</param>
    private static Repair? Only(List<Repair> repairs, Finding finding, out bool none)
    {
        var fitting = repairs.FindAll(repair => repair.Solved.Exists(solved => IsSame(solved, finding)));
        none = fitting.Count == 0;
        if (none)
        {
            return null;
        }

        var least = fitting.Min(repair => repair.Left);
        return fitting.FindAll(repair => repair.Left == least) is [var only] ? only : null;
    }

    private static List<Finding> Check(FormFigures form) => [.. Relations.Where(rule => !form.Profile.Off.Contains(rule.Id)).SelectMany(rule => rule.Check(form))];

    private static bool IsBreach(Finding finding) => finding.Severity != Severity.Info;

    /// <summary>A breach, or a relation that could not be checked.</summary>
    private static bool IsBroken(Finding finding) => IsBreach(finding) || finding.Relation is { Outcome: Outcome.Incomplete };

    private static bool Names(Finding finding, string pointer) => finding.Subject == pointer || finding.Evidence.Contains(pointer);

    private static bool IsSame(Finding left, Finding right) => left.Rule == right.Rule && left.Subject == right.Subject;

    /// <param name="IsUnsure">It was not read with certainty.</param>
    private sealed record DoubtfulCell(string Pointer, string Text, bool IsUnsure, ImmutableArray<string> Alternatives);

    /// <param name="Left">Hints about the cell that remain: a rounding that would have to explain a difference.</param>
    private sealed record Repair(DoubtfulCell Cell, string Reading, int Left, List<Finding> Solved);
}
