using System.Collections.Immutable;
using Extractor.Core.Forms;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>Which template a form is of: of those that ask for nothing that it has not, the one that asks for most; the first by id of several.</summary>
internal sealed record TemplateChoice(FormTemplate Template, ImmutableArray<string> Reasons)
{
    /// <param name="roles">The columns that the form has.</param>
    /// <param name="labels">Its printed labels that templates ask for, as label keys.</param>
    public static TemplateChoice Of(
        ImmutableArray<FormTemplate> templates, string title, RoleSet roles, IReadOnlySet<string> labels, IReadOnlySet<LayoutTrait> traits)
    {
        FormTemplate? best = null;
        var key = LabelKey.Of(title);
        foreach (var template in templates)
        {
            if (Fits(template.When, key, roles, labels, traits) && (best is null || Weight(template) > Weight(best)))
            {
                best = template;
            }
        }

        return new TemplateChoice(best!, Reasoning(best!.When, key, labels));
    }

    private static int Weight(FormTemplate template) => template.When?.Weight ?? 0;

    private static bool Fits(TemplateEvidence? when, string title, RoleSet roles, IReadOnlySet<string> labels, IReadOnlySet<LayoutTrait> traits) =>
        when is null
        || ((when.Columns ?? []).All(roles.Has)
            && !(when.Without ?? []).Any(roles.Has)
            && (when.Layout ?? []).All(traits.Contains)
            && (when.Labels is not { Length: > 0 } asked || asked.Any(label => labels.Contains(LabelKey.Of(label))))
            && (when.Titles is not { Length: > 0 } titles || titles.Any(words => title.Contains(LabelKey.Of(words), StringComparison.Ordinal))));

    private static ImmutableArray<string> Reasoning(TemplateEvidence? when, string title, IReadOnlySet<string> labels) => when is null
        ? ["no special template fits"]
        :
        [
            .. (when.Titles ?? []).Where(words => title.Contains(LabelKey.Of(words), StringComparison.Ordinal)).Select(words => $"its title says “{words}”"),
            .. (when.Labels ?? []).Where(label => labels.Contains(LabelKey.Of(label))).Select(label => $"it prints the label “{label}”"),
            .. (when.Columns ?? []).Select(role => $"it has the column {role}"),
            .. (when.Without ?? []).Select(role => $"it has no column {role}"),
            .. (when.Layout ?? []).Select(trait => $"its layout: {trait}"),
        ];
}
