using System.Collections.Immutable;

namespace Extractor.Fixtures.Forms;

/// <summary>
/// One self-evaluation form: every value exactly as it is printed, and so the truth. What the layout has no place for is null;
/// what it leaves blank is empty.
/// </summary>
/// <param name="Title">The whole line.</param>
/// <param name="Planted">What was made wrong on purpose; empty for a form that adds up.</param>
public sealed record PrintedForm(
    string Title, string? Year, string? Unit,
    string? ProjectName, string? Department, string? ImplementingUnit,
    ImmutableArray<PrintedFund> Funds, string? Expected, string? Actual,
    ImmutableArray<PrintedIndicator> Indicators, string? TotalWeight, string? TotalScore,
    ImmutableArray<PlantedFault> Planted)
{
    /// <summary>What stands beside other labels.</summary>
    public ImmutableArray<PrintedExtra> Extra { get; init; } = [];

    /// <summary>The grade beside the total score; null where the layout has none.</summary>
    public string? Grade { get; init; }

    /// <summary>What stands in a field of the result, by its pointer; null where the layout has no place for it.</summary>
    public string? At(string pointer) => pointer.Split('/') switch
    {
        ["", "department"] => Department,
        ["", "goals", "expected"] => Expected,
        ["", "goals", "actual"] => Actual,
        ["", "total", "weight"] => TotalWeight,
        ["", "total", "score"] => TotalScore,
        ["", "grade"] => Grade,
        ["", "funds", var row, var field] when Row(row) < Funds.Length => field switch
        {
            "initialBudget" => Funds[Row(row)].InitialBudget,
            "annualBudget" => Funds[Row(row)].AnnualBudget,
            "executed" => Funds[Row(row)].Executed,
            "weight" => Funds[Row(row)].Weight,
            "rate" => Funds[Row(row)].Rate,
            "score" => Funds[Row(row)].Score,
            _ => null,
        },
        ["", "indicators", var row, var field] when Row(row) < Indicators.Length => field switch
        {
            "level1" => Indicators[Row(row)].Level1,
            "level3" => Indicators[Row(row)].Level3,
            "target" => Indicators[Row(row)].Target,
            "actual" => Indicators[Row(row)].Actual,
            "weight" => Indicators[Row(row)].Weight,
            "score" => Indicators[Row(row)].Score,
            "deviation" => Indicators[Row(row)].Deviation,
            _ => null,
        },
        _ => null,
    };

    private static int Row(string number) => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A row of the funds block as printed.</summary>
public sealed record PrintedFund(
    string Label, string? InitialBudget, string? AnnualBudget, string? Executed, string? Weight, string? Rate, string? Score);

/// <summary>A row of the indicator block as printed; merged labels are repeated.</summary>
public sealed record PrintedIndicator(
    string? Level1, string? Level2, string? Level3, string? Target, string? Actual, string? Weight, string? Score, string? Deviation);

/// <summary>A label that is no field of its own, and what stands beside it.</summary>
public sealed record PrintedExtra(string Label, string Text);

/// <summary>A fault made on purpose, and what an audit has to say of it.</summary>
/// <param name="Kind">What does not hold: one of the kinds of <see cref="Planting.Faults"/>.</param>
/// <param name="Pointer">The field of the result that is wrong, as a JSON Pointer relative to the form.</param>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="Severity">error, warning or info.</param>
/// <param name="Explanation">published or rounding; null for a hint that accuses nobody.</param>
public sealed record PlantedFault(string Kind, string Pointer, string Rule, string Severity, string? Explanation);
