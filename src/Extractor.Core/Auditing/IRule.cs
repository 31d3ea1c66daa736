namespace Extractor.Core.Auditing;

/// <summary>What people are told of a rule, whatever it is about: a form, a document or many documents.</summary>
public interface IRule
{
    /// <summary>Its id in findings; never reused for another relation.</summary>
    string Id { get; }

    /// <summary>Changes when the rule finds something else than before.</summary>
    int Version => 1;

    /// <summary>The regulation or practice behind it, in Chinese; null where it is arithmetic.</summary>
    string? Basis => null;

    /// <summary>How much a breach weighs that no rounding explains.</summary>
    Severity Severity { get; }

    /// <summary>The relation in words, in Chinese.</summary>
    string Formula { get; }

    /// <summary>The relation in words, in English.</summary>
    string FormulaEn { get; }
}
