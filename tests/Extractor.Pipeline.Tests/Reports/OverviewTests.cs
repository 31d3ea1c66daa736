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
        Assert.Equal(new Severities(2, 1, 3), Overview.Found);
        Assert.Equal(new Blame(Published: 1, Rounding: 0, Misread: 1, Open: 1), Overview.Blame);
    }

    [Fact]
    public void Money_is_brought_to_yuan_by_the_unit_that_is_printed_and_left_out_where_none_is()
    {
        Assert.Equal(
            [("元", 2, 2_000_000m, 1_980_001m), ("万元", 1, 400_000m, 380_000m), ("", 1, 0m, 0m)],
            Overview.ByUnitOfMeasure.Select(line => (line.Unit, line.Forms, line.Budget, line.Executed)));
        Assert.Equal((2_400_000m, 2_360_001m, 3), (Overview.Money.Budget, Overview.Money.Executed, Overview.Money.WithMoney));
        Assert.Equal(2_360_001m / 2_400_000m, Overview.Money.Rate);
    }

    [Fact]
    public void One_department_written_in_two_ways_is_one() => Assert.Equal(
        [("某市 水务局(汇总)", 3, new Severities(1, 1, 2)), ("某市城管局", 1, new Severities(1, 0, 0))],
        Overview.Owners.OrderByDescending(owner => owner.Forms).Select(owner => (owner.Name, owner.Forms, owner.Found)));

    [Fact]
    public void Rules_stand_in_the_order_of_what_they_found() => Assert.Equal(
        ["F05", "S01", "R01", "F99", "H01", "T05"], Overview.Rules.Select(rule => rule.Rule));

    [Fact]
    public void The_form_with_most_errors_and_warnings_is_looked_at_first() => Assert.Equal(
        ["河道养护", "路灯 <改造> & \"更新\""], Overview.First.Select(form => form.Form.Name));

    [Fact]
    public void A_report_of_nothing_is_empty() =>
        Assert.Equal((0, 0, default(Severities)), Overview.Of(MismatchReport.Of([])) is var none ? (none.Documents, none.Forms, none.Found) : default);
}
