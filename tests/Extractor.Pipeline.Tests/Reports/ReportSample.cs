using System.Buffers;
using System.Collections.Immutable;
using Extractor.Core.Auditing;
using Extractor.Core.Forms;
using Extractor.Core.Normalization;
using Extractor.Core.Pages;
using Extractor.Core.Results;
using Extractor.Pipeline.Delivery;
using Extractor.Pipeline.Jobs;
using Extractor.Pipeline.Reports.Model;
using Extractor.Pipeline.Reports.Places;

namespace Extractor.Pipeline.Tests.Reports;

/// <summary>Documents with findings of every kind, all invented.</summary>
internal static class ReportSample
{
    public const string Pdf = "application/pdf";

    /// <summary>A picture of one white pixel.</summary>
    public static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAgAAAAAzSERVAAAACklEQVR4nGP4DwABAQEANl9ngAAAAABJRU5ErkJggg==");

    /// <summary>
    /// A PDF with an error, a warning and hints; a workbook with an error; another PDF that states one of the first one's forms
    /// with other numbers; one that is not read; and an old version.
    /// </summary>
    public static ImmutableArray<DeliveredDocument> Documents { get; } =
    [
        Read(1, "河道局.pdf", Pdf, [ClearForm("bbbb-1"), FaultyForm("aaaa-1")], [RateHabit, MissingPage], unread: [new(3, UnreadReason.NoTextLayer, "only pictures")]),
        Read(2, "park.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [SheetForm("cccc-1")], []),
        Read(3, "again.pdf", Pdf, [ClearForm("dddd-1", "980000.5")], []),
        new(4, Sha256(4), 10, ["in/locked.pdf"], null, new DeliveredRefusal(FailureReason.Encrypted, "")),
        Read(5, "河道局.pdf", Pdf, [FaultyForm("eeee-1")], []) with { SupersededBy = Sha256(1) },
    ];

    public static AuditProfiles Profiles { get; } = AuditProfiles.Default;

    public static MismatchReport Report { get; } = MismatchReport.Of(Documents, Profiles);

    /// <summary>Every part that a report would draw, as one pixel.</summary>
    public static ImmutableArray<DocumentPictures> Pictures(MismatchReport report) =>
    [
        .. report.Documents.Select(document => PlacePlan.Of(document, report.Findings)).Select(plan => new DocumentPictures(plan, [.. plan.Strips.Select(_ => Picture)], null)),
    ];

    public static string Sha256(int number) => number.ToString("x64", System.Globalization.CultureInfo.InvariantCulture);

    public static DeliveredDocument Read(
        int number, string name, string mediaType, ImmutableArray<ResultForm> forms, ImmutableArray<Finding> findings, ImmutableArray<ResultUnread> unread = default) => new(
        number, Sha256(number), 1000, [$"in/{name}"], null,
        new DeliveredResult(
            ReadOnlySequence<byte>.Empty,
            new ResultFile(
                "1.0", new ResultDocument(name, Sha256(number), 3, mediaType, []), new Producer("extractor", "0.1.0", "none", null),
                [.. Enumerable.Range(1, 3).Select(page => new ResultPage(page, 595.3m, 841.9m, PageOrigin.Text, 0, 0))],
                unread.IsDefault ? [] : unread, forms, findings)
            {
                Refused = number == 1 ? [new([2], "绩效目标表", RefusalReason.TargetTable, "绩效目标表：只有目标。", "A table of targets.")] : [],
            }));

    /// <summary>A total score over two pages that is not the sum of its terms, a warning beside it, and hints.</summary>
    private static ResultForm FaultyForm(string id) => Form(
        id, "河道养护", "某市水务局（汇总）", "某市河道所", "万元",
        [Fund("total", "年度资金总额", "50.00", "40.00", "38.00", "95.00%", "9.5"), Fund("fiscal", "其中：财政拨款", "50", "40", "", "", "")],
        [
            Row("养护河道长度", "≥120公里", "125公里", "20", "20"),
            Row("保洁达标率", "=100%", "92%", "10", "9.2"),
            Row("居民满意度", "≥90%", "≥90%", "10", "10"),
        ],
        "100", "49.7",
        [
            new("S01", Severity.Error, "/total/score", "得分合计：各项得分之和 9.5+20+9.2+10=48.7，表列总分 49.7，差 1。", "Total score: the scores add up to 48.7, stated is 49.7.",
                "49.7", "48.7", ["/funds/0/score", "/indicators/0/score", "/indicators/1/score", "/indicators/2/score"], Explanation.Published),
            new("R01", Severity.Warning, "/indicators/1/deviation", "扣分未说明原因（保洁达标率）。", "Points lost without a reason (保洁达标率).",
                null, null, ["/indicators/1/actual", "/indicators/1/target"], null),
            new("T05", Severity.Info, "/indicators/2/actual", "实际完成值照抄指标值。", "A copied target.", "≥90%", null, ["/indicators/2/target"], null),
            new("F99", Severity.Info, "/extra/其他 ~1 说明", "一条新规则。", "A rule of a later version.", null, null, [], null),
        ]) with
    {
        Extra = [new("其他 / 说明", "无")],
    };

    private static ResultForm ClearForm(string id, string executed = "990000.5") => Form(
        id, "公园绿化", "某市 水务局(汇总)", null, "元", [Fund("total", "年度资金总额", "1,000,000", "1000000", executed, "99.00%", "9.9")],
        [Row("新增绿地", "10亩", "10亩", "90", "90")], "100", "99.9", []);

    private static ResultForm SheetForm(string id) => Form(
        id, "路灯 <改造> & \"更新\"", "某市城管局", "某市路灯所", null, [Fund("total", "资金总额", "12", "12", "13", "108.33%", "10")],
        [], "100", "101",
        [
            new("F05", Severity.Error, "/funds/0/executed", "超预算执行：13 > 12。", "More was spent than budgeted: 13 > 12.", "13", null, ["/funds/0/annualBudget"], Explanation.Misread),
        ]);

    private static Finding MissingPage => new(
        "X04", Severity.Warning, "/forms/1", "缺页：表 2 只有两页。", "A page is missing: form 2 has two only.", null, null, ["/forms/1/total/score"], null);

    /// <summary>Said once for the batch, where there is one.</summary>
    private static Finding RateHabit => new(
        "H01", Severity.Info, "/forms", "执行率取整习惯：向上取整。", "Habit of rounding: up.", null, null, ["/forms/0/funds/0/rate", "/forms/1/funds/0/rate"], Explanation.Rounding);

    private static ResultForm Form(
        string id, string project, string department, string? unit, string? money, ImmutableArray<FundRow> funds, ImmutableArray<Indicator> indicators,
        string weight, string score, ImmutableArray<Finding> findings) => new(
        id, "sample", "项目支出绩效自评表", 2023, [1, 2], project, department, unit, money, funds, new Goals("畅通", "畅通"), indicators,
        new Total(NumberText.Read(weight), NumberText.Read(score)), [], Places(funds.Length, indicators.Length), ["/total/score"], findings);

    /// <summary>The funds on top of page 1, the indicators down the page, the total on page 2.</summary>
    private static ImmutableArray<FieldProvenance> Places(int funds, int indicators)
    {
        string[] amounts = ["initialBudget", "annualBudget", "executed", "weight", "rate", "score"];
        string[] values = ["target", "actual", "weight", "score", "deviation"];
        return
        [
            .. Enumerable.Range(0, funds).SelectMany(row => amounts.Select((name, column) => At($"/funds/{row}/{name}", 1, 120 + (70 * column), 150 + (30 * row)))),
            .. Enumerable.Range(0, indicators).SelectMany(row => values.Select((name, column) => At($"/indicators/{row}/{name}", 1, 260 + (60 * column), 300 + (80 * row)))),
            At("/total/weight", 2, 380, 60), At("/total/score", 2, 440, 60), At("/extra/其他 ~1 说明", 2, 100, 90),
        ];
    }

    private static FieldProvenance At(string pointer, int page, decimal left, decimal top) =>
        new(pointer, [new Provenance(page, [left, top, left + 40, top + 12], "text", 1)]);

    private static FundRow Fund(string kind, string label, string initial, string annual, string executed, string rate, string score) => new(
        kind, label, NumberText.Read(initial), NumberText.Read(annual), NumberText.Read(executed), NumberText.Read("10"), NumberText.Read(rate), NumberText.Read(score));

    private static Indicator Row(string name, string target, string actual, string weight, string score) => new(
        "产出指标", "数量指标", name, QuantityText.Read(target), QuantityText.Read(actual), NumberText.Read(weight), NumberText.Read(score), "");
}
