using Extractor.Core;
using Extractor.Core.Pages;
using Extractor.Ingestion;
using Extractor.Ingestion.Ocr;

namespace Extractor.Acceptance;

/// <summary>Scans of fixtures say what the fixtures say, up to what a recogniser gets wrong and owns up to.</summary>
public class ScanTests
{
    /// <summary>Of the fields of a form, right to the letter.</summary>
    private const double ShareRead = 0.93;

    [Theory]
    [InlineData("scans/grey-seal", 0.4)]
    [InlineData("scans/fax", 0.5)]
    public void A_committed_scan_is_found_as_the_form_that_it_is(string name, double shareRead)
    {
        var opening = DocumentFile.Open("scan.pdf", File.ReadAllBytes(Fixture.Input(name)));
        using var file = new RecognizedDocument((IPicturedFile)Assert.IsType<OpenedDocument>(opening).File, OcrChoice.Auto);
        var result = ExtractionResult.Of(file.Head, Enumerable.Range(1, file.Head.PageCount).Select(file.ReadPage), Fixture.Templates);

        Assert.Empty(result.Unread);
        var truth = Assert.Single(Fixture.Json(name, "truth.json").GetProperty("forms").EnumerateArray());
        var form = Assert.Single(result.Forms).Form;
        Assert.All(form.Provenance.SelectMany(field => field.Places), place => Assert.Contains(place.Origin, (string[])["ppocr", "tesseract", "joined"]));
        var (stated, read) = (StatedForm.Fields(truth), TruthTests.Read(form));
        var right = stated.Count(field => field.Value.Length > 0 && read.GetValueOrDefault(field.Key, "") == field.Value);
        Assert.InRange((double)right / stated.Count(field => field.Value.Length > 0), shareRead, 1);
    }

    [Theory]
    [InlineData("shanghai-2018/writer-from-html", 200, 0.8)]
    public void Nearly_every_field_of_a_scan_is_what_was_printed(string name, double dotsPerInch, double degrees)
    {
        var pages = Scan.Pages(File.ReadAllBytes(Fixture.Input(name)), dotsPerInch, degrees);
        Assert.All(pages, page => Assert.Equal(PageOrigin.Ocr, Assert.IsType<Page>(page).Origin));

        var head = new DocumentHead("scan.pdf", Fixture.Sha256(name), pages.Length, "application/pdf", []);
        var result = ExtractionResult.Of(head, pages, Fixture.Templates);
        var forms = result.Forms;
        var truths = Fixture.Json(name, "truth.json").GetProperty("forms").EnumerateArray().ToArray();
        Assert.Equal(truths.Length, forms.Length);
        foreach (var (truth, form) in truths.Zip(forms))
        {
            var (stated, read) = (StatedForm.Fields(truth), TruthTests.Read(form.Form));
            var wrong = stated.Where(field => read.GetValueOrDefault(field.Key, "") != field.Value).ToArray();
            Assert.True(
                wrong.Length <= (1 - ShareRead) * stated.Count,
                $"skew {string.Join(", ", pages.OfType<Page>().Select(page => page.Skew))}; tables on pages {string.Join(" | ", result.Tables.Select(table => $"{string.Join(",", table.Pages)}: {table.RowCount} x {table.ColumnCount}"))}\n"
                + string.Join("\n", wrong.Select(field => $"{field.Key}: {field.Value} | {read.GetValueOrDefault(field.Key)}")));
        }
    }

    /// <summary>LibreOffice Calc prints a merged label at the middle of its cell, on two pages where that is a break.</summary>
    [Theory]
    [InlineData("shanghai-2018/writer-from-html", "产出指标")]
    [InlineData("shanghai-2018/writer-from-html", "数量指标")]
    public void A_label_that_a_page_break_cuts_is_read_whole(string name, string label)
    {
        var pdf = File.ReadAllBytes(Fixture.Input(name));
        var begun = new List<int>();
        var pages = Scan.Cut(pdf, 1, 200, MiddleOf(label, pdf), begun.Add);
        Assert.Equal([1, 2, 1, 2], begun); // what happens on a sheet is its own, also when the one before asked for it
        var result = ExtractionResult.Of(new DocumentHead("scan.pdf", Fixture.Sha256(name), 2, "application/pdf", []), pages, Fixture.Templates);

        var truth = StatedForm.Fields(Fixture.Json(name, "truth.json").GetProperty("forms")[0]);
        var read = TruthTests.Read(Assert.Single(result.Forms).Form);
        Assert.All(truth.Where(field => field.Value == label), field => Assert.Equal(field.Value, read.GetValueOrDefault(field.Key)));
    }

    /// <summary>How far down the first page the middle of a text's first line is, in points.</summary>
    private static double MiddleOf(string text, byte[] pdf)
    {
        using var file = Assert.IsType<OpenedDocument>(DocumentFile.Open("printed.pdf", pdf)).File;
        var glyphs = Assert.IsType<Page>(file.ReadPage(1)).Glyphs;
        var at = string.Concat(glyphs.Select(glyph => glyph.Character.ToString())).IndexOf(text, StringComparison.Ordinal);
        return glyphs[at].Ink.Centre.Y;
    }
}
