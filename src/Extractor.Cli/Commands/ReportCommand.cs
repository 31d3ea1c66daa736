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
using Extractor.Pipeline.Ledger;
using Extractor.Pipeline.Reports.Html;
using Extractor.Pipeline.Reports.Model;
using Extractor.Pipeline.Reports.Places;
using Extractor.Pipeline.Reports.Sheets;

namespace Extractor.Cli.Commands;

/// <summary>
/// <c>extractor report --store URL --output FILE.html|.xlsx|.csv</c>, or <c>--results DIR --documents DIR</c> for whoever
/// extracts without a store.
/// </summary>
internal static class ReportCommand
{
    private static readonly ImmutableArray<string> Kinds = [".html", ".xlsx", ".csv"];

    public static Command Build(Tongue tongue)
    {
        var command = new Command("report", Messages.ReportCommand.In(tongue));
        var store = new Option<string?>("--store") { Description = WatchMessages.StoreOption.In(tongue), HelpName = "URL" };
        var results = new Option<string[]>("--results")
        {
            Description = Messages.ReportResultsOption.In(tongue), HelpName = "DIR", AllowMultipleArgumentsPerToken = true,
        };
        var documents = new Option<string[]>("--documents")
        {
            Description = Messages.ReportDocumentsOption.In(tongue), HelpName = "PATH", AllowMultipleArgumentsPerToken = true,
        };
        var output = new Option<string>("--output", "-o") { Description = Messages.ReportOutputOption.In(tongue), HelpName = "FILE", Required = true };
        foreach (var option in new Option[] { store, results, documents, output })
        {
            command.Add(option);
        }

        var reading = ReadingOptions.AddTo(command, tongue, severalInputs: true, drawsOnly: true);
        var common = CommonOptions.AddTo(command, tongue);
        command.SetAction(parsed =>
        {
            var order = new Order(parsed.GetRequiredValue(output), reading.Choices(parsed), common.Json(parsed), common.Voice(parsed));
            return (parsed.GetValue(store), parsed.GetValue(results), parsed.GetValue(documents) ?? []) switch
            {
                (string url, null or [], []) => FromStore(url, order),
                (null, [_, ..] folders, var originals) => FromResults(folders, originals, order),
                _ => Refuse(order.Voice, order.Voice.Say(Messages.ReportSource)),
            };
        });
        return command;
    }

    private sealed record Order(string Output, ReadingChoices Choices, bool Json, Voice Voice)
    {
        public string Kind { get; } = Path.GetExtension(Output).ToLowerInvariant();
    }

    private static int Refuse(Voice voice, string why)
    {
        voice.Complain(why);
        return ExitCode.BadUsage;
    }

    private static int FromStore(string url, Order order) => StoreOption.With(url, order.Voice, Store.Open, store =>
    {
        Input? Original(ReportDocument document) =>
            store.Blobs.Holds(document.Sha256) ? new Input(store.Blobs.PathOf(document.Sha256), document.Name) : null;
        return Make(store.Delivered(), report => PictureRun.Draw(report, Original, order.Choices, order.Voice), order) ?? ExitCode.Clean;
    });

    private static int FromResults(string[] named, string[] originals, Order order)
    {
        if (Folders(named, order.Voice) is not { } folders)
        {
            return ExitCode.BadUsage;
        }

        return Make(folders.SelectMany(folder => folder.Documents()), report => PictureRun.Find(report, originals, order.Choices, order.Voice), order)
            ?? ExitCode.Of(folders.All(folder => folder.Refused.IsEmpty), errorsFound: false);
    }

    /// <summary>Null where it was written, and all of it drawn; else, and said why, what to end with.</summary>
    private static int? Make(IEnumerable<DeliveredDocument> documents, Func<MismatchReport, ImmutableArray<DocumentPictures>> draw, Order order)
    {
        var voice = order.Voice;
        if (!Kinds.Contains(order.Kind))
        {
            return Refuse(voice, voice.Say(Messages.ReportKind, order.Output));
        }

        var path = Path.GetFullPath(order.Output);
        if (OutputFolder.Open(Path.GetDirectoryName(path)!, voice) is null)
        {
            return ExitCode.BadUsage;
        }

        ImmutableArray<DocumentPictures> pictures;
        MismatchReport report;
        try
        {
            report = MismatchReport.Of(documents, Profiles.Load());
            pictures = order.Kind == ".html" ? draw(report) : [];
            Write(path, order.Kind, report, pictures, voice.Tongue);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Refuse(voice, voice.Say(Messages.OutputNotWritten, order.Output, WriteFailure.Of(refused).Detail));
        }

        ReportSummary.Print(report, pictures, order.Output, order.Json, voice);
        return pictures.Any(each => each.Problem is not null) ? ExitCode.NotAllRead : null;
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
