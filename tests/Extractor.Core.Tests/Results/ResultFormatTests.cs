using System.Buffers;
using System.Text;
using System.Text.Json;
using Extractor.Core.Auditing;
using Extractor.Core.Forms;
using Extractor.Core.Normalization;
using Extractor.Core.Pages;
using Extractor.Core.Reconstruction;
using Extractor.Core.Results;

namespace Extractor.Core.Tests.Results;

public class ResultFormatTests
{
    [Fact]
    public void A_result_file_has_the_shape_of_the_contract() => Assert.Equal(
        """
        {
          "schemaVersion": "1.0",
          "document": {
            "fileName": "自评表.pdf",
            "sha256": "0123456789ab",
            "pageCount": 2,
            "mediaType": "application/pdf",
            "remarks": [
              "mended"
            ]
          },
          "producer": {
            "name": "extractor",
            "version": "0.1.0",
            "pdfEngine": "pdfium 1",
            "ocrEngine": null
          },
          "pages": [
            {"number":1,"width":595.3,"height":841.89,"origin":"text","rotation":90,"skew":0,"printed":{"text":"- 1 -","number":1,"of":null}},
            {"number":2,"width":0,"height":0,"origin":"none","rotation":0,"skew":0,"printed":null}
          ],
          "unread": [
            {"page":2,"reason":"time-limit","detail":"It took more than 5 s of CPU time."}
          ],
          "refused": [
            {
              "pages": [1,2],
              "title": "项目支出绩效目标表",
              "reason": "target-table",
              "message": "绩效目标表：只有指标和目标值，没有实际完成值和得分。",
              "messageEn": "A table of targets: it has indicators and targets, but neither actual values nor scores."
            }
          ],
          "passages": [
            {
              "text": "绿化自评得分95分。",
              "place": {"page":1,"box":[1,2,3,4],"origin":"text","confidence":1}
            }
          ],
          "forms": [
            {
              "id": "0123456789ab-1",
              "template": "shanghai-2018",
              "title": "财政项目支出绩效自评表",
              "year": 2022,
              "pages": [1],
              "projectName": "𠮷林路\"绿化\"",
              "department": "",
              "implementingUnit": null,
              "unit": "元",
              "executionPoints": {"text":"10","value":10},
              "funds": [
                {
                  "kind": "total",
                  "label": "年度资金总额",
                  "initialBudget": {"text":"136,250.54","value":136250.54},
                  "annualBudget": {"text":"707800.00","value":707800.00},
                  "executed": {"text":"—","value":null},
                  "weight": null,
                  "rate": {"text":"34.26%","value":0.3426},
                  "score": null
                }
              ],
              "goals": null,
              "indicators": [
                {
                  "level1": "产出指标",
                  "level2": null,
                  "level3": "绿化",
                  "target": {"text":">=90%","comparator":"≥","value":90,"unit":"%"},
                  "actual": null,
                  "weight": null,
                  "score": null,
                  "deviation": ""
                }
              ],
              "total": null,
              "extra": {
                "其他需要说明事项": "无",
                "备注": "<无>"
              },
              "provenance": {
                "/projectName": {"page":1,"box":[56.69,80,538.5,95.25],"origin":"ppocr","confidence":0.5,"alternatives":["吉林路","古林路"],"textLayer":"吉木路"},
                "/title": [
                  {"page":1,"box":[1,2,3,4],"origin":"text","confidence":1},
                  {"page":2,"box":[1,2,3,4],"origin":"text","confidence":0.5}
                ]
              },
              "profile": {"id":"national-2020","reason":"无专用规定，按通用规定","reasonEn":"no other is for its template"},
              "needsReview": [
                "/funds/0/executed"
              ],
              "findings": [
                {
                  "rule": "SUM-SCORE",
                  "severity": "error",
                  "subject": "/total/score",
                  "message": "得分之和为93.53，总分为93.43。",
                  "messageEn": "The scores add up to 93.53; the total says 93.43.",
                  "stated": "93.43",
                  "computed": "93.53",
                  "evidence": [
                    "/indicators/0/score"
                  ],
                  "explanation": "published",
                  "version": 2,
                  "profile": "national-2020",
                  "relation": {
                    "outcome": "inconsistent",
                    "rounding": null,
                    "difference": "0.1",
                    "allowed": {"low":"93.525","high":"93.535"},
                    "terms": [
                      {"pointer":"/indicators/0/score","value":93.53}
                    ]
                  }
                }
              ]
            }
          ],
          "findings": []
        }

        """,
        Written(Example));

    [Fact]
    public void A_result_file_that_was_read_is_written_again_byte_for_byte()
    {
        var bytes = ResultFormat.Write(Example);
        Assert.Equal(bytes.ToArray(), ResultFormat.Write(ResultFormat.ReadResultFile(bytes)).ToArray());
    }

    [Fact]
    public void A_file_of_before_refusals_passages_and_printed_numbers_were_told_can_be_read()
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(Written(Example))!.AsObject();
        json.Remove("refused");
        json.Remove("passages");
        json["pages"]![0]!.AsObject().Remove("printed");
        json["forms"]![0]!.AsObject().Remove("executionPoints");
        var read = ResultFormat.ReadResultFile(Encoding.UTF8.GetBytes(json.ToJsonString()));
        Assert.Empty(read.Refused);
        Assert.Empty(read.Passages);
        Assert.Null(read.Pages[0].Printed);
        Assert.Null(read.Forms[0].ExecutionPoints);
    }

    [Fact]
    public void A_form_goes_to_the_file_and_back_without_loss()
    {
        var form = Example.Forms[0];
        var again = ResultForm.From(new AuditedForm(form.ToForm(), form.NeedsReview, form.Findings) { Profile = ExampleChoice });
        Assert.Equal(form, again);
    }

    [Fact]
    public void Only_what_cannot_be_seen_is_escaped()
    {
        var file = Example with { Document = Example.Document with { FileName = "全\u3000角<>&'+\u0001\u2028\uE000\ud800." } };
        var text = Written(file);
        Assert.Contains("\"fileName\": \"全　角<>&'+\\u0001\\u2028\\uE000\uFFFD.\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "schemaVersion": "1.0", "schemaVersion": "1.0" }""")]
    public void What_is_no_result_file_is_refused(string json) =>
        Assert.ThrowsAny<JsonException>(() => ResultFormat.ReadResultFile(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("\"extra\": {", "\"extra\": [{")]
    [InlineData("\"box\":[56.69", "\"box\":[\"56.69\"")]
    [InlineData("\"text\":\"136,250.54\"", "\"text\":null")]
    [InlineData("\"severity\": \"error\"", "\"severity\": \"fatal\"")]
    [InlineData("\"reason\":\"time-limit\"", "\"reason\":4")]
    public void A_file_with_a_wrong_part_is_refused(string right, string wrong)
    {
        var json = Written(Example);
        Assert.Contains(right, json, StringComparison.Ordinal);
        Assert.ThrowsAny<JsonException>(() => ResultFormat.ReadResultFile(Encoding.UTF8.GetBytes(json.Replace(right, wrong, StringComparison.Ordinal))));
    }

    [Fact]
    public void Skimming_the_bytes_tells_what_reading_them_tells()
    {
        var skimmed = ResultOutline.Skim(ResultFormat.Write(Example));
        var read = ResultOutline.Of(Example);
        Assert.Equal(read with { Unread = [] }, skimmed with { Unread = [] });
        Assert.Equal(read.Unread.AsEnumerable(), skimmed.Unread);
        Assert.True(read.Forms > 0 && read.Errors + read.Warnings + read.Infos > 0, "the example has nothing to count");
    }

    [Fact]
    public void What_a_later_version_adds_does_not_disturb()
    {
        var json = Written(Example).Replace("\"pageCount\": 2,", "\"pageCount\": 2, \"later\": {},", StringComparison.Ordinal);
        Assert.Equal(2, ResultFormat.ReadResultFile(Encoding.UTF8.GetBytes(json)).Document.PageCount);
    }

    [Fact]
    public void Every_choice_of_the_types_has_its_word()
    {
        var finding = ExampleFinding();
        var file = Example with
        {
            Pages = [.. Enum.GetValues<PageOrigin>().Select(origin => Example.Pages[0] with { Origin = origin })],
            Unread = [.. Enum.GetValues<UnreadReason>().Select(reason => new ResultUnread(1, reason, ""))],
            Findings =
            [
                .. Enum.GetValues<Severity>().Select(severity => finding with { Severity = severity }),
                .. Enum.GetValues<Explanation>().Select(explanation => finding with { Explanation = explanation }),
                finding with { Explanation = null },
            ],
        };
        var json = Written(file);
        Assert.All(
            ["none", "text", "ocr", "no-text-layer", "bad-text-layer", "damaged", "too-large", "time-limit", "memory-limit", "reader-crashed",
                "error", "warning", "info", "misread", "published", "rounding"],
            word => Assert.Contains($"\"{word}\"", json, StringComparison.Ordinal));
        var read = ResultFormat.ReadResultFile(Encoding.UTF8.GetBytes(json));
        Assert.Equal(file.Pages.AsEnumerable(), read.Pages);
        Assert.Equal(file.Unread.AsEnumerable(), read.Unread);
        Assert.Equal(
            file.Findings.Select(found => (found.Severity, found.Explanation)), read.Findings.Select(found => (found.Severity, found.Explanation)));
    }

    private static string Written(ResultFile file) => Encoding.UTF8.GetString(ResultFormat.Write(file));

    private static ResultFile Example { get; } = ResultFile.From(
        new ExtractionResult(
            new DocumentHead("自评表.pdf", "0123456789ab", 2, "application/pdf", ["mended"]),
            [new PageSummary(1, 595.2999, 841.8898, PageOrigin.Text, 90, 0.0) { Printed = new PageNumber("- 1 -", 1, null) }, new PageSummary(2, 0, 0, PageOrigin.None, 0, 0)],
            [new UnreadPage(2, 0, 0, UnreadReason.TimeLimit, "It took more than 5 s of CPU time.")],
            [],
            [new FormRefused([1, 2], "项目支出绩效目标表", RefusalReason.TargetTable, new FormTrace(null, [], [], [], []))],
            [new AuditedForm(ExampleForm(), ["/funds/0/executed"], [ExampleFinding()]) { Profile = ExampleChoice }]) { Passages = [new Passage("绿化自评得分95分。", Place(1, 1))] },
        new Producer("extractor", "0.1.0", "pdfium 1", null));

    private static Form ExampleForm() => new(
        "0123456789ab-1", "shanghai-2018", "财政项目支出绩效自评表", 2022, [1], "𠮷林路\"绿化\"", "", null, "元",
        [
            new FundRow(
                "total", "年度资金总额", new NumberReading("136,250.54", 136250.54m), new NumberReading("707800.00", 707800.00m),
                new NumberReading("—", null), null, new NumberReading("34.26%", 0.3426m), null),
        ],
        null,
        [new Indicator("产出指标", null, "绿化", new QuantityReading(">=90%", "≥", 90, "%"), null, null, null, "")],
        null,
        [new LabelledText("其他需要说明事项", "无"), new LabelledText("备注", "<无>")],
        [
            new FieldProvenance("/projectName", [new Provenance(1, [56.69m, 80m, 538.5m, 95.25m], "ppocr", 0.5m) { Alternatives = ["吉林路", "古林路"], TextLayer = "吉木路" }]),
            new FieldProvenance("/title", [Place(1, 1), Place(2, 0.5m)]),
        ]) { ExecutionPoints = new NumberReading("10", 10) };

    private static Provenance Place(int page, decimal confidence) => new(page, [1, 2, 3, 4], "text", confidence);

    private static ProfileChoice ExampleChoice => new(AuditProfile.National, "无专用规定，按通用规定", "no other is for its template");

    private static Finding ExampleFinding() => new(
        "SUM-SCORE", Severity.Error, "/total/score", "得分之和为93.53，总分为93.43。",
        "The scores add up to 93.53; the total says 93.43.", "93.43", "93.53", ["/indicators/0/score"], Explanation.Published)
    {
        Version = 2,
        Profile = "national-2020",
        Relation = new Relation(Outcome.Inconsistent, null, "0.1", new AllowedRange("93.525", "93.535"), [new Term("/indicators/0/score", 93.53m)]),
    };
}
