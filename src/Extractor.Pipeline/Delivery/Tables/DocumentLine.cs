using System.Collections.Immutable;
using Extractor.Core.Auditing;
using Extractor.Core.Forms;
using Extractor.Core.Results;

namespace Extractor.Pipeline.Delivery.Tables;

/// <summary>A field of a form as the tables give it.</summary>
/// <param name="Value">The cleaned value; null where the text is none.</param>
/// <param name="Confidence">Null where nothing is printed.</param>
/// <param name="Status">Who stands for it.</param>
public sealed record FieldReading(string Text, decimal? Value, string? Comparator, string? Unit, decimal? Confidence, string Status);

/// <summary>A document, with what the tables want to know of it.</summary>
public sealed class DocumentLine
{
    public DocumentLine(DeliveredDocument document)
    {
        Document = document;
        Result = (document.Outcome as DeliveredResult)?.Read;
        Forms = [.. (Result?.Forms ?? []).Select((form, index) => new FormLine(this, form, index + 1))];
        Findings =
        [
            .. (Result?.Findings ?? []).Select(finding => ((FormLine?)null, finding))
                .Concat(Forms.SelectMany(form => form.Form.Findings.Select(finding => ((FormLine?)form, finding))))
                .Select((pair, index) => new FindingLine(this, pair.Item1, pair.finding, index + 1)),
        ];
    }

    public DeliveredDocument Document { get; }

    /// <summary>Null where it could not be read.</summary>
    public ResultFile? Result { get; }

    public ImmutableArray<FormLine> Forms { get; }

    public ImmutableArray<FindingLine> Findings { get; }

    public DeliveredRefusal? Refusal => Document.Outcome as DeliveredRefusal;

    public string Sha256 => Document.Sha256;

    public bool IsSuperseded => Document.SupersededBy is not null;

    /// <summary>Without folders, and without the archive that it lies in.</summary>
    public string? FileName => Result?.Document.FileName
        ?? (Document.Sightings is [var first, ..] ? first[(first.LastIndexOfAny(['/', '!']) + 1)..] : null);

    public int Count(Severity severity) => Findings.Count(line => line.Finding.Severity == severity);
}

/// <summary>A form of a document.</summary>
/// <param name="number">Its place in the document, from 1.</param>
public sealed class FormLine(DocumentLine document, ResultForm form, int number)
{
    private readonly Dictionary<string, FieldProvenance> _provenance = form.Provenance.ToDictionary(field => field.Pointer, StringComparer.Ordinal);
    private readonly HashSet<string> _review = [.. form.NeedsReview];

    public DocumentLine Document => document;

    public ResultForm Form => form;

    public int Number => number;

    public IEnumerable<FundLine> Funds => form.Funds.Select((row, index) => new FundLine(this, row, index));

    public IEnumerable<IndicatorLine> Indicators => form.Indicators.Select((row, index) => new IndicatorLine(this, row, index));

    public IEnumerable<ExtraLine> Extras => form.Extra.Select((cell, index) => new ExtraLine(this, cell, index));

    public IEnumerable<PlaceLine> Places =>
        form.Provenance.SelectMany(one => one.Places.Select((place, index) => new PlaceLine(this, one.Pointer, place, index + 1)));

    public int Count(Severity severity) => form.Findings.Count(finding => finding.Severity == severity);

    public FieldReading? Read(string pointer, string? text) => text is null ? null : Field(pointer, text, null, null, null);

    public FieldReading? Read(string pointer, NumberReading? reading) =>
        reading is null ? null : Field(pointer, reading.Text, reading.Value, null, null);

    public FieldReading? Read(string pointer, QuantityReading? reading) =>
        reading is null ? null : Field(pointer, reading.Text, reading.Value, reading.Comparator, reading.Unit);

    public bool NeedsReview(string pointer) => _review.Contains(pointer);

    /// <summary>
    /// The fields below a pointer that a person should look at, by the names of their columns, blanks between them; null
    /// where there are none.
    /// </summary>
    public string? ToReview(string prefix) => Join(form.NeedsReview
        .Where(pointer => pointer.StartsWith(prefix, StringComparison.Ordinal))
        .Select(pointer => ColumnName(pointer[prefix.Length..])));

    /// <summary>Those that stand in no row of another table.</summary>
    public string? ToReview() => Join(form.NeedsReview
        .Where(pointer => !RowBlocks.Any(block => pointer.StartsWith(block, StringComparison.Ordinal)))
        .Select(pointer => ColumnName(pointer[1..])));

    /// <summary>Where a field, or the first field of a row, stands; null where nothing is printed.</summary>
    public int? PageOf(string pointer)
    {
        if (_provenance.TryGetValue(pointer, out var own))
        {
            return FirstPage(own);
        }

        var below = pointer + "/";
        return form.Provenance.FirstOrDefault(field => field.Pointer.StartsWith(below, StringComparison.Ordinal)) is { } first ? FirstPage(first) : null;
    }

    private static readonly string[] RowBlocks = ["/funds/", "/indicators/", "/extra/"];

    private static int? FirstPage(FieldProvenance field) => field.Places is [var place, ..] ? place.Page : null;

    private static string? Join(IEnumerable<string> names) => string.Join(' ', names) is { Length: > 0 } joined ? joined : null;

    /// <summary>goals/expected: goals_expected; initialBudget: initial_budget.</summary>
    internal static string ColumnName(string pointer) =>
        string.Concat(pointer.Select(letter => letter == '/' ? "_" : char.IsAsciiLetterUpper(letter) ? "_" + char.ToLowerInvariant(letter) : letter.ToString()));

    /// <remarks>Decisions of people are not part of a delivered document yet: every field is as the machine read it.</remarks>
    private FieldReading Field(string pointer, string text, decimal? value, string? comparator, string? unit) =>
        new(text, value, comparator, unit, _provenance.GetValueOrDefault(pointer)?.LeastConfidence, "machine");
}

/// <summary>A row of the funds block.</summary>
/// <param name="Index">Its place in the form, from 0, as pointers count.</param>
public sealed record FundLine(FormLine Form, FundRow Row, int Index)
{
    public string Pointer => $"/funds/{Index}";

    public FieldReading? Read(string field, NumberReading? reading) => Form.Read($"{Pointer}/{field}", reading);
}

/// <summary>A row of the indicator block.</summary>
/// <param name="Index">Its place in the form, from 0, as pointers count.</param>
public sealed record IndicatorLine(FormLine Form, Indicator Row, int Index)
{
    public string Pointer => $"/indicators/{Index}";

    public FieldReading? Read(string field, NumberReading? reading) => Form.Read($"{Pointer}/{field}", reading);

    public FieldReading? Read(string field, QuantityReading? reading) => Form.Read($"{Pointer}/{field}", reading);

    public FieldReading? Read(string field, string? text) => Form.Read($"{Pointer}/{field}", text);
}

/// <summary>A labelled cell that no field claims.</summary>
/// <param name="Index">Its place in the form, from 0.</param>
public sealed record ExtraLine(FormLine Form, LabelledText Cell, int Index)
{
    /// <summary>The label as a part of a pointer (RFC 6901).</summary>
    public string Pointer => "/extra/" + Cell.Label.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}

/// <param name="Form">Null where it is about the document.</param>
/// <param name="Number">Its place in the document, from 1.</param>
public sealed record FindingLine(DocumentLine Document, FormLine? Form, Finding Finding, int Number)
{
    public int? Page => Form?.PageOf(Finding.Subject);
}

/// <summary>One place where a field is printed.</summary>
/// <param name="Part">From 1; a field that is joined over a page break has several.</param>
public sealed record PlaceLine(FormLine Form, string Pointer, Provenance Place, int Part);
