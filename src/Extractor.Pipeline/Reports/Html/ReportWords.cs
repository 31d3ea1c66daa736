using Extractor.Core.Auditing;
using Extractor.Pipeline.Language;

namespace Extractor.Pipeline.Reports.Html;

/// <summary>What the report says besides the sentences of its findings.</summary>
internal static class ReportWords
{
    public static readonly Phrase Title = new("项目支出绩效自评核对报告", "Audit of project self-evaluations");
    public static readonly Phrase MadeBy = new("extractor {0} 生成；金额、得分和文字均为文件所列，未作改动。", "Made by extractor {0}. Amounts, scores and texts are as the documents state them.");

    // The overview.
    public static readonly Phrase Documents = new("文件", "Documents");
    public static readonly Phrase Forms = new("自评表", "Forms");
    public static readonly Phrase Pages = new("{0} 页", "{0} pages");
    public static readonly Phrase CleanForms = new("{0} 张无错误和警告", "{0} without error or warning");
    public static readonly Phrase Budget = new("全年预算", "Annual budget");
    public static readonly Phrase Executed = new("全年执行", "Executed");
    public static readonly Phrase MoneyUnit = new("（万元）", " (CNY million)");
    public static readonly Phrase Rate = new("执行率", "Rate");
    public static readonly Phrase RateIs = new("执行率 {0}", "{0} of the budget");
    public static readonly Phrase OfForms = new("{0} 张表列有金额", "stated by {0} forms");
    public static readonly Phrase InForms = new("涉及 {0} 张表", "in {0} forms");
    public static readonly Phrase BySeverity = new("按级别和判断", "By severity and by cause");
    public static readonly Phrase BySeverityNote = new(
        "错误：任何读法下都自相矛盾。警告：需要说明。提示：供参考。",
        "Error: contradicts itself however it is read. Warning: needs an explanation. Hint: good to know.");
    public static readonly Phrase ByOwner = new("按主管部门", "By department");
    public static readonly Phrase ByUnit = new("按实施单位", "By implementing unit");
    public static readonly Phrase Unit = new("实施单位", "Implementing unit");
    public static readonly Phrase ByRule = new("按规则", "By rule");
    public static readonly Phrase ByMoney = new("金额（按表列计量单位）", "Money, by the unit that forms print");
    public static readonly Phrase MoneyNote = new(
        "各表金额按其表列单位折算成元后相加；单位不明的不计入。执行率只取两项都列的表。",
        "Amounts are brought to yuan by the unit that each form prints, and then added; those without a known unit are left out. Rates are of the forms that state both.");
    public static readonly Phrase PrintedUnit = new("计量单位", "Unit");
    public static readonly Phrase UnknownUnit = new("不明", "not known");
    public static readonly Phrase Sum = new("合计", "Total");
    public static readonly Phrase First = new("先看这些表", "Look at these first");
    public static readonly Phrase Project = new("项目", "Project");
    public static readonly Phrase Department = new("部门", "Department");
    public static readonly Phrase Score = new("得分", "Score");
    public static readonly Phrase NotNamed = new("（未填写）", "(not stated)");
    public static readonly Phrase Others = new("其余 {0} 个", "{0} others");
    public static readonly Phrase OtherRules = new("其余 {0} 条规则", "{0} other rules");
    public static readonly Phrase Rule = new("规则", "Rule");
    public static readonly Phrase NothingFound = new("没有发现问题。", "Nothing was found.");
    public static readonly Phrase NotRead = new("未能读取的文件和页", "Documents and pages that were not read");
    public static readonly Phrase NotReadCounts = new("未能读取 {0} 份，未能读全 {1} 份", "documents not read: {0}, not in full: {1}");
    public static readonly Phrase PagesUnread = new("第 {0} 页：{1}", "page {0}: {1}");
    public static readonly Phrase AllDocuments = new("文件一览", "All documents");
    public static readonly Phrase Superseded = new("已有同名新版本，不计入汇总", "a later version came under its name; it is not counted");

    // The findings.
    public static readonly Phrase Findings = new("问题明细", "Findings");
    public static readonly Phrase BatchFindings = new("跨文件的问题", "Across documents");
    public static readonly Phrase DocumentFindings = new("整份文件", "The document as a whole");
    public static readonly Phrase FormHeading = new("表 {0}", "Form {0}");
    public static readonly Phrase OnPages = new("第 {0} 页", "page {0}");
    public static readonly Phrase Hints = new("提示 {0} 条", "Hints: {0}");
    public static readonly Phrase OnlyHints = new("只有提示的表 {0} 张，提示共 {1} 条", "Forms with hints only: {0}; hints: {1}");
    public static readonly Phrase Stated = new("表列", "Stated");
    public static readonly Phrase Computed = new("计算值", "Computed");
    public static readonly Phrase Allowed = new("允许范围", "Allowed");
    public static readonly Phrase Verdict = new("判断", "Cause");
    public static readonly Phrase Place = new("位置", "Field");
    public static readonly Phrase Text = new("内容", "Text");
    public static readonly Phrase Page = new("页", "Page");
    public static readonly Phrase StatedKey = new("所指的格", "the cell in question");
    public static readonly Phrase TermKey = new("参与计算或对照的格", "cells that it was held against");
    public static readonly Phrase Empty = new("（空）", "(empty)");
    public static readonly Phrase MoreTerms = new("另有 {0} 格", "{0} more cells");
    public static readonly Phrase MoreFindings = new("另有 {0} 条未列出，见表格文件。", "{0} more are not listed here; the spreadsheet has them.");
    public static readonly Phrase CleanOnes = new("未发现问题的表（{0} 张）", "Forms with nothing found ({0})");
    public static readonly Phrase AndMore = new("等 {0} 张", "and {0} more");
    public static readonly Phrase LookAlikes = new("相似但不是自评表的表格（{0} 个）", "Tables that look like forms and are none ({0})");
    public static readonly Phrase NoForms = new("没有找到自评表。", "No form was found in it.");
    public static readonly Phrase NothingFoundIn = new("未发现问题的文件（{0} 份）", "Documents with nothing found ({0})");
    public static readonly Phrase NoPicture = new("没有截图：{0}", "No picture: {0}");
    public static readonly Phrase PicturesLeftOut = new("部分截图因报告大小所限未收入。", "Some pictures were left out to keep the report small.");
    public static readonly Phrase SeenAt = new("来源", "Seen at");

    // The filters.
    public static readonly Phrase Filter = new("筛选", "Filter");
    public static readonly Phrase AllUnits = new("全部部门", "All departments");
    public static readonly Phrase AllRules = new("全部规则", "All rules");
    public static readonly Phrase Search = new("项目、文件或文字", "Project, document or words");
    public static readonly Phrase Shown = new("显示 {0} / {1} 条", "{0} of {1} shown");
    public static readonly Phrase Fold = new("全部收起", "Fold all");
    public static readonly Phrase Unfold = new("全部展开", "Unfold all");
    public static readonly Phrase Copy = new("复制", "Copy");
    public static readonly Phrase Copied = new("已复制", "Copied");

    public static Phrase Of(Severity severity) => Reasons.Of(severity) is var word && severity == Severity.Info ? new(word.Chinese, "hint") : word;

    public static Phrase Plural(Severity severity) => severity switch
    {
        Severity.Error => new("错误", "Errors"),
        Severity.Warning => new("警告", "Warnings"),
        _ => new("提示", "Hints"),
    };

    public static Phrase Of(Explanation? explanation) => explanation switch
    {
        Explanation.Published => new("文件如此", "the document says so"),
        Explanation.Rounding => new("取整可以解释", "rounding explains it"),
        Explanation.Misread => new("可能识别有误", "we may have misread"),
        _ => new("待核对", "to be checked"),
    };
}
