using System.Collections.Immutable;
using CsCheck;
using Extractor.Core.Auditing;
using Extractor.Core.Forms;
using Extractor.Core.Geometry;
using Extractor.Pipeline.Reports.Model;
using Extractor.Pipeline.Reports.Places;

namespace Extractor.Pipeline.Tests.Reports;

public class PlacePlanTests
{
    private static readonly ReportDocument Document = ReportSample.Report.Documents[0];

    private static readonly PlacePlan Plan = PlacePlan.Of(Document, []);

    [Fact]
    public void A_sum_down_a_page_shows_its_columns_only_and_every_term_once()
    {
        var views = ViewsOf("S01");
        Assert.Equal([1, 1, 2], views.Select(view => view.Page));
        Assert.All(views, view => Assert.InRange(view.Window.Width, 100, 300));
        Assert.Equal(4, views.Sum(view => view.Terms.Length));
        Assert.Equal(new Box(440, 60, 480, 72), Assert.Single(views[2].Stated));
    }

    [Fact]
    public void A_row_shows_the_whole_width_of_its_form()
    {
        var view = Assert.Single(ViewsOf("R01"));
        Assert.InRange(view.Window.Left, 90, 105);
        Assert.InRange(view.Window.Right, 540, 595);
        Assert.Equal((1, 2), (view.Stated.Length, view.Terms.Length));
    }

    [Fact]
    public void What_has_no_pages_to_be_drawn_has_no_pictures() => Assert.Empty(PlacePlan.Of(ReportSample.Report.Documents[1], []).Strips);

    [Fact]
    public void Findings_about_one_place_share_its_picture()
    {
        var twice = Document with { Forms = [.. Document.Forms.Select(form => form with { Findings = [.. form.Findings, .. form.Findings] })] };
        Assert.Equal(Plan.Strips.AsEnumerable(), PlacePlan.Of(twice, []).Strips);
    }

    [Fact]
    public void Wherever_boxes_are_each_window_lies_on_its_page_and_in_its_strip()
    {
        var box = Gen.Select(Gen.Int[1, 4], Gen.Int[-50, 900], Gen.Int[-50, 900], Gen.Int[-5, 300], Gen.Int[-5, 600],
            (page, left, top, width, height) => new Provenance(page, [left, top, left + width, top + height], "text", 1));
        var finding = Gen.Select(box.Array[0, 12], Gen.Enum<Severity>(), (boxes, severity) => new ReportFinding(
            "S01", severity, default, null, null, null, Cell(boxes.Take(1)), [Cell(boxes.Skip(1))]));
        finding.Array[0, 8].Sample(findings =>
        {
            var document = Document with { Forms = [Document.Forms[0] with { Findings = [.. findings] }], Findings = [] };
            var plan = PlacePlan.Of(document, []);
            Assert.Equal(findings.Length, plan.Views.Length);
            Assert.Equal(plan.Strips.Length, plan.Parts(document).Length);
            foreach (var view in plan.Views.SelectMany(views => views))
            {
                var strip = plan.Strips[view.Strip];
                Assert.Equal(strip.Page, view.Page);
                Assert.Equal(strip.Box, strip.Box.Union(view.Window));
                Assert.True(view.Window is { Width: > 0, Height: > 0, Left: >= 0, Top: >= 0, Right: <= 595.3, Bottom: <= 841.9 });
                Assert.NotEmpty(view.Stated.Concat(view.Terms));
            }
        });
    }

    private static ImmutableArray<PlaceView> ViewsOf(string rule) =>
        Plan.Views[Document.AllFindings.Select((finding, index) => (finding.Rule, index)).Single(found => found.Rule == rule).index];

    private static ReportCell Cell(IEnumerable<Provenance> places) => new("/x", 0, default, null, [.. places]);
}
