using System.Collections.Immutable;
using System.Globalization;
using Extractor.Fixtures.Forms;
using Extractor.Fixtures.Tables;

namespace Extractor.Fixtures.Layouts;

/// <summary>What a column of the indicator block says.</summary>
public enum IndicatorField { Level1, Level2, Level3, Target, Actual, Weight, Score, Deviation, Other }

/// <summary>A row of the indicator block before it is written down.</summary>
/// <param name="Measure">Null for a row that the publisher left as the template has it: only a name such as <c>指标2：</c>, or nothing.</param>
public sealed record IndicatorRow(string Level1, string Level2, string Name, Measure? Measure);

/// <summary>A column of the indicator block.</summary>
/// <param name="Text">What it says of an indicator; levels are merged over rows that share them.</param>
public sealed record IndicatorColumn(string Header, int Width, IndicatorField Field, Func<Measure, string> Text)
{
    /// <summary>A header over this column and its neighbours of the same group, or null.</summary>
    public string? Group { get; init; }

    /// <summary>What stands here in a row left as the template has it.</summary>
    public string Empty { get; init; } = "";

    public CellRole Role => Field is IndicatorField.Level3 or IndicatorField.Deviation || Width > 130 ? CellRole.Text : CellRole.Number;

    public static IndicatorColumn Level1(string header = "一级指标") => new(header, 62, IndicatorField.Level1, measure => measure.Level1);

    public static IndicatorColumn Level2(string header = "二级指标") => new(header, 85, IndicatorField.Level2, measure => measure.Level2);

    public static IndicatorColumn Level3(string header = "三级指标") => new(header, 200, IndicatorField.Level3, measure => measure.Name);

    public static ImmutableArray<IndicatorColumn> Levels() => [Level1(), Level2(), Level3()];

    public static IndicatorColumn Target(Habit habit, string header) => new(header, 110, IndicatorField.Target, measure => measure.Print(habit).Target!);

    public static IndicatorColumn Actual(Habit habit, string header) => new(header, 110, IndicatorField.Actual, measure => measure.Print(habit).Actual!);

    public static IndicatorColumn Weight(string header) => new(header, 56, IndicatorField.Weight, measure => Habit.Weight(measure.Weight));

    public static IndicatorColumn Score(Habit habit, string header) =>
        new(header, 62, IndicatorField.Score, measure => habit.BlankScores ? "" : measure.ScoreText ?? habit.Score(measure.Score));

    public static IndicatorColumn Deviation(Habit habit, string header) =>
        new(header, 120, IndicatorField.Deviation, measure => measure.Reason ?? habit.NoDeviation);

    public static IndicatorColumn Other(string header, int width, Func<Measure, string> text) => new(header, width, IndicatorField.Other, text);

    /// <summary>指标性质: the comparator, or that the target is a word.</summary>
    public static IndicatorColumn Nature(Habit habit, string header) => new(header, 58, IndicatorField.Target, measure => measure switch
    {
        { Target: null } => "定性",
        { Comparison: Comparison.AtLeast } => habit.AtLeast,
        { Comparison: Comparison.AtMost } => habit.AtMost,
        { Comparison: Comparison.MoreThan } => ">",
        _ => "=",
    });

    /// <summary>指标值 where comparator and unit stand in cells of their own.</summary>
    public static IndicatorColumn Value(string header) => new(header, 72, IndicatorField.Target, measure =>
        measure.Target is { } target ? Number(target) : measure.TargetWords);

    /// <summary>度量单位.</summary>
    public static IndicatorColumn Unit(string header, string wordsUnit) => new(header, 60, IndicatorField.Target, measure =>
        measure.Target is null ? wordsUnit : measure.Unit);

    /// <summary>The actual value beside a target in three cells: with or without its unit.</summary>
    public static IndicatorColumn BareActual(string header, bool withUnit) => new(header, 85, IndicatorField.Actual, measure =>
        measure.Actual is { } actual ? Number(actual) + (withUnit || measure.Unit == "%" ? measure.Unit : "") : measure.ActualWords);

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
