using System.Collections.Immutable;
using System.Globalization;
using Extractor.Core.Forms;
using Extractor.Core.Normalization;
using Extractor.Core.Pages;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Tests.Normalization;

public class FormReaderTests
{
    private static readonly string[] Heading = ["第二部分 自评情况", "财政项目支出绩效自评表", "(2023 年度)"];

    private static readonly string[] Standard =
    [
        "项目名称        | <          | 绿化养护 | <        | <        | <        | <    | <      | <    ",
        "主管部门        | <          | 某市园林局 | <      | <        | 实施单位 | <    | 园林所 | <    ",
        "项目资金（万元） | <          |          | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 ",
        "^               | ^          | 年度资金总额 | 120.00 | 100.00   | 99.5     | 10   | 99.50% | 9.95 ",
        "^               | ^          | 其中：当年财政拨款 | 120 | 80     | 79.5     | —    |        |      ",
        "^               | ^          | 其他资金 | 0        | 20       | 20       | —    |        |      ",
        "年度总体目标    | 预期目标   | <        | <        | <        | 实际完成情况 | < | <      | <    ",
        "^               | 养护绿地   | <        | <        | <        | 已养护   | <    | <      | <    ",
        "绩效指标        | 一级指标   | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分  | 偏差原因分析及改进措施",
        "^               | 产出指标   | 数量指标 | 养护面积 | ≥100公顷 | 105公顷  | 50   | 50     |      ",
        "^               | ^          | ^        | 补植株数 | =200株   | 190株    | 10   | 9.5    | 干旱 ",
        "^               | 满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90% | 95%  | 30   | 30     |      ",
        "总分            | <          | <        | <        | <        | <        | 100  | 99.45  |      ",
    ];

    [Fact]
    public void A_form_is_read_field_by_field()
    {
        var form = Assert.Single(Read(TableDrawing.Of(Heading, Standard)));

        Assert.Equal(("财政项目支出绩效自评表", 2023, "绿化养护", "某市园林局", "园林所", "万元"),
            (form.Title, form.Year!.Value, form.ProjectName!, form.Department!, form.ImplementingUnit!, form.Unit!));
        Assert.Equal(["total", "fiscal", "other"], form.Funds.Select(row => row.Kind));
        Assert.Equal(["年度资金总额", "120.00", "100.00", "99.5", "10", "99.50%", "9.95"], Texts(form.Funds[0]));
        Assert.Equal(["其中：当年财政拨款", "120", "80", "79.5", "—", "", ""], Texts(form.Funds[1]));
        Assert.Equal(new Goals("养护绿地", "已养护"), form.Goals);
        Assert.Equal(["产出指标", "产出指标", "满意度指标"], form.Indicators.Select(row => row.Level1));
        Assert.Equal(["数量指标", "数量指标", "服务对象满意度指标"], form.Indicators.Select(row => row.Level2));
        Assert.Equal(["养护面积", "补植株数", "居民满意度"], form.Indicators.Select(row => row.Level3));
        Assert.Equal(["=200株", "190株", "10", "9.5", "干旱"], Texts(form.Indicators[1]));
        Assert.Equal(("100", "99.45"), (form.Total!.Weight!.Text, form.Total.Score!.Text));
        Assert.Empty(form.Extra);
    }

    // A seal took the ruling between them.
    [Theory]
    [InlineData("—", "其他资金", "20", true)]
    [InlineData("10 99.50%", "其他资金", "20", false)] // what is said of which column is not known
    [InlineData("—", "备注", "20", false)]              // no funds
    [InlineData("—", "其他资金", "<", false)]           // over an amount
    public void Dashes_of_a_row_of_funds_may_be_in_one_cell(string dashes, string name, string executed, bool isRead)
    {
        string[] rows = [.. Standard];
        rows[5] = $"^ | ^ | {name} | 0 | 20 | {executed} | {(executed == "<" ? "<" : dashes)} | < | ";
        var form = Assert.Single(Read(TableDrawing.Of(Heading, rows)));
        Assert.Equal(isRead ? 3 : 2, form.Funds.Length);
        if (isRead)
        {
            Assert.Equal(["其他资金", "0", "20", "20", "—", "", ""], Texts(form.Funds[2]));
        }
    }

    [Fact]
    public void Every_field_that_carries_text_says_where_it_stands()
    {
        var form = Assert.Single(Read(TableDrawing.Of(Heading, Standard)));
        var pointers = form.Provenance.Select(entry => entry.Pointer).ToHashSet();
        Assert.Superset(
            new HashSet<string>
            {
                "/title", "/year", "/projectName", "/unit", "/funds/0/executed", "/funds/1/weight", "/goals/actual",
                "/indicators/1/level1", "/indicators/1/deviation", "/total/score",
            },
            pointers);
        Assert.DoesNotContain("/funds/1/rate", pointers);
        Assert.All(form.Provenance.SelectMany(entry => entry.Places), place => Assert.Equal(4, place.Box.Length));
    }

    [Fact]
    public void Goals_that_go_on_in_a_second_row_are_one_field_with_two_places()
    {
        var form = Assert.Single(Read(TableDrawing.Of(
            Heading, [.. Standard[..8], "^               | 及行道树   | <        | <        | <        |          | <    | <      | <    ", .. Standard[8..]])));
        Assert.Equal(new Goals("养护绿地及行道树", "已养护"), form.Goals);
        var places = Assert.Single(form.Provenance, entry => entry.Pointer == "/goals/expected").Places;
        Assert.Equal(["joined", "joined"], places.Select(place => place.Origin));
        Assert.Equal("text", Assert.Single(Assert.Single(form.Provenance, entry => entry.Pointer == "/goals/actual").Places).Origin);
    }

    [Fact]
    public void Two_forms_in_one_table_are_two_forms_and_a_title_may_stand_inside_it()
    {
        string[] title = ["项目支出绩效自评表 | < | < | < | < | < | < | < | <", "（2024年度） | < | < | < | < | < | < | < | <"];
        var forms = Read(TableDrawing.Of([], [.. title, .. Standard, .. title, .. Standard]));
        Assert.Equal(["项目支出绩效自评表", "项目支出绩效自评表"], forms.Select(form => form.Title));
        Assert.Equal([2024, 2024], forms.Select(form => form.Year));
        Assert.Equal(3, forms[1].Indicators.Length);
    }

    [Fact]
    public void A_labelled_cell_that_no_field_claims_is_kept()
    {
        var form = Assert.Single(Read(TableDrawing.Of(
            Heading,
            [.. Standard[..2], "项目负责人 | < | 张某 | < | < | 联系电话 | < | 63000000 | <", .. Standard[2..], "其他需要说明事项 | < | 无 | < | < | < | < | < | <"])));
        Assert.Equal<LabelledText>([new("项目负责人", "张某"), new("联系电话", "63000000"), new LabelledText("其他需要说明事项", "无")], form.Extra);
    }

    [Fact]
    public void A_label_that_is_not_printed_again_is_taken_from_above_and_marked_for_review()
    {
        var rows = Standard.ToArray();
        rows[10] = "^ |  |  | 补植株数 | =200株 | 190株 | 10 | 9.5 | 干旱 ";
        var form = Assert.Single(Read(TableDrawing.Of(Heading, rows)));
        Assert.Equal("产出指标", form.Indicators[1].Level1);
        Assert.Equal(0.9m, form.Provenance.Single(entry => entry.Pointer == "/indicators/1/level1").Places[0].Confidence);
    }

    [Fact]
    public void A_table_of_targets_without_results_is_no_self_evaluation()
    {
        string[] rows =
        [
            "项目名称 | 绿化养护 | <        | <        ",
            "一级指标 | 二级指标 | 三级指标 | 指标值   ",
            "产出指标 | 数量指标 | 养护面积 | ≥100公顷 ",
        ];
        Assert.Empty(Read(TableDrawing.Of(["项目支出绩效目标表"], rows)));
    }

    // Misread lines come together: where none is in doubt, the least sure one speaks for all.
    [Theory]
    [InlineData(0.985, 0.995, 0.985, "0.985")]
    [InlineData(0.85, 0.8, 0.99, "0.673")]
    [InlineData(0.89, 0.99, 0.99, "0.872")]
    public void A_recognised_text_is_as_sure_as_its_lines(double first, double second, double third, string sure)
    {
        var table = TableDrawing.Of(Heading, Standard);
        var goal = table.Cells.Single(cell => cell.Text == "养护绿地");
        var line = goal.Parts[0].Lines[0];
        TextLine Recognised(double confidence) => line with { Confidence = confidence, Reading = new LineReading(Reader.PpOcr, []) };
        var read = goal with { Parts = [goal.Parts[0] with { Lines = [Recognised(first), Recognised(second), Recognised(third)] }] };
        var form = Assert.Single(Read(table with { Cells = table.Cells.Replace(goal, read) }));
        Assert.Equal(decimal.Parse(sure, CultureInfo.InvariantCulture), form.Provenance.Single(entry => entry.Pointer == "/goals/expected").Places[0].Confidence);
    }

    // (2023 年度) has nine characters with its blank, four of them the year's; of a text in real doubt nobody knows where the doubt is.
    [Theory]
    [InlineData(0.9, "0.955", "0.99")]
    [InlineData(0.7, "0.7", "0.7")]
    public void A_year_and_a_unit_are_surer_than_the_texts_that_say_them(double confidence, string year, string unit)
    {
        var table = TableDrawing.Of(Heading, Standard);
        var funds = table.Cells.Single(cell => cell.Text == "项目资金（万元）");
        TextLine Recognised(TextLine line) => line with { Confidence = confidence, Reading = new LineReading(Reader.PpOcr, []) };
        var read = funds with { Parts = [funds.Parts[0] with { Lines = [.. funds.Parts[0].Lines.Select(Recognised)] }] };
        var form = Assert.Single(Read(table with
        {
            Cells = table.Cells.Replace(funds, read),
            Heading = [.. table.Heading.Select(line => line with { Line = Recognised(line.Line) })],
        }));
        Assert.Equal([year, unit], ((string[])["/year", "/unit"]).Select(field => form.Provenance.Single(entry => entry.Pointer == field).Places[0].Confidence.ToString(CultureInfo.InvariantCulture)));
    }

    private static ImmutableArray<Form> Read(Table table) => [.. FormDrawing.Read(table).OfType<FormFound>().Select(found => found.Form)];

    private static string[] Texts(FundRow row) =>
        [row.Label, row.InitialBudget!.Text, row.AnnualBudget!.Text, row.Executed!.Text, row.Weight!.Text, row.Rate!.Text, row.Score!.Text];

    private static string[] Texts(Indicator row) => [row.Target!.Text, row.Actual!.Text, row.Weight!.Text, row.Score!.Text, row.Deviation!];
}
