using System.Collections.Immutable;
using Extractor.Core.Auditing;
using Extractor.Pipeline.Language;

namespace Extractor.Pipeline.Reports.Html;

/// <summary>What each rule holds a form against, in words.</summary>
internal static class RuleNames
{
    private static readonly ImmutableDictionary<string, Phrase> Formulas = Auditor.Rules
        .Select(rule => KeyValuePair.Create(rule.Id, new Phrase(rule.Formula, rule.FormulaEn)))
        .Append(KeyValuePair.Create("H01", new Phrase("一份文件中各表执行率的取整习惯", "how a document rounds its execution rates")))
        .Append(KeyValuePair.Create("H02", new Phrase("执行率的取整与同一文件的其他表一致", "an execution rate is rounded like the others of its document")))
        .ToImmutableDictionary();

    /// <summary>Empty for a rule that this version does not know.</summary>
    public static string Of(string rule, Tongue tongue) => Formulas.TryGetValue(rule, out var formula) ? formula.In(tongue) : "";
}
