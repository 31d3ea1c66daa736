using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Extractor.Core.Auditing;
using Extractor.Core.Auditing.Batches;
using Extractor.Core.Pages;
using Extractor.Core.Results;
using Extractor.Pipeline.Jobs;

namespace Extractor.Cli.Reporting;

/// <summary>What <c>extract --json</c> prints: one entry an input, in the order of the inputs.</summary>
internal sealed record ExtractSummary(ImmutableArray<InputSummary> Inputs);

/// <param name="Input">As it was named.</param>
/// <param name="Output">Where the result stands; null where there is none.</param>
/// <param name="Reason">Why there is no result: a word for programs; null where there is one.</param>
/// <param name="Detail">More about the reason, in English.</param>
internal sealed record InputSummary(
    string Input, string? Output,
    FailureReason? Reason, string? Detail,
    int Pages, ImmutableArray<ResultUnread> Unread, int Forms, FindingCounts Findings)
{
    public static InputSummary Of(InputReport report) => new(
        report.Input.Shown, report.Output, report.Failure?.Reason, report.Failure?.Detail,
        report.Outline?.PageCount ?? 0, report.Outline?.Unread ?? [], report.Outline?.Forms ?? 0,
        new FindingCounts(report.Outline?.Errors ?? 0, report.Outline?.Warnings ?? 0, report.Outline?.Infos ?? 0));
}

internal sealed record FindingCounts(int Error, int Warning, int Info);

/// <summary>What <c>audit --json</c> prints: one entry a file, in the order of the files.</summary>
/// <param name="Batch">What only all files together show; null where there is one file.</param>
internal sealed record AuditSummary(ImmutableArray<AuditedFile> Files, BatchAudited? Batch);

/// <param name="Reason">Why it could not be audited: a word for programs; null where it was.</param>
/// <param name="Detail">More about the reason, in English.</param>
/// <param name="Findings">About the document, as the extraction found them: they need the PDF.</param>
internal sealed record AuditedFile(
    string File, FailureReason? Reason, string? Detail,
    ImmutableArray<Finding> Findings, ImmutableArray<FormFindings> Forms)
{
    public static AuditedFile Of(InputReport audit) => Of(audit, audit.Whole?.Invoke());

    private static AuditedFile Of(InputReport audit, ResultFile? result) => new(
        audit.Input.Shown, audit.Failure?.Reason, audit.Failure?.Detail, result?.Findings ?? [],
        [.. (result?.Forms ?? []).Select(form => new FormFindings(form.Id, form.NeedsReview, form.Findings))]);
}

internal sealed record FormFindings(string Id, ImmutableArray<string> NeedsReview, ImmutableArray<Finding> Findings);

/// <summary>Prints summaries as the result files are printed.</summary>
internal static class SummaryFormat
{
    private static readonly SummaryJson Json = new(new JsonSerializerOptions(SummaryJson.Default.Options)
    {
        Encoder = ResultFormat.Encoder,
    });

    public static void Print(ExtractSummary summary) => Print(JsonSerializer.SerializeToUtf8Bytes(summary, Json.ExtractSummary));

    public static void Print(AuditSummary summary) => Print(JsonSerializer.SerializeToUtf8Bytes(summary, Json.AuditSummary));

    public static void Print(ReportOutcome outcome) => Print(JsonSerializer.SerializeToUtf8Bytes(outcome, Json.ReportOutcome));

    public static void Print(StatusSummary summary) => Print(JsonSerializer.SerializeToUtf8Bytes(summary, Json.StatusSummary));

    public static void Print(VerifySummary summary) => Print(JsonSerializer.SerializeToUtf8Bytes(summary, Json.VerifySummary));

    private static void Print(byte[] json)
    {
        using var output = Console.OpenStandardOutput();
        output.Write(json);
        output.WriteByte((byte)'\n');
    }
}

internal sealed class FailureReasonWords() : JsonStringEnumConverter<FailureReason>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);

internal sealed class UnreadReasonWords() : JsonStringEnumConverter<UnreadReason>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);

internal sealed class FaultWords() : JsonStringEnumConverter<Extractor.Pipeline.Watching.Fault>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);

[JsonSourceGenerationOptions(
    WriteIndented = true, IndentCharacter = ' ', IndentSize = 2, NewLine = "\n",
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(FailureReasonWords), typeof(UnreadReasonWords), typeof(FaultWords)])]
[JsonSerializable(typeof(ExtractSummary))]
[JsonSerializable(typeof(AuditSummary))]
[JsonSerializable(typeof(ReportOutcome))]
[JsonSerializable(typeof(StatusSummary))]
[JsonSerializable(typeof(VerifySummary))]
internal sealed partial class SummaryJson : JsonSerializerContext;
