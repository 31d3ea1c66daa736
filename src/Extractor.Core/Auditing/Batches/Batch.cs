using System.Collections.Immutable;
using Extractor.Core.Forms;

namespace Extractor.Core.Auditing.Batches;

/// <summary>One relation over the forms of many documents.</summary>
internal interface IBatchRule : IRule
{
    /// <summary>What does not hold, or a person should know, in the order of the batch.</summary>
    IEnumerable<BatchFinding> Check(Batch batch);
}

/// <summary>The forms of one publisher and year, or all of a batch: what statistics are taken of.</summary>
/// <param name="Chinese">Whose they are.</param>
internal sealed record BatchGroup(string Chinese, string English, ImmutableArray<BatchForm> Forms);

/// <summary>What the running text of a document of the batch says.</summary>
/// <param name="Index">Its place among the passages of its document, from 0.</param>
internal sealed record BatchPassage(BatchSource Source, int Index, Passage Passage)
{
    public BatchPlace Place => new(Source.File, Source.Sha256, Passage.Pointer(Index));

    public static IEnumerable<BatchPassage> Of(BatchSource source, IEnumerable<Passage> passages) =>
        passages.Select((passage, index) => new BatchPassage(source, index, passage));
}

/// <summary>The forms of many documents, each once.</summary>
internal sealed class Batch
{
    /// <param name="forms">In the order of the documents; a form that several documents print alike is taken once.</param>
    /// <param name="passages">In the order of the documents.</param>
    public Batch(IEnumerable<BatchForm> forms, IEnumerable<BatchPassage> passages)
    {
        Passages = [.. passages.GroupBy(passage => passage.Source.Sha256).Select(group => group.ToImmutableArray())];
        var seen = new HashSet<(string, string, int?, string)>();
        Forms = [.. forms.Where(form => form.Owner is null || seen.Add((form.Project ?? "", form.Owner, form.Year, form.Numbers)))];
        All = new BatchGroup("全部表", "all forms", [.. Forms.Where(form => form.Project is not null)]);
        Projects =
        [
            .. Forms.Where(form => form is { Project: not null, Owner: not null })
                .GroupBy(form => (form.Project, form.Owner))
                .Select(group => group.ToImmutableArray()),
        ];
    }

    public ImmutableArray<BatchForm> Forms { get; }

    /// <summary>What the running text of each document says.</summary>
    public ImmutableArray<ImmutableArray<BatchPassage>> Passages { get; }

    /// <summary>The forms of each project, of any year: its name and its owner's are the same (<see cref="EntityName"/>).</summary>
    public ImmutableArray<ImmutableArray<BatchForm>> Projects { get; }

    /// <summary>The two forms of a project in each pair of consecutive years that have one each, the earlier first.</summary>
    public IEnumerable<(BatchForm Before, BatchForm After)> ConsecutiveYears()
    {
        foreach (var project in Projects)
        {
            // Two forms of one year: which of them counts is not known.
            var years = project.Where(form => form.Year is not null).GroupBy(form => form.Year!.Value).Where(group => group.Count() == 1)
                .ToDictionary(group => group.Key, group => group.Single());
            foreach (var (year, after) in years.OrderBy(pair => pair.Key))
            {
                if (years.TryGetValue(year - 1, out var before))
                {
                    yield return (before, after);
                }
            }
        }
    }

    /// <summary>All forms about projects: what only many amounts show.</summary>
    public BatchGroup All { get; }

    /// <summary>The forms about projects of each publisher and year.</summary>
    public IEnumerable<BatchGroup> Publishers()
    {
        foreach (var group in Forms.Where(form => form is { Project: not null, Publisher: not null }).GroupBy(form => (form.Publisher, form.Year)))
        {
            var first = group.First();
            var name = (first.Department is { Length: > 0 } department ? department : first.Unit) ?? "";
            var year = group.Key.Year is { } known ? Wording.Number(known) : "";
            yield return new BatchGroup(year.Length > 0 ? $"{name} {year} 年" : name, year.Length > 0 ? $"{name} {year}" : name, [.. group]);
        }
    }
}
