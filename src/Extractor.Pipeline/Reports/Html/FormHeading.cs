using Extractor.Pipeline.Language;
using Extractor.Pipeline.Reports.Model;

namespace Extractor.Pipeline.Reports.Html;

/// <summary>Opens the section of a form: what it is about, and its figures.</summary>
internal static class FormHeading
{
    public static void Write(HtmlWriter html, ReportDocument document, ReportForm form, Tongue tongue)
    {
        html.Write($"""
            <section class="form" id="{Anchors.Of(document, form)}" data-o="{Shortened.Name(OwnerNames.Key(form.Owner))}">
            <h4><small>{ReportWords.FormHeading.In(tongue, form.Number)} · {ReportWords.OnPages.In(tongue, PageRanges.Of(form.Pages))}</small> {Shortened.Name(form.Name)}</h4>
            <dl class="about">
            """);
        Fact(ReportWords.Department, form.Department);
        if (form.ImplementingUnit != form.Department)
        {
            Fact(ReportWords.Unit, form.ImplementingUnit);
        }

        Fact(ReportWords.Budget, form.Money.Budget is { } budget ? Figures.Money(budget, tongue) : null);
        Fact(ReportWords.Executed, form.Money.Executed is { } executed ? Figures.Money(executed, tongue) : null);
        Fact(ReportWords.Rate, form.Money is { Budget: > 0, Executed: not null } ? Figures.Rate(form.Money.Executed.Value / form.Money.Budget.Value) : null);
        Fact(ReportWords.Score, form.Score);
        html.Write($"</dl>\n");

        void Fact(Phrase name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                html.Write($"<div><dt>{name.In(tongue)}</dt><dd>{Shortened.Name(value)}</dd></div>");
            }
        }
    }
}
