using System.Collections.Immutable;
using Extractor.Core.Results;
using Extractor.Pipeline.Delivery;
using Extractor.Pipeline.Reports.Model;

namespace Extractor.Pipeline.Tests.Reports;

public class ReportCellTests
{
    private static readonly ImmutableArray<ResultForm> Forms = ((DeliveredResult)ReportSample.Documents[0].Outcome).Read.Forms;

    [Theory]
    [InlineData("/total/score", "总分得分", "total score", "49.7", 1)]
    [InlineData("/funds/0/executed", "年度资金总额 · 全年执行数", "年度资金总额 · executed", "38.00", 1)]
    [InlineData("/indicators/1/actual", "保洁达标率 · 实际完成值", "保洁达标率 · actual value", "92%", 1)]
    [InlineData("/indicators/1/deviation", "保洁达标率 · 偏差原因", "保洁达标率 · reason for deviation", "", 1)]
    [InlineData("/indicators/1", "保洁达标率", "保洁达标率", null, 5)]
    [InlineData("/goals/expected", "预期目标", "expected goals", "畅通", 0)]
    [InlineData("/extra/其他 ~1 说明", "其他 / 说明", "其他 / 说明", "无", 1)]
    [InlineData("/year", "年度", "year", "2023", 0)]
    [InlineData("/indicators/7/actual", "/indicators/7/actual", "/indicators/7/actual", null, 0)]
    [InlineData("/no/such", "/no/such", "/no/such", null, 0)]
    [InlineData("", "整张表", "the form", null, 0)]
    public void A_pointer_is_shown_by_the_name_of_its_field(string pointer, string chinese, string english, string? text, int places)
    {
        var cell = ReportCell.InForm(Forms[1], pointer);
        Assert.Equal((chinese, english, text, places, 0), (cell.Name.Chinese, cell.Name.English, cell.Text, cell.Places.Length, cell.Form));
    }

    [Theory]
    [InlineData("/forms/1/total/score", 2, "总分得分")]
    [InlineData("/forms/0", 1, "整张表")]
    [InlineData("/forms", 0, "整份文件")]
    [InlineData("/forms/9/total/score", 0, "整份文件")]
    [InlineData("/forms/x/total/score", 0, "整份文件")]
    public void A_pointer_of_a_document_names_the_form(string pointer, int form, string name)
    {
        var cell = ReportCell.InDocument(Forms, [], pointer);
        Assert.Equal((form, name), (cell.Form, cell.Name.Chinese));
    }
}
