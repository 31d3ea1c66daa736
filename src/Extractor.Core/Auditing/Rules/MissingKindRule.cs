namespace Extractor.Core.Auditing.Rules;

/// <summary>R05: a form has indicators of output, of effect and of satisfaction.</summary>
public sealed class MissingKindRule : IAuditRule
{
    private static readonly (string Chinese, string English, string[] Words)[] Kinds =
        [("产出", "output", ["产出", "完成", "数量"]), ("效益", "effect", ["效益", "影响", "绩效"]), ("满意度", "satisfaction", ["满意"])];

    public string Id => "R05";

    public Severity Severity => Severity.Info;

    public string Formula => "绩效指标包括产出、效益和满意度指标";

    public string FormulaEn => "there are indicators of output, of effect and of satisfaction";

    public string Basis => "财预〔2020〕10号：绩效指标包括产出、效益、满意度";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        if (form.Indicators.IsEmpty || !form.Indicators.Any(row => row.Row.Level1 is { Length: > 0 }))
        {
            yield break;
        }

        foreach (var (chinese, english, words) in Kinds)
        {
            if (!form.Indicators.Any(row => Array.Exists(words, word => Has(row.Row.Level1, word) || Has(row.Row.Level2, word) || Has(row.Row.Level3, word))))
            {
                yield return Report.Note(
                    this, Severity, form, "/indicators", ($"指标不全：没有{chinese}指标", $"Incomplete set of indicators: none of {english}"), null, null);
            }
        }
    }

    private static bool Has(string? text, string word) => text is not null && text.Contains(word, StringComparison.Ordinal);
}
