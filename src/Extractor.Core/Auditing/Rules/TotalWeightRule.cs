namespace Extractor.Core.Auditing.Rules;

/// <summary>S02: the points that can be had add up to the stated total, and to 100.</summary>
/// <remarks>A sum that differs from a stated total is an error; one that agrees with it, or has none, and is not 100 is a hint.</remarks>
public sealed class TotalWeightRule : IAuditRule
{
    public string Id => "S02";

    public Severity Severity => Severity.Error;

    public string Formula => "分值合计 = 预算执行分值 + 各项指标分值 = 100";

    public string FormulaEn => "total points = points for execution + points of all indicators = 100";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        var total = form.TotalWeight;
        var readings = form.WeightTerms;
        return total.IsNumber
            ? Sum.Judge(total, readings) is { } verdict ? Stated(form, verdict) : []
            : readings.Any(terms => !terms.Missing.IsEmpty || terms.Known.Sum(term => term.Value) == PointTerms.FullPoints)
                ? []
                : readings.Take(1).Select(terms => NotHundred(total, [.. terms.Known]));
    }

    private IEnumerable<Finding> Stated(FormFigures form, Verdict verdict)
    {
        var operands = verdict.Computation.Operands;
        if (verdict.Outcome == Outcome.Exact)
        {
            return verdict.Computation.Value == PointTerms.FullPoints ? [] : [NotHundred(verdict.Stated, [.. operands])];
        }

        if (form.Accepts(verdict))
        {
            return [];
        }

        var terms = Wording.Terms(operands);
        var sum = Wording.Number(verdict.Computation.Value);
        return Report.Of(this, form, verdict, new Statement(
            $"分值合计：各项分值之和 {terms.Chinese}={sum}，表列合计 {verdict.Stated.Text}",
            $"Total points: the points add up to {terms.English}={sum}, stated is {verdict.Stated.Text}",
            sum));
    }

    private Finding NotHundred(Figure total, Figure[] terms)
    {
        var (chinese, english) = Wording.Terms([.. terms]);
        var sum = Wording.Number(terms.Sum(term => term.Value));
        return new Finding(
            Id, Severity.Info, total.IsAbsent ? "/indicators" : total.Pointer,
            $"分值合计：各项分值之和 {chinese}={sum}，不是 100。", $"Total points: the points add up to {english}={sum}, not to 100.",
            total.IsNumber ? total.Text : null, sum, [.. terms.Select(term => term.Pointer)], null)
        {
            Relation = Relation.Broken(terms.Sum(term => term.Value), PointTerms.FullPoints, terms),
        };
    }
}
