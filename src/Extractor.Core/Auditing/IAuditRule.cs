namespace Extractor.Core.Auditing;

/// <summary>One relation that a form's fields must keep.</summary>
public interface IAuditRule
{
    /// <summary>Its id in findings; never reused for another relation.</summary>
    string Id { get; }

    /// <summary>How much a breach weighs that no rounding explains.</summary>
    Severity Severity { get; }

    /// <summary>The relation in words, in Chinese.</summary>
    string Formula { get; }

    /// <summary>The relation in words, in English.</summary>
    string FormulaEn { get; }

    /// <summary>What does not hold, or could not be checked, in the order of the form.</summary>
    IEnumerable<Finding> Check(FormFigures form);
}
