using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Extractor.Core.Auditing;
using Extractor.Core.Auditing.Batches;
using Extractor.Core.Auditing.Documents;
using Extractor.Core.Forms;
using Extractor.Core.Reconstruction;
using Extractor.Core.Results;
using Extractor.Core.Tests.Auditing;

namespace Extractor.Core.Tests.Results;

/// <summary>A result file with something removed, renamed or of another kind is refused with a reason, or audited: nothing else.</summary>
public class ResultMutationTests
{
    private const int Rounds = 1_500;

    private static readonly string Whole = Encoding.UTF8.GetString(ResultFormat.Write(File(SampleForm.Clean.With(("说明", "无")))).ToArray());

    private static readonly string[] Odd =
    [
        "null", "true", "-1", "0", "1e308", "99999999999999999999999999999", "0.0000000000000000000000000001", "2147483648", "\"\"", "\"\\ud800\"", "\"\\u0000\"",
        "\"/\"", "[]", "{}", "[null]", "[[]]", "\"" + new string('9', 200) + "\"", new string('9', 200), "\"≥" + new string('9', 40) + "%\"", "\"0." + new string('3', 120) + "\"",
        "\"99999999999999999999999999999元\"", "\"1,2,3\"", "79228162514264337593543950335", "-79228162514264337593543950335", "\"二〇二三年\"", "12345678901234",
    ];

    [Fact]
    public void Any_member_removed_renamed_or_of_another_kind() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, 2], Gen.Int[0, Odd.Length - 1], Gen.Int[0, int.MaxValue], Gen.Int[0, Odd.Length - 1])
            .Sample((place, how, odd, otherPlace, otherOdd) =>
            {
                var root = JsonNode.Parse(Whole)!;
                Change(root, place, how, "@first@");
                Change(root, otherPlace, 2, "@second@");
                var changed = root.ToJsonString().Replace("\"@first@\"", Odd[odd], StringComparison.Ordinal).Replace("\"@second@\"", Odd[otherOdd], StringComparison.Ordinal);
                if (Read(changed) is { } file)
                {
                    Audit(file);
                }
            }, iter: Rounds);

    [Fact]
    public void Any_values_of_the_same_kind_are_audited() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, Odd.Length - 1]).Array[1, 12].Sample(changes =>
        {
            var root = JsonNode.Parse(Whole)!;
            var values = new List<JsonValue>();
            CollectValues(root["forms"]![0]!, values);
            foreach (var (place, odd) in changes)
            {
                var value = values[place % values.Count];
                var other = Odd[odd];
                // Half a character is refused; everything else of the kind that a member has is taken.
                if (value.Parent is not null && !other.Contains("ud800", StringComparison.Ordinal) && other[0] == '"' == (value.GetValueKind() == JsonValueKind.String))
                {
                    value.ReplaceWith(JsonNode.Parse(other));
                }
            }

            if (Read(root.ToJsonString()) is { } file)
            {
                Audit(file);
            }
        }, iter: Rounds);

    private static void CollectValues(JsonNode node, List<JsonValue> values)
    {
        switch (node)
        {
            case JsonValue value:
                values.Add(value);
                break;
            case JsonObject members:
                foreach (var (name, member) in members)
                {
                    if (member is not null && name is not ("findings" or "provenance"))
                    {
                        CollectValues(member, values);
                    }
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    CollectValues(item!, values);
                }

                break;
        }
    }

    [Fact]
    public void A_member_less_is_refused_by_its_name()
    {
        var without = JsonNode.Parse(Whole)!;
        without["forms"]![0]!.AsObject().Remove("indicators");
        Assert.Contains("indicators", Assert.Throws<JsonException>(() => Parse(without.ToJsonString())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_foreign_member_is_passed_over()
    {
        var more = JsonNode.Parse(Whole)!;
        more["forms"]![0]!["colour"] = "red";
        more["later"] = new JsonArray(1, 2);
        Assert.Empty(Audit(Parse(more.ToJsonString())));
    }

    [Theory]
    [InlineData("99")]
    [InlineData("99.5")]
    public void A_number_of_two_hundred_digits_took_no_part(string ending)
    {
        var file = JsonNode.Parse(Whole)!;
        var digits = new string('9', 200) + ending;
        file["forms"]![0]!["total"]!["score"] = new JsonObject { ["text"] = digits, ["value"] = null };
        var finding = Assert.Single(Audit(Parse(file.ToJsonString())), finding => finding.Subject == "/total/score");
        Assert.Equal(("X06", Severity.Warning, digits), (finding.Rule, finding.Severity, finding.Stated));

        file["forms"]![0]!["total"]!["score"] = JsonNode.Parse($$"""{ "text": "1", "value": {{digits}} }""");
        Assert.Contains("too many digits", Assert.Throws<JsonException>(() => Parse(file.ToJsonString())).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("x\\udc00y")]
    public void Half_a_character_is_refused(string half) =>
        Assert.Throws<JsonException>(() => Parse(Whole.Replace("河道养护", half, StringComparison.Ordinal)));

    /// <summary>Every finding of the forms; the batch is audited too.</summary>
    private static List<Finding> Audit(ResultFile file)
    {
        var (forms, _) = DocumentAudit.Whole(AuditProfiles.Default, file.Forms.Select(form => form.ToForm()), file.ToSurroundings());
        var batch = new BatchAudit(AuditProfiles.Default);
        batch.Audit(new BatchSource("a", file.Document.Sha256), file.Forms.Select(form => form.ToForm()), file.ToSurroundings());
        batch.Audit(new BatchSource("b", "other"), [SampleForm.Clean with { Year = 2022 }, SampleForm.Clean], Surroundings.None);
        Assert.All(batch.End().Findings, finding => Assert.NotEmpty(finding.Places));
        return [.. forms.SelectMany(form => form.Findings)];
    }

    private static ResultFile? Read(string json)
    {
        try
        {
            return Parse(json);
        }
        catch (JsonException refused)
        {
            Assert.NotEmpty(refused.Message);
            return null;
        }
    }

    private static ResultFile Parse(string json) => ResultFormat.ReadResultFile(Encoding.UTF8.GetBytes(json));

    /// <summary>Removes the member at one place, renames it, or puts a marker into it.</summary>
    private static void Change(JsonNode root, int place, int how, string marker)
    {
        var all = new List<JsonNode>();
        Collect(root, all);
        var (node, member) = (all[place % all.Count], place / all.Count);
        if (node is JsonObject parent && parent.Count > 0)
        {
            var name = parent.ElementAt(member % parent.Count).Key;
            var value = parent[name];
            parent.Remove(name);
            if (how == 1)
            {
                parent[name + "2"] = value;
            }
            else if (how == 2)
            {
                parent[name] = marker;
            }
        }
        else if (node is JsonArray items && items.Count > 0)
        {
            items[member % items.Count] = how == 0 ? null : marker;
        }
    }

    private static void Collect(JsonNode? node, List<JsonNode> all)
    {
        switch (node)
        {
            case JsonObject members:
                all.Add(members);
                foreach (var (_, member) in members)
                {
                    Collect(member, all);
                }

                break;
            case JsonArray items:
                all.Add(items);
                foreach (var item in items)
                {
                    Collect(item, all);
                }

                break;
        }
    }

    private static ResultFile File(Form form)
    {
        var (audited, findings) = DocumentAudit.Whole(AuditProfiles.Default, [form], Surroundings.None);
        return new ResultFile(
            ResultFile.CurrentSchemaVersion, new ResultDocument("a.pdf", new string('a', 64), 1, "application/pdf", []), new Producer("extractor", "1", "none", null),
            [new ResultPage(1, 595, 842, Core.Pages.PageOrigin.Text, 0, 0) { Printed = new PageNumber("1/2", 1, 2) }], [new ResultUnread(2, Core.Pages.UnreadReason.Damaged, "damaged")], [ResultForm.From(audited[0])], findings)
        {
            Passages = [new Passage("自评项目共3个。河道养护项目自评得分90分，全年预算数为41万元，完成预算的95%。", new Provenance(1, [0, 0, 9, 9], "text", 1))],
        };
    }
}
