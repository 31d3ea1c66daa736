using System.Collections.Immutable;
using Extractor.Fixtures.Forms;

namespace Extractor.Fixtures.Layouts;

/// <summary>What the families have in common, drawn once for a document: how its publisher writes, its columns and where they stand.</summary>
/// <param name="Side">The label at the side of the indicators; null for none.</param>
/// <param name="EmptyPercent">How many of a hundred level-2 labels have a row that was left as the template has it.</param>
public sealed record Frame(Habit Habit, TitleStyle Title, string? Side, ImmutableArray<IndicatorColumn> Columns, ImmutableArray<int> Grid, int EmptyPercent)
{
    private const int MostColumns = 9;

    public bool Wide => Columns.Length + (Side is null ? 0 : 1) > MostColumns;

    public static Frame Draw(Chance chance, Habit habit, TitleStyle title, string? side, params ImmutableArray<IndicatorColumn> columns)
    {
        // Some publishers strike out what the template leaves empty.
        var empty = chance.Percent(25) ? "/" : "";
        columns = [.. columns.Select(column => column with { Empty = empty })];
        var widths = columns.Select(column => column.Width * chance.Between(85, 115) / 100).Prepend(52);
        return new Frame(habit, title, side, columns, Edges.Of(0, side is null ? widths.Skip(1) : widths), chance.Percent(40) ? chance.Pick([15, 30]) : 0);
    }

    public FormLayout Layout(PointPlan plan, Func<FormDraft, Chance, LaidForm> lay) => new(lay) { Habit = Habit, Plan = plan, Wide = Wide };

    public FormSheet Sheet(TitleText title)
    {
        var sheet = new FormSheet(Grid);
        if (title.Inside)
        {
            sheet.Head(title.Lines);
        }

        return sheet;
    }

    /// <summary>A label with the unit of its amounts: <c>项目资金（万元）</c>.</summary>
    public string WithUnit(string label) => label + Habit.Bracketed(Habit.Unit);

    /// <summary>A header with a letter, as formulas under the table use it: <c>全年预算数（A）</c>.</summary>
    public string Lettered(string header, string letters, bool letter) => letter ? header + Habit.Bracketed(letters) : header;

    public void Indicators(FormSheet sheet, FormDraft form, Chance chance, Func<Measure, Measure>? relabel = null)
    {
        var measures = relabel is null ? form.Measures : [.. form.Measures.Select(relabel)];
        sheet.Indicators(Side, Columns, Rows(measures, chance));
    }

    public void Total(FormSheet sheet, FormDraft form, string label, string? weight, string grade = "") =>
        sheet.Total(label, Side is not null, Columns, weight, Habit.BlankScores ? "" : form.TotalText ?? Habit.Score(form.TotalScore), grade);

    private ImmutableArray<IndicatorRow> Rows(ImmutableArray<Measure> measures, Chance chance)
    {
        var rows = ImmutableArray.CreateBuilder<IndicatorRow>();
        for (var i = 0; i < measures.Length; i++)
        {
            var measure = measures[i];
            rows.Add(new IndicatorRow(measure.Level1, measure.Level2, measure.Name, measure));
            var last = i + 1 == measures.Length || (measures[i + 1].Level1, measures[i + 1].Level2) != (measure.Level1, measure.Level2);
            if (last && chance.Percent(EmptyPercent))
            {
                rows.Add(new IndicatorRow(measure.Level1, measure.Level2, chance.Pick(["指标2：", "指标3：", "……", "…"]), null));
            }

            var lastOfLevel1 = i + 1 == measures.Length || measures[i + 1].Level1 != measure.Level1;
            if (lastOfLevel1 && chance.Percent(EmptyPercent) && Unused(measure.Level1, measures) is { } unused)
            {
                rows.Add(new IndicatorRow(measure.Level1, unused, chance.Pick(["指标1：", "指标1：", "", "无"]), null));
            }
        }

        return rows.ToImmutable();
    }

    /// <summary>A level-2 label of the template under which this form has no indicator.</summary>
    private static string? Unused(string level1, ImmutableArray<Measure> measures)
    {
        string[] labels = level1 switch
        {
            _ when level1.Contains("产出", StringComparison.Ordinal) => ["时效指标", "成本指标"],
            _ when level1.Contains("效益", StringComparison.Ordinal) => ["生态效益指标", "可持续影响指标"],
            _ => [],
        };
        return Array.Find(labels, label => !measures.Any(measure => measure.Level2.StartsWith(label, StringComparison.Ordinal)));
    }
}
