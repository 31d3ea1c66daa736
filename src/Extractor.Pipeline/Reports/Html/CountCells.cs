using Extractor.Pipeline.Reports.Model;

namespace Extractor.Pipeline.Reports.Html;

/// <summary>Cells of a table that count findings: a nought stands back.</summary>
internal static class CountCells
{
    public static Markup Of(Severities found) => HtmlWriter.Of(html => html.Write($"{Of("error", found.Errors)}{Of("warning", found.Warnings)}{Of("info", found.Hints)}"));

    public static Markup Of(string kind, int count) => HtmlWriter.Of(html => html.Write($"<td class=\"n {(count == 0 ? "nought" : kind)}\">{Figures.Count(count)}</td>"));
}
