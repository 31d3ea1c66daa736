namespace Extractor.Cli.Language;

/// <summary>Every word that the program says to a person, except the sentences of findings, which are part of the results.</summary>
internal static class Messages
{
    // The command line.
    public static readonly Phrase Program = new(
        "从公开的财政项目支出绩效自评表中提取数据，并核对表内的合计、执行率和结论。",
        "Extracts published self-evaluation forms of budget projects, and audits what they state.");

    public static readonly Phrase ExtractCommand = new(
        "提取每个文件中的自评表，每个输入写一个 JSON 文件。",
        "Extracts the forms of every document into one JSON file per input.");

    public static readonly Phrase TablesCommand = new(
        "列出一个文件中的所有表格（跨页的表格合并），不限于自评表。",
        "Lists every table of a document, joined over pages, forms or not.");

    public static readonly Phrase AuditCommand = new(
        "重新核对提取结果，不再读取原文件；多个结果同时作跨文件核对。",
        "Audits extraction results again without reading the document; several are also held against each other.");

    public static readonly Phrase ProfileOption = new(
        "用这个核对规定（编号或 JSON 文件）核对全部表格，不按版式选择。",
        "Audits all forms by this profile (an id or a JSON file), instead of the one of their template.");

    public static readonly Phrase RulesCommand = new(
        "列出核对规则：编号、版本、级别、公式和依据。",
        "Lists the audit rules: id, version, severity, formula and basis.");

    public static readonly Phrase RuleBasis = new("依据：{0}", "Basis: {0}");

    public static readonly Phrase ProfileFor = new("{0,-20} {1}；版式：{2}", "{0,-20} {1}; templates: {2}");

    public static readonly Phrase AllOthers = new("其余全部", "all others");

    public static readonly Phrase ExportCommand = new(
        "把提取结果导出为表格或数据文件。",
        "Hands out the cleaned data as tables or data files.");

    public static readonly Phrase ExportResultsOption = new(
        "extract 写入结果的文件夹（含子文件夹）。", "A folder of results that extract has written, and those below it.");

    public static readonly Phrase ExportFormatOption = new("导出格式。", "The format.");
    public static readonly Phrase ExportOutputOption = new(
        "输出：xlsx、sqlite、changes 为文件，其余为文件夹；已有的导出被替换。",
        "A file for xlsx, sqlite and changes, a folder for the others; an export that stands there is replaced.");

    public static readonly Phrase ByteOrderMarkOption = new(
        "CSV 以字节顺序标记（BOM）开头，供 Excel 直接打开。", "Begins CSV files with a byte order mark, for Excel.");

    public static readonly Phrase SinceOption = new("只导出序号大于 N 的变化。", "Only what changed after the sequence N.");
    public static readonly Phrase ExportSource = new(
        "请用 --store 给出存储，或用 --results 给出结果文件夹（二者选一）。", "Either --store or --results is needed, and not both.");

    public static readonly Phrase NoSuchFolder = new("没有文件夹“{0}”。", "There is no folder \"{0}\".");
    public static readonly Phrase FolderNotReadable = new("不能读取文件夹“{0}”：{1}", "The folder \"{0}\" cannot be read: {1}");
    public static readonly Phrase OutputNotWritten = new("不能写入“{0}”：{1}", "\"{0}\" could not be written: {1}");
    public static readonly Phrase Exported = new(
        "已导出到 {0}：{1} 个文件，{2} 张自评表，{3} 个问题（序号至 {4}）。",
        "Exported to {0}: documents: {1}, forms: {2}, findings: {3} (up to sequence {4}).");

    public static readonly Phrase ExplainCommand = new(
        "说明一个文件是怎样识别的：哪些栏目认出、哪些没有，并画在页面图上（HTML）。",
        "Shows how a file was read: what was understood and what was not, drawn over its pages (HTML).");

    public static readonly Phrase TemplatesOption = new(
        "另外使用这个文件夹中的版式文件（JSON）；与自带版式编号相同的取代它。",
        "Also uses the form templates (JSON) in this folder; one with the id of a shipped one takes its place.");

    public static readonly Phrase ExplainOutputOption = new("HTML 写入的文件夹（默认当前文件夹）。", "The folder for the HTML page (default: the current one).");

    public static readonly Phrase TemplatesCommand = new(
        "列出已知的表格版式；给出文件时检查这些版式文件。",
        "Lists the known layouts (form templates); given files, checks them.");

    public static readonly Phrase TrainCommand = new("用已知答案的页面训练程序自带的小模型。", "Trains the small models of the program on pages whose truth is known.");

    public static readonly Phrase TrainConfidence = new(
        "训练识别置信度的模型：需要 scripts/make-fixtures 目录 --scan all 生成的扫描件。",
        "Trains the confidence of recognised lines, on scans made by scripts/make-fixtures DIR --scan all.");

    public static readonly Phrase TrainMarks = new(
        "训练标点与符号的模型：需要 scripts/make-fixtures 目录 --scan all 生成的扫描件。",
        "Trains the model of marks (punctuation and signs), on scans made by scripts/make-fixtures DIR --scan all.");

    public static readonly Phrase TrainArgument = new("含 NAME.pdf 与 NAME.words.json 的目录。", "A folder with NAME.pdf and NAME.words.json.");
    public static readonly Phrase TrainOutput = new("写入模型的文件，例如 models/confidence.json。", "Where the model is written, such as models/confidence.json.");
    public static readonly Phrase TrainedOn = new("{0} 行；未参与训练的文件上：置信度区间、行数、预期、实际正确率", "{0} lines; on documents held out: confidence, lines, expected share right, share right");

    public static readonly Phrase TrainedOnMarks = new("{0} 个标点与符号；未参与训练的文件上：概率区间、个数、预期、实际正确率", "{0} marks; on documents held out: probability, marks, expected share right, share right");

    public static readonly Phrase TemplatesArgument = new("要检查的版式文件（JSON）。", "Template files (JSON) to check.");

    // What explain says.
    public static readonly Phrase TraceAnchors = new("认出的栏目名", "Labels understood");
    public static readonly Phrase TraceFields = new("字段", "Fields");
    public static readonly Phrase TraceReview = new("需要人工核对", "To be reviewed");
    public static readonly Phrase TraceNotUnderstood = new("没有认出的单元格（保存在 extra 中）", "Cells not understood (kept in extra)");
    public static readonly Phrase TraceUnfilled = new("未填写的模板行", "Template rows not filled in");
    public static readonly Phrase TraceNothing = new("没有找到任何像自评表的表格。", "No table that looks like a form was found.");
    public static readonly Phrase TraceOtherTables = new("另有 {0} 个表格与自评表无关。", "{0} other table(s) have nothing of a form.");
    public static readonly Phrase TraceForm = new("自评表 {0}", "Form {0}");
    public static readonly Phrase TraceTemplate = new("版式 {0}（{1}）", "Template {0} ({1})");
    public static readonly Phrase TraceCounts = new("{0} 个字段，{1} 个需要核对；{2} 个单元格没有认出。", "{0} fields, {1} to be reviewed; {2} cell(s) not understood.");
    public static readonly Phrase PagesOf = new("第 {0} 页", "Page {0}");
    public static readonly Phrase OnPage = new("（第 {0} 页）", "  (page {0})");

    // What templates says.
    public static readonly Phrase TemplateGood = new("{0}：可用（{1}）。", "{0}: good ({1}).");
    public static readonly Phrase TemplateBad = new("{0}：不可用：{1}", "{0}: refused: {1}");

    public static readonly Phrase SchemaCommand = new("输出结果文件的 JSON Schema（2020-12）。", "Prints the JSON Schema (2020-12) of result files.");
    public static readonly Phrase InputsArgument = new(
        "PDF、XLSX、DOCX、HTML、图片（PNG、JPEG、TIFF）或 ZIP 文件，或含有这些文件的文件夹（含子文件夹）。",
        "PDF, XLSX, DOCX, HTML, picture (PNG, JPEG, TIFF) or ZIP files, or folders of them, which are walked.");
    public static readonly Phrase InputArgument = new("一个文件：PDF、XLSX、DOCX 或 HTML。", "A document: PDF, XLSX, DOCX or HTML.");
    public static readonly Phrase ResultsArgument = new("extract 写出的结果文件，或含有这些文件的文件夹。", "Result files that extract has written, or folders of them.");
    public static readonly Phrase OutputOption = new("结果写入的文件夹；不存在时新建。", "The folder for the results; it is made where there is none.");
    public static readonly Phrase JsonOption = new("在标准输出上输出 JSON。", "Prints JSON on standard output.");
    public static readonly Phrase QuietOption = new("只报告失败。", "Reports failures only.");
    public static readonly Phrase VerboseOption = new("报告更多细节。", "Reports more details.");
    public static readonly Phrase LangOption = new("界面语言：zh 或 en（默认取自环境变量）。", "Language of messages, zh or en (default: from the environment).");
    public static readonly Phrase WorkersOption = new("同时工作的进程数（默认每个处理器核心一个）。", "Worker processes at a time (default: one for each processor core).");

    public static readonly Phrase OcrOption = new(
        "哪些页面用图像识别文字：auto（默认）没有可信文字层的页面；always 所有页面，并与文字层核对；never 都不识别。",
        "Which pages are read from their picture: auto (default) those without a text layer to trust, always all, held against their text layer, never none.");

    public static readonly Phrase PasswordOption = new(
        "加密 PDF 的密码。命令行上的密码对本机其他用户可见；可改用环境变量 EXTRACTOR_PASSWORD。",
        "Password of encrypted PDFs. Other users of the machine can see a command line; the environment variable EXTRACTOR_PASSWORD is safer.");

    public static readonly Phrase HelpOption = new("显示用法。", "Shows how to use it.");
    public static readonly Phrase VersionOption = new("显示版本。", "Shows the version.");
    public static readonly Phrase Usage = new("用法：", "Usage:");
    public static readonly Phrase Commands = new("命令：", "Commands:");
    public static readonly Phrase Options = new("选项：", "Options:");
    public static readonly Phrase CommandWord = new("命令", "COMMAND");
    public static readonly Phrase UnknownToken = new("无法识别“{0}”。", "Unknown: {0}");
    public static readonly Phrase OptionMissing = new("缺少选项 {0} 或它的值。", "The option {0} is needed, with a value.");
    public static readonly Phrase OptionWrong = new("选项 {0} 的值不对：“{1}”。", "The option {0} has a wrong value: \"{1}\".");
    public static readonly Phrase ArgumentMissing = new("缺少 {0}。", "{0} is missing.");
    public static readonly Phrase CommandMissing = new("缺少命令。", "A command is missing.");
    public static readonly Phrase SeeHelp = new("用法见：extractor {0}--help", "For usage see: extractor {0}--help");

    // Failures of the call as a whole.
    public static readonly Phrase OutputIsFile = new("输出文件夹“{0}”是一个文件。", "The output folder \"{0}\" is a file.");
    public static readonly Phrase OutputNotWritable = new("不能写入输出文件夹“{0}”：{1}", "The output folder \"{0}\" cannot be written to: {1}");

    // Results.
    public static readonly Phrase OtherName = new(
        "{0}：同名或名称过长，结果写入“{1}”", "{0}: its name is taken or too long, the result is written to \"{1}\"");

    public static readonly Phrase Written = new("已写入 {0}", "Written to {0}");
    public static readonly Phrase NoForms = new("没有找到自评表。", "No form was found.");
    public static readonly Phrase PagesUnread = new("未能读取第 {0} 页：{1}", "page {0} could not be read: {1}");
    public static readonly Phrase Form = new("第 {0} 张表：{1}", "Form {0}: {1}");
    public static readonly Phrase Pages = new("页", "Pages");
    public static readonly Phrase Project = new("项目", "Project");
    public static readonly Phrase Department = new("主管部门", "Department");
    public static readonly Phrase Unit = new("实施单位", "Implementing unit");
    public static readonly Phrase Funds = new("资金（{0}）", "Funds ({0})");
    public static readonly Phrase FundsWithoutUnit = new("资金", "Funds");
    public static readonly Phrase FundsRow = new("年初 {0}，全年 {1}，执行 {2}，执行率 {3}", "initial {0}, annual {1}, executed {2}, rate {3}");
    public static readonly Phrase Indicators = new("指标", "Indicators");
    public static readonly Phrase TotalScore = new("总分", "Total");
    public static readonly Phrase ScoreOf = new("{1} 分中得 {0} 分", "{0} of {1} points");
    public static readonly Phrase Findings = new("核对", "Audit");
    public static readonly Phrase NothingFound = new("未发现问题", "nothing found");
    public static readonly Phrase NeedsReview = new("待人工复核", "To be reviewed");
    public static readonly Phrase Fields = new("{0} 处", "{0} fields");
    public static readonly Phrase BatchFindings = new("整批（{0} 个文件，{1} 张不同的表）", "All results together ({0} document(s), {1} different form(s))");
    public static readonly Phrase DocumentFindings = new("整份文件", "The document");
    public static readonly Phrase TableCaption = new("第 {0} 个表格，页 {1}，{2} 行 {3} 列", "Table {0}, pages {1}, {2} rows, {3} columns");
    public static readonly Phrase NoTables = new("没有找到表格。", "No table was found.");
    public static readonly Phrase Summary = new(
        "输入 {0} 个，表 {1} 张，错误 {2} 个，警告 {3} 个；未能完整读取的输入 {4} 个。",
        "Inputs: {0}, forms: {1}, errors: {2}, warnings: {3}; not read in full: {4}.");

    // What report says.
    public static readonly Phrase ReportCommand = new(
        "生成核对报告：概览、问题明细和页面截图（HTML），或表格（XLSX、CSV）。",
        "Makes the mismatch report: an overview and the findings, with pictures of their places (HTML), or as a table (XLSX, CSV).");
    public static readonly Phrase ReportOutputOption = new("报告文件：.html、.xlsx 或 .csv。", "The file of the report: .html, .xlsx or .csv.");
    public static readonly Phrase ReportResultsOption = new("extract 写出结果的文件夹（含子文件夹）。", "The folder of the results that extract has written, which is walked.");
    public static readonly Phrase ReportDocumentsOption = new(
        "原文件或含有原文件的文件夹，用于截图；按 SHA-256 与结果对应。不给出时报告没有截图。",
        "The documents or folders of them, for the pictures; matched to the results by SHA-256. Without them the report has no pictures.");
    public static readonly Phrase ReportSource = new(
        "请用 --store 给出数据库，或用 --results 给出结果文件夹（二者之一；--documents 只与 --results 同用）。",
        "Name a store with --store, or a folder of results with --results (one of the two; --documents goes with --results).");
    public static readonly Phrase ReportKind = new("报告文件“{0}”应以 .html、.xlsx 或 .csv 结尾。", "The file of the report, \"{0}\", must end with .html, .xlsx or .csv.");
    public static readonly Phrase ReportDone = new(
        "文件 {0} 份，表 {1} 张，错误 {2} 个，警告 {3} 个，提示 {4} 个；截图 {5} 幅。",
        "Documents: {0}, forms: {1}, errors: {2}, warnings: {3}, hints: {4}; pictures: {5}.");
    public static readonly Phrase NoOriginal = new("{0}：没有找到原文件，报告中没有它的截图。", "{0}: the document was not found, the report has no pictures of it.");
    public static readonly Phrase NotDrawn = new("{0}：不能截图：{1}", "{0}: no pictures: {1}");
    public static readonly Phrase HashingProgress = new("{0}/{1}  查找原文件  {2}", "{0}/{1}  looking for documents  {2}");
    public static readonly Phrase DrawingProgress = new("{0}/{1}  {2}  截图  第 {3}/{4} 页", "{0}/{1}  {2}  drawing page {3}/{4}");

    public static readonly Phrase Progress = new("{0}/{1}  {2}  第 {3}/{4} 页", "{0}/{1}  {2}  page {3}/{4}");
}
