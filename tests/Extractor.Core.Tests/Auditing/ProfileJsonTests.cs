using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Extractor.Core.Auditing;
using Extractor.Core.Forms;

namespace Extractor.Core.Tests.Auditing;

public class ProfileJsonTests
{
    [Theory]
    [InlineData("""{ "id": "mine" }""", "name")]
    [InlineData("""{ "id": "Mine", "name": "x" }""", "lower-case")]
    [InlineData("""{ "id": "mine", "name": "x", "upperBand": 0.5, "lowerBand": 0.6 }""", "bands")]
    [InlineData("""{ "id": "mine", "name": "x", "overAchievement": 0.9 }""", "overAchievement")]
    [InlineData("""{ "id": "mine", "name": "x", "off": ["S99"] }""", "S99")]
    [InlineData("""{ "id": "mine", "name": "x", "splits": [{ "产出": 0 }] }""", "splits")]
    [InlineData("""{ "id": "mine", "name": "x", "splits": [{}] }""", "splits")]
    [InlineData("""{ "id": "mine", "name": "x", "execution": 20, "splits": [{ "产出": 50, "效益": 40 }] }""", "110")]
    [InlineData("""{ "id": "mine", "name": "x", "budgetChange": 1e300 }""", "line 1")]
    [InlineData("""{ "id": "mine", "name": "x", "grades": [null] }""", "null")]
    [InlineData("""{ "id": "mine", "name": "x", "\ud800": 1 }""", "line 1")]
    [InlineData("""{ "id": "mine", "name": "x", "off": [null] }""", "null")]
    [InlineData("""{ "id": "mine", "name": "x", "severities": { "S01": "grave" } }""", "line 1")]
    [InlineData("""{ "id": "mine", "name": "x", "off": ["S01"], "severities": { "S01": "info" } }""", "both off")]
    [InlineData("""{ "id": "mine", "name": "x", "grades": [{ "word": "差", "atLeast": 0 }, { "word": "优", "atLeast": 90 }] }""", "grades")]
    [InlineData("{\n \"id\": \"mine\", \"name\": \"x\", \"colour\": 1 }", "line 2")]
    [InlineData("{\n \"id\": \"mine\", \"name\": \"x\",\n // why\n \"off\": [\"S01\"],\n \"severities\": { \"S01\": \"info\" }\n}", "line 5: the rule “S01” is both off")]
    [InlineData("{\n \"id\": \"mine\", \"name\": \"x\",\n \"lowerBand\": 0.9 }", "line 3: the bands")]
    [InlineData("{ \"id\": \"mine\", \"name\": \"x\",\r\n \"grades\": [{ \"word\": \"优\", \"atLeast\": 90 }, { \"word\": \"优\", \"atLeast\": 80 }] }", "line 2: the grade “优” has two bounds")]
    [InlineData("""{ "id": "mine", "name": "x", "reverse": [] }""", "reverse")]
    [InlineData("""{ "id": "mine", "name": "x", "required": ["/colour"] }""", "“/colour” is none of /projectName")]
    [InlineData("""{ "id": "mine", "name": "x", "required": [null] }""", "is none of")]
    [InlineData("""{ "id": "mine", "name": "x", "rounding": "float-noise" }""", "rounding")]
    [InlineData("null", "null")]
    [InlineData("", "line 1")]
    public void A_file_that_is_no_profile_or_contradicts_itself_is_refused(string json, string says)
    {
        var (profile, problem) = ProfileJson.Parse(Encoding.UTF8.GetBytes(json));
        Assert.Null(profile);
        Assert.Contains(says, problem, StringComparison.Ordinal);
    }

    private static readonly string[] Odd =
        ["null", "true", "-1", "0", "0.0000000000000000000000000001", "79228162514264337593543950335", "1e400", "\"\"", "\"\\ud800\"", "\"x\"", "[]", "[null]", "[[]]", "{}", "[{}]", "{\"S01\":null}", "[{\"产出\":null}]", "[\"ratio\"]"];

    [Fact]
    public void Any_file_is_a_profile_that_audits_or_is_refused_with_a_reason() =>
        Gen.Select(Gen.Int[0, 1_000], Gen.Int[0, Odd.Length - 1]).Array[1, 4].Sample(
            changes =>
            {
                var file = JsonNode.Parse("""
                    { "id": "mine", "name": "x", "templates": [], "basis": "y", "execution": 10, "upperBand": 0.8, "lowerBand": 0.6, "reverse": ["ratio"],
                      "overAchievement": 1.3, "budgetChange": 0.2, "grades": [{ "word": "优", "atLeast": 90 }], "splits": [{ "产出": 50 }], "openBands": true, "rounding": "ceiling", "required": ["/projectName"], "severities": { "S01": "info" }, "off": ["S02"] }
                    """)!.AsObject();
                foreach (var (place, odd) in changes)
                {
                    file[file.ElementAt(place % file.Count).Key] = $"@{odd}";
                }

                var text = file.ToJsonString();
                for (var i = Odd.Length - 1; i >= 0; i--)
                {
                    text = text.Replace($"\"@{i}\"", Odd[i], StringComparison.Ordinal);
                }

                var (profile, problem) = ProfileJson.Parse(Encoding.UTF8.GetBytes(text));
                Assert.True(profile is null ? problem!.Length > 0 : problem is null);
                if (profile is not null)
                {
                    Auditor.Audit(SampleForm.Clean.WithTotal("100", "98"), profile);
                }
            },
            iter: 1_000);

    [Fact]
    public void A_profile_says_which_fields_are_required_how_numbers_are_rounded_and_where_bands_end()
    {
        var (profile, problem) = ProfileJson.Parse("""{ "id": "mine", "name": "x", "required": ["/department"], "rounding": "truncated", "openBands": true }"""u8);
        Assert.Null(problem);
        IEnumerable<(string, Severity)> Found(Form form, AuditProfile by) => Auditor.Audit(form, by).Findings.Select(finding => (finding.Rule, finding.Severity));

        var blank = SampleForm.Clean with { ProjectName = "", Department = "" };
        Assert.Equal([("R03", Severity.Info), ("R03", Severity.Warning)], Found(blank, profile!).Where(finding => finding.Item1 == "R03"));
        Assert.Equal([("R03", Severity.Warning), ("R03", Severity.Info)], Found(blank, AuditProfile.National).Where(finding => finding.Item1 == "R03"));

        // 380037 of 400000 are 95.00925 %.
        var cut = SampleForm.Clean.WithFund(0, row => row with { Executed = SampleForm.Number("380,037.00") }).WithFund(1, row => row with { Executed = SampleForm.Number("361037.00") });
        Assert.Contains(("F03", Severity.Info), Found(cut, AuditProfile.National));
        Assert.DoesNotContain(("F03", Severity.Info), Found(cut, profile!));

        var partly = SampleForm.Clean.WithIndicator(3, row => row with { Actual = Core.Normalization.QuantityText.Read("部分达成"), Score = SampleForm.Number("12") }).WithTotal("100", "95.7");
        Assert.DoesNotContain(Found(partly, AuditProfile.National), finding => finding.Item1 == "S11");
        Assert.Contains(Found(partly, profile!), finding => finding.Item1 == "S11");
    }

    [Fact]
    public void What_a_profile_leaves_out_is_as_in_general()
    {
        var (profile, problem) = ProfileJson.Parse("""{ "id": "mine", "name": "x" }"""u8);
        Assert.Null(problem);
        Assert.Equal((0.8m, 0.6m, 1.3m), (profile!.UpperBand, profile.LowerBand, profile.OverAchievement));
        Assert.Equal(AuditProfile.National.Grades.AsEnumerable(), profile.Grades);
    }

    [Fact]
    public void The_shipped_profiles_stand_together_and_are_for_templates_that_are_shipped()
    {
        var folder = Path.Combine(Repository.Root, "profiles");
        var parsed = Directory.EnumerateFiles(folder, "*.json").Select(file => ProfileJson.Parse(File.ReadAllBytes(file))).ToList();
        Assert.All(parsed, file => Assert.Null(file.Problem));
        var (profiles, problem) = AuditProfiles.Of(parsed.Select(file => file.Profile!));
        Assert.Null(problem);
        Assert.All(profiles!.All.SelectMany(profile => profile.Templates), id => Assert.True(File.Exists(Path.Combine(Repository.Root, "templates", id + ".json"))));
        var general = profiles.All.Single(profile => profile.Templates.IsEmpty);
        Assert.Equal(AuditProfile.National.Grades.AsEnumerable(), general.Grades);
        Assert.Equal(AuditProfile.National.Reverse.AsEnumerable(), general.Reverse);
        Assert.Equal(AuditProfile.National.Splits.Select(split => split.AsEnumerable()), general.Splits.Select(split => split.AsEnumerable()));
        Assert.Equal(
            AuditProfile.National with { Execution = general.Execution },
            general with { Templates = AuditProfile.National.Templates, Reverse = AuditProfile.National.Reverse, Grades = AuditProfile.National.Grades, Splits = AuditProfile.National.Splits, Off = AuditProfile.National.Off });
    }

    [Fact]
    public void Profiles_that_contest_a_template_are_refused()
    {
        var one = AuditProfile.National with { Id = "one", Templates = ["sample"] };
        Assert.Contains("sample", AuditProfiles.Of([AuditProfile.National, one, one with { Id = "two" }]).Problem, StringComparison.Ordinal);
        Assert.Contains("“one”", AuditProfiles.Of([AuditProfile.National, one, one]).Problem, StringComparison.Ordinal);
        Assert.NotNull(AuditProfiles.Of([one]).Problem);
    }
}
