using System.Collections.Immutable;
using Extractor.Core.Auditing;
using Extractor.Core.Forms;
using Extractor.Core.Results;

namespace Extractor.Pipeline.Reports.Model;

/// <summary>A form as a report shows it.</summary>
/// <param name="Number">Its place in the document, from 1.</param>
/// <param name="Money">Of the row that is about the whole project.</param>
/// <param name="Score">The total score as printed; null where none is.</param>
/// <param name="ToReview">How many fields a person should look at.</param>
/// <param name="Widths">How far it reaches across each of its pages.</param>
public sealed record ReportForm(
    int Number, string Id, string Title, int? Year, ImmutableArray<int> Pages,
    string? ProjectName, string? Department, string? ImplementingUnit,
    ReportMoney Money, string? Score, int ToReview, ImmutableArray<FormWidth> Widths, ImmutableArray<ReportFinding> Findings)
{
    /// <summary>What a person calls it: the project's name, or else the title.</summary>
    public string Name => string.IsNullOrWhiteSpace(ProjectName) ? Title : ProjectName;

    /// <summary>Who answers for it: the department, or else the unit; empty where neither is printed.</summary>
    public string Owner => FirstSaid(Department, ImplementingUnit);

    /// <summary>Who carried it out: the unit, or else the department; empty where neither is printed.</summary>
    public string Unit => FirstSaid(ImplementingUnit, Department);

    public static ReportForm Of(int number, ResultForm form) => new(
        number, form.Id, form.Title, form.Year, form.Pages, form.ProjectName, form.Department, form.ImplementingUnit,
        ReportMoney.Of(form.ToForm()), form.Total?.Score?.Text is { Length: > 0 } score ? score : null, form.NeedsReview.Length,
        WidthsOf(form),
        [.. form.Findings.Select(finding => ReportFinding.Of(finding, pointer => ReportCell.InForm(form, pointer)))]);

    private static ImmutableArray<FormWidth> WidthsOf(ResultForm form) =>
    [
        .. form.Provenance.SelectMany(field => field.Places).Where(place => place.Box.Length == 4).GroupBy(place => place.Page)
            .Select(page => new FormWidth(page.Key, (double)page.Min(place => place.Box[0]), (double)page.Max(place => place.Box[2])))
            .OrderBy(width => width.Page),
    ];

    private static string FirstSaid(params string?[] names) => Array.Find(names, name => !string.IsNullOrWhiteSpace(name))?.Trim() ?? "";
}

/// <summary>From the leftmost to the rightmost field of a form on one page, in points.</summary>
public sealed record FormWidth(int Page, double Left, double Right);

/// <summary>What a project was to cost and what was spent, as its form states it.</summary>
/// <param name="PrintedUnit">The unit that the form prints, in short; empty where none is known.</param>
/// <param name="Budget">The full-year budget in 元; null where it is not printed, or its unit is not known.</param>
/// <param name="Executed">What was spent, in 元.</param>
public sealed record ReportMoney(string PrintedUnit, decimal? Budget, decimal? Executed)
{
    public static ReportMoney Of(Form form)
    {
        // The funds alone: to read the indicators takes most of the time.
        var figures = FormFigures.Of(form with { Indicators = [], Extra = [] });
        return figures.Whole is { } whole
            ? new ReportMoney(UnitOf(figures.MoneyExponent), figures.InYuan(whole.Budget), figures.InYuan(whole.Executed))
            : new ReportMoney(UnitOf(figures.MoneyExponent), null, null);
    }

    private static string UnitOf(int? exponent) => exponent switch
    {
        null => "",
        0 => "元",
        3 => "千元",
        4 => "万元",
        6 => "百万元",
        7 => "千万元",
        8 => "亿元",
        _ => "元",
    };
}
