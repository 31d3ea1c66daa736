using System.Collections.Immutable;
using Extractor.Core.Forms;

namespace Extractor.Core.Auditing;

/// <summary>Audits the forms of one document one after the other, and what only all of them together show.</summary>
/// <remarks>
/// How a publisher rounds its rates is seen over the forms, so a form's own audit says nothing of a rate that another
/// rounding than half up explains; it is said once for the document.
/// </remarks>
public sealed class DocumentAudit(AuditProfiles profiles)
{
    private readonly List<RateObservation> rates = [];
    private int forms;

    /// <summary>The ids of the rules about a document.</summary>
    public static ImmutableArray<string> Rules { get; } = [RateHabit.HabitRule, RateHabit.DeviationRule];

    public AuditedForm Audit(Form form)
    {
        var choice = profiles.For(form);
        var figures = FormFigures.Of(form, choice.Profile) with { ExecutionPoints = choice.IsCertain ? choice.Profile.Execution : null };
        if (RateObservation.Of(forms++, figures) is { } rate)
        {
            rates.Add(rate);
            return Auditor.Audit(figures, finding => !(finding.Rule == "F03" && finding.Explanation == Explanation.Rounding && finding.Subject == rate.Rate.Pointer)) with { Profile = choice };
        }

        return Auditor.Audit(figures, _ => true) with { Profile = choice };
    }

    /// <summary>About the document; its pointers are relative to the result file.</summary>
    public ImmutableArray<Finding> End() => [.. RateHabit.Findings(rates)];
}
