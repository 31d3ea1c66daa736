using System.CommandLine;
using Extractor.Cli.Language;
using Extractor.Pipeline.Ledger;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor backup --store URL --output DIR</c></summary>
internal static class BackupCommand
{
    public static Command Build(Tongue tongue)
    {
        var command = new Command("backup", WatchMessages.BackupCommand.In(tongue));
        var store = StoreOption.AddTo(command, tongue);
        var output = new Option<string>("--output", "-o") { Description = WatchMessages.BackupOutputOption.In(tongue), HelpName = "DIR", Required = true };
        command.Add(output);
        var common = CommonOptions.AddTo(command, tongue);
        command.SetAction(parsed =>
        {
            var voice = common.Voice(parsed);
            var folder = Path.GetFullPath(parsed.GetRequiredValue(output));
            return StoreOption.With(store.Url(parsed), voice, Store.Open, opened => Copy(() => StoreBackup.Write(opened, folder), folder, voice));
        });
        return command;
    }

    internal static int Copy(Func<long> copy, string to, Voice voice)
    {
        try
        {
            voice.Note(voice.Say(WatchMessages.Copied, copy(), to));
            return ExitCode.Clean;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            voice.Complain(voice.Say(WatchMessages.CopyFailed, failed.Message));
            return ExitCode.NotAllRead;
        }
    }
}
