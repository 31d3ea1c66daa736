namespace Extractor.Core.Auditing.Rules;

/// <summary>X05: a relation that holds proves little about a cell of it that was read with doubt.</summary>
/// <remarks>Said once a form, at the most doubtful of the cells; the others are its evidence.</remarks>
public sealed class DoubtfulAgreementRule : IAuditRule
{
    public string Id => "X05";

    public Severity Severity => Severity.Info;

    public string Formula => "参与核对的数字均为可靠识别（相符的关系若含存疑数字，可能是偶然相符）";

    public string FormulaEn => "the numbers of the relations were read with certainty: a relation with a doubtful cell may hold by chance";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        var doubtful = form.Reliability.Doubtful.Where(field => IsNumber(form, field.Pointer)).ToList();
        if (doubtful.MinBy(cell => cell.LeastConfidence) is not { } first)
        {
            yield break;
        }

        var (count, least) = (Wording.Number(doubtful.Count), Wording.Number(Decimals.Round(first.LeastConfidence, 2)));
        yield return Report.Note(
            this, Severity, form, first.Pointer,
            ($"识别存疑的数字参与了核对：{count} 处（把握最低 {least}），相符可能出于偶然，请先核对原页",
             $"Doubtful numbers took part in the checks: {count}, the least sure at {least}; what agrees may agree by chance, so look at the page first"),
            null, null, [.. doubtful.Where(cell => cell.Pointer != first.Pointer).Select(cell => cell.Pointer)]);
    }

    private static bool IsNumber(FormFigures form, string pointer)
    {
        if (!pointer.StartsWith("/funds/", StringComparison.Ordinal) && !pointer.StartsWith("/indicators/", StringComparison.Ordinal) && !pointer.StartsWith("/total/", StringComparison.Ordinal))
        {
            return false;
        }

        return form.TotalScore.Pointer == pointer && form.TotalScore.IsNumber
            || form.TotalWeight.Pointer == pointer && form.TotalWeight.IsNumber
            || form.Funds.Any(row => row.All.Any(figure => figure.IsNumber && figure.Pointer == pointer))
            || form.Indicators.Any(row => (row.Weight.IsNumber && row.Weight.Pointer == pointer) || (row.Score.IsNumber && row.Score.Pointer == pointer));
    }
}
