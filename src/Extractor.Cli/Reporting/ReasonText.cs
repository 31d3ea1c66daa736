using Extractor.Cli.Language;
using Extractor.Pipeline.Ledger;

namespace Extractor.Cli.Reporting;

/// <summary>The text beside a document in quarantine, in both languages: nobody knows who will look at it.</summary>
internal static class ReasonText
{
    private const int ShortHash = 12;

    public static string Of(LedgerDocument document) => In(Tongue.Chinese, document) + "\n" + In(Tongue.English, document);

    private static string In(Tongue tongue, LedgerDocument document) => WatchMessages.ReasonText.In(
        tongue, string.Join(", ", document.Sightings.Select(OneLine)), Reasons.Of(document.Why!.Reason).In(tongue), document.Why.Detail.Split('\n')[0],
        document.Sha256, document.Sha256[..ShortHash]);

    /// <summary>A name may hold anything, also what a terminal would obey.</summary>
    public static string OneLine(string name) => string.Concat(name.Select(c => char.IsControl(c) ? '\uFFFD' : c));
}
