using System.Collections.Immutable;

namespace Extractor.Fixtures.Forms;

/// <summary>One self-evaluation form: every value exactly as it is printed. It is both what is laid out and the truth.</summary>
/// <param name="YearLine">The line under the title, e.g. <c>（2022年度）</c>.</param>
/// <param name="UnitLabel">The label of the funds block with its unit, e.g. <c>项目资金（元）</c>.</param>
/// <param name="Planted">What was made wrong on purpose; empty for a form that adds up.</param>
public sealed record PrintedForm(
    string Title, string Year, string YearLine, string Unit, string UnitLabel,
    string ProjectName, string Department, string ImplementingUnit,
    ImmutableArray<PrintedFund> Funds, string Expected, string Actual,
    ImmutableArray<PrintedIndicator> Indicators, string TotalWeight, string TotalScore,
    ImmutableArray<PlantedFault> Planted);

/// <summary>A row of the funds block as printed.</summary>
public sealed record PrintedFund(
    string Label, string InitialBudget, string AnnualBudget, string Executed, string Weight, string Rate, string Score);

/// <summary>A row of the indicator block as printed; merged labels are repeated.</summary>
public sealed record PrintedIndicator(
    string Level1, string Level2, string Level3, string Target, string Actual, string Weight, string Score, string Deviation);

/// <summary>A fault made on purpose.</summary>
/// <param name="Kind">What does not hold: one of the kinds of <see cref="Faults"/>.</param>
/// <param name="Pointer">The field of the result that is wrong, as a JSON Pointer relative to the form.</param>
public sealed record PlantedFault(string Kind, string Pointer);
