using System.CommandLine;
using Extractor.Cli.Language;
using Extractor.Pipeline.Ledger;
using Extractor.Pipeline.Watching;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor restore [BACKUP] --store URL</c></summary>
internal static class RestoreCommand
{
    public static Command Build(Tongue tongue)
    {
        var command = new Command("restore", WatchMessages.RestoreCommand.In(tongue));
        var backup = new Argument<string?>("BACKUP") { Description = WatchMessages.BackupArgument.In(tongue), Arity = ArgumentArity.ZeroOrOne };
        BadUsage.RefuseOptionsIn(backup);
        command.Add(backup);
        var store = StoreOption.AddTo(command, tongue);
        var common = CommonOptions.AddTo(command, tongue);
        command.SetAction(parsed => Run(parsed.GetValue(backup), store.Url(parsed), common.Voice(parsed)));
        return command;
    }

    private static int Run(string? backup, string url, Voice voice)
    {
        try
        {
            var location = StoreLocation.Parse(url);
            if (backup is not null)
            {
                return BackupCommand.Copy(() => StoreBackup.Restore(Path.GetFullPath(backup), location), location.Folder, voice);
            }

            var (done, open) = StoreRebuild.Run(location, TimeProvider.System);
            voice.Note(voice.Say(WatchMessages.Rebuilt, done, open));
            return ExitCode.Clean;
        }
        catch (StoreException refused)
        {
            voice.Complain(voice.Say(WatchMessages.Of(refused.Problem), refused.Detail));
            return ExitCode.BadUsage;
        }
        catch (Exception trouble) when (StoreTrouble.Is(trouble))
        {
            voice.Complain(voice.Say(WatchMessages.CopyFailed, trouble.Message));
            return ExitCode.NotAllRead;
        }
    }
}
