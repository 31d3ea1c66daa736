namespace Extractor.Core.Tests.Normalization.Dumps;

/// <summary>One kind of damage at a time: what it did, and that it is undone.</summary>
public class DumpDamageTests
{
    private const string Top = """
        财政项目支出绩效自评表
        (2023 年度)
        项目名称	路灯维修
        主管部门	某市城管局				实施单位	某市路灯所
        项目资金 (万元)		年初预算数	全年预算数	全年执行数	分值	执行率	得分
        	年度资金总额	120.00	100.00	99	10	99.00%	9.9
        	其中：当年财政拨款	120	80	79	—
        	其他资金	0	20	20	—
        	预期目标			实际完成情况
        年度总体目标	维修路灯			已维修路灯
        绩效指标	一级指标	二级指标	三级指标	年度指标值	实际完成值	分值	得分	偏差原因分析及改进措施

        """;

    private const string Rows = """
        	产出指标	数量指标	维修路灯数	=200盏	=200盏	30	30
        			更换电缆长度	≥3公里	3.2公里	20	20
        	效益指标	社会效益指标	夜间照明投诉处理机制健全性	健全	健全	20	20
        	满意度指标	服务对象满意度指标	居民满意度	≥90%	95%	20	19	部分支路未改造
        总分						100	98.9
        """;

    public static TheoryData<string, string, string> Damage => new()
    {
        { "a row one column to the left", "\t\t\t更换电缆", "\t\t更换电缆" },
        { "a row one column to the right", "\t\t\t更换电缆", "\t\t\t\t更换电缆" },
        { "a name in the first column", "\t\t\t更换电缆长度\t", "更换电缆长度\t\t\t\t" },
        { "a blank column before the name", "服务对象满意度指标\t", "服务对象满意度指标\t\t" },
        { "a row cut, its values below", "\t\t\t更换电缆长度\t", "\t\t\t更换电\n\n\t\t\t缆长度\t" },
        { "a row cut, its values above", "更换电缆长度\t≥3公里\t3.2公里\t20\t20", "更换电\t≥3公里\t3.2公里\t20\t20\n- 3 -\n\t\t缆长度" },
        { "a row cut, its labels below", "\t效益指标\t社会效益指标\t夜间照明投诉处理机制健全性", "\t\t\t夜间照明投诉处\n\n效益指标\t社会效益指标\t理机制健全性" },
        { "a row cut, its explanation too", "居民满意度\t≥90%\t95%\t20\t19\t部分支路未改造", "居民满\t≥90%\t95%\t20\t19\t部分支路\n\n\t\t\t意度\t\t\t\t\t未改造" },
        { "the columns of the merged cells lost on the next page", "\t效益指标", "\n效益指标" },
        { "a label on a line of its own below the break", "\t效益指标\t社会效益指标\t", "\n\t\t社会效益指标\n\t效益指标\t\t" },
        { "a first-level label on a line of its own above the break", "\t效益指标\t社会效益指标\t", "效益指标\n\n\t\t社会效益指标\t" },
        { "a label cut in two", "\t效益指标\t社会效益指标\t夜间照明投诉处理机制健全性", "\t效益指标\t社会效益\t夜间照明投诉处\n\n\t\t指标\t理机制健全性" },
        { "the side label between the rows", "\t\t\t更换", "\n绩效指标\t\t\t更换" },
        { "the header row printed again", "\t效益指标", "\n绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施\n\t效益指标" },
        { "the title printed again", "\t效益指标", "\n财政项目支出绩效自评表\n(2023 年度)\n\t效益指标" },
        { "markup", "维修路灯数", "<p style=\"text-align: left;\">维修路灯数</p>" },
        { "a blank of a line wrap", "更换电缆长度", "更换 电缆长度" },
        { "the total row over several lines", "总分\t\t\t\t\t\t100\t98.9", "总分\n\n100\n\n98.9" },
        { "the total row without its label", "总分\t\t\t\t\t\t100\t98.9", "\t\t\t\t\t100\t98.9" },
        { "a first-level label at half height of its group", "\t产出指标\t数量指标\t维修路灯数\t=200盏\t=200盏\t30\t30\n\t\t\t", "\t\t数量指标\t维修路灯数\t=200盏\t=200盏\t30\t30\n\t产出指标\t\t" },
        { "a first-level label in the header row", "绩效指标\t一级指标", "产出指标\t一级指标" },
        { "a row of funds to the left", "\t其他资金\t0\t20\t20\t—", "其他资金\t0\t20\t20\t—" },
        { "a row of funds whose amounts slid", "\t其他资金\t0\t20\t20\t—", "\t其他资金\t\t0\t20\t20\t—" },
        { "the goals cut by a page break", "年度总体目标\t维修路灯\t\t\t已维修路灯", "年度总体目标\t维修\t\t\t已维修\n\n\t路灯\t\t\t路灯" },
        { "the goals' label over two rows", "\t预期目标\t\t\t实际完成情况\n年度总体目标\t", "年度\t预期目标\t\t\t实际完成情况\n总体目标\t" },
    };

    [Fact]
    public void A_dump_without_damage_is_read_field_by_field()
    {
        var form = Assert.Single(DumpRecoveryTests.Extract(Top + Rows));
        Assert.Equal(("财政项目支出绩效自评表", 2023, "路灯维修", "某市城管局", "某市路灯所", "万元"),
            (form.Title, form.Year!.Value, form.ProjectName!, form.Department!, form.ImplementingUnit!, form.Unit!));
        Assert.Equal(["年度资金总额", "其中：当年财政拨款", "其他资金"], form.Funds.Select(fund => fund.Label));
        Assert.Equal(["维修路灯数", "更换电缆长度", "夜间照明投诉处理机制健全性", "居民满意度"], form.Indicators.Select(row => row.Level3));
        Assert.Equal(["产出指标", "产出指标", "效益指标", "满意度指标"], form.Indicators.Select(row => row.Level1));
        Assert.Equal("部分支路未改造", form.Indicators[3].Deviation);
        Assert.Equal(("100", "98.9"), (form.Total!.Weight!.Text, form.Total.Score!.Text));
        Assert.Empty(form.Extra);
    }

    [Theory]
    [MemberData(nameof(Damage))]
    public void Damage_is_undone(string kind, string whole, string broken)
    {
        var text = Top + Rows;
        Assert.True(text.Contains(whole, StringComparison.Ordinal), kind);

        var form = Assert.Single(DumpRecoveryTests.Extract(text.Replace(whole, broken, StringComparison.Ordinal)));

        var expected = Assert.Single(DumpRecoveryTests.Extract(text));
        Assert.Equal(DumpRecoveryTests.Found(expected), DumpRecoveryTests.Found(form));
        Assert.Empty(form.Extra);
    }

    [Fact]
    public void Columns_keep_the_order_of_their_header_whatever_it_is()
    {
        const string Dump = """
            项目支出绩效自评表
            项目名称	路灯维修
            绩效指标	一级指标	二级指标	三级指标	分值	年度指标值(A)	全年实际值(B)	得分	未完成原因分析
            	产出指标	数量指标	维修路灯数	50	200	190	47.5	雨天多
            		质量指标	验收合格率	20	100%	100%	20

            产出指标	时效指标	完成日期	10	6月底前	6月20日	10
            			投诉处理机制	10	健全	健全	10
            满意度指标	服务对象满意度指标	居民满意度	10	≥90%	95%	10
            总分				100			97.5
            """;
        var form = Assert.Single(DumpRecoveryTests.Extract(Dump));
        Assert.Equal(["50", "20", "10", "10", "10"], form.Indicators.Select(row => row.Weight!.Text));
        Assert.Equal(["200", "100%", "6月底前", "健全", "≥90%"], form.Indicators.Select(row => row.Target!.Text));
        Assert.Equal(["190", "100%", "6月20日", "健全", "95%"], form.Indicators.Select(row => row.Actual!.Text));
        Assert.Equal(["47.5", "20", "10", "10", "10"], form.Indicators.Select(row => row.Score!.Text));
        Assert.Equal("雨天多", form.Indicators[0].Deviation);
        Assert.Equal(["数量指标", "质量指标", "时效指标", "时效指标", "服务对象满意度指标"], form.Indicators.Select(row => row.Level2));
    }

    /// <summary>What the source leaves open is not stated as sure.</summary>
    [Theory]
    [InlineData("a cut row", "\t\t\t更换电缆长度\t", "\t\t\t更换电\n\n\t\t\t缆长度\t", "/indicators/1/level3")]
    [InlineData("a label alone between two rows", "\t效益指标\t社会效益指标\t", "\n\t\t社会效益指标\n\t效益指标\t\t", "/indicators/2/level2")]
    [InlineData("a total without its label", "总分\t\t\t\t\t\t100\t98.9", "\t\t\t\t\t100\t98.9", "/total/score")]
    public void What_remains_open_is_to_be_reviewed(string kind, string whole, string broken, string pointer)
    {
        var form = Assert.Single(DumpRecoveryTests.Extract((Top + Rows).Replace(whole, broken, StringComparison.Ordinal)));
        var field = Assert.Single(form.Provenance, field => field.Pointer == pointer);
        Assert.True(field.Places.Any(place => place.Confidence < 0.99m), kind);
    }
}
