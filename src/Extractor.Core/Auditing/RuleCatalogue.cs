using System.Collections.Immutable;
using Extractor.Core.Auditing.Batches;
using Extractor.Core.Auditing.Documents;

namespace Extractor.Core.Auditing;

/// <summary>All rules, whatever they are about.</summary>
public static class RuleCatalogue
{
    /// <summary>Those about a form, then about a document, then about many documents; each id once.</summary>
    public static ImmutableArray<IRule> All { get; } =
        [.. Auditor.Rules.Concat<IRule>(DocumentAudit.Rules).Concat(BatchAudit.Rules).DistinctBy(rule => rule.Id)];
}
