using System.Collections.Immutable;
using Extractor.Core.Auditing;
using Extractor.Pipeline.Language;

namespace Extractor.Pipeline.Reports.Html;

/// <summary>What each rule holds a form against, in words.</summary>
internal static class RuleNames
{
    private static readonly ImmutableDictionary<string, Phrase> Formulas =
        RuleCatalogue.All.ToImmutableDictionary(rule => rule.Id, rule => new Phrase(rule.Formula, rule.FormulaEn));

    /// <summary>Empty for a rule that this version does not know.</summary>
    public static string Of(string rule, Tongue tongue) => Formulas.TryGetValue(rule, out var formula) ? formula.In(tongue) : "";
}
