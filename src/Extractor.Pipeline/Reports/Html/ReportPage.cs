using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Extractor.Pipeline.Language;
using Extractor.Pipeline.Reports.Model;
using Extractor.Pipeline.Reports.Places;

namespace Extractor.Pipeline.Reports.Html;

/// <summary>
/// The report as one HTML file that opens offline: an overview, then the findings with pictures of their places. Nothing
/// in it is fetched; of what could be executed, only its own script may be; all can be read without it.
/// </summary>
public static class ReportPage
{
    private static readonly string Style = Resource("report.css");

    private static readonly string Script = Resource("report.js");

    /// <param name="pictures">Of each document of the report, in order.</param>
    /// <param name="version">Of this program.</param>
    public static string Write(MismatchReport report, ImmutableArray<DocumentPictures> pictures, Tongue tongue, string version)
    {
        var overview = Overview.Of(report);
        var title = ReportWords.Title.In(tongue);
        var style = new Markup(Style);
        var script = new Markup(Script);
        return HtmlWriter.Of(html =>
        {
            html.Write($"""
                <!DOCTYPE html>
                <html lang="{(tongue == Tongue.Chinese ? "zh-Hans" : "en")}">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="{$"default-src 'none'; img-src data:; style-src {HashOf(Style)}; script-src {HashOf(Script)}; base-uri 'none'; form-action 'none'"}">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="referrer" content="no-referrer">
                <title>{title}</title>
                <style>{style}</style>
                </head>
                <body>
                <header>
                <h1>{title}</h1>
                <p class="made">{ReportWords.MadeBy.In(tongue, version)}</p>
                </header>
                <main>

                """);
            var findings = new FindingsSection(html, report, overview, pictures, tongue);
            OverviewSection.Write(html, report, overview, findings.IsShown, tongue);
            findings.Write();
            html.Write($"""
                </main>
                <script>{script}</script>
                </body>
                </html>

                """);
        }).Html;
    }

    /// <summary>As a content security policy names what it allows.</summary>
    private static string HashOf(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    private static string Resource(string name)
    {
        using var stream = typeof(ReportPage).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
