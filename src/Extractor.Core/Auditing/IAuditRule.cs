namespace Extractor.Core.Auditing;

/// <summary>One relation that a form's fields must keep.</summary>
public interface IAuditRule : IRule
{
    /// <summary>What does not hold, or could not be checked, in the order of the form.</summary>
    IEnumerable<Finding> Check(FormFigures form);
}
