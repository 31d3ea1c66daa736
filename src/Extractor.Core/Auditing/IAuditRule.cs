namespace Extractor.Core.Auditing;

/// <summary>One relation that a form's fields must keep.</summary>
public interface IAuditRule
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

    /// <summary>What does not hold, or could not be checked, in the order of the form.</summary>
    IEnumerable<Finding> Check(FormFigures form);
}
