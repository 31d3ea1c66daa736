using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Extractor.Acceptance;

namespace Extractor.Benchmarks;

/// <summary>A form that a document states, and what was read of it.</summary>
/// <param name="Rows">Indicators stated.</param>
/// <param name="MoreRows">For each block, the rows that the form does not say.</param>
/// <param name="Extras">Other labels with a text, as stated; <paramref name="Lost"/> are those of them that were not kept.</param>
internal sealed record FormOutcome(
    bool Found, ImmutableArray<FieldOutcome> Fields, int Rows, ImmutableArray<(string Block, int Count)> MoreRows,
    ImmutableArray<(string Label, string Text)> Extras, ImmutableArray<(string Label, string Text)> Lost)
{
    public IEnumerable<FieldOutcome> Wrong => Fields.Where(stated => !stated.IsRight);

    /// <summary>Indicators with every field right.</summary>
    public int Whole => !Found ? 0 : Rows - Wrong.Select(wrong => wrong.Indicator).OfType<string>().Distinct().Count();

    /// <summary>The forms that a document states, in order, each with the one read for it; and how many it does not state.</summary>
    public static (ImmutableArray<FormOutcome> Forms, int Invented) Of(ImmutableArray<JsonElement> truths, ImmutableArray<JsonElement> results)
    {
        var places = Alignment.Of([.. truths.Select(Key)], [.. results.Select(Key)]);
        return (
            [.. truths.Select((truth, i) => places[i] < 0 ? Missed(truth) : Of(truth, results[places[i]]))],
            results.Length - places.Count(place => place >= 0));
    }

    private static FormOutcome Missed(JsonElement truth) => new(
        false, [.. StatedForm.Fields(truth).Select(field => new FieldOutcome(field.Key, field.Value, null, false, null, 0))],
        truth.GetProperty("indicators").GetArrayLength(), [], ExtrasOf(truth), ExtrasOf(truth));

    private static FormOutcome Of(JsonElement truth, JsonElement result)
    {
        var read = ReadForm.Fields(result);
        var doubted = ReadForm.Doubted(result);
        var origins = ReadForm.Origins(result);
        var funds = Alignment.Of(Column(truth, "funds", "label"), Column(result, "funds", "label"));
        var indicators = Alignment.Of(Column(truth, "indicators", "level3"), Column(result, "indicators", "level3"));
        var fields = StatedForm.Fields(truth).Select(field => Place(field.Key, funds, indicators) is not { } place
            // Of a row that is not there, a person can only be told to look at all of them.
            ? new FieldOutcome(field.Key, field.Value, null, doubted.Contains("/" + field.Key.Split('/')[1]), null, 0)
            : new FieldOutcome(
                field.Key, field.Value, read.GetValueOrDefault(place, ""), doubted.Contains(place),
                origins.TryGetValue(place, out var origin) ? origin.Confidence : null, origin.Page));
        var extras = ExtrasOf(truth);
        var kept = ExtrasOf(result);
        return new FormOutcome(
            true, [.. fields], indicators.Length, [.. new[] { More(result, "funds", funds), More(result, "indicators", indicators) }.Where(more => more.Count > 0)],
            extras, [.. extras.Except(kept)]);
    }

    private static (string Block, int Count) More(JsonElement result, string block, int[] places) =>
        (block, result.GetProperty(block).GetArrayLength() - places.Count(place => place >= 0));

    /// <summary>The pointer of the result for one of the truth; null where its row was not found.</summary>
    private static string? Place(string pointer, int[] funds, int[] indicators)
    {
        if (pointer.Split('/') is not ["", var block, var row, var field])
        {
            return pointer;
        }

        var place = (block == "funds" ? funds : indicators)[int.Parse(row, CultureInfo.InvariantCulture)];
        return place < 0 ? null : $"/{block}/{place}/{field}";
    }

    private static string[] Column(JsonElement form, string block, string field) =>
        [.. form.GetProperty(block).EnumerateArray().Select(row => StatedForm.Text(row, field))];

    /// <summary>A form is known by its project, or by its department where it has none.</summary>
    private static string Key(JsonElement form) => StatedForm.Text(form, "projectName") is { Length: > 0 } name ? name : StatedForm.Text(form, "department");

    /// <summary>Labels without the colon that some print after them; texts that are not blank.</summary>
    private static ImmutableArray<(string Label, string Text)> ExtrasOf(JsonElement form) => !form.TryGetProperty("extra", out var extra) ? [] :
    [
        .. extra.EnumerateObject().Select(property => (Label: StatedForm.Bare(property.Name).TrimEnd('：', ':'), Text: StatedForm.Bare(property.Value.ToString())))
            .Where(pair => pair.Text.Length > 0),
    ];
}
