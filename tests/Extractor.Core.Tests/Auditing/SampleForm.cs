using System.Collections.Immutable;
using Extractor.Core.Auditing;
using Extractor.Core.Forms;
using Extractor.Core.Normalization;

namespace Extractor.Core.Tests.Auditing;

/// <summary>A form in which everything adds up, and small changes to it.</summary>
internal static class SampleForm
{
    /// <summary>Rate 380000.5 of 400000 = 95.000125 %; scores 9.5 + 20 + 20 + 9.2 + 14 + 15 + 10 = 97.7 of 100.</summary>
    public static Form Clean { get; } = Sure(new Form(
        "0123456789ab-1", "sample", "项目支出绩效自评表", 2023, [1], "河道养护", "某市水务局", "某市河道所", "元",
        [
            Fund("total", "年度资金总额", "500000.00", "400000.00", "380,000.50", "10", "95.00%", "9.5"),
            Fund("fiscal", "其中：当年财政拨款", "480000", "380000", "361000.5", "—", "", ""),
            Fund("carryover", "上年结转资金", "0", "0", "", "—", "", ""),
            Fund("other", "其他资金", "20000", "20000", "19000", "—", "", ""),
        ],
        new Goals("保持河道畅通", "河道畅通"),
        [
            Row("产出指标", "养护河道长度", "≥120公里", "125公里", "20", "20"),
            Row("产出指标", "预算执行率", "≥95%", "95%", "20", "20"),
            Row("产出指标", "保洁达标率", "=100%", "92%", "10", "9.2", "汛期漂浮物较多"),
            Row("效益指标", "水质改善", "改善", "改善", "15", "14", "个别断面未达标"),
            Row("效益指标", "养护制度健全性", "健全", "健全", "15", "15"),
            Row("满意度指标", "居民满意度", ">=90%", ">=90%", "10", "10"),
        ],
        new Total(Number("100"), Number("97.7")), [], []));

    public static NumberReading Number(string text) => NumberText.Read(text);

    public static FundRow Fund(
        string kind, string label, string initial, string annual, string executed, string weight = "—", string rate = "", string score = "") =>
        new(kind, label, Number(initial), Number(annual), Number(executed), Number(weight), Number(rate), Number(score));

    public static Indicator Row(string level1, string name, string target, string actual, string weight, string score, string deviation = "") =>
        new(level1, "", name, QuantityText.Read(target), QuantityText.Read(actual), Number(weight), Number(score), deviation);

    public static Form WithFund(this Form form, int index, Func<FundRow, FundRow> change) =>
        form with { Funds = form.Funds.SetItem(index, change(form.Funds[index])) };

    public static Form WithFunds(this Form form, params FundRow[] rows) => form with { Funds = [.. rows] };

    public static Form WithIndicator(this Form form, int index, Func<Indicator, Indicator> change) =>
        form with { Indicators = form.Indicators.SetItem(index, change(form.Indicators[index])) };

    public static Form WithTotal(this Form form, string weight, string score) =>
        form with { Total = new Total(Number(weight), Number(score)) };

    /// <summary>With labelled cells that no field claims.</summary>
    public static Form With(this Form form, params (string Label, string Text)[] extra) => form with
    {
        Extra = [.. form.Extra, .. extra.Select(cell => new LabelledText(cell.Label, cell.Text))],
    };

    /// <summary>Every field of the form as read with certainty from a text layer.</summary>
    public static Form Sure(this Form form)
    {
        var pointers = form.Funds.SelectMany((_, i) => new[] { "initialBudget", "annualBudget", "executed", "weight", "rate", "score" }.Select(name => $"/funds/{i}/{name}"))
            .Concat(form.Indicators.SelectMany((_, i) => new[] { "target", "actual", "weight", "score" }.Select(name => $"/indicators/{i}/{name}")))
            .Concat(["/total/weight", "/total/score"]);
        return form with { Provenance = [.. pointers.Select(pointer => new FieldProvenance(pointer, [Place(1)]))] };
    }

    public static Form WithConfidence(this Form form, string pointer, params decimal[] places) => form with
    {
        Provenance = [.. form.Provenance.Where(field => field.Pointer != pointer), new FieldProvenance(pointer, [.. places.Select(Place)])],
    };

    /// <summary>A cell that a recogniser read with doubt, and what else it considered.</summary>
    public static Form WithAlternatives(this Form form, string pointer, decimal confidence, params string[] others) => form with
    {
        Provenance = [.. form.Provenance.Select(field => field.Pointer == pointer ? field with { Places = [Place(confidence) with { Alternatives = [.. others] }] } : field)],
    };

    /// <summary>The rules of arithmetic: sums, rates and what they were computed from.</summary>
    private static readonly ImmutableHashSet<string> Arithmetic = ["F01", "F02", "F03", "F04", "F05", "F06", "F07", "S01", "S02", "S03", "T01", "X06"];

    /// <summary>What the rules of arithmetic find.</summary>
    public static ImmutableArray<Finding> Findings(this Form form) =>
        [.. Auditor.Audit(form).Findings.Where(finding => Arithmetic.Contains(finding.Rule))];

    /// <summary>What one rule finds.</summary>
    public static ImmutableArray<Finding> Of(this Form form, string rule) =>
        [.. Auditor.Audit(form).Findings.Where(finding => finding.Rule == rule)];

    /// <summary>Rule, severity and subject of each finding.</summary>
    public static IEnumerable<(string Rule, Severity Severity, string Subject)> Named(this Form form) =>
        form.Findings().Select(finding => (finding.Rule, finding.Severity, finding.Subject));

    private static Provenance Place(decimal confidence) => new(1, [0, 0, 10, 10], "text", confidence);
}
