using Extractor.Core.Auditing;
using Extractor.Pipeline.Language;
using Extractor.Pipeline.Reports.Model;

namespace Extractor.Pipeline.Reports.Html;

/// <summary>How grave the findings are, and who is wrong.</summary>
internal static class SeverityTable
{
    private const double Width = 100, Height = 10;

    public static void Write(HtmlWriter html, Overview overview, Tongue tongue)
    {
        var found = overview.Found;
        html.Write($"""
            <section>
            <h2>{ReportWords.BySeverity.In(tongue)}</h2>
            <table class="bars">
            <tbody>

            """);
        Row("error", ReportWords.Plural(Severity.Error), found.Errors, found.All);
        Row("warning", ReportWords.Plural(Severity.Warning), found.Warnings, found.All);
        Row("info", ReportWords.Plural(Severity.Info), found.Hints, found.All);
        html.Write($"</tbody>\n<tbody>\n");
        Row("cause", ReportWords.Of(Explanation.Published), overview.Blame.Published, found.Serious);
        Row("cause", ReportWords.Of(Explanation.Misread), overview.Blame.Misread, found.Serious);
        Row("cause", ReportWords.Of(Explanation.Rounding), overview.Blame.Rounding, found.Serious);
        Row("cause", ReportWords.Of(null), overview.Blame.Open, found.Serious);
        html.Write($"</tbody>\n</table>\n<p class=\"note\">{ReportWords.BySeverityNote.In(tongue)}</p>\n</section>\n");

        void Row(string kind, Phrase name, int count, int all) => html.Write($"""
            <tr><td>{name.In(tongue)}</td>{CountCells.Of(kind, count)}<td class="draw"><svg class="bar" viewBox="0 0 {Width} {Height}" preserveAspectRatio="none" aria-hidden="true"><rect class="{kind}" width="{(all == 0 ? 0 : Width * count / all)}" height="{Height}"/></svg></td></tr>

            """);
    }
}
