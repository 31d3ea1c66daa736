using System.Buffers;
using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Extractor.Cli.Language;
using Extractor.Cli.Working;
using Extractor.Pipeline.Delivery;
using Extractor.Pipeline.Intake;
using Extractor.Pipeline.Jobs;
using Extractor.Pipeline.Reports.Html;
using Extractor.Pipeline.Reports.Model;
using Extractor.Pipeline.Reports.Places;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor report --results DIR --documents DIR --output FILE.html</c></summary>
internal static class ReportCommand
{
    private static readonly ImmutableArray<string> Kinds = [".html", ".xlsx", ".csv"];

    public static Command Build(Tongue tongue)
    {
        var command = new Command("report", Messages.ReportCommand.In(tongue));
        var output = new Option<string>("--output", "-o") { Description = Messages.ReportOutputOption.In(tongue), HelpName = "FILE", Required = true };
        var results = new Option<string[]>("--results")
        {
            Description = Messages.ReportResultsOption.In(tongue), HelpName = "PATH", AllowMultipleArgumentsPerToken = true,
        };
        var documents = new Option<string[]>("--documents")
        {
            Description = Messages.ReportDocumentsOption.In(tongue), HelpName = "PATH", AllowMultipleArgumentsPerToken = true,
        };
        command.Add(results);
        command.Add(documents);
        command.Add(output);
        var reading = ReadingOptions.AddTo(command, tongue, severalInputs: true, drawsOnly: true);
        var common = CommonOptions.AddTo(command, tongue);
        command.SetAction(parsed => Run(
            parsed.GetValue(results) ?? [], parsed.GetValue(documents) ?? [], parsed.GetRequiredValue(output), reading.Choices(parsed),
            common.Json(parsed), common.Voice(parsed)));
        return command;
    }

    private static int Run(string[] results, string[] documents, string output, ReadingChoices choices, bool json, Voice voice)
    {
        if (results.Length == 0)
        {
            voice.Complain(voice.Say(Messages.ReportNeedsSource));
            return ExitCode.BadUsage;
        }

        if (!Kinds.Contains(Path.GetExtension(output).ToLowerInvariant()))
        {
            voice.Complain(voice.Say(Messages.ReportKind, output));
            return ExitCode.BadUsage;
        }

        var path = Path.GetFullPath(output);
        if (OutputFolder.Open(Path.GetDirectoryName(path)!, voice) is null)
        {
            return ExitCode.BadUsage;
        }

        var allRead = true;
        void Refused(string file, Failed why)
        {
            allRead = false;
            voice.Complain($"{file}: {voice.Say(Reasons.Of(why.Reason))} ({why.Detail})");
        }

        var report = MismatchReport.Of(ResultFiles.Read(ResultFiles.Find(results), Refused));
        var pictures = documents.Length == 0
            ? [.. report.Documents.Select(DocumentPictures.None)]
            : Pictures(report, documents, choices, voice);
        try
        {
            AtomicFile.Write(path, new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(ReportPage.Write(report, pictures, voice.Tongue, ProgramVersion.Text))));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Refused(output, WriteFailure.Of(refused));
            return ExitCode.NotAllRead;
        }

        _ = json;
        return ExitCode.Of(allRead, errorsFound: false);
    }

    private static ImmutableArray<DocumentPictures> Pictures(MismatchReport report, string[] named, ReadingChoices choices, Voice voice)
    {
        var candidates = Inputs.Find(named);
        var originals = Originals.Find(candidates, index => voice.Progress.Show(
            () => voice.Say(Messages.HashingProgress, index + 1, candidates.Length, candidates[index].Shown)));
        var plans = report.Documents.Select(PlacePlan.Of).ToImmutableArray();
        var drawn = Enumerable.Range(0, plans.Length).Where(index => !plans[index].Strips.IsEmpty && originals.ContainsKey(report.Documents[index].Sha256)).ToImmutableArray();
        var outcomes = Documents.Draw(
            [.. drawn.Select(index => originals[report.Documents[index].Sha256])],
            [.. drawn.Select(index => new PictureOrder(report.Documents[index].Sha256, plans[index].Parts(report.Documents[index])))],
            choices, voice, (_, outcome) => outcome);
        var pictures = plans.Select(plan => DocumentPictures.Of(plan, new Failed(FailureReason.NotFound, ""))).ToArray();
        foreach (var (index, outcome) in drawn.Zip(outcomes))
        {
            pictures[index] = DocumentPictures.Of(plans[index], outcome);
        }

        for (var index = 0; index < pictures.Length; index++)
        {
            if (plans[index].Strips.IsEmpty)
            {
                pictures[index] = pictures[index] with { Problem = null };
            }
            else if (pictures[index].Problem is { } problem)
            {
                voice.Complain(originals.ContainsKey(report.Documents[index].Sha256)
                    ? voice.Say(Messages.NotDrawn, report.Documents[index].Name, voice.Say(Reasons.Of(problem.Reason)))
                    : voice.Say(Messages.NoOriginal, report.Documents[index].Name));
            }
        }

        return [.. pictures];
    }
}
