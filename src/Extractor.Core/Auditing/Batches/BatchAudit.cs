using System.Collections.Immutable;
using Extractor.Core.Auditing.Batches.Rules;
using Extractor.Core.Auditing.Documents;
using Extractor.Core.Forms;

namespace Extractor.Core.Auditing.Batches;

/// <summary>Audits the forms of many documents: each form, each document, and what only all of them together show.</summary>
/// <remarks>Of every form a few kilobytes are kept until the end. Rounding habits are told once for the batch, and not for each document.</remarks>
public sealed class BatchAudit(AuditProfiles profiles)
{
    private static readonly ImmutableArray<IBatchRule> BatchRules =
    [
        new CarryoverRule(),
        new UnitTotalRule(),
        new FormCountRule(),
        new AttachedReportRule(),
        new CopiedFormRule(),
        new RevisionRule(),
        new SharedValueRule(),
        new NameVariantRule(),
        new FirstDigitRule(),
        new OutlierRule(),
        new FullScoreRule(),
        new RoundAmountRule(),
        new BatchHabitRule(Rounded.Rate),
        new BatchHabitDeviationRule(Rounded.Rate),
        new BatchHabitRule(Rounded.Score),
        new BatchHabitDeviationRule(Rounded.Score),
    ];

    private static readonly ImmutableArray<IDocumentRule> DocumentRules =
        [.. DocumentAudit.Rules.Where(rule => !BatchRules.Any(batch => batch.Id == rule.Id))];

    private readonly List<BatchForm> forms = [];
    private readonly List<BatchPassage> passages = [];
    private readonly HashSet<string> documents = new(StringComparer.Ordinal);
    private int repeated;

    /// <summary>In the order of their findings.</summary>
    public static ImmutableArray<IRule> Rules { get; } = ImmutableArray<IRule>.CastUp(BatchRules);

    /// <summary>Takes one document that has been audited: only what all documents show together is wanted.</summary>
    public void Take(BatchSource source, IEnumerable<Form> documentForms, IEnumerable<Passage> documentPassages)
    {
        if (!documents.Add(source.Sha256))
        {
            repeated++;
            return;
        }

        var index = 0;
        foreach (var form in documentForms)
        {
            forms.Add(BatchForm.Of(source, index++, FormFigures.Of(form, profiles.For(form))));
        }

        passages.AddRange(BatchPassage.Of(source, documentPassages));
    }

    /// <summary>Audits one document as <see cref="DocumentAudit"/> does, but for what is told of the batch as a whole.</summary>
    public (ImmutableArray<AuditedForm> Forms, ImmutableArray<Finding> Findings) Audit(BatchSource source, IEnumerable<Form> documentForms, Surroundings surroundings)
    {
        var isNew = documents.Add(source.Sha256);
        repeated += isNew ? 0 : 1;
        var audit = new DocumentAudit(profiles);
        audit.Take(surroundings);
        passages.AddRange(isNew ? BatchPassage.Of(source, surroundings.Passages) : []);
        var audited = ImmutableArray.CreateBuilder<AuditedForm>();
        foreach (var form in documentForms)
        {
            var figures = FormFigures.Of(form, profiles.For(form));
            if (isNew)
            {
                forms.Add(BatchForm.Of(source, audited.Count, figures));
            }

            audited.Add(audit.Audit(figures));
        }

        return (audited.ToImmutable(), audit.End(DocumentRules));
    }

    /// <summary>What all documents show together.</summary>
    public BatchAudited End()
    {
        var batch = new Batch(forms, passages);
        var byPlace = forms.ToDictionary(form => (form.Source.Sha256, FieldPointer.OfForm(form.Index)), form => form.Profile);
        return new BatchAudited(
            documents.Count, repeated, batch.Forms.Length,
            [
                .. from rule in BatchRules
                   from finding in rule.Check(batch)
                   let profile = ProfileOf(finding.Places[0])
                   let severity = profile.Weigh(rule, finding.Severity)
                   where severity is not null
                   select finding with { Severity = severity.Value, Version = rule.Version, Profile = profile.Id },
            ]);

        AuditProfile ProfileOf(BatchPlace place)
        {
            // What a passage says is weighed as its document's first form is, or as the batch's.
            if (!place.Pointer.StartsWith("/forms/", StringComparison.Ordinal))
            {
                return (forms.Find(form => form.Source.Sha256 == place.Document) ?? forms[0]).Profile;
            }

            var end = place.Pointer.IndexOf('/', "/forms/".Length);
            return byPlace[(place.Document, end < 0 ? place.Pointer : place.Pointer[..end])];
        }
    }
}
