using System.Collections.Immutable;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Forms;

/// <summary>All form templates together, ready for use: made once for all documents.</summary>
public sealed class FormTemplates
{
    private FormTemplates(ImmutableArray<FormTemplate> all)
    {
        All = all;
        Vocabulary = Vocabulary.Of(all);
        Landmarks = TemplateLandmarks.Of(Vocabulary);
    }

    public ImmutableArray<FormTemplate> All { get; }

    public Vocabulary Vocabulary { get; }

    public TableLandmarks Landmarks { get; }

    /// <summary>Given the templates, returns them ready for use, or the reason why they cannot be used together.</summary>
    public static (FormTemplates? Templates, string? Problem) Of(ImmutableArray<FormTemplate> templates)
    {
        if (templates.GroupBy(template => template.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
        {
            return (null, $"two templates have the id {twice.Key}");
        }

        if (templates.Count(template => template.When is null) is not 1 and var general)
        {
            return (null, $"one template must be the general one, without “when”; {general} are");
        }

        return Contradiction.In(templates) is { } contradiction
            ? (null, $"“{contradiction.Label}” is said to be both {contradiction.First} and {contradiction.Second}")
            : (new FormTemplates([.. templates.OrderBy(template => template.Id, StringComparer.Ordinal)]), null);
    }
}
