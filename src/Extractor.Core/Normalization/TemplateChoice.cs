using System.Collections.Immutable;
using Extractor.Core.Forms;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>Which template a form is of: of those that ask for nothing that it has not, the most special; the first by id of several.</summary>
internal sealed class TemplateChoice
{
    private readonly string title;
    private readonly IReadOnlySet<string> labels;

    private TemplateChoice(FormTemplate template, string title, IReadOnlySet<string> labels) =>
        (Template, this.title, this.labels) = (template, title, labels);

    public FormTemplate Template { get; }

    /// <param name="roles">The columns that the form has.</param>
    /// <param name="labels">Its printed labels that templates ask for, as label keys.</param>
    public static TemplateChoice Of(
        ImmutableArray<FormTemplate> templates, string title, RoleSet roles, IReadOnlySet<string> labels, IReadOnlySet<LayoutTrait> traits)
    {
        FormTemplate? best = null;
        var key = LabelKey.Of(title);
        foreach (var template in templates)
        {
            if ((best is null || Weight(template) > Weight(best)) && Fits(template.When, key, roles, labels, traits))
            {
                best = template;
            }
        }

        return new TemplateChoice(best!, key, labels);
    }

    /// <summary>Why the template was taken; told when somebody asks.</summary>
    public IEnumerable<string> Reasons()
    {
        if (Template.When is not { } when)
        {
            yield return "no special template fits";
            yield break;
        }

        foreach (var words in (when.Titles ?? []).Where(words => title.Contains(LabelKey.Of(words), StringComparison.Ordinal)))
        {
            yield return $"its title says “{words}”";
        }

        foreach (var label in (when.Labels ?? []).Where(label => labels.Contains(LabelKey.Of(label))))
        {
            yield return $"it prints the label “{label}”";
        }

        foreach (var trait in when.Layout ?? [])
        {
            yield return $"its layout: {trait}";
        }

        if (when.Columns is { Length: > 0 } columns)
        {
            yield return $"it has the columns {string.Join(", ", columns)}";
        }

        if (when.Without is { Length: > 0 } without)
        {
            yield return $"it has no columns {string.Join(", ", without)}";
        }
    }

    private static int Weight(FormTemplate template) => template.When?.Weight ?? 0;

    private static bool Fits(TemplateEvidence? when, string title, RoleSet roles, IReadOnlySet<string> labels, IReadOnlySet<LayoutTrait> traits)
    {
        if (when is null)
        {
            return true;
        }

        if (!roles.HasAll(when.ColumnSet) || roles.HasAny(when.WithoutSet))
        {
            return false;
        }

        foreach (var trait in when.Layout ?? [])
        {
            if (!traits.Contains(trait))
            {
                return false;
            }
        }

        return (when.LabelKeys.IsEmpty || when.LabelKeys.Any(labels.Contains)) && (when.TitleKeys.IsEmpty || when.TitleKeys.Any(title.Contains));
    }
}
