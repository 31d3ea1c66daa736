using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CsCheck;
using Extractor.Core.Auditing;
using Extractor.Core.Forms;
using Extractor.Core.Normalization;
using static Extractor.Core.Tests.Auditing.SampleForm;

namespace Extractor.Core.Tests.Auditing;

public class AuditorPropertyTests
{
    private const int Rounds = 200;

    [Fact]
    public void A_true_form_has_nothing_above_a_hint() =>
        GeneratedForm.Clean.Sample(form =>
            Assert.DoesNotContain(form.Findings(), finding => finding.Severity != Severity.Info || finding.Explanation != Explanation.Rounding), iter: Rounds);

    [Fact]
    public void A_changed_total_of_funds_is_found_at_the_total() =>
        Gen.Select(GeneratedForm.Clean, Gen.Int[0, 2], Gen.Int[1, 999_999]).Sample((form, column, change) =>
        {
            var (name, faulty) = ChangeAmount(form, 0, column, change);
            Assert.Contains(("F01", Severity.Error, $"/funds/0/{name}"), faulty.Named());
        }, iter: Rounds);

    [Fact]
    public void A_changed_part_is_found_at_the_total_too() =>
        Gen.Select(GeneratedForm.Clean, Gen.Int[0, 1], Gen.Int[1, 999_999]).Sample((form, column, change) =>
        {
            var (name, faulty) = ChangeAmount(form, 1, column, change);
            Assert.Contains(("F01", Severity.Error, $"/funds/0/{name}"), faulty.Named());
        }, iter: Rounds);

    [Fact]
    public void A_changed_rate_is_found_at_the_rate() =>
        Gen.Select(GeneratedForm.Clean, Gen.Int[3, 50]).Sample((form, percent) =>
        {
            var rate = form.Funds[0].Rate!.Value!.Value;
            var changed = (rate + (rate < 0.5m ? percent : -percent) / 100m) * 100;
            var faulty = form.WithFund(0, row => row with { Rate = Number(Text(changed) + "%") });
            Assert.Contains(faulty.Findings(), finding => finding is { Rule: "F03" or "F04", Severity: not Severity.Info, Subject: "/funds/0/rate" });
        }, iter: Rounds);

    [Fact]
    public void A_changed_score_of_the_execution_is_found_at_the_score() =>
        Gen.Select(GeneratedForm.Clean, Gen.Int[60, 400]).Sample((form, hundredths) =>
        {
            var score = form.Funds[0].Score!.Value!.Value;
            var faulty = form.WithFund(0, row => row with { Score = Number(Text(score + (score < 5 ? hundredths : -hundredths) / 100m)) });
            Assert.Contains(("F07", Severity.Error, "/funds/0/score"), faulty.Named());
            Assert.Contains(("S01", Severity.Error, "/total/score"), faulty.Named());
        }, iter: Rounds);

    [Fact]
    public void A_changed_total_score_is_found_at_the_total() =>
        Gen.Select(GeneratedForm.Clean, Gen.Int[10, 2_000], Gen.Bool).Sample((form, hundredths, up) =>
        {
            var faulty = form.WithTotal("100", Text(form.Total!.Score!.Value!.Value + (up ? hundredths : -hundredths) / 100m));
            Assert.Contains(("S01", Severity.Error, "/total/score"), faulty.Named());
        }, iter: Rounds);

    [Fact]
    public void Changed_points_are_found_at_the_total() =>
        Gen.Select(GeneratedForm.Clean, Gen.Int[0, 11], Gen.Int[1, 20]).Sample((form, index, change) =>
        {
            var faulty = form.WithIndicator(index % form.Indicators.Length, row => row with { Weight = Number(Text(row.Weight!.Value!.Value + change)) });
            Assert.Equal([("S02", Severity.Error, "/total/weight")], faulty.Named().Where(finding => finding.Severity != Severity.Info));
        }, iter: Rounds);

    [Fact]
    public void A_score_above_its_points_is_found_at_the_score() =>
        Gen.Select(GeneratedForm.Clean, Gen.Int[0, 11], Gen.Int[1, 500]).Sample((form, index, hundredths) =>
        {
            var i = index % form.Indicators.Length;
            var faulty = form.WithIndicator(i, row => row with { Score = Number(Text(row.Weight!.Value!.Value + (hundredths / 100m))) });
            Assert.Contains(("S03", Severity.Error, $"/indicators/{i}/score"), faulty.Named());
        }, iter: Rounds);

    [Fact]
    public void A_claim_of_another_rate_is_found_at_the_claim() =>
        Gen.Select(GeneratedForm.Clean, Gen.Int[0, 11], Gen.Int[3, 50]).Sample((form, index, percent) =>
        {
            var i = index % form.Indicators.Length;
            var rate = form.Funds[0].Rate!.Value!.Value * 100;
            var faulty = form.WithIndicator(i, row => row with { Level3 = "预算执行率", Actual = QuantityText.Read("≥" + Text(rate + percent) + "%") });
            Assert.Equal([("T01", Severity.Error, $"/indicators/{i}/actual")], faulty.Named().Where(finding => finding.Severity != Severity.Info));
        }, iter: Rounds);

    [Fact]
    public void A_number_that_cannot_be_read_is_named_and_accuses_nobody() =>
        Gen.Select(GeneratedForm.Clean, Gen.Int[0, 11], Gen.Bool).Sample((form, index, isWeight) =>
        {
            var i = index % form.Indicators.Length;
            var faulty = form.WithIndicator(i, row => isWeight ? row with { Weight = Number("十") } : row with { Score = Number("1,0") });
            Assert.Equal(
                [("X06", Severity.Warning, $"/indicators/{i}/{(isWeight ? "weight" : "score")}")],
                faulty.Named().Where(finding => finding.Severity != Severity.Info));
        }, iter: Rounds);

    [Fact]
    public void The_order_of_the_indicators_changes_no_verdict() =>
        Gen.Select(GeneratedForm.Clean, Gen.Int[-500, 500]).Sample((form, hundredths) =>
        {
            var faulty = form.WithTotal("100", Text(form.Total!.Score!.Value!.Value + (hundredths / 100m)));
            var turned = faulty with { Indicators = [.. faulty.Indicators.Reverse()] };
            static IEnumerable<object> Verdicts(Form form) => form.Findings().Select(finding => (object)(finding.Rule, finding.Severity, finding.Subject, finding.Stated, finding.Computed));
            Assert.Equal(Verdicts(faulty), Verdicts(turned));
        }, iter: Rounds);

    [Fact]
    public void The_order_of_the_parts_changes_no_verdict() =>
        Gen.Select(GeneratedForm.Clean, Gen.Int[0, 2], Gen.Int[0, 99]).Sample((form, column, change) =>
        {
            var (_, faulty) = ChangeAmount(form, 0, column, change);
            var turned = faulty with { Funds = [faulty.Funds[0], .. faulty.Funds.Skip(1).Reverse().Select(row => row with { Label = row.Label.Replace("其中：", "", StringComparison.Ordinal) })] };
            Assert.Equal(faulty.Named(), turned.Named());
        }, iter: Rounds);

    [Fact]
    public void The_same_form_has_the_same_findings() =>
        GeneratedForm.Clean.Sample(form =>
            Assert.Equal(JsonSerializer.Serialize(Auditor.Audit(form)), JsonSerializer.Serialize(Auditor.Audit(form))), iter: 50);

    [Fact]
    public void Whatever_the_cells_say_the_audit_ends_with_findings_that_point_into_the_form()
    {
        var number = Gen.OneOf(
            Gen.String[Gen.Char["0123456789,.-%()万元 无"], 0, 8],
            Gen.OneOf<string>("", "0", "—", "100%", "99999999999999", "9999999999999999999999999999", "-99999999999999", "0.00000000000001", "0.0000000000000000000000000001", "98.21000000000001", "1e9"))
            .Select(text => (NumberReading?)Number(text));
        var cell = Gen.OneOf(number, number, number, Gen.Const((NumberReading?)null));
        var fund = Gen.Select(Gen.OneOf<string>("total", "fiscal", "other", "unknown"), Gen.OneOf<string>("", "总额", "其中：拨款"), cell.Array[6])
            .Select((kind, label, cells) => new FundRow(kind, label, cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]));
        var indicator = Gen.Select(Gen.OneOf<string?>(null, "", "预算执行率", "数量"), number, cell.Array[2])
            .Select((name, actual, cells) => new Indicator(null, null, name, null, QuantityText.Read(actual!.Text), cells[0], cells[1], null));
        var total = Gen.OneOf(Gen.Const((Total?)null), cell.Array[2].Select(cells => (Total?)new Total(cells[0], cells[1])));
        Gen.Select(fund.Array[0, 5], indicator.Array[0, 5], total, Gen.OneOf<string?>(null, "元", "万元", "?")).Sample((funds, indicators, sum, unit) =>
        {
            var form = (Clean with { Funds = [.. funds], Indicators = [.. indicators], Total = sum, Unit = unit }).Sure();
            var pointers = form.Provenance.Select(field => field.Pointer).Concat(["/funds", "/indicators"]).ToImmutableHashSet();
            Assert.All(form.Findings(), finding => Assert.Superset(finding.Evidence.Prepend(finding.Subject).ToHashSet(), pointers.ToHashSet()));
        }, iter: 2_000);
    }

    /// <summary>Changes an amount by so many of the last digit's units that rounding cannot explain it, and at least by one of the unit.</summary>
    private static (string Name, Form Form) ChangeAmount(Form form, int row, int column, int change)
    {
        NumberReading Changed(NumberReading? reading) => Number(Text((reading!.Value ?? 0) + change));
        return column switch
        {
            0 => ("initialBudget", form.WithFund(row, fund => fund with { InitialBudget = Changed(fund.InitialBudget) })),
            1 => ("annualBudget", form.WithFund(row, fund => fund with { AnnualBudget = Changed(fund.AnnualBudget) })),
            _ => ("executed", form.WithFund(row, fund => fund with { Executed = Changed(fund.Executed) })),
        };
    }

    private static string Text(decimal value) => value.ToString("0.########", CultureInfo.InvariantCulture);
}
