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
}

/// <summary>A row of the funds block as printed.</summary>
public sealed record PrintedFund(
    string Label, string? InitialBudget, string? AnnualBudget, string? Executed, string? Weight, string? Rate, string? Score);

/// <summary>A row of the indicator block as printed; merged labels are repeated.</summary>
public sealed record PrintedIndicator(
    string? Level1, string? Level2, string? Level3, string? Target, string? Actual, string? Weight, string? Score, string? Deviation);

/// <summary>A label that is no field of its own, and what stands beside it.</summary>
public sealed record PrintedExtra(string Label, string Text);

/// <summary>A fault made on purpose.</summary>
/// <param name="Kind">What does not hold: one of the kinds of <see cref="Faults"/>.</param>
/// <param name="Pointer">The field of the result that is wrong, as a JSON Pointer relative to the form.</param>
public sealed record PlantedFault(string Kind, string Pointer);
