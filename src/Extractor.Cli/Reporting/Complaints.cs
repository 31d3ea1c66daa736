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
        voice.Complain($"{input.Shown}: {voice.Say(Reasons.Of(failed.Reason))}{detail}");
    }

    /// <summary>One line a reason, however many pages it keeps from being read.</summary>
    public static void About(Input input, ImmutableArray<ResultUnread> unread, Voice voice)
    {
        foreach (var pages in unread.GroupBy(page => page.Reason).OrderBy(group => group.First().Page))
        {
            var detail = voice.Loudness == Loudness.Verbose ? $" ({pages.First().Detail})" : "";
            voice.Complain($"{input.Shown}: {voice.Say(Messages.PagesUnread, PageRanges.Of(pages.Select(page => page.Page)), voice.Say(Reasons.Of(pages.Key)))}{detail}");
        }
    }
}
