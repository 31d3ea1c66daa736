using System.Collections.Immutable;
using Extractor.Cli.Language;
using Extractor.Pipeline.Intake;
using Extractor.Pipeline.Jobs;
using Extractor.Pipeline.Reports.Model;
using Extractor.Pipeline.Reports.Places;

namespace Extractor.Cli.Commands;

/// <summary>Has the places that a report shows drawn in worker processes. A document that cannot be drawn costs its own pictures only.</summary>
internal static class PictureRun
{
    /// <param name="named">Documents and folders of them, in which the originals are looked for; none for a report without pictures.</param>
    public static ImmutableArray<DocumentPictures> Find(MismatchReport report, string[] named, ReadingChoices choices, Voice voice)
    {
        if (named.Length == 0)
        {
            return [.. report.Documents.Select(document => DocumentPictures.None(document, report.Findings))];
        }

        var candidates = Inputs.Find(named);
        var originals = Originals.Find(candidates, index => voice.Progress.Show(
            () => voice.Say(Messages.HashingProgress, index + 1, candidates.Length, candidates[index].Shown)));
        return Draw(report, document => originals.GetValueOrDefault(document.Sha256), choices, voice);
    }

    /// <param name="original">The document itself; null where it is not at hand.</param>
    public static ImmutableArray<DocumentPictures> Draw(
        MismatchReport report, Func<ReportDocument, Input?> original, ReadingChoices choices, Voice voice)
    {
        var plans = report.Documents.Select(document => PlacePlan.Of(document, report.Findings)).ToImmutableArray();
        var originals = plans.Select((plan, index) => plan.Strips.IsEmpty ? null : original(report.Documents[index])).ToImmutableArray();
        var drawn = Enumerable.Range(0, plans.Length).Where(index => originals[index] is not null).ToImmutableArray();
        var outcomes = Documents.Draw(
            [.. drawn.Select(index => originals[index]!)],
            [.. drawn.Select(index => new PictureOrder(report.Documents[index].Sha256, plans[index].Parts(report.Documents[index])))],
            choices, voice, (_, outcome) => outcome);
        var pictures = plans.Select((plan, index) => plan.Strips.IsEmpty
            ? DocumentPictures.None(report.Documents[index], report.Findings)
            : DocumentPictures.Of(plan, new Failed(FailureReason.NotFound, ""))).ToArray();
        foreach (var (index, outcome) in drawn.Zip(outcomes))
        {
            pictures[index] = DocumentPictures.Of(plans[index], outcome);
        }

        foreach (var (document, made) in report.Documents.Zip(pictures))
        {
            if (made.Problem is { } problem)
            {
                voice.Complain(problem.Reason == FailureReason.NotFound
                    ? voice.Say(Messages.NoOriginal, document.Name)
                    : voice.Say(Messages.NotDrawn, document.Name, voice.Say(Reasons.Of(problem.Reason))));
            }
        }

        return [.. pictures];
    }
}
