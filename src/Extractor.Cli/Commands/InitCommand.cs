using System.CommandLine;
using Extractor.Cli.Language;
using Extractor.Pipeline.Ledger;
using Extractor.Pipeline.Watching;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor init INBOX --store URL</c></summary>
internal static class InitCommand
{
    public static Command Build(Tongue tongue)
    {
        var command = new Command("init", WatchMessages.InitCommand.In(tongue));
        var inbox = new Argument<string>("INBOX") { Description = WatchMessages.InboxArgument.In(tongue) };
        BadUsage.RefuseOptionsIn(inbox);
        command.Add(inbox);
        var store = StoreOption.AddTo(command, tongue);
        var common = CommonOptions.AddTo(command, tongue);
        command.SetAction(parsed =>
        {
            var voice = common.Voice(parsed);
            return StoreOption.With(
                store.Url(parsed), voice, location => Store.Create(location, TimeProvider.System),
                opened => Run(Path.GetFullPath(parsed.GetRequiredValue(inbox)), opened, voice));
        });
        return command;
    }

    private static int Run(string folder, Store store, Voice voice)
    {
        try
        {
            var inbox = InboxRegister.Init(store, folder);
            voice.Note(voice.Say(WatchMessages.Initialised, inbox.Path, inbox.Id));
            return ExitCode.Clean;
        }
        catch (IOException refused)
        {
            voice.Complain(voice.Say(WatchMessages.NoInbox, folder, refused.Message));
            return ExitCode.BadUsage;
        }
    }
}
