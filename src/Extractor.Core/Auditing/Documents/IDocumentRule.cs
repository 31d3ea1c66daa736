using System.Collections.Immutable;
using Extractor.Core.Forms;

namespace Extractor.Core.Auditing.Documents;

/// <summary>Something that only all forms of a document together show.</summary>
public interface IDocumentRule : IRule
{
    /// <summary>What does not hold, or a person should know; pointers are relative to the result file.</summary>
    IEnumerable<Finding> Check(DocumentSeen document);
}

/// <summary>What an audit keeps of a document's forms.</summary>
/// <param name="Forms">In their order.</param>
/// <param name="Surroundings">What is beside them; its unread pages ascend.</param>
public sealed record DocumentSeen(ImmutableArray<FormSeen> Forms, Surroundings Surroundings)
{
    /// <summary>What was rounded in its forms.</summary>
    internal IEnumerable<RoundingSeen> Roundings => Forms.SelectMany(form => form.Roundings);
}

/// <summary>What an audit keeps of one form.</summary>
/// <param name="Pages">From 1, ascending.</param>
/// <param name="HasHead">It names its project, or who it is about.</param>
/// <param name="HasTotal">It ends with a row of sums.</param>
public sealed record FormSeen(AuditProfile Profile, ImmutableArray<int> Pages, bool HasHead, bool HasTotal)
{
    internal ImmutableArray<RoundingSeen> Roundings { get; init; } = [];

    internal FormSummary Summary { get; init; } = null!;

    /// <summary>Those of its project, its unit and its department, as printed.</summary>
    internal ImmutableArray<string> Names { get; init; } = [];

    /// <summary>What it says of its goals, with the pointers.</summary>
    internal ImmutableArray<(string Pointer, string Text)> Goals { get; init; } = [];

    internal static FormSeen Of(int index, FormFigures figures)
    {
        var form = figures.Form;
        return new FormSeen(
            figures.Profile, form.Pages,
            !string.IsNullOrEmpty(form.ProjectName) || !string.IsNullOrEmpty(form.Department) || !string.IsNullOrEmpty(form.ImplementingUnit),
            form.Total is not null)
        {
            Roundings = [.. RoundingSeen.In(index, figures)],
            Summary = FormSummary.Of(index, figures),
            Names = Filled(form.ProjectName, form.ImplementingUnit, form.Department),
            Goals = [.. Texts(form.Goals)],
        };
    }

    private static ImmutableArray<string> Filled(params ReadOnlySpan<string?> texts)
    {
        var filled = ImmutableArray.CreateBuilder<string>(texts.Length);
        foreach (var text in texts)
        {
            if (text is { Length: > 1 })
            {
                filled.Add(text);
            }
        }

        return filled.ToImmutable();
    }

    private static IEnumerable<(string Pointer, string Text)> Texts(Goals? goals)
    {
        if (goals?.Expected is { Length: > 0 } expected)
        {
            yield return ("/goals/expected", expected);
        }

        if (goals?.Actual is { Length: > 0 } actual)
        {
            yield return ("/goals/actual", actual);
        }
    }
}
