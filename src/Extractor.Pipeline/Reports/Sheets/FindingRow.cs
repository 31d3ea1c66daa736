using Extractor.Core.Auditing;
using Extractor.Core.Normalization;
using Extractor.Pipeline.Delivery.Tables;
using Extractor.Pipeline.Language;
using Extractor.Pipeline.Reports.Html;
using Extractor.Pipeline.Reports.Model;

namespace Extractor.Pipeline.Reports.Sheets;

/// <summary>A finding with where it was found.</summary>
/// <param name="Document">Null for one about the batch.</param>
/// <param name="Form">Null for one about a document as a whole, or the batch.</param>
internal sealed record FindingRow(ReportFinding Finding, ReportDocument? Document, ReportForm? Form)
{
    /// <summary>The findings of a report: of the batch, then of each document, its own first; of documents that count, before others.</summary>
    public static IEnumerable<FindingRow> All(MismatchReport report) =>
        report.Findings.Select(finding => new FindingRow(finding, null, null)).Concat(report.Documents.SelectMany(document =>
            document.Findings.Select(finding => new FindingRow(finding, document, null))
                .Concat(document.Forms.SelectMany(form => form.Findings.Select(finding => new FindingRow(finding, document, form))))));

    public static ReportTable<FindingRow> Table { get; } = new(new("问题", "Findings"),
    [
        new(new("级别", "Severity"), 7, (row, tongue) => Cell.Of(ReportWords.Of(row.Finding.Severity).In(tongue))),
        new(new("规则", "Rule"), 7, (row, _) => Cell.Of(row.Finding.Rule)),
        new(new("文件", "Document"), 26, (row, _) => Cell.Of(row.Document?.Name)) { Link = SheetLink.Document },
        new(new("表", "Form"), 5, (row, _) => Cell.Of(row.Form?.Number)),
        new(new("项目", "Project"), 26, (row, _) => Cell.Of(row.Form?.Name)) { Link = SheetLink.Form },
        new(new("主管部门", "Department"), 22, (row, _) => Cell.Of(row.Form?.Department)),
        new(new("实施单位", "Implementing unit"), 22, (row, _) => Cell.Of(row.Form?.ImplementingUnit)),
        new(new("年度", "Year"), 7, (row, _) => Cell.Of(row.Form?.Year)),
        new(new("页", "Page"), 6, (row, _) => Cell.Of(row.Finding.Cells.SelectMany(cell => cell.Places).FirstOrDefault()?.Page)),
        new(new("位置", "Field"), 28, (row, tongue) => Cell.Of(row.Finding.Subject.Name.In(tongue))),
        new(new("问题", "Finding"), 70, (row, tongue) => Cell.Of(row.Finding.Sentence.In(tongue))) { IsLong = true },
        new(new("表列", "Stated"), 14, (row, _) => Cell.Of(row.Finding.Stated)),
        new(new("表列数", "Stated number"), 14, (row, _) => Number(row.Finding.Stated)),
        new(new("计算值", "Computed number"), 14, (row, _) => Number(row.Finding.Computed)),
        new(new("差额", "Difference"), 12, (row, _) => Cell.Of(NumberOf(row.Finding.Stated) - NumberOf(row.Finding.Computed))),
        new(new("判断", "Cause"), 14, (row, tongue) => Cell.Of(row.Finding is { Severity: Severity.Info, Explanation: null } ? null : ReportWords.Of(row.Finding.Explanation).In(tongue))),
        new(new("对照的格", "Held against"), 60, (row, tongue) => Cell.Of(Terms(row.Finding, tongue))) { IsLong = true },
        new(new("规则内容", "What the rule says"), 50, (row, tongue) => Cell.Of(RuleNames.Of(row.Finding.Rule, tongue))) { IsFolded = true },
        new(new("字段标识", "Pointer"), 24, (row, _) => Cell.Of(row.Finding.Subject.Pointer)) { IsFolded = true },
        new(new("表标识", "Form id"), 20, (row, _) => Cell.Of(row.Form?.Id)) { IsFolded = true },
        new(new("SHA-256", "SHA-256"), 20, (row, _) => Cell.Of(row.Document?.Sha256)) { IsFolded = true },
        new(new("旧版本", "Superseded"), 8, (row, _) => Cell.Of(row.Document?.IsSuperseded)) { IsFolded = true },
    ]);

    private static Cell Number(string? printed) => printed is null ? Cell.Nothing : Cell.Of(NumberOf(printed), printed);

    /// <summary>Null for a text that is no number.</summary>
    private static decimal? NumberOf(string? printed) => printed is null ? null : NumberText.Read(printed).Value;

    private static string? Terms(ReportFinding finding, Tongue tongue) => finding.Terms.IsEmpty ? null : string.Join(
        tongue == Tongue.Chinese ? "；" : "; ",
        finding.Terms.Select(term => $"{(term.Form > 0 ? ReportWords.FormHeading.In(tongue, term.Form) + " · " : "")}{term.Name.In(tongue)} {term.Text}".TrimEnd()));
}
