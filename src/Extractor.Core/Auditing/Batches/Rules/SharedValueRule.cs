namespace Extractor.Core.Auditing.Batches.Rules;

/// <summary>C07: different projects do not have the same odd value of the same indicator.</summary>
internal sealed class SharedValueRule : IBatchRule
{
    private const int MostNames = 5;

    private const int FewestDigits = 4;

    public string Id => "C07";

    public Severity Severity => Severity.Info;

    public string Formula => "不同项目的同名指标不应出现相同的非整实际完成值";

    public string FormulaEn => "the same indicator of different projects does not have the same odd actual value";

    public IEnumerable<BatchFinding> Check(Batch batch)
    {
        var values =
            from form in batch.Forms
            where form.Project is not null
            from row in form.Indicators
            where row.Name.Length > 2
            let value = TellingValue.Of(row, FewestDigits)
            where value is not null
            group (Form: form, Row: row) by (row.Name, form.Year, value.Value);
        foreach (var group in values)
        {
            var projects = group.DistinctBy(one => (one.Form.Project, one.Form.Owner)).ToList();
            if (projects.Count < 2)
            {
                continue;
            }

            var text = projects[0].Row.ActualText;
            var names = string.Join('、', projects.Take(MostNames).Select(one => one.Form.Name)) + (projects.Count > MostNames ? "等" : "");
            yield return new BatchFinding(
                Id, Severity,
                $"不同项目数值相同（{group.Key.Name}）：{Wording.Number(projects.Count)} 个项目的实际完成值均为 {text}：{names}。",
                $"The same value in different projects ({group.Key.Name}): the actual value of {Wording.Number(projects.Count)} projects is {text}: {names}.",
                text, null, [.. projects.Select(one => one.Form.Place(one.Row.ActualPointer))], null);
        }
    }
}
