using System.Buffers;
using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Extractor.Cli.Language;
using Extractor.Cli.Reporting;
using Extractor.Cli.Working;
using Extractor.Pipeline.Delivery;
using Extractor.Pipeline.Delivery.Exports;
using Extractor.Pipeline.Intake;
using Extractor.Pipeline.Reports.Html;
using Extractor.Pipeline.Reports.Model;
using Extractor.Pipeline.Reports.Places;
using Extractor.Pipeline.Reports.Sheets;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor report --results DIR --documents DIR --output FILE.html|.xlsx|.csv</c></summary>
internal static class ReportCommand
{
    private static readonly ImmutableArray<string> Kinds = [".html", ".xlsx", ".csv"];

    public static Command Build(Tongue tongue)
    {
        var command = new Command("report", Messages.ReportCommand.In(tongue));
        var output = new Option<string>("--output", "-o") { Description = Messages.ReportOutputOption.In(tongue), HelpName = "FILE", Required = true };
        var results = new Option<string[]>("--results")
        {
            Description = Messages.ReportResultsOption.In(tongue), HelpName = "DIR", Required = true, AllowMultipleArgumentsPerToken = true,
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
            parsed.GetRequiredValue(results), parsed.GetValue(documents) ?? [], parsed.GetRequiredValue(output), reading.Choices(parsed),
            common.Json(parsed), common.Voice(parsed)));
        return command;
    }

    private static int Run(string[] results, string[] documents, string output, ReadingChoices choices, bool json, Voice voice)
    {
        var kind = Path.GetExtension(output).ToLowerInvariant();
        if (!Kinds.Contains(kind))
        {
            voice.Complain(voice.Say(Messages.ReportKind, output));
            return ExitCode.BadUsage;
        }

        var path = Path.GetFullPath(output);
        if (OutputFolder.Open(Path.GetDirectoryName(path)!, voice) is null || Folders(results, voice) is not { } folders)
        {
            return ExitCode.BadUsage;
        }

        var report = MismatchReport.Of(folders.SelectMany(folder => folder.Documents()));
        var pictures = kind == ".html" ? PictureRun.Of(report, documents, choices, voice) : [];
        try
        {
            Write(path, kind, report, pictures, voice.Tongue);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            voice.Complain(voice.Say(Messages.OutputNotWritten, output, WriteFailure.Of(refused).Detail));
            return ExitCode.BadUsage;
        }

        ReportSummary.Print(report, pictures, output, json, voice);
        return ExitCode.Of(folders.All(folder => folder.Refused.IsEmpty) && pictures.All(each => each.Problem is null), errorsFound: false);
    }

    private static void Write(string path, string kind, MismatchReport report, ImmutableArray<DocumentPictures> pictures, Tongue tongue)
    {
        switch (kind)
        {
            case ".xlsx":
                StagedOutput.WriteFile(path, made => ReportWorkbook.Write(made, report, tongue));
                break;
            case ".csv":
                StagedOutput.WriteFile(path, made => FindingsCsv.Write(made, report, tongue));
                break;
            default:
                AtomicFile.Write(path, new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(ReportPage.Write(report, pictures, tongue, ProgramVersion.Text))));
                break;
        }
    }

    /// <summary>Null, and said why, where one of them cannot be gone through.</summary>
    private static List<ResultFolder>? Folders(string[] named, Voice voice)
    {
        var folders = new List<ResultFolder>();
        foreach (var folder in named)
        {
            if (!Directory.Exists(folder))
            {
                voice.Complain(voice.Say(Messages.NoSuchFolder, folder));
                return null;
            }

            try
            {
                folders.Add(new ResultFolder(folder));
            }
            catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
            {
                voice.Complain(voice.Say(Messages.FolderNotReadable, folder, denied.Message));
                return null;
            }

            foreach (var (path, why) in folders[^1].Refused)
            {
                Complaints.About(new Input(Path.GetFullPath(path), path), why, voice);
            }
        }

        return folders;
    }
}
