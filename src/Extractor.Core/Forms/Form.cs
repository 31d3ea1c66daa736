using System.Collections.Immutable;

namespace Extractor.Core.Forms;

/// <summary>A number as printed and as read.</summary>
/// <param name="Text">The printed text, line-wrap white space removed; empty for an empty cell.</param>
/// <param name="Value">The exact decimal, a rate as a fraction of one; null where the text is no number.</param>
public sealed record NumberReading(string Text, decimal? Value);

/// <summary>A target or an actual value as printed and as read.</summary>
/// <param name="Text">The printed text, line-wrap white space removed.</param>
/// <param name="Comparator">One of = &gt; ≥ &lt; ≤ however it was printed, or null.</param>
/// <param name="Value">The exact decimal as printed before the unit (90 for 90%), or null for a text.</param>
/// <param name="Unit">What follows the number, or null.</param>
public sealed record QuantityReading(string Text, string? Comparator, decimal? Value, string? Unit);

/// <summary>One row of the funds block. A column that the layout does not have is null.</summary>
/// <param name="Kind">total, fiscal, carryover, other or unknown.</param>
public sealed record FundRow(
    string Kind, string Label,
    NumberReading? InitialBudget, NumberReading? AnnualBudget, NumberReading? Executed,
    NumberReading? Weight, NumberReading? Rate, NumberReading? Score);

public sealed record Goals(string? Expected, string? Actual);

/// <summary>One row of the indicator block. A merged label is repeated in each row that it covers.</summary>
/// <param name="Weight">The points that can be had.</param>
/// <param name="Score">The points that were given.</param>
/// <param name="Deviation">偏差原因分析及改进措施.</param>
public sealed record Indicator(
    string? Level1, string? Level2, string? Level3,
    QuantityReading? Target, QuantityReading? Actual,
    NumberReading? Weight, NumberReading? Score, string? Deviation);

public sealed record Total(NumberReading? Weight, NumberReading? Score);

/// <summary>Where a field's text, or a part of it, stands, and how sure we are of it.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Box">Left, top, right, bottom in page space, points, two decimals.</param>
/// <param name="Origin">text, ppocr, tesseract or joined: what read it.</param>
/// <param name="Confidence">The probability that the text is right.</param>
public sealed record Provenance(int Page, ImmutableArray<decimal> Box, string Origin, decimal Confidence)
{
    /// <summary>What the text here may be instead, the likeliest first; only where a recogniser read it and was in doubt.</summary>
    public ImmutableArray<string> Alternatives { get; init; } = [];

    /// <summary>What the document's text layer says here, where it was read from the picture and that says something else; null elsewhere.</summary>
    public string? TextLayer { get; init; }
}

/// <summary>All the places of one field's text: several where it was joined over a page break.</summary>
/// <param name="Pointer">RFC 6901, relative to the form: <c>/funds/0/executed</c>.</param>
public sealed record FieldProvenance(string Pointer, ImmutableArray<Provenance> Places)
{
    /// <summary>A field is as sure as its least sure place; one that stands nowhere is not sure at all.</summary>
    public decimal LeastConfidence => Places is [var only] ? only.Confidence : Places.Select(place => place.Confidence).DefaultIfEmpty(0).Min();
}

/// <summary>A labelled cell that no field claims.</summary>
public sealed record LabelledText(string Label, string Text)
{
    /// <summary>Between the two labels of a cell, of its column and of its row.</summary>
    public const string Separator = " · ";
}

/// <summary>What the running text outside tables says that forms can be held against: a paragraph with a score, a rate, an amount or a number of projects.</summary>
/// <param name="Text">As printed, line-wrap white space removed; the line over the paragraph before a line feed.</param>
public sealed record Passage(string Text, Provenance Place)
{
    /// <summary>JSON Pointer relative to the result file.</summary>
    public static string Pointer(int index) => FormattableString.Invariant($"/passages/{index}");
}

/// <summary>One self-evaluation form of one project: every value as printed, with where it was printed.</summary>
/// <param name="Id">The first 12 digits of the document's SHA-256, a dash, and the form's place in the document from 1.</param>
/// <param name="Template">The id of the form template that matched.</param>
/// <param name="Unit">The unit of the funds block as printed (元, 万元), or null.</param>
/// <param name="Extra">In printed order; labels are unique.</param>
/// <param name="Provenance">In the order of the fields; every field that carries text has an entry.</param>
public sealed record Form(
    string Id, string Template, string Title, int? Year, ImmutableArray<int> Pages,
    string? ProjectName, string? Department, string? ImplementingUnit, string? Unit,
    ImmutableArray<FundRow> Funds, Goals? Goals, ImmutableArray<Indicator> Indicators, Total? Total,
    ImmutableArray<LabelledText> Extra, ImmutableArray<FieldProvenance> Provenance)
{
    /// <summary>The points for execution that the header of the funds block announces: 预算执行率（10分）; null where it announces none.</summary>
    public NumberReading? ExecutionPoints { get; init; }
}
