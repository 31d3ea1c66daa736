namespace Extractor.Core.Auditing.Rules;

/// <summary>S03: a score is between 0 and its points.</summary>
/// <remarks>A total score above the stated total of points, and not above their sum, is no breach of its own: the stated total is wrong (S02).</remarks>
public sealed class ScoreRangeRule : IAuditRule
{
    /// <summary>What floating point may leave above full marks.</summary>
    private const decimal Noise = 1e-10m;

    public string Id => "S03";

    public int Version => 2;

    public Severity Severity => Severity.Error;

    public string Formula => "0 ≤ 得分 ≤ 分值";

    public string FormulaEn => "0 ≤ score ≤ points";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        foreach (var row in form.Funds)
        {
            if (IsOutside(row.Weight, row.Score))
            {
                yield return Finding(form, Wording.Label(row), row.Weight, row.Score);
            }
        }

        foreach (var row in form.Indicators)
        {
            if (IsOutside(row.Weight, row.Score))
            {
                yield return Finding(form, Wording.Label(row), row.Weight, row.Score);
            }
        }

        if (IsOutside(form.TotalWeight, form.TotalScore) && !IsWithinSum(form))
        {
            yield return Finding(form, "总分", form.TotalWeight, form.TotalScore);
        }
    }

    private static bool IsOutside(Figure weight, Figure score) =>
        score.IsNumber && (score.Value < 0 || (weight.IsNumber && score.Value > weight.Value + Noise));

    /// <summary>Is the total score, no less than 0, within what the points of all rows add up to?</summary>
    private static bool IsWithinSum(FormFigures form) =>
        form.TotalScore is { Number.Value: >= 0 and var score }
        && form.WeightTerms.Any(terms => terms.Missing.IsEmpty && terms.Known.Sum(term => term.Value) >= score);

    private Finding Finding(FormFigures form, string name, Figure weight, Figure score)
    {
        if (score.Value < 0)
        {
            return new Finding(
                Id, Severity, score.Pointer,
                $"得分（{name}）：表列 {score.Text}，小于 0。", $"Score ({name}): {score.Text} is below 0.",
                score.Text, null, [], Report.Blame(form, [score.Pointer]))
            {
                Relation = Relation.Broken(score.Value, 0, []),
            };
        }

        var over = Wording.Number(score.Value - weight.Value);
        return new Finding(
            Id, Severity, score.Pointer,
            $"得分（{name}）：表列 {score.Text}，高于分值 {weight.Text}，超出 {over}。",
            $"Score ({name}): {score.Text} is above its {weight.Text} points, by {over}.",
            score.Text, weight.Text, [weight.Pointer], Report.Blame(form, [score.Pointer, weight.Pointer]))
        {
            Relation = Relation.Broken(score.Value, weight.Value, [weight], allowed: new AllowedRange("0", Wording.Number(weight.Value))),
        };
    }
}
