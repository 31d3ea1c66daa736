using Extractor.Core.Normalization;
using Extractor.Pipeline.Delivery.Tables;
using Extractor.Pipeline.Language;
using Extractor.Pipeline.Reports.Html;
using Extractor.Pipeline.Reports.Model;

namespace Extractor.Pipeline.Reports.Sheets;

/// <summary>A form with its document.</summary>
internal sealed record FormRow(ReportDocument Document, ReportForm Form)
{
    public static ReportTable<FormRow> Table { get; } = new(new("自评表", "Forms"),
    [
        new(new("项目", "Project"), 34, (row, _) => Cell.Of(row.Form.Name)),
        new(new("文件", "Document"), 28, (row, _) => Cell.Of(row.Document.Name)) { Link = SheetLink.Document },
        new(new("表", "Form"), 5, (row, _) => Cell.Of(row.Form.Number)),
        new(new("页", "Pages"), 8, (row, _) => Cell.Of(PageRanges.Of(row.Form.Pages))),
        new(new("年度", "Year"), 7, (row, _) => Cell.Of(row.Form.Year)),
        new(new("主管部门", "Department"), 24, (row, _) => Cell.Of(row.Form.Department)),
        new(new("实施单位", "Implementing unit"), 24, (row, _) => Cell.Of(row.Form.ImplementingUnit)),
        new(new("表列单位", "Printed unit"), 9, (row, _) => Cell.Of(row.Form.Money.PrintedUnit)),
        new(new("全年预算（元）", "Annual budget (yuan)"), 20, (row, _) => SummaryRow.Yuan(row.Form.Money.Budget)),
        new(new("全年执行（元）", "Executed (yuan)"), 20, (row, _) => SummaryRow.Yuan(row.Form.Money.Executed)),
        new(new("得分", "Score"), 9, (row, _) => row.Form.Score is { } score ? Cell.Of(NumberText.Read(score).Value, score) : Cell.Nothing),
        new(new("错误", "Errors"), 7, (row, _) => Cell.Of(Severities.Of(row.Form.Findings).Errors)),
        new(new("警告", "Warnings"), 7, (row, _) => Cell.Of(Severities.Of(row.Form.Findings).Warnings)),
        new(new("提示", "Hints"), 7, (row, _) => Cell.Of(Severities.Of(row.Form.Findings).Hints)),
        new(new("待核对字段", "Fields to review"), 11, (row, _) => Cell.Of(row.Form.ToReview)),
        new(new("表标识", "Form id"), 20, (row, _) => Cell.Of(row.Form.Id)) { IsFolded = true },
    ]);
}

/// <summary>The table of documents.</summary>
internal static class DocumentRow
{
    public static ReportTable<ReportDocument> Table { get; } = new(new("文件", "Documents"),
    [
        new(new("文件", "Document"), 36, (document, _) => Cell.Of(document.Name)),
        new(new("页数", "Pages"), 8, (document, _) => Cell.Of(document.Refusal is null ? document.PageCount : null)),
        new(new("自评表", "Forms"), 8, (document, _) => Cell.Of(document.Forms.Length)),
        new(new("错误", "Errors"), 7, (document, _) => Cell.Of(Severities.Of(document.AllFindings).Errors)),
        new(new("警告", "Warnings"), 7, (document, _) => Cell.Of(Severities.Of(document.AllFindings).Warnings)),
        new(new("提示", "Hints"), 7, (document, _) => Cell.Of(Severities.Of(document.AllFindings).Hints)),
        new(new("未读取", "Not read"), 60, (document, tongue) => Cell.Of(document.Refusal is null && document.Unread.IsEmpty ? null : DocumentIndex.WhyNot(document, tongue))) { IsLong = true },
        new(new("旧版本", "Superseded"), 8, (document, tongue) => Cell.Of(document.IsSuperseded ? ReportWords.Superseded.In(tongue) : null)),
        new(new("来源", "Seen at"), 40, (document, _) => Cell.Of(string.Join(" | ", document.Places))),
        new(new("SHA-256", "SHA-256"), 20, (document, _) => Cell.Of(document.Sha256)) { IsFolded = true },
    ]);
}
