using Extractor.Core.Auditing;
using Extractor.Core.Results;
using Extractor.Pipeline.Intake;
using Extractor.Pipeline.Jobs;

namespace Extractor.Cli.Reporting;

/// <summary>What became of one input: a result that stands at <paramref name="Output"/>, or a failure.</summary>
internal sealed record InputReport(Input Input, string? Output, Failed? Failure, ResultFile? Result)
{
    public static InputReport Refused(Input input, Failed why) => new(input, null, why, null);

    public bool ReadInFull => Result is { Unread.IsEmpty: true };

    public int Count(Severity severity) => Result?.AllFindings().Count(finding => finding.Severity == severity) ?? 0;
}
