using System.Collections.Immutable;
using Extractor.Core.Auditing.Documents;

namespace Extractor.Core.Auditing.Batches.Rules;

/// <summary>The habits of rounding in a batch, publisher by publisher.</summary>
/// <remarks>
/// A publisher is a department, or the unit where no department is named. One with too few forms to show a habit is judged with
/// the other forms of its document, which are mostly printed by one system.
/// </remarks>
internal sealed record PublisherHabit(string Name, RoundingHabit Habit, ImmutableArray<BatchForm> Forms)
{
    private readonly Dictionary<RoundingSeen, BatchForm> formOf = Forms
        .SelectMany(form => form.Roundings.Select(seen => KeyValuePair.Create(seen, form)))
        .ToDictionary<RoundingSeen, BatchForm>(ReferenceEqualityComparer.Instance);

    public static IEnumerable<PublisherHabit> Of(Batch batch, Rounded what)
    {
        var forms = batch.Forms.Where(form => form.Roundings.Any(seen => seen.What == what)).ToList();
        var large = forms.Where(form => form.Publisher is not null).GroupBy(form => form.Publisher!).Where(group => group.Count() >= RoundingHabit.FewestForms)
            .Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var group in forms.GroupBy(form => form.Publisher is { } publisher && large.Contains(publisher) ? (Publisher: publisher, Document: "") : (Publisher: "", Document: form.Source.Sha256)))
        {
            var first = group.First();
            var name = group.Key.Publisher.Length == 0 ? first.Source.File : first.Department is { Length: > 0 } department ? department : first.Unit!;
            if (RoundingHabit.Of(what, group.SelectMany(form => form.Roundings)) is { } habit)
            {
                yield return new PublisherHabit(name, habit, [.. group]);
            }
        }
    }

    /// <summary>The form that a rate or score is of.</summary>
    public BatchForm FormOf(RoundingSeen seen) => formOf[seen];
}

/// <summary>H01, H03 over a batch: one finding for a habit, however many publishers have it.</summary>
internal sealed class BatchHabitRule(Rounded what) : IBatchRule
{
    private const int MostNames = 5;

    private readonly HabitRule document = new(what);

    public string Id => document.Id;

    public int Version => document.Version;

    public Severity Severity => document.Severity;

    public string Formula => document.Formula;

    public string FormulaEn => document.FormulaEn;

    public IEnumerable<BatchFinding> Check(Batch batch)
    {
        foreach (var same in PublisherHabit.Of(batch, what).Where(publisher => publisher.Habit.Way != 0 && publisher.Habit.Unusual.Any()).GroupBy(publisher => publisher.Habit.Way))
        {
            var publishers = same.ToList();
            var all = new RoundingHabit(what, same.Key, [.. publishers.SelectMany(publisher => publisher.Habit.Seen)], IsSure: false);
            var names = string.Join('、', publishers.Take(MostNames).Select(publisher => publisher.Name));
            var (count, more, moreEn) = (Wording.Number(publishers.Count), publishers.Count > MostNames ? "等" : "", publishers.Count > MostNames ? " and others" : "");
            var (chinese, english) = all.Sentence(RoundingHabit.Of(Rounded.Score, publishers.SelectMany(publisher => publisher.Forms).SelectMany(form => form.Roundings)));
            yield return new BatchFinding(
                Id, Severity,
                $"{chinese[..^1]}（{count} 个发布单位或文件：{names}{more}）。", $"{english[..^1]} ({count} publisher(s) or document(s): {names}{moreEn}).",
                null, null,
                [.. publishers.SelectMany(publisher => publisher.Habit.Unusual.Select(seen => publisher.FormOf(seen).Place(seen.Stated.Pointer)))],
                Explanation.Rounding);
        }
    }
}

/// <summary>H02, H04 over a batch: a form that is rounded unlike the others of its publisher.</summary>
internal sealed class BatchHabitDeviationRule(Rounded what) : IBatchRule
{
    private readonly HabitDeviationRule document = new(what);

    public string Id => document.Id;

    public int Version => document.Version;

    public Severity Severity => document.Severity;

    public string Formula => document.Formula;

    public string FormulaEn => document.FormulaEn;

    public IEnumerable<BatchFinding> Check(Batch batch)
    {
        foreach (var publisher in PublisherHabit.Of(batch, what).Where(publisher => publisher.Habit.Seen.Any(seen => !seen.IsUsual)))
        {
            foreach (var seen in publisher.Habit.Deviating)
            {
                var (chinese, english) = publisher.Habit.Deviation(seen, $"“{publisher.Name}”", $" of “{publisher.Name}”");
                var severity = publisher.Habit.Weight(seen);
                yield return new BatchFinding(
                    Id, severity, chinese, english, seen.Stated.Text, publisher.Habit.Show(seen),
                    [publisher.FormOf(seen).Place(seen.Stated.Pointer)], severity == Severity.Warning ? null : Explanation.Rounding);
            }
        }
    }
}
