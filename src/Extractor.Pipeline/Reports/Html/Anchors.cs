using Extractor.Pipeline.Reports.Model;

namespace Extractor.Pipeline.Reports.Html;

/// <summary>Names of places in the page that links lead to.</summary>
internal static class Anchors
{
    public static string Of(ReportDocument document) => FormattableString.Invariant($"d{document.Number}");

    public static string Of(ReportDocument document, ReportForm form) => FormattableString.Invariant($"d{document.Number}f{form.Number}");

    /// <param name="strip">Of the document's pictures, from 0.</param>
    public static string OfPicture(ReportDocument document, int strip) => FormattableString.Invariant($"p{document.Number}-{strip}");
}

/// <summary>Texts of strangers, as long as a page has room for them. The spreadsheet has them in full.</summary>
internal static class Shortened
{
    private const int LongestName = 120, LongestValue = 240, LongestSentence = 900;

    public static string Name(string text) => Cut(text, LongestName);

    public static string Value(string text) => Cut(text, LongestValue);

    public static string Sentence(string text) => Cut(text, LongestSentence);

    private static string Cut(string text, int longest) =>
        text.Length <= longest ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1), "…");
}
