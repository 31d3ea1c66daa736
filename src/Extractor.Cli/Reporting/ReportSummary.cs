using System.Collections.Immutable;
using Extractor.Cli.Language;
using Extractor.Pipeline.Reports.Model;
using Extractor.Pipeline.Reports.Places;

namespace Extractor.Cli.Reporting;

/// <summary>What <c>report --json</c> prints.</summary>
/// <param name="WithoutPictures">Names of documents whose pages could not be drawn.</param>
internal sealed record ReportOutcome(string Output, int Documents, int Forms, FindingCounts Findings, int Pictures, ImmutableArray<string> WithoutPictures);

/// <summary>Says what a report holds.</summary>
internal static class ReportSummary
{
    public static void Print(MismatchReport report, ImmutableArray<DocumentPictures> pictures, string output, bool json, Voice voice)
    {
        var overview = Overview.Of(report);
        var drawn = pictures.Sum(each => each.Files.Count(file => file is not null));
        if (json)
        {
            SummaryFormat.Print(new ReportOutcome(
                output, overview.Documents, overview.Forms, new FindingCounts(overview.Found.Errors, overview.Found.Warnings, overview.Found.Hints), drawn,
                [.. report.Documents.Zip(pictures).Where(each => each.Second.Problem is not null).Select(each => each.First.Name)]));
        }
        else if (voice.Loudness != Loudness.Quiet)
        {
            voice.Progress.Clear();
            Console.WriteLine(voice.Say(
                Messages.ReportDone, overview.Documents, overview.Forms, overview.Found.Errors, overview.Found.Warnings, overview.Found.Hints, drawn));
            Console.WriteLine(voice.Say(Messages.Written, output));
        }
    }
}
