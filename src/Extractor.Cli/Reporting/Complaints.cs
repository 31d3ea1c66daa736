using System.Collections.Immutable;
using Extractor.Cli.Language;
using Extractor.Core.Results;
using Extractor.Pipeline.Intake;
using Extractor.Pipeline.Jobs;

namespace Extractor.Cli.Reporting;

/// <summary>What could not be done with an input, on standard error.</summary>
internal static class Complaints
{
    public static void About(Input input, Failed failed, Voice voice)
    {
        // A fault of the program brings its stack along.
        var shown = voice.Loudness == Loudness.Verbose ? failed.Detail : failed.Detail.Split('\n')[0];
        var detail = shown.Length > 0 ? $" ({shown})" : "";
        voice.Complain($"{input.Shown}: {voice.Say(Messages.Of(failed.Reason))}{detail}");
    }

    public static void About(Input input, ImmutableArray<ResultUnread> unread, Voice voice)
    {
        foreach (var page in unread)
        {
            voice.Complain($"{input.Shown}: {voice.Say(Messages.PageUnread, page.Page, page.Detail)}");
        }
    }
}
