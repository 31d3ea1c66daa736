using System.CommandLine;
using Extractor.Cli.Language;
using Extractor.Cli.Reporting;
using Extractor.Pipeline.Ledger;
using Extractor.Pipeline.Watching;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor verify --store URL [--output DIR]</c></summary>
internal static class VerifyCommand
{
    public static Command Build(Tongue tongue)
    {
        var command = new Command("verify", WatchMessages.VerifyCommand.In(tongue));
        var store = StoreOption.AddTo(command, tongue);
        var output = new Option<string?>("--output", "-o") { Description = WatchMessages.VerifyOutputOption.In(tongue), HelpName = "DIR" };
        command.Add(output);
        var common = CommonOptions.AddTo(command, tongue);
        command.SetAction(parsed =>
        {
            var voice = common.Voice(parsed);
            var folder = parsed.GetValue(output) is { } named ? Path.GetFullPath(named) : null;
            return StoreOption.With(store.Url(parsed), voice, Store.Open, opened => Run(opened, folder, common.Json(parsed), voice));
        });
        return command;
    }

    private static int Run(Store store, string? output, bool json, Voice voice)
    {
        var check = new StoreCheck(store);
        var faults = new List<FoundFault>();
        foreach (var fault in check.Run(output))
        {
            faults.Add(fault);
            voice.Complain(voice.Say(WatchMessages.Of(fault.Fault), fault.What));
        }

        if (json)
        {
            SummaryFormat.Print(new VerifySummary(check.Checked, [.. faults.Select(fault => new FaultSummary(fault.Fault, fault.What))]));
        }
        else
        {
            voice.Note(voice.Say(WatchMessages.Verified, check.Checked, faults.Count));
        }

        return faults.Count == 0 ? ExitCode.Clean : ExitCode.NotAllRead;
    }
}
