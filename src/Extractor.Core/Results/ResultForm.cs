using System.Collections.Immutable;
using Extractor.Core.Auditing;
using Extractor.Core.Forms;

namespace Extractor.Core.Results;

/// <summary>A form as the result file states it: the <see cref="Form"/>, and what its audit found.</summary>
/// <param name="Extra">Labelled cells that no field claims: an object, label to text, in printed order.</param>
/// <param name="Provenance">
/// An object, JSON Pointer (RFC 6901) relative to the form to where the field is printed: one place, or a list of them
/// where the field was joined over a page break.
/// </param>
/// <param name="NeedsReview">Pointers to what a person should look at, most doubtful first.</param>
public sealed record ResultForm(
    string Id, string Template, string Title, int? Year, ImmutableArray<int> Pages,
    string? ProjectName, string? Department, string? ImplementingUnit, string? Unit,
    ImmutableArray<FundRow> Funds, Goals? Goals, ImmutableArray<Indicator> Indicators, Total? Total,
    ImmutableArray<LabelledText> Extra, ImmutableArray<FieldProvenance> Provenance,
    ImmutableArray<string> NeedsReview, ImmutableArray<Finding> Findings)
{
    /// <summary>The points for execution that the header of the funds block announces; null where it announces none, and in files of versions that did not tell.</summary>
    public NumberReading? ExecutionPoints { get; init; }

    /// <summary>What the form was audited by, and why; null in files of versions that did not tell.</summary>
    public ResultProfile? Profile { get; init; }

    public static ResultForm From(AuditedForm audited)
    {
        var form = audited.Form;
        return new ResultForm(
            form.Id, form.Template, form.Title, form.Year, form.Pages,
            form.ProjectName, form.Department, form.ImplementingUnit, form.Unit,
            form.Funds, form.Goals, form.Indicators, form.Total, form.Extra, form.Provenance,
            audited.NeedsReview, audited.Findings)
        {
            ExecutionPoints = form.ExecutionPoints,
            Profile = audited.Profile is { } choice ? new ResultProfile(choice.Profile.Id, choice.Chinese, choice.English) : null,
        };
    }

    /// <summary>The form without its audit, as the audit takes it.</summary>
    public Form ToForm() => new(
        Id, Template, Title, Year, Pages, ProjectName, Department, ImplementingUnit, Unit,
        Funds, Goals, Indicators, Total, Extra, Provenance) { ExecutionPoints = ExecutionPoints };
}

/// <summary>The profile that a form was audited by.</summary>
/// <param name="Id">Of the profile; with <c>+notes</c> where the form's own notes changed it.</param>
/// <param name="Reason">Why it is the one, in Chinese.</param>
/// <param name="ReasonEn">The same in English.</param>
public sealed record ResultProfile(string Id, string Reason, string ReasonEn);
