namespace Extractor.Core.Auditing.Rules;

/// <summary>F09: a budget that changed much within the year is explained.</summary>
public sealed class BudgetChangeRule : IAuditRule
{
    private static readonly string[] Words = ["调整", "追加", "调减", "调增", "追减", "压减", "核减"];

    public string Id => "F09";

    public Severity Severity => Severity.Info;

    public string Formula => "全年预算数较年初预算数变动较大时，应有文字说明";

    public string FormulaEn => "a budget that changed much within the year is explained in words";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        if (form.Whole is not { InitialBudget.Number.Value: > 0 and var initial, AnnualBudget.Number.Value: var annual } row)
        {
            yield break;
        }

        var change = (annual - initial) / initial;
        if (Math.Abs(change) > form.Profile.BudgetChange && !IsExplained(form))
        {
            var percent = Wording.Percent(Decimals.Round(Math.Abs(change), 4));
            var (chinese, english) = change > 0 ? ("增加", "more") : ("减少", "less");
            yield return Report.Note(
                this, Severity, form, row.AnnualBudget.Pointer,
                ($"预算调整（{Wording.Label(row)}）：全年预算数 {row.AnnualBudget.Text} 比年初预算数 {row.InitialBudget.Text} {chinese} {percent}，表内未见说明",
                 $"Changed budget ({Wording.Label(row)}): the annual budget {row.AnnualBudget.Text} is {percent} {english} than the initial {row.InitialBudget.Text}, without a word about it"),
                row.AnnualBudget.Text, null, row.InitialBudget.Pointer);
        }
    }

    private static bool IsExplained(FormFigures form) =>
        Says(form.Form.Goals?.Actual) || form.Form.Extra.Any(extra => Says(extra.Text)) || form.Form.Indicators.Any(row => Says(row.Deviation));

    private static bool Says(string? text) => text is not null && Array.Exists(Words, word => text.Contains(word, StringComparison.Ordinal));
}
