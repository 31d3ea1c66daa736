namespace Extractor.Core.Auditing.Rules;

/// <summary>S01: the total score is the sum of all scores.</summary>
public sealed class TotalScoreRule : IAuditRule
{
    public string Id => "S01";

    public Severity Severity => Severity.Error;

    public string Formula => "总分 = 预算执行得分 + 各项指标得分";

    public string FormulaEn => "total score = score for execution + scores of all indicators";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        var total = form.TotalScore;
        if (!total.IsNumber || Sum.Judge(total, form.ScoreTerms) is not { } verdict || form.Accepts(verdict))
        {
            return [];
        }

        var terms = Wording.Terms(verdict.Computation.Operands);
        var sum = Wording.Number(verdict.Computation.Value);
        return Report.Of(this, form, verdict, new Statement(
            $"得分合计：各项得分之和 {terms.Chinese}={sum}，表列总分 {total.Text}",
            $"Total score: the scores add up to {terms.English}={sum}, stated is {total.Text}",
            sum));
    }
}
