using Extractor.Core.Pages;
using Extractor.Core.Results;
using Extractor.Pipeline.Intake;
using Extractor.Pipeline.Jobs;

namespace Extractor.Cli.Reporting;

/// <summary>What became of one input: a result that stands at <paramref name="Output"/>, or a failure.</summary>
/// <param name="Outline">What the result holds in short; null where there is none.</param>
/// <param name="Whole">Gives the whole result, for whoever wants to see it.</param>
/// <param name="OtherName">The result could not be given the name of the input.</param>
internal sealed record InputReport(
    Input Input, string? Output, Failed? Failure, ResultOutline? Outline, Func<ResultFile>? Whole, bool OtherName = false)
{
    public static InputReport Refused(Input input, Failed why) => new(input, null, why, null, null);

    public static InputReport Of(Input input, ResultFile result) => new(input, null, null, ResultOutline.Of(result), () => result);

    public bool ReadInFull => Outline is { } outline && !outline.Unread.Any(page => page.Reason.IsLoss());
}
