using System.Collections.Immutable;
using System.CommandLine;
using System.Runtime.InteropServices;
using Extractor.Cli.Language;
using Extractor.Cli.Reporting;
using Extractor.Cli.Working;
using Extractor.Pipeline.Delivery.Exports;
using Extractor.Pipeline.Delivery.Webhooks;
using Extractor.Pipeline.Jobs;
using Extractor.Pipeline.Ledger;
using Extractor.Pipeline.Watching;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor watch INBOX --store URL [--output DIR [--deliver FORMAT,...]]</c></summary>
internal static class WatchCommand
{
    /// <summary>How often a page must end a fresh worker before it is left out: somebody may kill workers.</summary>
    private const int CrashesToBlame = 3;

    private static readonly string[] Completions = ["leave", "move", "delete"];

    public static Command Build(Tongue tongue)
    {
        var command = new Command("watch", WatchMessages.WatchCommand.In(tongue));
        var inbox = new Argument<string>("INBOX") { Description = WatchMessages.InboxArgument.In(tongue) };
        BadUsage.RefuseOptionsIn(inbox);
        command.Add(inbox);
        var store = StoreOption.AddTo(command, tongue);
        var output = new Option<string?>("--output", "-o") { Description = WatchMessages.WatchOutputOption.In(tongue), HelpName = "DIR" };
        var onDone = new Option<string>("--on-done") { Description = WatchMessages.OnDoneOption.In(tongue), HelpName = "leave|move|delete", DefaultValueFactory = _ => Completions[0] };
        onDone.AcceptOnlyFromAmong(Completions);
        var processed = new Option<string?>("--processed") { Description = WatchMessages.ProcessedOption.In(tongue), HelpName = "DIR" };
        var settle = new Option<double?>("--settle") { Description = WatchMessages.SettleOption.In(tongue), HelpName = "SECONDS" };
        var patience = new Option<double?>("--patience") { Description = WatchMessages.PatienceOption.In(tongue), HelpName = "SECONDS" };
        var scan = new Option<double?>("--scan") { Description = WatchMessages.ScanOption.In(tongue), HelpName = "SECONDS" };
        var poll = new Option<bool>("--poll") { Description = WatchMessages.PollOption.In(tongue) };
        var once = new Option<bool>("--once") { Description = WatchMessages.OnceOption.In(tongue) };
        var deliver = new Option<string?>("--deliver") { Description = WatchMessages.DeliverOption.In(tongue), HelpName = "FORMAT,..." };
        BadUsage.RefuseFormatsIn(deliver);
        var webhooks = new Option<string?>("--webhooks") { Description = WatchMessages.WebhooksOption.In(tongue), HelpName = "FILE.json" };
        foreach (var option in new Option[] { output, deliver, webhooks, onDone, processed, settle, patience, scan, poll, once })
        {
            command.Add(option);
        }

        var reading = ReadingOptions.AddTo(command, tongue, severalInputs: true);
        var common = CommonOptions.AddTo(command, tongue);
        command.SetAction(parsed =>
        {
            var voice = common.Voice(parsed);
            var settings = WatchSettings.For(Path.GetFullPath(parsed.GetRequiredValue(inbox)));
            var order = new WatchOrder(
                settings with
                {
                    Completion = (Completion)Array.IndexOf(Completions, parsed.GetRequiredValue(onDone)),
                    Processed = parsed.GetValue(processed) is { } folder ? Path.GetFullPath(folder) : null,
                    Settle = parsed.GetValue(settle) is { } quiet ? TimeSpan.FromSeconds(quiet) : settings.Settle,
                    Patience = parsed.GetValue(patience) is { } longer ? TimeSpan.FromSeconds(longer) : settings.Patience,
                    ScanEvery = parsed.GetValue(scan) is { } every ? TimeSpan.FromSeconds(every) : settings.ScanEvery,
                },
                parsed.GetValue(output) is { } results ? Path.GetFullPath(results) : null,
                Formats.Parse(parsed.GetValue(deliver)) ?? [], parsed.GetValue(webhooks), reading.Choices(parsed), parsed.GetValue(poll), parsed.GetValue(once));
            return Check(order, StoreFolder(store.Url(parsed)), voice)
                ?? StoreOption.With(
                    store.Url(parsed), voice, location => Store.Create(location, TimeProvider.System), opened => Run(order, opened, voice));
        });
        return command;
    }

    private sealed record WatchOrder(
        WatchSettings Settings, string? Output, ImmutableArray<ExportFormat> Formats, string? Webhooks, ReadingChoices Reading, bool Poll, bool Once);

    /// <summary>Null where it is no URL of a folder: that is told later.</summary>
    private static string? StoreFolder(string url)
    {
        try
        {
            return StoreLocation.Parse(url).Folder;
        }
        catch (StoreException)
        {
            return null;
        }
    }

    /// <summary>Null where it can begin; else, and said why, what to end with. Before anything is made.</summary>
    private static int? Check(WatchOrder order, string? store, Voice voice)
    {
        var settings = order.Settings;
        var wrong = !OperatingSystem.IsLinux() ? voice.Say(WatchMessages.NeedsLinux)
            : settings is { Completion: Completion.Move, Processed: null } ? voice.Say(WatchMessages.ProcessedMissing)
            : order is { Output: null, Formats.IsEmpty: false } ? voice.Say(WatchMessages.DeliverWhere)
            : settings.Settle <= TimeSpan.Zero ? voice.Say(WatchMessages.SecondsWrong, "--settle")
            : settings.Patience <= TimeSpan.Zero ? voice.Say(WatchMessages.SecondsWrong, "--patience")
            : settings.ScanEvery <= TimeSpan.Zero ? voice.Say(WatchMessages.SecondsWrong, "--scan")
            : new[] { store, order.Output, settings.Processed }.FirstOrDefault(folder => folder is not null && InboxRegister.Contains(settings.Inbox, folder)) is { } within
                ? voice.Say(WatchMessages.WithinInbox, within)
            : null;
        if (wrong is not null)
        {
            voice.Complain(wrong);
            return ExitCode.BadUsage;
        }

        return new[] { order.Output, settings.Completion == Completion.Move ? settings.Processed : null }
            .Any(folder => folder is not null && OutputFolder.Open(folder, voice) is null) ? ExitCode.BadUsage : null;
    }

    private static int Run(WatchOrder order, Store store, Voice voice)
    {
        Inbox inbox;
        try
        {
            inbox = InboxRegister.Find(store, order.Settings.Inbox);
        }
        catch (IOException missing)
        {
            voice.Complain(voice.Say(WatchMessages.NoInbox, order.Settings.Inbox, missing.Message));
            return ExitCode.BadUsage;
        }

        if (ReadWebhooks(order.Webhooks, voice) is not { } endpoints)
        {
            return ExitCode.BadUsage;
        }

        using var drain = new CancellationTokenSource();
        using var stop = new CancellationTokenSource();
        void End(PosixSignalContext signal)
        {
            // The first time, what is being read is read to its end; the second time it is cut off.
            signal.Cancel = true;
            if (drain.IsCancellationRequested)
            {
                stop.Cancel();
            }
            else
            {
                voice.Note(voice.Say(WatchMessages.Draining));
                drain.Cancel();
            }
        }

        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var log = WatchLog.Open(store.Logs, voice);
        using var delivery = new StandingDelivery(
            store, StandingExportsOf(order), endpoints, WebhookTransport.OfSystem, TimeProvider.System, log,
            why => voice.Complain(voice.Say(WatchMessages.ExportsTroubled, why)));
        var limits = WorkerLimits.Default;
        var launch = WorkerProgram.Launch(limits);
        Watch.Run(
            order.Settings, inbox, store,
            new WatchParts(
                TimeProvider.System, isStopped => new SupervisedReader(launch, limits, isStopped, CrashesToBlame), order.Reading.Workers,
                new ReadingOrder(order.Reading.Password, order.Reading.Templates), Outputs(order, store), _ => { }, log,
                news => Tell(news, voice), progress => Show(progress, voice), order.Poll, order.Once),
            drain.Token, stop.Token);
        voice.Progress.Clear();
        return ExitCode.Clean;
    }

    /// <summary>Beside the result files, in a folder of their own.</summary>
    private static StandingExports? StandingExportsOf(WatchOrder order) => order is { Output: { } folder, Formats.IsEmpty: false }
        ? new StandingExports(Path.Combine(folder, "exports"), order.Formats, new ExportOptions(ProgramVersion.Text), TimeProvider.System)
        : null;

    /// <summary>Null, and said why, where the file lists no endpoints.</summary>
    private static ImmutableArray<WebhookEndpoint>? ReadWebhooks(string? file, Voice voice)
    {
        try
        {
            return file is null ? [] : WebhookEndpoint.ReadList(File.ReadAllBytes(file));
        }
        catch (Exception wrong) when (wrong is FormatException or IOException or UnauthorizedAccessException)
        {
            voice.Complain($"{file}: {wrong.Message}");
            return null;
        }
    }

    private static List<IOutput> Outputs(WatchOrder order, Store store)
    {
        var outputs = new List<IOutput> { new QuarantineOutput(store.Quarantine, store.Blobs, ReasonText.Of) };
        if (order.Output is { } folder)
        {
            outputs.Add(new JsonOutput(folder, store.Results));
        }

        return outputs;
    }

    private static void Tell(WatchNews news, Voice voice)
    {
        switch (news)
        {
            case WatchBegins begins:
                voice.Note(voice.Say(WatchMessages.Of(begins.Mode)));
                break;
            case InboxGone:
                voice.Complain(voice.Say(WatchMessages.InboxGone));
                break;
            case InboxBack:
                voice.Complain(voice.Say(WatchMessages.InboxBack));
                break;
            case NotReadable(var path, var why):
                voice.Complain($"{ReasonText.OneLine(path)}: {voice.Say(Reasons.Of(why.Reason))} ({why.Detail})");
                break;
            case Troubled(var what):
                voice.Complain(voice.Say(WatchMessages.Troubled, what));
                break;
            case Recovered:
                voice.Complain(voice.Say(WatchMessages.Recovered));
                break;
        }
    }

    private static void Show(WatchProgress progress, Voice voice) => voice.Progress.Show(() => voice.Say(
        WatchMessages.Progress, progress.Files, Math.Max(0, progress.Waiting - progress.Running), progress.Running, progress.Done,
        progress.Elapsed > TimeSpan.Zero ? (long)(progress.Done / progress.Elapsed.TotalMinutes) : 0));
}
