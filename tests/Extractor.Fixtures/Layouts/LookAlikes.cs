using System.Collections.Immutable;
using System.Globalization;
using Extractor.Fixtures.Documents;
using Extractor.Fixtures.Forms;
using Extractor.Fixtures.Layouts.Families;
using Extractor.Fixtures.Tables;
using Extractor.Fixtures.Texts;

namespace Extractor.Fixtures.Layouts;

/// <summary>Documents of tables that are published beside forms, or look like them, and are none.</summary>
public static class LookAlikes
{
    private static readonly ImmutableArray<Func<Chance, (string Title, LogicalTable Table)>> Kinds =
        [Declaration, Blank, Indices, Accounts, List, chance => (chance.Pick(Vocabulary.Phrases.BudgetTitles), OtherTables.Budget(chance))];

    public static ImmutableArray<Block> Draw(Chance chance, int count)
    {
        var first = chance.Between(0, Kinds.Length - 1);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var newPages = chance.Percent(40);
        for (var i = 0; i < count; i++)
        {
            var own = chance.Fork("table", i);
            var (title, table) = Kinds[(first + i) % Kinds.Length](own);
            if (i > 0)
            {
                blocks.Add(newPages ? new NewPage() : new Gap(own.Between(10, 200)));
            }

            blocks.Add(new TitleLines([new(title, HeadRole.Title), new($"（{own.Between(2018, 2025)}年度）", HeadRole.Centre)]));
            blocks.Add(new TableBlock(table));
            if (own.Percent(40))
            {
                blocks.Add(new Paragraph(own.Pick(Vocabulary.Phrases.Paragraphs)));
            }
        }

        return blocks.ToImmutable();
    }

    /// <summary>What a project aims at, in the layout of a form, before it has begun.</summary>
    private static (string, LogicalTable) Declaration(Chance chance)
    {
        var form = Form(chance, Habit.Anywhere(chance.Fork("habit")), null);
        return (chance.Pick(Vocabulary.Phrases.Declarations), OtherTables.GoalDeclaration(form.Print(), "项目资金" + form.Habit.Bracketed(form.Habit.Unit)));
    }

    /// <summary>A form that nobody has filled in: labels, and names such as 指标1：, alone.</summary>
    private static (string, LogicalTable) Blank(Chance chance)
    {
        var layout = chance.Pick(FormFamily.All[1..]).Draw(chance.Fork("layout"));
        var form = layout.Lay(Form(chance, layout.Habit!, layout.Plan), chance.Fork("lay"));
        var names = form.Form.Indicators.Select(indicator => indicator.Level3!).ToList();
        return (form.Form.Title, form.Table with
        {
            Cells = [.. form.Table.Cells.Select(cell => cell with
            {
                Text = names.IndexOf(cell.Text) is >= 0 and var i ? $"指标{i + 1}："
                    : cell.Role is CellRole.Text or CellRole.Number ? cell.Text.StartsWith('□') || cell.Text.StartsWith('☑') ? cell.Text.Replace('☑', '□').Replace("√", "", StringComparison.Ordinal) : ""
                    : cell.Text,
            })],
        });
    }

    /// <summary>What projects are judged by: points and standards, and nobody judged.</summary>
    private static (string, LogicalTable) Indices(Chance chance)
    {
        var form = Form(chance, Habit.Anywhere(chance.Fork("habit")), new PointPlan(0, 60, 30, 10));
        var scored = chance.Percent(25);
        var frame = Frame.Draw(
            chance, form.Habit, TitleStyle.Draw(chance, ""), null,
            [
                .. IndicatorColumn.Levels(), IndicatorColumn.Weight("分值"),
                IndicatorColumn.Other("指标解释", 180, m => Vocabulary.Phrases.Meanings[m.Name.Length % Vocabulary.Phrases.Meanings.Length]),
                IndicatorColumn.Other("评价标准", 200, m => Vocabulary.Phrases.Standards[m.Name.Length % Vocabulary.Phrases.Standards.Length]),
                .. scored ? [IndicatorColumn.Score(form.Habit, "得分")] : Array.Empty<IndicatorColumn>(),
            ]);
        var sheet = new FormSheet(frame.Grid);
        frame.Indicators(sheet, form, chance);
        return (chance.Pick(Vocabulary.Phrases.IndexTitles), sheet.Build(new TitleText("", "", [], false)).Table);
    }

    /// <summary>Income beside expenditure, each with line numbers.</summary>
    private static (string, LogicalTable) Accounts(Chance chance)
    {
        int[] edges = [0, 230, 290, 500, 730, 790, TableDraft.Width];
        var table = new TableDraft().Place(0, 1, 0, edges[3], "收入", CellRole.Label).Place(0, 1, edges[3], TableDraft.Width, "支出", CellRole.Label);
        var items = chance.Sample(Vocabulary.Phrases.BudgetItems, chance.Between(6, 14));
        string[] income = ["一、一般公共预算财政拨款收入", "二、政府性基金预算财政拨款收入", "三、上级补助收入", "四、事业收入", "五、其他收入"];
        string[][] rows =
        [
            ["项目", "行次", "决算数", "项目", "行次", "决算数"],
            .. items.Select((item, i) => new[]
            {
                i < income.Length ? income[i] : "", $"{i + 1}", i < income.Length ? Amount() : "", item, $"{i + items.Count + 1}", Amount(),
            }),
            ["本年收入合计", $"{(items.Count * 2) + 1}", Amount(), "本年支出合计", $"{(items.Count * 2) + 2}", Amount()],
        ];
        Fill(table, 1, edges, rows);
        return (chance.Pick(Vocabulary.Phrases.AccountTitles), table.Build(2));

        string Amount() => (chance.Between(0, 999_999_99) / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture);
    }

    /// <summary>One row a project, with its budget, its rate and perhaps its score: a list of forms, not a form.</summary>
    private static (string, LogicalTable) List(Chance chance)
    {
        var habit = Habit.Anywhere(chance.Fork("habit")) with { Rates = RateStyle.Percent };
        var forms = Enumerable.Range(0, chance.Between(4, 12)).Select(i => Form(chance.Fork("row", i), habit, null)).ToList();
        string[][] rows =
        [
            ["序号", "项目名称", "全年预算数", "全年执行数", "执行率", "自评得分"],
            .. forms.Select((form, i) => new[]
            {
                $"{i + 1}", form.ProjectName, habit.Amount(form.Money.Annual.Total, habit.Parts), habit.Amount(form.Money.Executed.Total, habit.Parts),
                habit.Rate(form.Rate), habit.Score(form.TotalScore),
            }),
        ];
        var table = new TableDraft();
        Fill(table, 0, [0, 70, 420, 580, 740, 870, TableDraft.Width], rows);
        return (chance.Pick(Vocabulary.Phrases.ListTitles), table.Build(1));
    }

    private static void Fill(TableDraft table, int row, int[] edges, string[][] rows)
    {
        foreach (var texts in rows)
        {
            for (var i = 0; i < texts.Length; i++)
            {
                table.Place(row, 1, edges[i], edges[i + 1], texts[i], CellRole.Number);
            }

            row++;
        }
    }

    private static FormDraft Form(Chance chance, Habit habit, PointPlan? plan) =>
        FormDraft.Draw(chance.Fork("form"), habit, chance.Pick(Vocabulary.Places), 2022, chance.Between(5, 10), false, plan);
}
