using System.CommandLine;
using Extractor.Cli.Language;
using Extractor.Pipeline.Ledger;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor retry SHA256...|--all --store URL</c></summary>
internal static class RetryCommand
{
    private const int ShortestHash = 8;

    public static Command Build(Tongue tongue)
    {
        var command = new Command("retry", WatchMessages.RetryCommand.In(tongue));
        var documents = new Argument<string[]>("SHA256") { Description = WatchMessages.RetryArgument.In(tongue), Arity = ArgumentArity.ZeroOrMore };
        BadUsage.RefuseOptionsIn(documents);
        command.Add(documents);
        var store = StoreOption.AddTo(command, tongue);
        var all = new Option<bool>("--all") { Description = WatchMessages.RetryAllOption.In(tongue) };
        command.Add(all);
        var common = CommonOptions.AddTo(command, tongue);
        command.SetAction(parsed =>
        {
            var voice = common.Voice(parsed);
            var named = parsed.GetValue(documents) ?? [];
            if (named.Length == 0 != parsed.GetValue(all) || named.Any(start => start.Length < ShortestHash))
            {
                voice.Complain(voice.Say(WatchMessages.RetryWhat));
                return ExitCode.BadUsage;
            }

            return StoreOption.With(store.Url(parsed), voice, Store.Open, opened => Run(named, opened, voice));
        });
        return command;
    }

    private static int Run(string[] named, Store store, Voice voice)
    {
        var count = 0;
        var unknown = false;
        foreach (var start in named.DefaultIfEmpty(null))
        {
            var retried = store.Ledger.Retry(start?.ToLowerInvariant());
            count += retried;
            if (retried == 0 && start is not null)
            {
                unknown = true;
                voice.Complain(voice.Say(WatchMessages.RetryUnknown, start));
            }
        }

        voice.Note(voice.Say(WatchMessages.Retried, count));
        return unknown ? ExitCode.NotAllRead : ExitCode.Clean;
    }
}
