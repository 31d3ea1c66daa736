using System.Collections.Immutable;
using Extractor.Cli.Language;
using Extractor.Core.Results;

namespace Extractor.Cli.Explaining;

/// <summary>A trace as a person reads it on a terminal.</summary>
internal static class TraceView
{
    public static void Print(TraceFile trace, Voice voice)
    {
        var shown = Shown(trace);
        foreach (var region in shown)
        {
            Console.WriteLine(Caption(region, voice.Tongue));
            foreach (var line in Verdict(region, voice.Tongue))
            {
                Console.WriteLine($"  {line}");
            }

            PrintTexts(Messages.TraceAnchors, region.Anchors, voice);
            PrintTexts(Messages.TraceNotUnderstood, region.NotUnderstood, voice);
            PrintTexts(Messages.TraceUnfilled, region.Unfilled, voice);
            Console.WriteLine();
        }

        if (shown.IsEmpty)
        {
            Console.WriteLine(voice.Say(Messages.TraceNothing));
        }

        if (trace.Regions.Length > shown.Length)
        {
            Console.WriteLine(voice.Say(Messages.TraceOtherTables, trace.Regions.Length - shown.Length));
        }
    }

    /// <summary>Tables in which something was understood; the others have nothing of a form.</summary>
    public static ImmutableArray<TracedRegion> Shown(TraceFile trace) =>
        [.. trace.Regions.Where(region => region.Form is not null || !region.Anchors.IsEmpty)];

    public static string Caption(TracedRegion region, Tongue tongue)
    {
        var pages = Messages.PagesOf.In(tongue, string.Join(", ", region.Pages));
        return region.Title.Length > 0 ? $"{pages}: {region.Title}" : pages;
    }

    /// <summary>What it is, which template was chosen, and why.</summary>
    public static IEnumerable<string> Verdict(TracedRegion region, Tongue tongue)
    {
        yield return region.Form is { } form ? Messages.TraceForm.In(tongue, form) : (tongue == Tongue.Chinese ? region.Message : region.MessageEn)!;
        if (region.Template is { } template)
        {
            yield return Messages.TraceTemplate.In(tongue, template, string.Join("; ", region.Reasons));
        }

        var review = region.Fields.Count(field => field.NeedsReview);
        if (region.Form is not null)
        {
            yield return Messages.TraceCounts.In(tongue, region.Fields.Length, review, region.NotUnderstood.Length);
        }
    }

    private static void PrintTexts(Phrase heading, ImmutableArray<TracedText> texts, Voice voice)
    {
        if (texts.IsEmpty)
        {
            return;
        }

        Console.WriteLine($"  {voice.Say(heading)}:");
        foreach (var text in texts)
        {
            var page = text.Places.IsEmpty ? "" : voice.Say(Messages.OnPage, text.Places[0].Page);
            Console.WriteLine($"    {text.Role ?? "?",-28} {text.Text}{page}");
        }
    }
}
