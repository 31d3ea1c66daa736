using Extractor.Core.Auditing;
using Extractor.Pipeline.Language;
using Extractor.Pipeline.Reports.Model;

namespace Extractor.Pipeline.Reports.Html;

/// <summary>Every document with its figures, and what could not be read.</summary>
internal static class DocumentIndex
{
    /// <summary>A document may be listed with so many reasons why pages of it were not read.</summary>
    private const int MostReasons = 5;

    public static void Write(HtmlWriter html, MismatchReport report, Tongue tongue)
    {
        WriteNotRead(html, report, tongue);
        html.Write($"""
            <details class="index" open>
            <summary><h2>{ReportWords.AllDocuments.In(tongue)}</h2></summary>
            <table class="figures">
            <thead><tr><th>{ReportWords.Documents.In(tongue)}</th><th class="n">{ReportWords.Forms.In(tongue)}</th><th class="n">{ReportWords.Budget.In(tongue)}{ReportWords.MoneyUnit.In(tongue)}</th><th class="n">{ReportWords.Executed.In(tongue)}{ReportWords.MoneyUnit.In(tongue)}</th><th class="n">{ReportWords.Plural(Severity.Error).In(tongue)}</th><th class="n">{ReportWords.Plural(Severity.Warning).In(tongue)}</th><th class="n">{ReportWords.Plural(Severity.Info).In(tongue)}</th></tr></thead>
            <tbody>

            """);
        foreach (var document in report.Documents)
        {
            var found = Severities.Of(document.AllFindings);
            var money = MoneyLine.Of("", document.Forms);
            html.Write($"<tr><td><a href=\"#{Anchors.Of(document)}\">{Shortened.Name(document.Name)}</a>");
            if (document.IsSuperseded)
            {
                html.Write($" <small>{ReportWords.Superseded.In(tongue)}</small>");
            }

            html.Write($"""
                </td><td class="n">{Figures.Count(document.Forms.Length)}</td><td class="n">{(money.WithMoney > 0 ? Figures.MoneyInColumn(money.Budget, tongue) : "–")}</td><td class="n">{(money.WithMoney > 0 ? Figures.MoneyInColumn(money.Executed, tongue) : "–")}</td>{CountCells.Of(found)}</tr>

                """);
        }

        html.Write($"</tbody>\n</table>\n</details>\n");
    }

    private static void WriteNotRead(HtmlWriter html, MismatchReport report, Tongue tongue)
    {
        var failed = report.Current.Where(document => document.Refusal is not null || !document.Unread.IsEmpty).ToList();
        if (failed.Count == 0)
        {
            return;
        }

        html.Write($"<section>\n<h2>{ReportWords.NotRead.In(tongue)}</h2>\n<table class=\"figures\">\n<tbody>\n");
        foreach (var document in failed)
        {
            html.Write($"<tr><td>{Shortened.Name(document.Name)}</td><td>{Shortened.Sentence(WhyNot(document, tongue))}</td></tr>\n");
        }

        html.Write($"</tbody>\n</table>\n</section>\n");
    }

    internal static string WhyNot(ReportDocument document, Tongue tongue) => document.Refusal is { } refusal
        ? Reasons.Of(refusal.Reason).In(tongue)
        : string.Join(tongue == Tongue.Chinese ? "；" : "; ", document.Unread.GroupBy(page => page.Reason).OrderBy(pages => pages.First().Page).Take(MostReasons)
            .Select(pages => ReportWords.PagesUnread.In(tongue, PageRanges.Of(pages.Select(page => page.Page)), Reasons.Of(pages.Key).In(tongue))));
}
