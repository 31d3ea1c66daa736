using Extractor.Core.Auditing;
using Extractor.Core.Forms;

namespace Extractor.Acceptance;

/// <summary>Every field of every form of every fixture is what was printed; the truth is the generator's, not the extractor's.</summary>
public class TruthTests
{
    public static TheoryData<string> Cases() => Fixture.All();

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_field_of_every_form_is_what_was_printed(string name)
    {
        var truths = Fixture.Json(name, "truth.json").GetProperty("forms").EnumerateArray().ToArray();
        var forms = Fixture.Extract(name).Forms;
        Assert.Equal(truths.Select(truth => StatedForm.Text(truth, "projectName")), forms.Select(form => StatedForm.Bare(form.Form.ProjectName)));
        foreach (var (truth, form) in truths.Zip(forms))
        {
            Assert.Equal(new SortedDictionary<string, string>(StatedForm.Fields(truth), StringComparer.Ordinal), Read(form.Form));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_audit_finds_what_was_planted_and_accuses_no_clean_form(string name)
    {
        var truths = Fixture.Json(name, "truth.json").GetProperty("forms").EnumerateArray().ToArray();
        foreach (var (truth, form) in truths.Zip(Fixture.Extract(name).Forms))
        {
            var planted = truth.GetProperty("planted").EnumerateArray().ToArray();
            if (planted.Length == 0)
            {
                Assert.DoesNotContain(form.Findings, finding => finding.Severity == Severity.Error);
            }

            foreach (var fault in planted.Where(fault => Known(fault.GetProperty("kind").GetString()!)))
            {
                var pointer = fault.GetProperty("pointer").GetString()!;
                Assert.Contains(form.Findings, finding =>
                    finding.Severity == Severity.Error && finding.Evidence.Prepend(finding.Subject).Contains(pointer));
            }
        }
    }

    /// <summary>Whether points were lost for a reason, and whether a target was reached, is not audited yet.</summary>
    private static bool Known(string kind) => kind is not ("unexplained_loss" or "missed_target_full_score");

    internal static SortedDictionary<string, string> Read(Form form)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["/title"] = StatedForm.Bare(form.Title),
            ["/year"] = $"{form.Year}",
            ["/unit"] = StatedForm.Bare(form.Unit),
            ["/projectName"] = StatedForm.Bare(form.ProjectName),
            ["/department"] = StatedForm.Bare(form.Department),
            ["/implementingUnit"] = StatedForm.Bare(form.ImplementingUnit),
            ["/goals/expected"] = StatedForm.Bare(form.Goals?.Expected),
            ["/goals/actual"] = StatedForm.Bare(form.Goals?.Actual),
            ["/total/weight"] = StatedForm.Bare(form.Total?.Weight?.Text),
            ["/total/score"] = StatedForm.Bare(form.Total?.Score?.Text),
        };
        for (var i = 0; i < form.Funds.Length; i++)
        {
            var row = form.Funds[i];
            Add($"/funds/{i}", ("label", row.Label), ("initialBudget", row.InitialBudget?.Text), ("annualBudget", row.AnnualBudget?.Text),
                ("executed", row.Executed?.Text), ("weight", row.Weight?.Text), ("rate", row.Rate?.Text), ("score", row.Score?.Text));
        }

        for (var i = 0; i < form.Indicators.Length; i++)
        {
            var row = form.Indicators[i];
            Add($"/indicators/{i}", ("level1", row.Level1), ("level2", row.Level2), ("level3", row.Level3), ("target", row.Target?.Text),
                ("actual", row.Actual?.Text), ("weight", row.Weight?.Text), ("score", row.Score?.Text), ("deviation", row.Deviation));
        }

        return fields;

        void Add(string row, params (string Field, string? Text)[] texts)
        {
            foreach (var (field, text) in texts)
            {
                fields[$"{row}/{field}"] = StatedForm.Bare(text);
            }
        }
    }
}
