using System.CommandLine;
using Extractor.Cli.Language;
using Extractor.Pipeline.Ledger;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor restore BACKUP --store URL</c></summary>
internal static class RestoreCommand
{
    public static Command Build(Tongue tongue)
    {
        var command = new Command("restore", WatchMessages.RestoreCommand.In(tongue));
        var backup = new Argument<string>("BACKUP") { Description = WatchMessages.BackupArgument.In(tongue) };
        BadUsage.RefuseOptionsIn(backup);
        command.Add(backup);
        var store = StoreOption.AddTo(command, tongue);
        var common = CommonOptions.AddTo(command, tongue);
        command.SetAction(parsed => Run(Path.GetFullPath(parsed.GetRequiredValue(backup)), store.Url(parsed), common.Voice(parsed)));
        return command;
    }

    private static int Run(string backup, string url, Voice voice)
    {
        try
        {
            var location = StoreLocation.Parse(url);
            return BackupCommand.Copy(() => StoreBackup.Restore(backup, location), location.Folder, voice);
        }
        catch (StoreException refused)
        {
            voice.Complain(voice.Say(WatchMessages.Of(refused.Problem), refused.Detail));
            return ExitCode.BadUsage;
        }
    }
}
