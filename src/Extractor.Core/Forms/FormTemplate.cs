using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Forms;

/// <summary>
/// A known layout of the form, as data. One JSON file in <c>templates/</c> is one template. The words of all templates are one
/// vocabulary, so that a form made of known parts is read even where no template has its combination of them; a template
/// adds its name, what tells its forms from others, and the words that only they print.
/// </summary>
/// <remarks>
/// Labels are matched without blanks, with one form of each punctuation mark, and with anything in brackets after them:
/// 年初预算数 also matches 年初预算数（A）. Of two columns that could be one field, the one whose word stands earlier in its list is.
/// </remarks>
/// <param name="Id">Names the template in results: lower-case letters, digits and dashes.</param>
/// <param name="Name">What people call it.</param>
/// <param name="When">What its forms have and others have not; null for the one general template, of the forms that no other fits.</param>
/// <param name="Words">The labels of each role.</param>
/// <param name="Execution">The points for the execution rate that its forms give, or null where that differs or there are none.</param>
/// <param name="Points">What all points add up to, or null where that differs or there are none.</param>
/// <param name="Notes">Where its forms come from and what is odd about them.</param>
public sealed record FormTemplate(
    string Id,
    string Name,
    TemplateEvidence? When = null,
    ImmutableSortedDictionary<Role, ImmutableArray<string>>? Words = null,
    decimal? Execution = null,
    decimal? Points = null,
    string? Notes = null)
{
    /// <summary>Its words for a role; empty where it has none.</summary>
    public ImmutableArray<string> WordsFor(Role role) => Words is not null && Words.TryGetValue(role, out var words) ? words : [];
}

/// <summary>What a form must have to be of a template: everything that is stated. Of the templates that fit, the most special is taken (<see cref="Weight"/>).</summary>
/// <param name="Titles">One of these stands in the title.</param>
/// <param name="Labels">One of these labels is printed.</param>
/// <param name="Columns">All of these columns are there.</param>
/// <param name="Without">None of these columns is there.</param>
/// <param name="Layout">All of these hold.</param>
public sealed record TemplateEvidence(
    ImmutableArray<string>? Titles = null,
    ImmutableArray<string>? Labels = null,
    ImmutableArray<Role>? Columns = null,
    ImmutableArray<Role>? Without = null,
    ImmutableArray<LayoutTrait>? Layout = null)
{
    [JsonIgnore]
    public RoleSet ColumnSet { get; } = RoleSet.Of((Columns ?? []).AsSpan());

    [JsonIgnore]
    public RoleSet WithoutSet { get; } = RoleSet.Of((Without ?? []).AsSpan());

    /// <summary>The titles as label keys.</summary>
    [JsonIgnore]
    public ImmutableArray<string> TitleKeys { get; } = [.. (Titles ?? []).Select(LabelKey.Of)];

    /// <summary>The labels as label keys.</summary>
    [JsonIgnore]
    public ImmutableArray<string> LabelKeys { get; } = [.. (Labels ?? []).Select(LabelKey.Of)];

    /// <summary>How much it states: the more, the more special is the template. A title, a label or a trait says more than any columns.</summary>
    [JsonIgnore]
    public int Weight { get; } =
        (((Titles is { Length: > 0 } ? 1 : 0) + (Labels is { Length: > 0 } ? 1 : 0) + (Layout?.Length ?? 0)) * MoreThanColumns)
        + (Columns?.Length ?? 0) + (Without?.Length ?? 0);

    private const int MoreThanColumns = 100;
}

/// <summary>What the structure of a form's table says, beside its columns.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LayoutTrait>))]
public enum LayoutTrait
{
    /// <summary>The points of an indicator stand left of its target.</summary>
    [JsonStringEnumMemberName("points-before-values")] PointsBeforeValues,

    /// <summary>The sources of funds are columns.</summary>
    [JsonStringEnumMemberName("sources-across")] SourcesAcross,

    /// <summary>The form is about a whole department and not one project.</summary>
    [JsonStringEnumMemberName("whole-department")] WholeDepartment,
}
