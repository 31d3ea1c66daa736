using System.Text;
using Extractor.Core;
using Extractor.Core.Auditing;
using Extractor.Core.Forms;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;
using Extractor.Ingestion;

namespace Extractor.Acceptance;

/// <summary>A page of which one cell was recognised, in doubt and wrong: what it breaks is told as our misreading, and the cell is named.</summary>
public class MisreadCellTests
{
    private const string Name = "shanghai-2018/chromium-dotted";

    [Theory]
    [InlineData("/total/score", true)]
    [InlineData("/total/score", false)]             // found by trying one other digit
    [InlineData("/funds/0/executed", true)]
    [InlineData("/indicators/0/score", true)]
    public void A_doubtful_cell_that_breaks_a_sum_is_to_be_read_again(string pointer, bool wasConsidered)
    {
        using var file = Assert.IsType<OpenedDocument>(DocumentFile.Open("printed.pdf", File.ReadAllBytes(Fixture.Input(Name)))).File;
        var printed = ExtractionResult.Of(file.Head, Pages(file), Fixture.Templates).Forms.First(form => !form.Findings.Any(finding => finding.Severity == Severity.Error));
        var place = Assert.Single(printed.Form.Provenance, field => field.Pointer == pointer).Places.Single();

        var misread = "";
        var read = ExtractionResult.Of(
            file.Head, Pages(file).Select(page => page.Number == place.Page ? Misread((Page)page, place, wasConsidered, out misread) : page), Fixture.Templates)
            .Forms.Single(form => form.Form.Id == printed.Form.Id);

        var doubt = Assert.Single(read.Findings, finding => finding.Rule == "X01");
        Assert.Equal((pointer, misread, Severity.Info, Explanation.Misread), (doubt.Subject, doubt.Stated, doubt.Severity, doubt.Explanation));
        Assert.Equal(Text(printed, pointer), doubt.Computed);
        // Nobody is accused of what we may have misread.
        var broken = read.Findings.Where(finding => finding.Relation is not null && (finding.Subject == pointer || finding.Evidence.Contains(pointer))).ToArray();
        Assert.NotEmpty(broken);
        Assert.All(broken, finding => Assert.Equal((Explanation.Misread, Outcome.MisreadLikely), (finding.Explanation, finding.Relation!.Outcome)));
        Assert.DoesNotContain(read.Findings, finding => finding.Severity == Severity.Error);
        Assert.Equal(pointer, read.NeedsReview[0]);
    }

    private static string Text(AuditedForm form, string pointer) => pointer switch
    {
        "/total/score" => form.Form.Total!.Score!.Text,
        "/funds/0/executed" => form.Form.Funds[0].Executed!.Text,
        _ => form.Form.Indicators[0].Score!.Text,
    };

    /// <summary>The page with the first digit of one cell read as another, half sure.</summary>
    private static Page Misread(Page page, Provenance place, bool wasConsidered, out string misread)
    {
        var cell = new Box((double)place.Box[0], (double)place.Box[1], (double)place.Box[2], (double)place.Box[3]);
        var inside = page.Glyphs.Index().Where(glyph => cell.Contains(glyph.Item.Ink.Centre)).OrderBy(glyph => glyph.Item.Ink.Left).ToArray();
        var said = string.Concat(inside.Select(glyph => glyph.Item.Character.ToString()));
        var glyphs = page.Glyphs.ToBuilder();
        foreach (var (at, glyph) in inside)
        {
            var isWrong = at == inside.First(one => Rune.IsDigit(one.Item.Character)).Index;
            glyphs[at] = glyph with
            {
                Character = isWrong ? new Rune('0' + ((glyph.Character.Value - '0' + 3) % 10)) : glyph.Character, Confidence = 0.5, ReadingNumber = 1,
            };
        }

        misread = string.Concat(inside.Select(glyph => glyphs[glyph.Index].Character.ToString()));
        return page with { Glyphs = glyphs.ToImmutable(), LineReadings = [new LineReading(Reader.PpOcr, wasConsidered ? [said] : [])] };
    }

    private static IEnumerable<PageReading> Pages(IDocumentFile file) => Enumerable.Range(1, file.Head.PageCount).Select(file.ReadPage);
}
