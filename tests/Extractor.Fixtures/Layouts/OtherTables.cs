using System.Globalization;
using Extractor.Fixtures.Forms;
using Extractor.Fixtures.Tables;
using Extractor.Fixtures.Texts;

namespace Extractor.Fixtures.Layouts;

/// <summary>Tables that stand beside forms in published documents and are none.</summary>
public static class OtherTables
{
    /// <summary>A budget table: item, three amounts; the first row is their sum.</summary>
    public static LogicalTable Budget(Chance chance)
    {
        var items = chance.Sample(Vocabulary.Phrases.BudgetItems, chance.Between(4, 14));
        var amounts = items.Select(_ => (Basic: chance.Between(0, 99_999_99) / 100m, Project: chance.Between(0, 999_999_99) / 100m)).ToList();
        int[] edges = [0, 400, 600, 800, TableDraft.Width];
        var table = new TableDraft();
        Place(0, CellRole.Label, "项目", "合计", "基本支出", "项目支出");
        Place(1, CellRole.Number, "合计", Text(amounts.Sum(a => a.Basic + a.Project)), Text(amounts.Sum(a => a.Basic)), Text(amounts.Sum(a => a.Project)));
        for (var i = 0; i < items.Count; i++)
        {
            Place(i + 2, CellRole.Number, items[i], Text(amounts[i].Basic + amounts[i].Project), Text(amounts[i].Basic), Text(amounts[i].Project));
        }

        return table.Build(1);

        void Place(int row, CellRole role, params string[] texts)
        {
            for (var i = 0; i < texts.Length; i++)
            {
                table.Place(row, 1, edges[i], edges[i + 1], texts[i], i == 0 ? CellRole.Text : role);
            }
        }
    }

    /// <summary>A declaration of targets: it looks like a form, but nothing was carried out and nothing is scored yet.</summary>
    /// <param name="unit">The label of the amount.</param>
    public static LogicalTable GoalDeclaration(PrintedForm form, string unit)
    {
        const int Label = 130, Level2 = 300, Level3 = 480, Value = 800;
        var table = new TableDraft();
        var row = 0;
        table.Place(row, 1, 0, Label, "项目名称", CellRole.Label).Place(row++, 1, Label, TableDraft.Width, form.ProjectName, CellRole.Text);
        table.Place(row, 1, 0, Label, "主管部门", CellRole.Label).Place(row, 1, Label, Level3, form.Department, CellRole.Text);
        table.Place(row, 1, Level3, Value, "实施单位", CellRole.Label).Place(row++, 1, Value, TableDraft.Width, form.ImplementingUnit, CellRole.Text);
        table.Place(row, 1, 0, Label, unit, CellRole.Label).Place(row++, 1, Label, TableDraft.Width, form.Funds[0].AnnualBudget, CellRole.Number);
        table.Place(row, 1, 0, Label, "年度目标", CellRole.Label).Place(row++, 1, Label, TableDraft.Width, form.Expected, CellRole.Text);
        table.Place(row, 1, 0, Label, "一级指标", CellRole.Label).Place(row, 1, Label, Level2, "二级指标", CellRole.Label);
        table.Place(row, 1, Level2, Value, "三级指标", CellRole.Label).Place(row++, 1, Value, TableDraft.Width, "指标值", CellRole.Label);
        foreach (var indicator in form.Indicators)
        {
            table.Place(row, 1, 0, Label, indicator.Level1, CellRole.Label).Place(row, 1, Label, Level2, indicator.Level2, CellRole.Label);
            table.Place(row, 1, Level2, Value, indicator.Level3, CellRole.Text).Place(row++, 1, Value, TableDraft.Width, indicator.Target, CellRole.Number);
        }

        return table.Build(1);
    }

    private static string Text(decimal amount) => amount.ToString("#,##0.00", CultureInfo.InvariantCulture);
}
