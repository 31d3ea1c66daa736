using System.Collections.Immutable;
using Extractor.Core.Auditing;
using Extractor.Core.Forms;
using Extractor.Core.Pages;
using Extractor.Core.Results;
using Extractor.Pipeline.Delivery;
using Extractor.Pipeline.Jobs;

namespace Extractor.Pipeline.Tests.Delivery;

/// <summary>Documents as the outputs see them, made up, with all that makes outputs difficult.</summary>
internal static class SampleDocuments
{
    public const string First = "11111111111111111111111111111111111111111111111111111111111111e1";
    public const string Second = "2222222222222222222222222222222222222222222222222222222222222222";
    public const string Third = "3333333333333333333333333333333333333333333333333333333333333333";

    /// <summary>One with two forms, one that could not be read and came in a new version, one without forms.</summary>
    public static ImmutableArray<DeliveredDocument> All =>
    [
        Result(3, First, ["2024/自评表.pdf", "补报.zip!自评表.pdf"], null, File("自评表.pdf", First, [Form(First, 1), EmptyForm(First, 2)])),
        new(5, Second, 1234, ["旧版.pdf"], Third, new DeliveredRefusal(FailureReason.Encrypted, "it wants a password")),
        Result(8, Third, ["旧版.pdf"], null, File("旧版.pdf", Third, [])),
    ];

    public static DeliveredDocument Result(long sequence, string sha256, ImmutableArray<string> sightings, string? supersededBy, ResultFile file) =>
        new(sequence, sha256, 4321, sightings, supersededBy, new DeliveredResult(ResultFormat.Write(file), ResultFormat.ReadResultFile(ResultFormat.Write(file))));

    public static ResultFile File(string name, string sha256, ImmutableArray<ResultForm> forms) => new(
        ResultFile.CurrentSchemaVersion,
        new ResultDocument(name, sha256, 3, "application/pdf", []),
        new Producer("extractor", "0.1.0", "pdfium 150.0.7834.0", null),
        [new ResultPage(1, 595.3m, 841.89m, PageOrigin.Text, 0, 0), new ResultPage(2, 595.3m, 841.89m, PageOrigin.Text, 0, 0)],
        [new ResultUnread(3, UnreadReason.NoTextLayer, "a picture")],
        forms,
        forms.IsEmpty ? [] : [new Finding("H01", Severity.Info, "/forms/0/funds/0/rate", "执行率四舍五入。", "Rates are rounded half up.", null, null, ["/forms/0/funds/0/rate"], Explanation.Rounding)]);

    /// <summary>One text in every place of a form that can hold any.</summary>
    public static DeliveredDocument Saying(string text, long sequence = 1)
    {
        var form = Form(First, 1);
        return Result(sequence, First, [text], null, File(text, First, [form with
        {
            Title = text, ProjectName = text, Department = text, ImplementingUnit = text, Unit = text, Goals = new Goals(text, text),
            Funds = [form.Funds[0] with { Label = text, Executed = new NumberReading(text, null) }],
            Indicators = [form.Indicators[0] with { Level3 = text, Target = new QuantityReading(text, null, null, text), Deviation = text }],
            Extra = [new LabelledText(text, text)],
            Provenance = [],
            NeedsReview = [],
            Findings = [form.Findings[0] with { Message = text, Stated = text, Computed = text }],
        }]));
    }

    private static ResultForm Form(string sha256, int number) => new(
        $"{sha256[..12]}-{number}", "shanghai-2018", "财政项目支出绩效自评表", 2024, [1, 2],
        "=HYPERLINK(\"http://x\",\"项目\")", "云岭县\"教育\"局, 一", null, "万元",
        [
            new FundRow("total", "年度资金总额", new("1,000.50", 1000.5m), new("1,000.50", 1000.5m), new("342.77", 342.77m), new("10", 10), new("34.26%", 0.3426m), new("3.4", 3.4m)),
            new FundRow("other", "其他资金", null, new("", null), new("-5.00", -5m), new("—", null), new("136.250.54", null), null),
        ],
        new Goals("一、完成建设；\n二、按期验收。", ""),
        [
            new Indicator("产出指标", "数量指标", "建设面积", new("≥90%", "≥", 90, "%"), new("95%", "=", 95, "%"), new("20", 20), new("18.50", 18.5m), "+偏差"),
            new Indicator("满意度指标", null, "师生满意度", new("满意", null, null, null), null, new("10", 10), new("10", 10), null),
        ],
        new Total(new("100", 100), new("93.43", 93.43m)),
        [new LabelledText("其他需要/说明事项", "无")],
        [
            new FieldProvenance("/title", [Place(1, 0.98m)]),
            new FieldProvenance("/funds/0/executed", [Place(1, 0.5m)]),
            new FieldProvenance("/funds/1/rate", [Place(1, 1)]),
            new FieldProvenance("/indicators/1/level3", [Place(1, 1), Place(2, 0.75m)]),
            new FieldProvenance("/total/score", [Place(2, 1)]),
            new FieldProvenance("/extra/其他需要~1说明事项", [Place(2, 1)]),
        ],
        ["/funds/0/executed", "/total/score"],
        [
            new Finding("S01", Severity.Error, "/total/score", "得分合计不符。", "The scores do not add up.", "93.43", "93.53", ["/funds/0/score", "/indicators/0/score"], Explanation.Published),
            new Finding("F02", Severity.Warning, "/funds/0/executed", "可能读错。", "It may be misread.", "342.77", "342.57", [], Explanation.Misread),
            new Finding("R02", Severity.Info, "/indicators/1/target", "没有数值。", "It has no number.", "满意", null, [], null),
        ]);

    private static ResultForm EmptyForm(string sha256, int number) => new(
        $"{sha256[..12]}-{number}", "general", "", null, [2], null, null, null, null, [], null, [], null, [], [], [], []);

    private static Provenance Place(int page, decimal confidence) => new(page, [72m, 101.5m, 300.1m, 120m], "text", confidence);
}
