using Extractor.Pipeline.Reports.Model;

namespace Extractor.Pipeline.Tests.Reports;

public class OverviewTests
{
    private static readonly Overview Overview = Overview.Of(ReportSample.Report);

    [Fact]
    public void Old_versions_are_not_counted_and_what_was_not_read_is() => Assert.Equal(
        (4, 1, 1, 4, 2, 2), (Overview.Documents, Overview.NotRead, Overview.PartlyRead, Overview.Forms, Overview.Clean, Overview.WithErrors));

    [Fact]
    public void Findings_are_counted_by_severity_and_by_who_is_wrong()
    {
        Assert.Equal(new Severities(2, 3, 3), Overview.Found);
        Assert.Equal(new Blame(Published: 2, Rounding: 0, Misread: 1, Open: 2), Overview.Blame);
    }

    [Fact]
    public void Money_is_brought_to_yuan_by_the_unit_that_is_printed_and_left_out_where_none_is()
    {
        Assert.Equal(
            [("元", 2, 2_000_000m, 1_970_001m), ("万元", 1, 400_000m, 380_000m), ("", 1, 0m, 0m)],
            Overview.ByUnitOfMeasure.Select(line => (line.Unit, line.Forms, line.Budget, line.Executed)));
        Assert.Equal((2_400_000m, 2_350_001m, 3), (Overview.Money.Budget, Overview.Money.Executed, Overview.Money.WithMoney));
        Assert.Equal(2_350_001m / 2_400_000m, Overview.Money.Rate);
    }

    [Fact]
    public void One_department_written_in_two_ways_is_one() => Assert.Equal(
        [("某市 水务局(汇总)", 3, new Severities(1, 1, 2)), ("某市城管局", 1, new Severities(1, 0, 0))],
        Overview.Owners.OrderByDescending(owner => owner.Forms).Select(owner => (owner.Name, owner.Forms, owner.Found)));

    [Fact]
    public void Rules_stand_in_the_order_of_what_they_found() => Assert.Equal(
        ["F05", "S01", "C06", "R01", "X04", "F99", "H03", "T05"], Overview.Rules.Select(rule => rule.Rule));

    [Fact]
    public void The_form_with_most_errors_and_warnings_is_looked_at_first() => Assert.Equal(
        ["河道养护", "路灯 <改造> & \"更新\""], Overview.First.Select(form => form.Form.Name));

    [Fact]
    public void What_the_batch_shows_names_the_documents_and_is_not_said_of_each_again()
    {
        var report = ReportSample.Report;
        var revision = Assert.Single(report.Findings, finding => finding.Rule == "C06");
        Assert.Equal(
            [(3, 1, null), (1, 1, null), (3, 1, "980000.5"), (1, 1, "990000.5")], revision.Cells.Select(cell => (cell.Document, cell.Form, cell.Text)));
        Assert.All(revision.Terms.Where(term => term.Text is not null), term => Assert.NotEmpty(term.Places));
        Assert.Equal(["X04"], report.Documents[0].Findings.Select(finding => finding.Rule));
    }

    [Fact]
    public void One_document_is_no_batch() =>
        Assert.Empty(MismatchReport.Of(ReportSample.Documents.Take(1), ReportSample.Profiles).Findings);

    [Fact]
    public void A_document_that_comes_twice_was_seen_in_two_places()
    {
        var twice = MismatchReport.Of([ReportSample.Documents[1], ReportSample.Documents[1] with { Sightings = ["b/other.xlsx"] }], ReportSample.Profiles);
        Assert.Equal(["in/park.xlsx", "b/other.xlsx"], Assert.Single(twice.Documents).Places.AsEnumerable());
    }

    [Fact]
    public void A_report_of_nothing_is_empty() =>
        Assert.Equal((0, 0, default(Severities)), Overview.Of(MismatchReport.Of([], ReportSample.Profiles)) is var none ? (none.Documents, none.Forms, none.Found) : default);
}
