using System.CommandLine;
using Extractor.Cli.Language;
using Extractor.Cli.Reporting;
using Extractor.Cli.Working;
using Extractor.Pipeline.Delivery;
using Extractor.Pipeline.Delivery.Exports;
using Extractor.Pipeline.Intake;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor export --results DIR --format FORMAT --output PATH</c></summary>
internal static class ExportCommand
{
    public static Command Build(Tongue tongue)
    {
        var command = new Command("export", Messages.ExportCommand.In(tongue));
        var results = new Option<string>("--results") { Description = Messages.ExportResultsOption.In(tongue), HelpName = "DIR", Required = true };
        var format = new Option<string>("--format", "-f")
        {
            Description = Messages.ExportFormatOption.In(tongue), HelpName = string.Join('|', FormatWords), Required = true,
        };
        format.AcceptOnlyFromAmong(FormatWords);
        var output = new Option<string>("--output", "-o") { Description = Messages.ExportOutputOption.In(tongue), HelpName = "PATH", Required = true };
        var mark = new Option<bool>("--bom") { Description = Messages.ByteOrderMarkOption.In(tongue) };
        var since = new Option<long>("--since") { Description = Messages.SinceOption.In(tongue), HelpName = "N" };
        foreach (var option in new Option[] { results, format, output, mark, since })
        {
            command.Add(option);
        }

        var common = CommonOptions.AddTo(command, tongue);
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(results), Enum.Parse<ExportFormat>(parsed.GetRequiredValue(format), ignoreCase: true), parsed.GetRequiredValue(output),
            new ExportOptions(ProgramVersion.Text) { ByteOrderMark = parsed.GetValue(mark), Since = parsed.GetValue(since) },
            common.Json(parsed), common.Voice(parsed)));
        return command;
    }

    private static string[] FormatWords => [.. Enum.GetValues<ExportFormat>().Select(Manifest.WordOf)];

    private static int Run(string folder, ExportFormat format, string output, ExportOptions options, bool json, Voice voice)
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

        return Write(format, output, results.Documents(), options, json, voice) ?? ExitCode.Of(results.Refused.IsEmpty, errorsFound: false);
    }

    /// <summary>Null where it was written; else, and said why, what to end with.</summary>
    private static int? Write(
        ExportFormat format, string output, IEnumerable<DeliveredDocument> documents, ExportOptions options, bool json, Voice voice)
    {
        Manifest manifest;
        try
        {
            manifest = Export.Write(format, output, documents, options);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            voice.Complain(voice.Say(Messages.OutputNotWritten, output, refused.Message));
            return ExitCode.BadUsage;
        }

        if (json)
        {
            using var standard = Console.OpenStandardOutput();
            standard.Write(manifest.ToJson());
        }
        else if (voice.Loudness != Loudness.Quiet)
        {
            Console.WriteLine(voice.Say(
                Messages.Exported, output, manifest.Results + manifest.Refused, manifest.Forms, manifest.Findings, manifest.UpTo));
        }

        return null;
    }
}
