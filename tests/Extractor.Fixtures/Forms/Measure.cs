namespace Extractor.Fixtures.Forms;

/// <summary>How the target of an indicator is meant.</summary>
public enum Comparison { None, Equal, AtLeast, MoreThan, AtMost }

/// <summary>One indicator before it is written down: it has either numbers (with a unit) or words.</summary>
/// <param name="Reason">Why points were lost; null where none were.</param>
public sealed record Measure(
    string Level1, string Level2, string Name, Comparison Comparison,
    decimal? Target, decimal? Actual, string Unit, string TargetWords, string ActualWords,
    decimal Weight, decimal Score, string? Reason)
{
    /// <summary>Printed in place of the score; null for the score itself.</summary>
    public string? ScoreText { get; init; }

    public PrintedIndicator Print(Habit habit) => new(
        Level1, Level2, Name,
        Target is { } target ? Sign(habit, Comparison) + Number(target) + Unit : TargetWords,
        Actual is { } actual ? ActualSign(habit) + Number(actual) + Unit : ActualWords,
        Habit.Weight(Weight), ScoreText ?? habit.Score(Score), Reason ?? habit.NoDeviation);

    /// <summary>A repeated comparator would not be true of a value that misses its target; there it becomes an equals sign.</summary>
    private string ActualSign(Habit habit) =>
        !habit.RepeatComparator ? "" : Sign(habit, Reason is null ? Comparison : Comparison.Equal);

    private static string Sign(Habit habit, Comparison comparison) => comparison switch
    {
        Comparison.Equal => habit.Equal,
        Comparison.AtLeast => habit.AtLeast,
        Comparison.MoreThan => ">",
        Comparison.AtMost => habit.AtMost,
        _ => "",
    };

    private static string Number(decimal value) => value.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
