namespace Extractor.Core.Auditing.Rules;

/// <summary>X01: a doubtful cell that makes every relation hold when it is read otherwise is to be read again.</summary>
/// <remarks>A hint where to look; what it explains is reported by its own rule, as probably misread.</remarks>
public sealed class MisreadCellRule : IAuditRule
{
    internal const string Rule = "X01";

    public string Id => Rule;

    public Severity Severity => Severity.Info;

    public string Formula => "识别把握不大的单元格若改读一处（候选读法、一位数字或小数点）即使全部关系成立，应复核该处";

    public string FormulaEn => "a doubtful cell that makes every relation hold when read otherwise (a reading considered, one digit, the decimal point) is to be read again";

    public IEnumerable<Finding> Check(FormFigures form) => form.Misreads.Select(misread => new Finding(
        Id, Severity, misread.Pointer,
        $"疑为识别有误：识别为“{misread.Read}”且把握不大，若为“{misread.Other}”则相关的 {misread.Explains.Length} 项核对全部成立，请对照原件。",
        $"Probably misread: read as “{misread.Read}” with doubt; as “{misread.Other}”, all that does not hold ({misread.Explains.Length}) would hold; look at the document.",
        misread.Read, misread.Other, [.. misread.Explains.Select(finding => finding.Subject).Where(subject => subject != misread.Pointer).Distinct()], Explanation.Misread));
}
