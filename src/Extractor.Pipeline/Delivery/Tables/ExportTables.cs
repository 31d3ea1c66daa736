using System.Collections.Immutable;
using System.Text.Json;
using Extractor.Core.Auditing;
using Extractor.Core.Forms;

namespace Extractor.Pipeline.Delivery.Tables;

/// <summary>
/// Every table and column that consumers get, whatever the format. Columns may be added; one that is there is never renamed
/// or dropped within a version.
/// </summary>
public static class ExportTables
{
    /// <summary>The first number changes when a consumer could break.</summary>
    public const string Version = "1.0";

    public static readonly Table Documents = new TableDraft<DocumentLine>(
        "documents", "文件", "A document that was taken, read or not", document => [document])
        .Key("document", "文件标识", "SHA-256 of the document's bytes", line => line.Sha256)
        .Integer("sequence", "序号", "Grows with each change; a consumer that has seen up to here asks for what is above", line => line.Document.Sequence)
        .Text("file_name", "文件名", "The name it came with, without a path", line => line.FileName)
        .Text("sightings", "来源", "Every place where it was seen, a JSON array, the oldest first", line => JsonText.Array(line.Document.Sightings), Readers.Programs)
        .Integer("length", "字节数", "Of the document; null where it is not known", line => line.Document.Length == 0 ? null : line.Document.Length, Readers.Programs)
        .Code("outcome", "结果", "Whether it could be read", line => line.Result is null ? "refused" : "result", words: ["result", "refused"])
        .Code("reason", "原因", "Why it could not be read: a word", line => line.Refusal is { } refusal ? JsonNamingPolicy.KebabCaseLower.ConvertName(refusal.Reason.ToString()) : null)
        .Text("detail", "说明", "More about the reason, in English", line => line.Refusal?.Detail)
        .Code("superseded_by", "被取代为", "The document that later came under the same name; null where none did", line => line.Document.SupersededBy)
        .Code("media_type", "类型", "By content, never by name", line => line.Result?.Document.MediaType)
        .Integer("pages", "页数", "All pages", line => line.Result?.Document.PageCount)
        .Integer("unread_pages", "未读页数", "Pages that could not be read", line => line.Result?.Unread.Length)
        .Integer("forms", "自评表数", "Forms that were found", line => line.Result?.Forms.Length)
        .Integer("refused_tables", "非自评表数", "Tables that look like forms and are none", line => line.Result?.Refused.Length)
        .Integer("errors", "错误数", "Findings of the severity error, in all forms and about the document", line => Findings(line, Severity.Error))
        .Integer("warnings", "警告数", "Findings of the severity warning", line => Findings(line, Severity.Warning))
        .Integer("infos", "提示数", "Findings of the severity info", line => Findings(line, Severity.Info))
        .Code("schema_version", "格式版本", "Of the result file", line => line.Result?.SchemaVersion, Readers.Programs)
        .Text("producer", "程序", "Name and version of the program that read it", line => line.Result is { } result ? $"{result.Producer.Name} {result.Producer.Version}" : null, Readers.Programs)
        .Text("pdf_engine", "PDF 引擎", "Name and version", line => line.Result?.Producer.PdfEngine, Readers.Programs)
        .Text("ocr_engine", "OCR 引擎", "Name and version; null where none was used", line => line.Result?.Producer.OcrEngine, Readers.Programs)
        .End();

    public static readonly Table Forms = new TableDraft<FormLine>(
        "forms", "自评表", "A self-evaluation form", document => document.Forms)
        .Key("document", "文件标识", "The document that it stands in", line => line.Document.Sha256)
        .Key("form", "表标识", "The first 12 digits of the document, a dash and the form's place in it", line => line.Form.Id)
        .Truth("superseded", "已被取代", "A later document came under the same name", line => line.Document.IsSuperseded)
        .Integer("number", "序号", "Its place in the document, from 1", line => line.Number)
        .Code("template", "版式", "The id of the template that matched", line => line.Form.Template)
        .Words("title", "标题", "The title", line => line.Read("/title", line.Form.Title))
        .Integer("year", "年度", "The year that it is about; null where it says none", line => line.Form.Year)
        .Words("project_name", "项目名称", "The project's name", line => line.Read("/projectName", line.Form.ProjectName))
        .Words("department", "主管部门", "The department in charge", line => line.Read("/department", line.Form.Department))
        .Words("implementing_unit", "实施单位", "The unit that carries it out", line => line.Read("/implementingUnit", line.Form.ImplementingUnit))
        .Words("unit", "金额单位", "The unit of the amounts", line => line.Read("/unit", line.Form.Unit))
        .Words("goals_expected", "年初设定目标", "What was to be reached", line => line.Read("/goals/expected", line.Form.Goals?.Expected), isLong: true)
        .Words("goals_actual", "目标完成情况", "What was reached", line => line.Read("/goals/actual", line.Form.Goals?.Actual), isLong: true)
        .Number("total_weight", "总分值", "All points that can be had", line => line.Read("/total/weight", line.Form.Total?.Weight))
        .Number("total_score", "总得分", "All points that were given", line => line.Read("/total/score", line.Form.Total?.Score))
        .Integer("first_page", "起始页", "The page where it begins", line => line.Form.Pages is [var first, ..] ? first : null)
        .Integer("last_page", "结束页", "The page where it ends", line => line.Form.Pages is [.., var last] ? last : null)
        .Integer("errors", "错误数", "Findings of the severity error in this form", line => line.Count(Severity.Error))
        .Integer("warnings", "警告数", "Findings of the severity warning in this form", line => line.Count(Severity.Warning))
        .Integer("infos", "提示数", "Findings of the severity info in this form", line => line.Count(Severity.Info))
        .Text("to_review", "待核对", "The columns here that a person should look at, most doubtful first; null where there are none", line => line.ToReview())
        .End(Documents);

    public static readonly Table Funds = new TableDraft<FundLine>(
        "funds", "资金", "A row of a form's funds block", document => document.Forms.SelectMany(form => form.Funds))
        .Key("document", "文件标识", "The document that it stands in", line => line.Form.Document.Sha256)
        .Key("form", "表标识", "The form that it stands in", line => line.Form.Form.Id)
        .Key("row", "行", "Its place in the block, from 1", line => line.Index + 1)
        .Truth("superseded", "已被取代", "A later document came under the same name", line => line.Form.Document.IsSuperseded)
        .Text("file_name", "文件名", "Of the document", line => line.Form.Document.FileName, Readers.People)
        .Text("project_name", "项目名称", "Of the form", line => line.Form.Form.ProjectName, Readers.People)
        .Code("kind", "资金性质", "What the row is", line => line.Row.Kind, Readers.Programs, "total", "fiscal", "carryover", "other", "unknown")
        .Words("label", "资金来源", "The label of the row", line => line.Read("label", new NumberReading(line.Row.Label, null)))
        .Text("unit", "金额单位", "Of the form's amounts", line => line.Form.Form.Unit)
        .Number("initial_budget", "年初预算数", "The budget at the beginning of the year", line => line.Read("initialBudget", line.Row.InitialBudget))
        .Number("annual_budget", "全年预算数", "The budget of the whole year", line => line.Read("annualBudget", line.Row.AnnualBudget))
        .Number("executed", "全年执行数", "What was spent", line => line.Read("executed", line.Row.Executed))
        .Number("weight", "分值", "Points that can be had", line => line.Read("weight", line.Row.Weight))
        .Number("rate", "执行率", "The execution rate as a fraction of one: 34.26% is 0.3426", line => line.Read("rate", line.Row.Rate))
        .Number("score", "得分", "Points that were given", line => line.Read("score", line.Row.Score))
        .Integer("page", "页", "Where the row begins", line => line.Form.PageOf(line.Pointer))
        .Text("to_review", "待核对", "The columns of the row that a person should look at", line => line.Form.ToReview(line.Pointer + "/"))
        .End(Forms);

    public static readonly Table Indicators = new TableDraft<IndicatorLine>(
        "indicators", "指标", "A row of a form's indicator block", document => document.Forms.SelectMany(form => form.Indicators))
        .Key("document", "文件标识", "The document that it stands in", line => line.Form.Document.Sha256)
        .Key("form", "表标识", "The form that it stands in", line => line.Form.Form.Id)
        .Key("row", "行", "Its place in the block, from 1", line => line.Index + 1)
        .Truth("superseded", "已被取代", "A later document came under the same name", line => line.Form.Document.IsSuperseded)
        .Text("file_name", "文件名", "Of the document", line => line.Form.Document.FileName, Readers.People)
        .Text("project_name", "项目名称", "Of the form", line => line.Form.Form.ProjectName, Readers.People)
        .Words("level1", "一级指标", "The first level", line => line.Read("level1", line.Row.Level1))
        .Words("level2", "二级指标", "The second level", line => line.Read("level2", line.Row.Level2))
        .Words("level3", "三级指标", "The indicator", line => line.Read("level3", line.Row.Level3))
        .Quantity("target", "年度指标值", "The target", line => line.Read("target", line.Row.Target))
        .Quantity("actual", "实际完成值", "What was reached", line => line.Read("actual", line.Row.Actual))
        .Number("weight", "分值", "Points that can be had", line => line.Read("weight", line.Row.Weight))
        .Number("score", "得分", "Points that were given", line => line.Read("score", line.Row.Score))
        .Words("deviation", "偏差原因及改进措施", "Why it deviates and what will be done", line => line.Read("deviation", line.Row.Deviation), isLong: true)
        .Integer("page", "页", "Where the row begins", line => line.Form.PageOf(line.Pointer))
        .Text("to_review", "待核对", "The columns of the row that a person should look at", line => line.Form.ToReview(line.Pointer + "/"))
        .End(Forms);

    public static readonly Table Extras = new TableDraft<ExtraLine>(
        "extras", "其他栏目", "A labelled cell of a form that no other column claims", document => document.Forms.SelectMany(form => form.Extras))
        .Key("document", "文件标识", "The document that it stands in", line => line.Form.Document.Sha256)
        .Key("form", "表标识", "The form that it stands in", line => line.Form.Form.Id)
        .Key("row", "行", "Its place in the form, from 1", line => line.Index + 1)
        .Truth("superseded", "已被取代", "A later document came under the same name", line => line.Form.Document.IsSuperseded)
        .Text("label", "栏目", "The printed label", line => line.Cell.Label)
        .Words("text", "内容", "What it says", line => line.Form.Read(line.Pointer, line.Cell.Text), isLong: true)
        .Truth("to_review", "待核对", "A person should look at it", line => line.Form.NeedsReview(line.Pointer))
        .End(Forms);

    public static readonly Table FindingRows = new TableDraft<FindingLine>(
        "findings", "问题", "Something stated that does not hold, or that a person should know", document => document.Findings)
        .Key("document", "文件标识", "The document that it is about", line => line.Document.Sha256)
        .Key("row", "行", "Its place in the document, from 1", line => line.Number)
        .Code("form", "表标识", "The form that it is about; null where it is about the document", line => line.Form?.Form.Id, Readers.Programs)
        .Truth("superseded", "已被取代", "A later document came under the same name", line => line.Document.IsSuperseded)
        .Code("severity", "级别（代码）", "How grave it is", line => SeverityWord(line.Finding.Severity), Readers.Programs, "error", "warning", "info")
        .Text("severity_zh", "级别", "In Chinese", line => SeverityInChinese(line.Finding.Severity), Readers.People)
        .Code("rule", "规则", "The rule's id; extractor rules lists them", line => line.Finding.Rule)
        .Text("project_name", "项目名称", "Of the form", line => line.Form?.Form.ProjectName, Readers.People)
        .Text("message", "问题描述", "One sentence in Chinese", line => line.Finding.Message, isLong: true)
        .Text("message_en", "问题描述（英文）", "The same sentence in English", line => line.Finding.MessageEn, Readers.Programs, isLong: true)
        .Text("stated", "表内填列", "The printed text, where one value is stated", line => line.Finding.Stated)
        .Text("computed", "计算结果", "What the other fields give", line => line.Finding.Computed)
        .Code("explanation", "原因判断（代码）", "Who is wrong, where that can be told: we may have misread; the document says so; rounding", line => line.Finding.Explanation?.ToString().ToLowerInvariant(), Readers.Programs, "misread", "published", "rounding")
        .Text("explanation_zh", "原因判断", "In Chinese", line => ExplanationInChinese(line.Finding.Explanation), Readers.People)
        .Text("place", "位置", "The row and the column that it is about", line => FieldPlace.Of(line).Title, Readers.People)
        .Integer("page", "页", "Where the field stands that it is about", line => line.Page)
        .Text("file_name", "文件名", "Of the document", line => line.Document.FileName, Readers.People)
        .Code("subject", "字段", "Pointer (RFC 6901) to the field that it is about, relative to the form; of a finding about the document, to the result file", line => line.Finding.Subject, Readers.Programs)
        .Text("evidence", "依据字段", "Pointers to the fields that were used, blanks between them", line => line.Finding.Evidence.IsEmpty ? null : string.Join(' ', line.Finding.Evidence), Readers.Programs)
        .Code("status", "状态", "machine, or decided by a person: reviewed, waived", _ => "machine", Readers.Programs, "machine", "reviewed", "waived")
        .End(Documents);

    public static readonly Table Places = new TableDraft<PlaceLine>(
        "places", "位置", "Where a field is printed: page and box", document => document.Forms.SelectMany(form => form.Places))
        .Key("document", "文件标识", "The document", line => line.Form.Document.Sha256)
        .Key("form", "表标识", "The form", line => line.Form.Form.Id)
        .Key("field", "字段", "Pointer (RFC 6901) to the field, relative to the form: /funds/0/executed is column executed of row 1 of funds", line => line.Pointer)
        .Key("part", "部分", "From 1; a field joined over a page break has several", line => line.Part)
        .Integer("page", "页", "From 1", line => line.Place.Page)
        .Decimal("left", "左", "Points from the left edge of the page", line => line.Place.Box[0])
        .Decimal("top", "上", "Points from the top edge of the page", line => line.Place.Box[1])
        .Decimal("right", "右", "Points from the left edge of the page", line => line.Place.Box[2])
        .Decimal("bottom", "下", "Points from the top edge of the page", line => line.Place.Box[3])
        .Code("origin", "来源", "What read it: text, ppocr, tesseract or joined", line => line.Place.Origin)
        .Decimal("confidence", "置信度", "The probability that the text is right, from 0 to 1", line => line.Place.Confidence)
        .Truth("to_review", "待核对", "A person should look at the field", line => line.Form.NeedsReview(line.Pointer))
        .End(Forms);

    /// <summary>A parent before its children.</summary>
    public static readonly ImmutableArray<Table> All = [Documents, Forms, Funds, Indicators, Extras, FindingRows, Places];

    /// <summary>What a person looks at first: a row for each form, and one for each document that has none.</summary>
    public static readonly Table Summary = new TableDraft<(DocumentLine Document, FormLine? Form)>(
        "summary", "汇总", "A form, or a document that has none",
        document => document.Forms.IsEmpty ? [(document, null)] : document.Forms.Select(form => (document, (FormLine?)form)))
        .Text("file_name", "文件名", "Of the document", line => line.Document.FileName)
        .Text("project_name", "项目名称", "Of the form", line => line.Form?.Form.ProjectName)
        .Text("department", "主管部门", "Of the form", line => line.Form?.Form.Department)
        .Text("implementing_unit", "实施单位", "Of the form", line => line.Form?.Form.ImplementingUnit)
        .Integer("year", "年度", "Of the form", line => line.Form?.Form.Year)
        .Text("unit", "金额单位", "Of the form's amounts", line => line.Form?.Form.Unit)
        .Number("annual_budget", "全年预算数", "Of the total row", line => TotalOf(line.Form)?.Read("annualBudget", TotalOf(line.Form)?.Row.AnnualBudget))
        .Number("executed", "全年执行数", "Of the total row", line => TotalOf(line.Form)?.Read("executed", TotalOf(line.Form)?.Row.Executed))
        .Number("rate", "执行率", "Of the total row", line => TotalOf(line.Form)?.Read("rate", TotalOf(line.Form)?.Row.Rate))
        .Number("total_score", "总得分", "Of the form", line => line.Form?.Read("/total/score", line.Form.Form.Total?.Score))
        .Integer("errors", "错误数", "Findings of the severity error", line => line.Form?.Count(Severity.Error) ?? Findings(line.Document, Severity.Error))
        .Integer("warnings", "警告数", "Findings of the severity warning", line => line.Form?.Count(Severity.Warning) ?? Findings(line.Document, Severity.Warning))
        .Integer("infos", "提示数", "Findings of the severity info", line => line.Form?.Count(Severity.Info) ?? Findings(line.Document, Severity.Info))
        .Integer("to_review", "待核对数", "Fields that a person should look at", line => line.Form?.Form.NeedsReview.Length)
        .Integer("first_page", "起始页", "The page where the form begins", line => line.Form?.Form.Pages is [var first, ..] ? first : null)
        .Text("remark", "备注", "Why there is no form, pages that were not read, a newer version", line => RemarkOf(line.Document), isLong: true)
        .Code("form", "表标识", "Of the form", line => line.Form?.Form.Id, Readers.Programs)
        .Code("document", "文件标识", "SHA-256 of the document's bytes", line => line.Document.Sha256, Readers.Programs)
        .End();

    private static long? Findings(DocumentLine line, Severity severity) => line.Result is null ? null : line.Count(severity);

    /// <summary>The row of the whole project.</summary>
    private static FundLine? TotalOf(FormLine? form) => form?.Funds.FirstOrDefault(line => line.Row.Kind == "total");

    private static string SeverityWord(Severity severity) => severity.ToString().ToLowerInvariant();

    private static string SeverityInChinese(Severity severity) => severity switch
    {
        Severity.Error => "错误",
        Severity.Warning => "警告",
        _ => "提示",
    };

    private static string? ExplanationInChinese(Explanation? explanation) => explanation switch
    {
        Explanation.Misread => "可能识别有误",
        Explanation.Published => "原文如此",
        Explanation.Rounding => "四舍五入",
        _ => null,
    };

    private static string? RemarkOf(DocumentLine line)
    {
        var remarks = new List<string>();
        if (line.Refusal is { } refusal)
        {
            remarks.Add($"未能读取（{JsonNamingPolicy.KebabCaseLower.ConvertName(refusal.Reason.ToString())}）");
        }
        else if (line.Forms.IsEmpty)
        {
            remarks.Add("没有自评表");
        }

        if (line.Result is { Unread.Length: > 0 and var unread })
        {
            remarks.Add($"{unread} 页未读");
        }

        if (line.IsSuperseded)
        {
            remarks.Add("已有新版本");
        }

        return remarks.Count > 0 ? string.Join("；", remarks) : null;
    }
}
