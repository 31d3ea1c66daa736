using System.CommandLine;
using Extractor.Cli.Language;
using Extractor.Cli.Reporting;
using Extractor.Pipeline.Ledger;
using Extractor.Pipeline.Watching;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor status --store URL</c></summary>
internal static class StatusCommand
{
    public static Command Build(Tongue tongue)
    {
        var command = new Command("status", WatchMessages.StatusCommand.In(tongue));
        var store = StoreOption.AddTo(command, tongue);
        var common = CommonOptions.AddTo(command, tongue);
        command.SetAction(parsed =>
        {
            var voice = common.Voice(parsed);
            return StoreOption.With(store.Url(parsed), voice, Store.Open, opened => Run(opened, common.Json(parsed), voice));
        });
        return command;
    }

    private static int Run(Store store, bool json, Voice voice)
    {
        var counts = store.Ledger.Count();
        var status = new StatusSummary(
            StoreLock.IsTaken(store),
            [.. store.Ledger.Inboxes().Where(inbox => inbox.Path.Length > 0).Select(inbox => new InboxStatus(inbox.Path, InboxRegister.IsThere(inbox)))],
            new FileCounts(counts.Seen, counts.Done, counts.Waiting, counts.Quarantined, counts.Duplicate, counts.Ignored, counts.Withdrawn, counts.Removed),
            new DocumentCounts(
                counts.Documents.GetValueOrDefault(DocumentState.Waiting), counts.PutOff, counts.Documents.GetValueOrDefault(DocumentState.Running),
                counts.Documents.GetValueOrDefault(DocumentState.Done), counts.Documents.GetValueOrDefault(DocumentState.Unpacked),
                counts.Documents.GetValueOrDefault(DocumentState.Quarantined), counts.DoneLately),
            [.. counts.Reasons.Select(reason => new ReasonCounts(reason.Reason, reason.Held, reason.Refused, reason.PutOff))]);
        if (json)
        {
            SummaryFormat.Print(status);
        }
        else
        {
            Print(status, voice);
        }

        return ExitCode.Clean;
    }

    private static void Print(StatusSummary status, Voice voice)
    {
        Console.WriteLine(voice.Say(status.Watching ? WatchMessages.StatusWatched : WatchMessages.StatusNotWatched));
        foreach (var inbox in status.Inboxes)
        {
            Console.WriteLine(voice.Say(
                WatchMessages.StatusInbox, inbox.Path, voice.Say(inbox.Available ? WatchMessages.InboxThere : WatchMessages.InboxNotThere)));
        }

        var (files, documents) = (status.Files, status.Documents);
        Console.WriteLine(voice.Say(
            WatchMessages.StatusFiles, files.Seen, files.Done, files.Waiting, files.Quarantined, files.Duplicate, files.Ignored, files.Withdrawn, files.Removed));
        Console.WriteLine(voice.Say(
            WatchMessages.StatusDocuments, documents.Waiting, documents.PutOff, documents.Running, documents.Done, documents.Archives,
            documents.Quarantined, documents.EndedInLastMinute));
        foreach (var reason in status.Reasons)
        {
            Console.WriteLine(voice.Say(
                WatchMessages.StatusReason, voice.Say(Reasons.Of(reason.Reason)), reason.Quarantined, reason.NotTaken, reason.PutOff));
        }
    }
}
