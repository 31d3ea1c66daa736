using System.Collections.Immutable;
using System.Globalization;
using Extractor.Core.Auditing;
using Extractor.Pipeline.Language;
using Extractor.Pipeline.Reports.Model;

namespace Extractor.Pipeline.Reports.Html;

/// <summary>What a head of department reads in a minute.</summary>
internal static class OverviewSection
{
    private const int MostGroups = 12, MostRules = 12;

    /// <param name="isShown">Whether a form stands among the findings.</param>
    public static void Write(HtmlWriter html, MismatchReport report, Overview overview, Func<ReportForm, bool> isShown, Tongue tongue)
    {
        html.Write($"<section class=\"overview\">\n<p class=\"lead\">{Lead(overview, tongue)}</p>\n");
        WriteTiles(html, overview, tongue);
        html.Write($"<div class=\"columns pair\">\n");
        SeverityTable.Write(html, overview, tongue);
        WriteMoney(html, overview, tongue);
        html.Write($"</div>\n<div class=\"columns\">\n");
        if (overview.Owners.Length > 1 || overview.Units.Length <= 1)
        {
            WriteGroups(html, ReportWords.ByOwner, ReportWords.Department, overview.Owners, tongue);
        }

        if (overview.Units.Length > 1)
        {
            WriteGroups(html, ReportWords.ByUnit, ReportWords.Unit, overview.Units, tongue);
        }

        html.Write($"</div>\n");
        WriteRules(html, overview, tongue);
        WriteFirst(html, overview, isShown, tongue);
        html.Write($"</section>\n");
        DocumentIndex.Write(html, report, tongue);
    }

    private static string Lead(Overview overview, Tongue tongue) => tongue == Tongue.Chinese
        ? $"共核对 {Figures.Count(overview.Documents)} 份文件中的 {Figures.Count(overview.Forms)} 张自评表{YearsOf(overview, "（", " 年度）")}。"
            + $"{Figures.Count(overview.WithErrors)} 张表有错误，{Figures.Count(overview.Clean)} 张未发现错误和警告。"
            + (overview.NotRead + overview.PartlyRead > 0 ? $"{Figures.Count(overview.NotRead)} 份文件未能读取，{Figures.Count(overview.PartlyRead)} 份未能读全。" : "")
        : $"{Many(overview.Forms, "form")}{YearsOf(overview, " for ", "")} in {Many(overview.Documents, "document")} were audited. "
            + $"{Many(overview.WithErrors, "form")} {(overview.WithErrors == 1 ? "has" : "have")} errors, {Figures.Count(overview.Clean)} neither errors nor warnings. "
            + (overview.NotRead + overview.PartlyRead > 0 ? $"{Many(overview.NotRead, "document")} could not be read, {Figures.Count(overview.PartlyRead)} not in full." : "");

    private static string Many(int count, string noun) => $"{Figures.Count(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string YearsOf(Overview overview, string before, string after) => overview.Years switch
    {
        [] => "",
        [var only] => string.Create(CultureInfo.InvariantCulture, $"{before}{only}{after}"),
        [var first, .., var last] => string.Create(CultureInfo.InvariantCulture, $"{before}{first}–{last}{after}"),
    };

    private static void WriteTiles(HtmlWriter html, Overview overview, Tongue tongue)
    {
        html.Write($"<ul class=\"tiles\">\n");
        Tile("", ReportWords.Documents, Figures.Count(overview.Documents), ReportWords.Pages.In(tongue, Figures.Count(overview.Pages)));
        Tile("", ReportWords.Forms, Figures.Count(overview.Forms), ReportWords.CleanForms.In(tongue, Figures.Count(overview.Clean)));
        Tile("", ReportWords.Budget, Figures.Money(overview.Money.Budget, tongue), ReportWords.OfForms.In(tongue, Figures.Count(overview.Money.WithMoney)));
        Tile("", ReportWords.Executed, Figures.Money(overview.Money.Executed, tongue), overview.Money.Rate is { } rate ? ReportWords.RateIs.In(tongue, Figures.Rate(rate)) : "");
        Tile("error", ReportWords.Plural(Severity.Error), Figures.Count(overview.Found.Errors), ReportWords.InForms.In(tongue, Figures.Count(overview.WithErrors)));
        Tile("warning", ReportWords.Plural(Severity.Warning), Figures.Count(overview.Found.Warnings), "");
        Tile("info", ReportWords.Plural(Severity.Info), Figures.Count(overview.Found.Hints), "");
        html.Write($"</ul>\n");

        void Tile(string kind, Phrase label, string figure, string note) =>
            html.Write($"<li class=\"{kind}\"><span>{label.In(tongue)}</span><b>{figure}</b><small>{note}</small></li>\n");
    }

    private static void WriteMoney(HtmlWriter html, Overview overview, Tongue tongue)
    {
        html.Write($"""
            <section>
            <h2>{ReportWords.ByMoney.In(tongue)}</h2>
            <table class="figures">
            <thead><tr><th>{ReportWords.PrintedUnit.In(tongue)}</th><th class="n">{ReportWords.Forms.In(tongue)}</th><th class="n">{ReportWords.Budget.In(tongue)}{ReportWords.MoneyUnit.In(tongue)}</th><th class="n">{ReportWords.Executed.In(tongue)}{ReportWords.MoneyUnit.In(tongue)}</th><th class="n">{ReportWords.Rate.In(tongue)}</th></tr></thead>
            <tbody>

            """);
        foreach (var line in overview.ByUnitOfMeasure)
        {
            Row(line, line.Unit.Length > 0 ? line.Unit : ReportWords.UnknownUnit.In(tongue), line.Unit.Length > 0);
        }

        html.Write($"</tbody>\n");
        if (overview.ByUnitOfMeasure.Length > 1)
        {
            html.Write($"<tfoot>\n");
            Row(overview.Money, ReportWords.Sum.In(tongue), known: true);
            html.Write($"</tfoot>\n");
        }

        html.Write($"</table>\n<p class=\"note\">{ReportWords.MoneyNote.In(tongue)}</p>\n</section>\n");

        void Row(MoneyLine line, string name, bool known) => html.Write($"""
            <tr><td>{name}</td><td class="n">{Figures.Count(line.Forms)}</td><td class="n">{(known ? Figures.MoneyInColumn(line.Budget, tongue) : "–")}</td><td class="n">{(known ? Figures.MoneyInColumn(line.Executed, tongue) : "–")}</td><td class="n">{(line.Rate is { } rate ? Figures.Rate(rate) : "–")}</td></tr>

            """);
    }

    private static void WriteGroups(HtmlWriter html, Phrase heading, Phrase column, ImmutableArray<GroupTally> groups, Tongue tongue)
    {
        var rows = groups.Select(group => new Bar(group.Name.Length > 0 ? group.Name : ReportWords.NotNamed.In(tongue), "", group.Forms, group.Found)).ToImmutableArray();
        html.Write($"<section>\n<h2>{heading.In(tongue)}</h2>\n");
        BarTable.Write(html, column, Bar.Cut(rows, MostGroups, others => ReportWords.Others.In(tongue, others)), tongue);
        html.Write($"</section>\n");
    }

    private static void WriteRules(HtmlWriter html, Overview overview, Tongue tongue)
    {
        html.Write($"<section>\n<h2>{ReportWords.ByRule.In(tongue)}</h2>\n");
        if (overview.Rules.IsEmpty)
        {
            html.Write($"<p>{ReportWords.NothingFound.In(tongue)}</p>\n");
        }
        else
        {
            var rows = overview.Rules.Select(rule => new Bar(rule.Rule, RuleNames.Of(rule.Rule, tongue), rule.Forms, rule.Found)).ToImmutableArray();
            BarTable.Write(html, ReportWords.Rule, Bar.Cut(rows, MostRules, others => ReportWords.OtherRules.In(tongue, others)), tongue);
        }

        html.Write($"</section>\n");
    }

    private static void WriteFirst(HtmlWriter html, Overview overview, Func<ReportForm, bool> isShown, Tongue tongue)
    {
        if (overview.First.IsEmpty)
        {
            return;
        }

        html.Write($"""
            <section>
            <h2>{ReportWords.First.In(tongue)}</h2>
            <table class="figures">
            <thead><tr><th>{ReportWords.Project.In(tongue)}</th><th>{ReportWords.Department.In(tongue)}</th><th class="n">{ReportWords.Budget.In(tongue)}{ReportWords.MoneyUnit.In(tongue)}</th><th class="n">{ReportWords.Executed.In(tongue)}{ReportWords.MoneyUnit.In(tongue)}</th><th class="n">{ReportWords.Score.In(tongue)}</th><th class="n">{ReportWords.Plural(Severity.Error).In(tongue)}</th><th class="n">{ReportWords.Plural(Severity.Warning).In(tongue)}</th></tr></thead>
            <tbody>

            """);
        foreach (var (document, form, found) in overview.First)
        {
            html.Write($"""
                <tr><td><a href="#{(isShown(form) ? Anchors.Of(document, form) : Anchors.Of(document))}">{Shortened.Name(form.Name)}</a></td><td>{Shortened.Name(form.Owner)}</td><td class="n">{(form.Money.Budget is { } budget ? Figures.MoneyInColumn(budget, tongue) : "–")}</td><td class="n">{(form.Money.Executed is { } executed ? Figures.MoneyInColumn(executed, tongue) : "–")}</td><td class="n">{Shortened.Value(form.Score ?? "–")}</td>{CountCells.Of("error", found.Errors)}{CountCells.Of("warning", found.Warnings)}</tr>

                """);
        }

        html.Write($"</tbody>\n</table>\n</section>\n");
    }
}
