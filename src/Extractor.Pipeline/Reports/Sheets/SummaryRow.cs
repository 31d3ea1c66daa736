using Extractor.Core.Auditing;
using Extractor.Pipeline.Delivery.Tables;
using Extractor.Pipeline.Language;
using Extractor.Pipeline.Reports.Html;
using Extractor.Pipeline.Reports.Model;

namespace Extractor.Pipeline.Reports.Sheets;

/// <summary>A line of the overview: what it is about, and its figures; those that make no sense for it are null.</summary>
internal sealed record SummaryRow(Phrase Kind, string Name, int? Forms = null, MoneyLine? Money = null, Severities? Found = null, string? Note = null)
{
    public static ReportTable<SummaryRow> Table { get; } = new(new("概览", "Overview"),
    [
        new(new("类别", "Kind"), 16, (row, tongue) => Cell.Of(row.Kind.In(tongue))),
        new(new("名称", "Name"), 34, (row, _) => Cell.Of(row.Name)),
        new(new("自评表", "Forms"), 9, (row, _) => Cell.Of(row.Forms)),
        new(new("全年预算（元）", "Annual budget (yuan)"), 20, (row, _) => Yuan(row.Money is { WithMoney: > 0 } money ? money.Budget : null)),
        new(new("全年执行（元）", "Executed (yuan)"), 20, (row, _) => Yuan(row.Money is { WithMoney: > 0 } money ? money.Executed : null)),
        new(new("执行率", "Rate"), 10, (row, _) => Rate(row.Money?.Rate)),
        new(new("错误", "Errors"), 8, (row, _) => Cell.Of(row.Found?.Errors)),
        new(new("警告", "Warnings"), 8, (row, _) => Cell.Of(row.Found?.Warnings)),
        new(new("提示", "Hints"), 8, (row, _) => Cell.Of(row.Found?.Hints)),
        new(new("说明", "Note"), 60, (row, _) => Cell.Of(row.Note)) { IsLong = true },
    ]);

    public static IEnumerable<SummaryRow> All(Overview overview, Tongue tongue)
    {
        var whole = new Phrase("总计", "In all");
        yield return new SummaryRow(
            whole, ReportWords.Documents.In(tongue) + " " + Figures.Count(overview.Documents), overview.Forms, overview.Money, overview.Found,
            ReportWords.CleanForms.In(tongue, overview.Clean) + NotRead(overview, tongue));
        foreach (var line in overview.ByUnitOfMeasure)
        {
            yield return new SummaryRow(ReportWords.PrintedUnit, line.Unit.Length > 0 ? line.Unit : ReportWords.UnknownUnit.In(tongue), line.Forms, line.Unit.Length > 0 ? line : null);
        }

        foreach (var group in overview.Owners)
        {
            yield return Of(ReportWords.Department, group, tongue);
        }

        foreach (var group in overview.Units)
        {
            yield return Of(ReportWords.Unit, group, tongue);
        }

        foreach (var rule in overview.Rules)
        {
            yield return new SummaryRow(ReportWords.Rule, rule.Rule, rule.Forms, null, rule.Found, RuleNames.Of(rule.Rule, tongue));
        }

        foreach (var (cause, count) in new[]
        {
            (ReportWords.Of(Explanation.Published), overview.Blame.Published), (ReportWords.Of(Explanation.Misread), overview.Blame.Misread),
            (ReportWords.Of(Explanation.Rounding), overview.Blame.Rounding), (ReportWords.Of(null), overview.Blame.Open),
        })
        {
            yield return new SummaryRow(ReportWords.Verdict, cause.In(tongue), Note: CauseNote.In(tongue, count));
        }
    }

    private static readonly Phrase CauseNote = new("错误和警告 {0} 个", "errors and warnings: {0}");

    private static SummaryRow Of(Phrase kind, GroupTally group, Tongue tongue) =>
        new(kind, group.Name.Length > 0 ? group.Name : ReportWords.NotNamed.In(tongue), group.Forms, group.Money, group.Found);

    private static string NotRead(Overview overview, Tongue tongue) => overview.NotRead + overview.PartlyRead == 0
        ? ""
        : (tongue == Tongue.Chinese ? "；" : "; ") + ReportWords.NotReadCounts.In(tongue, overview.NotRead, overview.PartlyRead);

    public static Cell Yuan(decimal? yuan) => Cell.Of(yuan, yuan is { } known ? Figures.Yuan(known) : null);

    private static Cell Rate(decimal? rate) => rate is { } fraction ? Cell.Of(Math.Round(fraction, 4), Figures.Rate(fraction)) : Cell.Nothing;
}
