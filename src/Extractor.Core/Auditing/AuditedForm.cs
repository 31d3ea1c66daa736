using System.Collections.Immutable;
using Extractor.Core.Forms;

namespace Extractor.Core.Auditing;

/// <summary>A form with what the audit found.</summary>
/// <param name="NeedsReview">Pointers to what a person should look at, most doubtful first.</param>
/// <param name="Findings">In the order of the rules, then of the form.</param>
public sealed record AuditedForm(Form Form, ImmutableArray<string> NeedsReview, ImmutableArray<Finding> Findings)
{
    /// <summary>What the form was audited by, and why; null where that was not chosen for it.</summary>
    public ProfileChoice? Profile { get; init; }
}
