using Extractor.Core.Auditing;
using Extractor.Core.Pages;
using Extractor.Pipeline.Jobs;

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
        "重新核对提取结果，不再读取原文件。",
        "Audits extraction results again without reading the document.");

    public static readonly Phrase ProfileOption = new(
        "用这个核对规定（编号或 JSON 文件）核对全部表格，不按版式选择。",
        "Audits all forms by this profile (an id or a JSON file), instead of the one of their template.");

    public static readonly Phrase RulesCommand = new(
        "列出核对规则：编号、版本、级别、公式和依据。",
        "Lists the audit rules: id, version, severity, formula and basis.");

    public static readonly Phrase RuleBasis = new("依据：{0}", "Basis: {0}");

    public static readonly Phrase ProfileFor = new("{0,-20} {1}；版式：{2}", "{0,-20} {1}; templates: {2}");

    public static readonly Phrase AllOthers = new("其余全部", "all others");

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

    public static readonly Phrase TrainArgument = new("含 NAME.pdf 与 NAME.words.json 的目录。", "A folder with NAME.pdf and NAME.words.json.");
    public static readonly Phrase TrainOutput = new("写入模型的文件，例如 models/confidence.json。", "Where the model is written, such as models/confidence.json.");
    public static readonly Phrase TrainedOn = new("{0} 行；未参与训练的文件上：置信度区间、行数、预期、实际正确率", "{0} lines; on documents held out: confidence, lines, expected share right, share right");

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
    public static readonly Phrase ResultsArgument = new("extract 写出的结果文件。", "Result files that extract has written.");
    public static readonly Phrase OutputOption = new("结果写入的文件夹；不存在时新建。", "The folder for the results; it is made where there is none.");
    public static readonly Phrase JsonOption = new("在标准输出上输出 JSON。", "Prints JSON on standard output.");
    public static readonly Phrase QuietOption = new("只报告失败。", "Reports failures only.");
    public static readonly Phrase VerboseOption = new("报告更多细节。", "Reports more details.");
    public static readonly Phrase LangOption = new("界面语言：zh 或 en（默认取自环境变量）。", "Language of messages, zh or en (default: from the environment).");
    public static readonly Phrase WorkersOption = new("同时工作的进程数（默认每个处理器核心一个）。", "Worker processes at a time (default: one for each processor core).");

    public static readonly Phrase OcrOption = new(
        "哪些页面用图像识别文字：auto（默认）没有可信文字层的页面；always 所有页面；never 都不识别。",
        "Which pages are read from their picture: auto (default) those without a text layer to trust, always all, never none.");

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
    public static readonly Phrase DocumentFindings = new("整份文件", "The document");
    public static readonly Phrase TableCaption = new("第 {0} 个表格，页 {1}，{2} 行 {3} 列", "Table {0}, pages {1}, {2} rows, {3} columns");
    public static readonly Phrase NoTables = new("没有找到表格。", "No table was found.");
    public static readonly Phrase Summary = new(
        "输入 {0} 个，表 {1} 张，错误 {2} 个，警告 {3} 个；未能完整读取的输入 {4} 个。",
        "Inputs: {0}, forms: {1}, errors: {2}, warnings: {3}; not read in full: {4}.");

    public static readonly Phrase Progress = new("{0}/{1}  {2}  第 {3}/{4} 页", "{0}/{1}  {2}  page {3}/{4}");

    public static Phrase Of(Severity severity) => severity switch
    {
        Severity.Error => new("错误", "error"),
        Severity.Warning => new("警告", "warning"),
        _ => new("提示", "info"),
    };

    public static Phrase Of(UnreadReason reason) => reason switch
    {
        UnreadReason.NoTextLayer => new("只有图像，没有可信的文字", "pictures and no text to trust"),
        UnreadReason.BadTextLayer => new("文字层与印出的内容不符", "the text layer does not say what is printed"),
        UnreadReason.Damaged => new("这一页已损坏", "the page is damaged"),
        UnreadReason.TooLarge => new("超出了大小限制", "larger than the limits allow"),
        UnreadReason.TimeLimit => new("超出了时间限制", "it took longer than the limits allow"),
        UnreadReason.MemoryLimit => new("超出了内存限制", "it took more memory than the limits allow"),
        UnreadReason.NoRecognition => new("是图像，而文字识别组件缺失或已损坏", "a picture, and what recognises text is missing or damaged"),
        UnreadReason.NotRecognized => new("图像上的文字无法可靠识别（照片、手写或其他文字）", "a picture whose text cannot be recognised reliably (a photograph, handwriting, another script)"),
        UnreadReason.BlankPage => new("空白页", "a blank page"),
        UnreadReason.ReaderCrashed => new("读取进程崩溃", "the reader crashed on it"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    public static Phrase Of(FailureReason reason) => reason switch
    {
        FailureReason.NotFound => new("没有这个文件或文件夹", "no such file or folder"),
        FailureReason.NothingToRead => new("里面没有可以读取的文件", "nothing that can be read is in it"),
        FailureReason.NotAFile => new("不是普通文件（管道、设备等）", "not a regular file (a pipe, a device)"),
        FailureReason.NotReadable => new("不能读取这个文件", "the file cannot be read"),
        FailureReason.Empty => new("文件是空的", "the file is empty"),
        FailureReason.UnknownFormat => new("不是可以读取的文件类型", "not of a kind that is read"),
        FailureReason.OldOfficeFormat => new("旧版 Office 文件：请另存为 .docx 或 .xlsx", "an old Office file: save it as .docx or .xlsx"),
        FailureReason.ArchiveNotOpened => new("压缩包：请先解压", "an archive where a document is expected: unpack it first"),
        FailureReason.NotAResult => new("不是提取结果文件", "not a result file"),
        FailureReason.Encrypted => new("文件已加密：请用 --password 给出密码", "encrypted: give the password with --password"),
        FailureReason.WrongPassword => new("密码不对", "the password does not open it"),
        FailureReason.UnsupportedEncryption => new("文件受到密码以外的保护，不能打开", "protected by something else than a password"),
        FailureReason.CannotDecrypt => new("文件已加密：请去掉密码后重新保存或压缩", "encrypted: save it, or pack it, without a password"),
        FailureReason.ExpandsTooFar => new("解压后过大（疑似压缩炸弹）", "it expands too far (a decompression bomb)"),
        FailureReason.UnsafeContent => new("含有不安全的内容，拒绝读取", "refused for what is in it, which is not safe to read"),
        FailureReason.UnsafeName => new("压缩包内的文件名指向压缩包之外，拒绝读取", "refused: its name leads out of the archive"),
        FailureReason.ReaderMissing => new("没有安装 PDF 引擎", "the PDF engine is not installed"),
        FailureReason.BadTemplate => new("版式文件不可用", "a form template cannot be used"),
        FailureReason.Damaged => new("文件已损坏或不完整", "damaged or truncated"),
        FailureReason.TooLarge => new("超出了大小限制", "larger than the limits allow"),
        FailureReason.TimeLimit => new("超出了时间限制", "it took longer than the limits allow"),
        FailureReason.MemoryLimit => new("超出了内存限制", "it took more memory than the limits allow"),
        FailureReason.ReaderCrashed => new("读取进程崩溃", "the reader crashed on it"),
        FailureReason.NotWritable => new("不能写入结果", "the result could not be written"),
        FailureReason.DiskFull => new("不能写入结果：磁盘已满", "the result could not be written: no space is left"),
        _ => new("程序内部错误", "an internal error"),
    };
}
