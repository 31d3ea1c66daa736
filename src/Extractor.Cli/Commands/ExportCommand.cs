using System.CommandLine;
using Extractor.Cli.Language;
using Extractor.Cli.Reporting;
using Extractor.Cli.Working;
using Extractor.Pipeline.Delivery;
using Extractor.Pipeline.Delivery.Exports;
using Extractor.Pipeline.Intake;
using Extractor.Pipeline.Ledger;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor export --store URL|--results DIR --format FORMAT --output PATH</c></summary>
internal static class ExportCommand
{
    public static Command Build(Tongue tongue)
    {
        var command = new Command("export", Messages.ExportCommand.In(tongue));
        var store = new Option<string?>("--store") { Description = WatchMessages.StoreOption.In(tongue), HelpName = "URL" };
        var results = new Option<string?>("--results") { Description = Messages.ExportResultsOption.In(tongue), HelpName = "DIR" };
        var format = new Option<string>("--format", "-f")
        {
            Description = Messages.ExportFormatOption.In(tongue), HelpName = string.Join('|', Formats.Words), Required = true,
        };
        format.AcceptOnlyFromAmong([.. Formats.Words]);
        var output = new Option<string>("--output", "-o") { Description = Messages.ExportOutputOption.In(tongue), HelpName = "PATH", Required = true };
        var mark = new Option<bool>("--bom") { Description = Messages.ByteOrderMarkOption.In(tongue) };
        var since = new Option<long>("--since") { Description = Messages.SinceOption.In(tongue), HelpName = "N" };
        foreach (var option in new Option[] { store, results, format, output, mark, since })
        {
            command.Add(option);
        }

        var common = CommonOptions.AddTo(command, tongue);
        command.SetAction(parsed =>
        {
            var voice = common.Voice(parsed);
            var order = new Order(
                Formats.Of(parsed.GetRequiredValue(format)), parsed.GetRequiredValue(output),
                new ExportOptions(ProgramVersion.Text) { ByteOrderMark = parsed.GetValue(mark), Since = parsed.GetValue(since) },
                common.Json(parsed));
            return (parsed.GetValue(store), parsed.GetValue(results)) switch
            {
                (string url, null) => StoreOption.With(url, voice, Store.Open, opened => FromStore(opened, order, voice)),
                (null, string folder) => FromResults(folder, order, voice),
                _ => Refuse(voice),
            };
        });
        return command;
    }

    private sealed record Order(ExportFormat Format, string Output, ExportOptions Options, bool Json);

    private static int Refuse(Voice voice)
    {
        voice.Complain(voice.Say(Messages.ExportSource));
        return ExitCode.BadUsage;
    }

    private static int FromStore(Store store, Order order, Voice voice) => Write(order, store.Delivered(order.Options.Since), voice) ?? ExitCode.Clean;

    private static int FromResults(string folder, Order order, Voice voice)
    {
        if (!Directory.Exists(folder))
        {
            voice.Complain(voice.Say(Messages.NoSuchFolder, folder));
            return ExitCode.BadUsage;
        }

        ResultFolder results;
        try
        {
            results = new ResultFolder(folder);
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            voice.Complain(voice.Say(Messages.FolderNotReadable, folder, denied.Message));
            return ExitCode.NotAllRead;
        }

        foreach (var (path, why) in results.Refused)
        {
            Complaints.About(new Input(Path.GetFullPath(path), path), why, voice);
        }

        return Write(order, results.Documents(), voice) ?? ExitCode.Of(results.Refused.IsEmpty, errorsFound: false);
    }

    /// <summary>Null where it was written; else, and said why, what to end with.</summary>
    private static int? Write(Order order, IEnumerable<DeliveredDocument> documents, Voice voice)
    {
        Manifest manifest;
        try
        {
            manifest = Export.Write(order.Format, order.Output, documents, order.Options);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            voice.Complain(voice.Say(Messages.OutputNotWritten, order.Output, refused.Message));
            return ExitCode.BadUsage;
        }

        if (order.Json)
        {
            using var standard = Console.OpenStandardOutput();
            standard.Write(manifest.ToJson());
        }
        else if (voice.Loudness != Loudness.Quiet)
        {
            Console.WriteLine(voice.Say(
                Messages.Exported, order.Output, manifest.Results + manifest.Refused, manifest.Forms, manifest.Findings, manifest.UpTo));
        }

        return null;
    }
}
