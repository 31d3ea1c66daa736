using System.Collections.Immutable;
using Extractor.Core.Auditing.Rules;
using Extractor.Core.Forms;

namespace Extractor.Core.Auditing;

/// <summary>Holds a form against the rules.</summary>
public static class Auditor
{
    /// <summary>In the order of their findings.</summary>
    public static readonly ImmutableArray<IAuditRule> Rules =
    [
        new FundTotalRule(),
        new BlankTotalRule(),
        new ExecutionRateRule(),
        new InitialBudgetRateRule(),
        new OverspendingRule(),
        new ZeroBudgetRule(),
        new ExecutionScoreRule(),
        new TotalScoreRule(),
        new TotalWeightRule(),
        new ScoreRangeRule(),
        new ExecutionClaimRule(),
        new UnreadableNumberRule(),
    ];

    public static AuditedForm Audit(Form form)
    {
        var figures = FormFigures.Of(form);
        ImmutableArray<Finding> findings = [.. Rules.SelectMany(rule => rule.Check(figures))];
        return new AuditedForm(form, NeedsReview(form, findings), findings);
    }

    /// <summary>Doubtful fields, most doubtful first; then what the findings name, each subject before its evidence.</summary>
    private static ImmutableArray<string> NeedsReview(Form form, ImmutableArray<Finding> findings) =>
    [
        .. form.Provenance.Where(field => field.LeastConfidence < FormFigures.ReviewThreshold)
            .OrderBy(field => field.LeastConfidence)
            .Select(field => field.Pointer)
            .Concat(findings.SelectMany(finding => finding.Evidence.Prepend(finding.Subject)))
            .Distinct(StringComparer.Ordinal),
    ];
}
