using System.Collections.Immutable;
using System.Text.Json;
using Extractor.Core.Auditing;
using Extractor.Core.Forms;
using Extractor.Core.Normalization;
using Extractor.Core.Pages;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Results;

/// <summary>
/// Reads what <see cref="ResultWriter"/> writes. Every member must be there and of its kind; members that a later
/// version adds are passed over.
/// </summary>
internal static class ResultReader
{
    public static ResultFile ResultFile(JsonElement file) => new(
        Text(file, "schemaVersion"),
        Document(Member(file, "document")),
        Producer(Member(file, "producer")),
        Items(file, "pages", Page),
        Items(file, "unread", Unread),
        Items(file, "forms", Form),
        Items(file, "findings", Finding))
    {
        Refused = file.TryGetProperty("refused", out _) ? Items(file, "refused", Refused) : [],
        Passages = file.TryGetProperty("passages", out _) ? Items(file, "passages", Passage) : [],
    };

    public static TableList TableList(JsonElement list) => new(Items(list, "tables", Table), Items(list, "unread", Unread));

    public static ImmutableArray<ResultUnread> UnreadPages(JsonElement unread) => [.. unread.EnumerateArray().Select(Unread)];

    private static ResultDocument Document(JsonElement document) => new(
        Text(document, "fileName"), Text(document, "sha256"), Number(document, "pageCount"), Text(document, "mediaType"),
        Items(document, "remarks", Text));

    private static Producer Producer(JsonElement producer) => new(
        Text(producer, "name"), Text(producer, "version"), Text(producer, "pdfEngine"), OptionalText(producer, "ocrEngine"));

    private static ResultPage Page(JsonElement page) => new(
        Number(page, "number"), Decimal(page, "width"), Decimal(page, "height"),
        (PageOrigin)Word(page, "origin", ResultWords.Origins), Number(page, "rotation"), Decimal(page, "skew"))
    {
        Printed = page.TryGetProperty("printed", out _) ? Optional(page, "printed", PageNumber) : null,
    };

    private static PageNumber PageNumber(JsonElement printed) => new(Text(printed, "text"), Number(printed, "number"), OptionalNumber(printed, "of"));

    private static Passage Passage(JsonElement passage) => new(Text(passage, "text"), Place(Member(passage, "place")));

    private static ResultUnread Unread(JsonElement unread) => new(
        Number(unread, "page"), (UnreadReason)Word(unread, "reason", ResultWords.UnreadReasons), Text(unread, "detail"));

    private static ResultRefused Refused(JsonElement refused) => new(
        Numbers(refused, "pages"), Text(refused, "title"), (RefusalReason)Word(refused, "reason", ResultWords.RefusalReasons),
        Text(refused, "message"), Text(refused, "messageEn"));

    private static ResultForm Form(JsonElement form) => new(
        Text(form, "id"), Text(form, "template"), Text(form, "title"), OptionalNumber(form, "year"), Numbers(form, "pages"),
        OptionalText(form, "projectName"), OptionalText(form, "department"), OptionalText(form, "implementingUnit"),
        OptionalText(form, "unit"), Items(form, "funds", FundRow), Optional(form, "goals", Goals),
        Items(form, "indicators", Indicator), Optional(form, "total", Total), Members(form, "extra", Extra),
        Members(form, "provenance", FieldProvenance), Items(form, "needsReview", Text), Items(form, "findings", Finding))
    {
        // Versions that did not tell them.
        ExecutionPoints = form.TryGetProperty("executionPoints", out _) ? Optional(form, "executionPoints", NumberReading) : null,
        Profile = form.TryGetProperty("profile", out _)
            ? Optional(form, "profile", profile => new ResultProfile(Text(profile, "id"), Text(profile, "reason"), Text(profile, "reasonEn")))
            : null,
    };

    private static FundRow FundRow(JsonElement row) => new(
        Text(row, "kind"), Text(row, "label"),
        Optional(row, "initialBudget", NumberReading), Optional(row, "annualBudget", NumberReading),
        Optional(row, "executed", NumberReading), Optional(row, "weight", NumberReading),
        Optional(row, "rate", NumberReading), Optional(row, "score", NumberReading));

    private static Goals Goals(JsonElement goals) => new(OptionalText(goals, "expected"), OptionalText(goals, "actual"));

    private static Indicator Indicator(JsonElement indicator) => new(
        OptionalText(indicator, "level1"), OptionalText(indicator, "level2"), OptionalText(indicator, "level3"),
        Optional(indicator, "target", QuantityReading), Optional(indicator, "actual", QuantityReading),
        Optional(indicator, "weight", NumberReading), Optional(indicator, "score", NumberReading),
        OptionalText(indicator, "deviation"));

    private static Total Total(JsonElement total) => new(
        Optional(total, "weight", NumberReading), Optional(total, "score", NumberReading));

    private static NumberReading NumberReading(JsonElement reading) => new(Text(reading, "text"), OptionalDecimal(reading, "value"));

    private static QuantityReading QuantityReading(JsonElement reading) => new(
        Text(reading, "text"), OptionalText(reading, "comparator"), OptionalDecimal(reading, "value"), OptionalText(reading, "unit"));

    private static LabelledText Extra(JsonProperty cell) => new(cell.Name, Text(cell.Value));

    private static FieldProvenance FieldProvenance(JsonProperty field) => new(
        field.Name, field.Value.ValueKind == JsonValueKind.Array ? Items(field.Value, Place) : [Place(field.Value)]);

    private static Provenance Place(JsonElement place) => new(
        Number(place, "page"), Box(place), Text(place, "origin"), Decimal(place, "confidence"))
    {
        Alternatives = place.TryGetProperty("alternatives", out var others) ? Items(others, Text) : [],
        TextLayer = place.TryGetProperty("textLayer", out var layer) ? Text(layer) : null,
    };

    private static Finding Finding(JsonElement finding) => new(
        Text(finding, "rule"), (Severity)Word(finding, "severity", ResultWords.Severities), Text(finding, "subject"),
        Text(finding, "message"), Text(finding, "messageEn"), OptionalText(finding, "stated"), OptionalText(finding, "computed"),
        Items(finding, "evidence", Text),
        IsNull(finding, "explanation") ? null : (Explanation)Word(finding, "explanation", ResultWords.Explanations))
    {
        // Versions that did not tell them.
        Version = finding.TryGetProperty("version", out _) ? Number(finding, "version") : 1,
        Profile = finding.TryGetProperty("profile", out _) ? OptionalText(finding, "profile") : null,
        Relation = finding.TryGetProperty("relation", out _) ? Optional(finding, "relation", Relation) : null,
    };

    private static Relation Relation(JsonElement relation) => new(
        (Outcome)Word(relation, "outcome", ResultWords.Outcomes),
        IsNull(relation, "rounding") ? null : (Habit)Word(relation, "rounding", ResultWords.Habits),
        OptionalText(relation, "difference"),
        Optional(relation, "allowed", allowed => new AllowedRange(Text(allowed, "low"), Text(allowed, "high"))),
        Items(relation, "terms", term => new Term(Text(term, "pointer"), Decimal(term, "value"))));

    private static ResultTable Table(JsonElement table) => new(
        Numbers(table, "pages"), Number(table, "rowCount"), Number(table, "columnCount"), Items(table, "cells", Cell),
        Items(table, "joins", Join));

    private static ResultJoin Join(JsonElement join) => new(
        Number(join, "upperPage"), Number(join, "lowerPage"), Number(join, "row"), Truth(Member(join, "rowCut")),
        Number(join, "repeatedRows"), Decimal(join, "confidence"),
        Items(join, "evidence", evidence => new ResultEvidence(Text(evidence, "observation"), Decimal(evidence, "weight"))));

    private static ResultCell Cell(JsonElement cell) => new(
        Number(cell, "row"), Number(cell, "column"), Number(cell, "rowSpan"), Number(cell, "columnSpan"), Text(cell, "text"),
        Items(cell, "provenance", place => new CellPlace(Number(place, "page"), Box(place))));

    // Members by name and kind.

    private static JsonElement Member(JsonElement parent, string name) =>
        Expect(parent, JsonValueKind.Object).TryGetProperty(name, out var member) ? member : throw new JsonException($"\"{name}\" is missing.");

    private static bool IsNull(JsonElement parent, string name) => Member(parent, name).ValueKind == JsonValueKind.Null;

    private static string Text(JsonElement parent, string name) => Named(name, Member(parent, name), Text);

    private static string? OptionalText(JsonElement parent, string name) => IsNull(parent, name) ? null : Text(parent, name);

    private static T? Optional<T>(JsonElement parent, string name, Func<JsonElement, T> read)
        where T : class => IsNull(parent, name) ? null : Named(name, Member(parent, name), read);

    private static int Number(JsonElement parent, string name) => WholeNumber(Member(parent, name), name);

    private static int? OptionalNumber(JsonElement parent, string name) => IsNull(parent, name) ? null : Number(parent, name);

    private static decimal Decimal(JsonElement parent, string name) => ExactNumber(Member(parent, name), name);

    private static decimal? OptionalDecimal(JsonElement parent, string name) => IsNull(parent, name) ? null : Decimal(parent, name);

    private static int Word(JsonElement parent, string name, string[] words) =>
        Array.IndexOf(words, Text(parent, name)) is >= 0 and var index ? index : throw new JsonException($"\"{name}\" is none of {string.Join(", ", words)}.");

    private static ImmutableArray<T> Items<T>(JsonElement parent, string name, Func<JsonElement, T> read)
        where T : class => Named(name, Member(parent, name), array => Items(array, read));

    private static ImmutableArray<int> Numbers(JsonElement parent, string name)
    {
        var numbers = ImmutableArray.CreateBuilder<int>();
        foreach (var number in Expect(Member(parent, name), JsonValueKind.Array).EnumerateArray())
        {
            numbers.Add(WholeNumber(number, name));
        }

        return numbers.ToImmutable();
    }

    private static ImmutableArray<decimal> Box(JsonElement parent)
    {
        var sides = ImmutableArray.CreateBuilder<decimal>(4);
        foreach (var side in Expect(Member(parent, "box"), JsonValueKind.Array).EnumerateArray())
        {
            sides.Add(ExactNumber(side, "box"));
        }

        return sides.ToImmutable();
    }

    private static ImmutableArray<T> Members<T>(JsonElement parent, string name, Func<JsonProperty, T> read)
        where T : class
    {
        var members = ImmutableArray.CreateBuilder<T>();
        foreach (var member in Expect(Member(parent, name), JsonValueKind.Object).EnumerateObject())
        {
            members.Add(read(member));
        }

        return members.ToImmutable();
    }

    // Values of a kind.

    private static ImmutableArray<T> Items<T>(JsonElement array, Func<JsonElement, T> read)
        where T : class
    {
        var items = ImmutableArray.CreateBuilder<T>();
        foreach (var item in Expect(array, JsonValueKind.Array).EnumerateArray())
        {
            items.Add(read(item));
        }

        return items.ToImmutable();
    }

    private static bool Truth(JsonElement value) =>
        value.ValueKind == JsonValueKind.True || Expect(value, JsonValueKind.False).GetBoolean();

    private static string Text(JsonElement value) => Expect(value, JsonValueKind.String).GetString()!;

    private static int WholeNumber(JsonElement value, string name) =>
        Expect(value, JsonValueKind.Number).TryGetInt32(out var number) ? number : throw new JsonException($"\"{name}\" is no whole number.");

    private static decimal ExactNumber(JsonElement value, string name) =>
        Expect(value, JsonValueKind.Number).TryGetDecimal(out var number) ? number : throw new JsonException($"\"{name}\" has too many digits.");

    private static JsonElement Expect(JsonElement value, JsonValueKind kind) =>
        value.ValueKind == kind ? value : throw new JsonException($"{kind} is expected where there is {value.ValueKind}.");

    /// <summary>Says of a fault inside a member where it is.</summary>
    private static T Named<T>(string name, JsonElement value, Func<JsonElement, T> read)
    {
        try
        {
            return read(value);
        }
        catch (JsonException fault)
        {
            throw new JsonException($"{name}: {fault.Message}");
        }
    }
}
