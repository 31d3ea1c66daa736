using Extractor.Core.Auditing;
using Extractor.Pipeline.Language;
using Extractor.Pipeline.Reports.Model;

namespace Extractor.Pipeline.Reports.Html;

/// <summary>Choices of what is shown. Hidden until the script is there to act on them.</summary>
internal static class FilterBar
{
    public static void Write(HtmlWriter html, Overview overview, Tongue tongue)
    {
        html.Write($"""<div class="filter" id="filter" role="search" aria-label="{ReportWords.Filter.In(tongue)}" data-shown="{ReportWords.Shown.In(tongue)}" data-copy="{ReportWords.Copy.In(tongue)}" data-copied="{ReportWords.Copied.In(tongue)}" hidden>""");
        Check("error", ReportWords.Plural(Severity.Error), overview.Found.Errors);
        Check("warning", ReportWords.Plural(Severity.Warning), overview.Found.Warnings);
        Check("info", ReportWords.Plural(Severity.Info), overview.Found.Hints);
        html.Write($"<select id=\"owner\" aria-label=\"{ReportWords.Department.In(tongue)}\"><option value=\"\">{ReportWords.AllUnits.In(tongue)}</option>");
        foreach (var name in overview.Owners.Select(owner => owner.Name).Where(name => name.Length > 0).Order(StringComparer.Ordinal))
        {
            html.Write($"<option value=\"{Shortened.Name(OwnerNames.Key(name))}\">{Shortened.Name(name)}</option>");
        }

        html.Write($"</select><select id=\"rule\" aria-label=\"{ReportWords.Rule.In(tongue)}\"><option value=\"\">{ReportWords.AllRules.In(tongue)}</option>");
        foreach (var rule in overview.Rules.Select(rule => rule.Rule).Order(StringComparer.Ordinal))
        {
            html.Write($"<option>{rule}</option>");
        }

        html.Write($"""
            </select><input id="words" type="search" placeholder="{ReportWords.Search.In(tongue)}" aria-label="{ReportWords.Search.In(tongue)}"><output id="shown"></output><button type="button" id="fold">{ReportWords.Fold.In(tongue)}</button><button type="button" id="unfold">{ReportWords.Unfold.In(tongue)}</button></div>

            """);

        void Check(string kind, Phrase name, int count) =>
            html.Write($"<label class=\"{kind}\"><input type=\"checkbox\" value=\"{kind}\" checked> {name.In(tongue)} {Figures.Count(count)}</label>");
    }
}
