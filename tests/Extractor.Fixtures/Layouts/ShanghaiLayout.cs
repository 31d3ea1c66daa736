using Extractor.Fixtures.Forms;
using Extractor.Fixtures.Tables;

namespace Extractor.Fixtures.Layouts;

/// <summary>The standard layout (template <c>shanghai-2018</c>): heading rows, funds, goals, indicators, total.</summary>
public static class ShanghaiLayout
{
    public const string Template = "shanghai-2018";

    private static readonly string[] FundColumns = ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"];

    private static readonly string[] IndicatorColumns =
        ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"];

    public static FormLayout Draw(Chance chance)
    {
        var grid = ShanghaiGrid.Draw(chance);
        return new FormLayout((draft, _) =>
        {
            var form = draft.Print();
            var year = draft.Habit.YearLine(draft.Year);
            return new LaidForm(
                form, grid.TitleInside ? [] : [new(form.Title, HeadRole.Title), new(year, HeadRole.Centre)],
                Lay(form, year, draft.Habit.Bracketed(draft.Habit.Unit), grid));
        });
    }

    private static LogicalTable Lay(PrintedForm form, string year, string unit, ShanghaiGrid grid)
    {
        var table = new TableDraft();
        var row = 0;
        if (grid.TitleInside)
        {
            table.Place(row++, 1, 0, TableDraft.Width, form.Title, CellRole.Title);
            table.Place(row++, 1, 0, TableDraft.Width, year, CellRole.Caption);
        }

        var headerRows = Math.Max(1, row);
        row = Heading(table, form, grid, row);
        row = Funds(table, form, $"项目资金{unit}", grid, row);
        row = Goals(table, form, grid, row);
        row = Indicators(table, form, grid, row);
        Total(table, form, grid, row);
        return table.Build(headerRows);
    }

    private static int Heading(TableDraft table, PrintedForm form, ShanghaiGrid grid, int row)
    {
        var (label, middle, second) = (grid.Fund[1], grid.GoalMiddle, grid.Indicator[6]);
        table.Place(row, 1, 0, label, "项目名称", CellRole.Label);
        table.Place(row++, 1, label, TableDraft.Width, form.ProjectName, CellRole.Text);
        table.Place(row, 1, 0, label, "主管部门", CellRole.Label);
        table.Place(row, 1, label, middle, form.Department, CellRole.Text);
        table.Place(row, 1, middle, second, "实施单位", CellRole.Label);
        table.Place(row++, 1, second, TableDraft.Width, form.ImplementingUnit, CellRole.Text);
        return row;
    }

    private static int Funds(TableDraft table, PrintedForm form, string label, ShanghaiGrid grid, int row)
    {
        var edges = grid.Fund;
        table.Place(row, form.Funds.Length + 1, 0, edges[1], grid.BrokenLabels ? label.Insert(4, "\n") : label, CellRole.Label);
        table.Place(row, 1, edges[1], edges[2], "", CellRole.Label);
        Line(table, row++, edges.AsSpan()[2..], CellRole.Label, FundColumns);
        foreach (var fund in form.Funds)
        {
            table.Place(row, 1, edges[1], edges[2], fund.Label, CellRole.Label);
            Line(table, row++, edges.AsSpan()[2..], CellRole.Number,
                fund.InitialBudget, fund.AnnualBudget, fund.Executed, fund.Weight, fund.Rate, fund.Score);
        }

        return row;
    }

    private static int Goals(TableDraft table, PrintedForm form, ShanghaiGrid grid, int row)
    {
        var (label, middle) = (grid.Indicator[1], grid.GoalMiddle);
        table.Place(row, 2, 0, label, grid.BrokenLabels ? "年度\n总体\n目标" : "年度总体目标", CellRole.Block);
        table.Place(row, 1, label, middle, "预期目标", CellRole.Label);
        table.Place(row++, 1, middle, TableDraft.Width, "实际完成情况", CellRole.Label);
        table.Place(row, 1, label, middle, form.Expected, CellRole.Text);
        table.Place(row++, 1, middle, TableDraft.Width, form.Actual, CellRole.Text);
        return row;
    }

    private static int Indicators(TableDraft table, PrintedForm form, ShanghaiGrid grid, int row)
    {
        var edges = grid.Indicator;
        table.Place(row, form.Indicators.Length + 1, 0, edges[1], grid.BrokenLabels ? "绩效\n指标" : "绩效指标", CellRole.Block);
        Line(table, row++, edges.AsSpan()[1..], CellRole.Label, IndicatorColumns);
        Merge(table, form, row, edges[1], edges[2], i => i.Level1, i => i.Level1);
        Merge(table, form, row, edges[2], edges[3], i => i.Level1 + i.Level2, i => i.Level2);
        foreach (var indicator in form.Indicators)
        {
            table.Place(row, 1, edges[3], edges[4], indicator.Level3, CellRole.Text);
            Line(table, row, edges.AsSpan()[4..^1], CellRole.Number, indicator.Target, indicator.Actual, indicator.Weight, indicator.Score);
            table.Place(row++, 1, edges[8], edges[9], indicator.Deviation, CellRole.Text);
        }

        return row;
    }

    /// <summary>One cell for each run of rows with the same key.</summary>
    private static void Merge(
        TableDraft table, PrintedForm form, int row, int left, int right,
        Func<PrintedIndicator, string?> key, Func<PrintedIndicator, string?> label)
    {
        for (var i = 0; i < form.Indicators.Length;)
        {
            var run = form.Indicators.Skip(i).TakeWhile(other => key(other) == key(form.Indicators[i])).Count();
            table.Place(row + i, run, left, right, label(form.Indicators[i]), CellRole.Label);
            i += run;
        }
    }

    private static void Total(TableDraft table, PrintedForm form, ShanghaiGrid grid, int row)
    {
        var edges = grid.Indicator;
        table.Place(row, 1, 0, edges[6], "总分", CellRole.Label);
        Line(table, row, edges.AsSpan()[6..], CellRole.Number, form.TotalWeight, form.TotalScore, "");
    }

    private static void Line(TableDraft table, int row, ReadOnlySpan<int> edges, CellRole role, params ReadOnlySpan<string?> texts)
    {
        for (var i = 0; i < texts.Length; i++)
        {
            table.Place(row, 1, edges[i], edges[i + 1], texts[i], role);
        }
    }
}
