using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Extractor.Core.Auditing;
using Extractor.Core.Forms;
using Extractor.Core.Normalization;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Results;

/// <summary>What was understood of a document, for a person who wants to know why a form was read as it was, or not at all.</summary>
/// <param name="Pages">All pages, those with a picture among them.</param>
/// <param name="Regions">Everything that might have been a form, in reading order.</param>
public sealed record TraceFile(
    ResultDocument Document, ImmutableArray<TracedPage> Pages, ImmutableArray<ResultUnread> Unread,
    ImmutableArray<TracedRegion> Regions)
{
    /// <summary>With Chinese readable.</summary>
    internal static TraceJson Json { get; } = new(new JsonSerializerOptions(TraceJson.Default.Options) { Encoder = ResultFormat.Encoder });

    /// <param name="picture">Gives a page's picture as PNG, by its number; null where there is none.</param>
    public static TraceFile Of(ExtractionResult extraction, Func<int, byte[]?> picture)
    {
        var shown = extraction.Readings.SelectMany(PagesOf).ToHashSet();
        return new TraceFile(
            ResultDocument.From(extraction.Document),
            [.. extraction.Pages.Select(page => new TracedPage(
                page.Number, Hundredths.Of(page.Width), Hundredths.Of(page.Height), shown.Contains(page.Number) ? picture(page.Number) : null))],
            [.. extraction.Unread.Select(ResultUnread.From)],
            [.. extraction.Readings.Select(reading => TracedRegion.Of(reading, extraction.Forms))]);
    }

    private static IEnumerable<int> PagesOf(FormReading reading) => reading switch
    {
        FormFound found => found.Form.Pages,
        FormRefused { IsReported: true } refused => refused.Pages,
        _ => [],
    };

    public TraceFile WithoutPictures() => this with { Pages = [.. Pages.Select(page => page with { Picture = null })] };

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json.TraceFile);

    /// <exception cref="JsonException">The bytes are no trace.</exception>
    public static TraceFile Read(ReadOnlySequence<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        return JsonSerializer.Deserialize(ref reader, Json.TraceFile) ?? throw new JsonException("null is no trace.");
    }
}

/// <param name="Width">In points, as a person sees the page.</param>
/// <param name="Height">In points, as a person sees the page.</param>
/// <param name="Picture">PNG; null where the page has nothing of interest, or could not be drawn.</param>
public sealed record TracedPage(int Number, decimal Width, decimal Height, byte[]? Picture);

/// <summary>The rows of a table that might have been a form, and what was made of them.</summary>
/// <param name="Form">The id of the form; null where it is none.</param>
/// <param name="Refused">Why it is none, a word for programs; null where it is one.</param>
/// <param name="Message">The same as a sentence in Chinese.</param>
/// <param name="MessageEn">The same in English.</param>
/// <param name="Template">The id of the template that was chosen; null for what is no form.</param>
/// <param name="Reasons">Why that template.</param>
/// <param name="Anchors">Labels that were understood, each by its role.</param>
/// <param name="Fields">By JSON Pointer, in the order of the form.</param>
/// <param name="NotUnderstood">Cells that no field claims; they are in the form's extra.</param>
/// <param name="Unfilled">Cells of rows that are as the blank form has them.</param>
public sealed record TracedRegion(
    ImmutableArray<int> Pages, string Title, string? Form, string? Refused, string? Message, string? MessageEn,
    string? Template, ImmutableArray<string> Reasons,
    ImmutableArray<TracedText> Anchors, ImmutableArray<TracedField> Fields,
    ImmutableArray<TracedText> NotUnderstood, ImmutableArray<TracedText> Unfilled,
    ImmutableArray<Finding> Findings)
{
    public static TracedRegion Of(FormReading reading, ImmutableArray<AuditedForm> forms)
    {
        var trace = reading.Trace;
        var found = reading as FormFound;
        var refused = reading as FormRefused;
        (string Chinese, string English)? why = refused is null ? null : ResultRefused.Say(refused.Reason);
        var audited = found is null ? null : forms.First(form => form.Form.Id == found.Form.Id);
        return new TracedRegion(
            found?.Form.Pages ?? refused!.Pages, found?.Form.Title ?? refused!.Title, found?.Form.Id,
            refused is null ? null : refused.IsReported ? ResultWords.Of(refused.Reason) : "not-a-form", why?.Chinese, why?.English,
            trace.Template, [.. trace.Reasons],
            [.. trace.Anchors.Select(anchor => TracedText.Of(NameOf(anchor.Role), anchor.Cell))],
            audited is null ? [] : TracedField.AllOf(audited),
            [.. trace.NotUnderstood.Select(cell => TracedText.Of(null, cell))],
            [.. trace.Unfilled.Select(cell => TracedText.Of(null, cell))],
            audited?.Findings ?? []);
    }

    /// <summary>As template files write it.</summary>
    private static string NameOf(Role role) => JsonSerializer.SerializeToElement(role, TraceFile.Json.Role).GetString()!;
}

/// <summary>A printed text and where it stands.</summary>
/// <param name="Role">What it was understood as, by the name that template files use; null where it was not understood.</param>
public sealed record TracedText(string? Role, string Text, ImmutableArray<CellPlace> Places)
{
    public static TracedText Of(string? role, TableCell cell) => new(role, cell.Text, [.. cell.Parts.Select(CellPlace.From)]);
}

/// <summary>A field of the form.</summary>
/// <param name="NeedsReview">A person should look at it.</param>
public sealed record TracedField(string Pointer, string Text, ImmutableArray<CellPlace> Places, decimal Confidence, bool NeedsReview)
{
    public static ImmutableArray<TracedField> AllOf(AuditedForm audited)
    {
        using var form = JsonDocument.Parse(ResultFormat.Write(ResultForm.From(audited)));
        return
        [
            .. audited.Form.Provenance.Select(field => new TracedField(
                field.Pointer, TextAt(form.RootElement, field.Pointer),
                [.. field.Places.Select(place => new CellPlace(place.Page, place.Box))],
                field.LeastConfidence, audited.NeedsReview.Contains(field.Pointer))),
        ];
    }

    /// <summary>What stands where the pointer points (RFC 6901); of a reading, its text.</summary>
    private static string TextAt(JsonElement form, string pointer)
    {
        var element = form;
        foreach (var part in pointer.Split('/').Skip(1))
        {
            var name = part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            element = element.ValueKind == JsonValueKind.Array
                ? element[name.Aggregate(0, (index, digit) => (index * 10) + (digit - '0'))]
                : element.GetProperty(name);
        }

        return element.ValueKind switch
        {
            JsonValueKind.String => element.GetString()!,
            JsonValueKind.Object => element.GetProperty("text").GetString()!,
            _ => element.GetRawText(),
        };
    }
}

[JsonSourceGenerationOptions(
    WriteIndented = true, IndentCharacter = ' ', IndentSize = 2, NewLine = "\n", PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TraceFile))]
[JsonSerializable(typeof(Role))]
internal sealed partial class TraceJson : JsonSerializerContext;
