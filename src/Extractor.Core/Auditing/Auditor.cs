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
        new AmountUnitRule(),
        new BudgetChangeRule(),
        new NegativeAmountRule(),
        new TotalScoreRule(),
        new TotalWeightRule(),
        new ScoreRangeRule(),
        new LevelPointsRule(),
        new PointSplitRule(),
        new ProportionalScoreRule(),
        new ReverseScoreRule(),
        new SpanTargetRule(),
        new MissedTargetRule(),
        new LostThoughMetRule(),
        new QualitativeBandRule(),
        new OverAchievementRule(),
        new GradeRule(),
        new ReviewedScoreRule(),
        new FullPointsRule(),
        new UnexplainedLossRule(),
        new NeedlessReasonRule(),
        new MandatoryFieldRule(),
        new MissingPartRule(),
        new MissingKindRule(),
        new ExecutionClaimRule(),
        new CostClaimRule(),
        new GoalFiguresRule(),
        new CopiedGoalsRule(),
        new CopiedActualsRule(),
        new SatisfactionRule(),
        new YearRule(),
        new SignRule(),
        new ImpossiblePercentRule(),
        new DateTargetRule(),
        new AmountInTextRule(),
        new UnitRule(),
        new MisreadCellRule(),
        new TextLayerRule(),
        new ColumnDoubtRule(),
        new DoubtfulAgreementRule(),
        new UnreadableNumberRule(),
    ];

    public static AuditedForm Audit(Form form) => Audit(form, AuditProfile.National);

    /// <summary>Holds a form against the rules as a profile has them.</summary>
    public static AuditedForm Audit(Form form, AuditProfile profile) => Audit(FormFigures.Of(form, profile), []);

    /// <param name="roundingTold">Rates and scores of which the document's audit says how they were rounded.</param>
    internal static AuditedForm Audit(FormFigures figures, ImmutableArray<Figure> roundingTold)
    {
        var (form, profile) = (figures.Form, figures.Profile);
        figures = figures with { Misreads = profile.Off.Contains(MisreadCellRule.Rule) ? [] : Misreading.Of(figures), RoundingTold = roundingTold };
        var found = ImmutableArray.CreateBuilder<Finding>();
        foreach (var rule in Rules)
        {
            if (profile.Off.Contains(rule.Id))
            {
                continue;
            }

            foreach (var finding in rule.Check(figures))
            {
                if (profile.Weigh(rule, finding.Severity) is { } severity)
                {
                    found.Add(Misreading.Explained(finding with { Severity = severity, Version = rule.Version, Profile = profile.Id }, figures));
                }
            }
        }

        var findings = found.DrainToImmutable();
        return new AuditedForm(form, NeedsReview(figures, findings), findings) { Profile = figures.Choice };
    }

    /// <summary>
    /// Doubtful fields, most doubtful first; then what the findings name, each subject before its evidence. Of a form that was
    /// recognised and does not hold together, every field.
    /// </summary>
    private static ImmutableArray<string> NeedsReview(FormFigures figures, ImmutableArray<Finding> findings)
    {
        Coherence? torn = figures.Reliability.IsRecognized && Coherence.Of(figures) is { IsProven: false } found ? found : null;
        var named = new OrderedDictionary<string, bool>(StringComparer.Ordinal);
        foreach (var field in (torn is null ? figures.Reliability.Doubtful : figures.Form.Provenance).OrderBy(field => field.LeastConfidence))
        {
            named.TryAdd(field.Pointer, true);
        }

        foreach (var pointer in torn?.Unread(figures) ?? (figures.Reliability.IsRecognized ? Coherence.Blank(figures) : []))
        {
            named.TryAdd(pointer, true);
        }

        foreach (var finding in findings)
        {
            named.TryAdd(finding.Subject, true);
            foreach (var pointer in finding.Evidence)
            {
                named.TryAdd(pointer, true);
            }
        }

        return [.. named.Keys];
    }
}
