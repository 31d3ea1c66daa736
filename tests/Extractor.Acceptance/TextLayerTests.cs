using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Extractor.Core;
using Extractor.Core.Forms;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;
using Extractor.Ingestion;
using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr;

namespace Extractor.Acceptance;

/// <summary>A document with a text layer that is read from its pictures all the same: where the two differ is told, and nowhere else.</summary>
public class TextLayerTests
{
    private const string Name = "flat/calc-merged-over-break";

    [Fact]
    public void A_text_layer_that_lies_is_told_where_it_lies()
    {
        using var honest = Open();
        var printed = ExtractionResult.Of(honest.Head, Pages(honest), Fixture.Templates).Forms[0].Form;
        var cells = printed.Provenance.Where(field => field.Pointer.EndsWith("/score", StringComparison.Ordinal) || field.Pointer.EndsWith("/weight", StringComparison.Ordinal)).ToArray();

        using var lying = new RecognizedDocument(new LyingFile(Open(), [.. cells.SelectMany(field => field.Places)]), OcrChoice.Always);
        var read = ExtractionResult.Of(lying.Head, Pages(lying), Fixture.Templates).Forms[0];
        // Where the picture's table is read otherwise than the printed one, a cell may stand under extra.
        var told = read.Findings.Where(finding => finding.Rule == "X02" && !finding.Subject.StartsWith("/extra/", StringComparison.Ordinal)).ToArray();
        Assert.All(told, finding => Assert.Contains(cells, field => field.Pointer == finding.Subject));
        // What is seen counts, and where recognition is sure of it the text layer is contradicted.
        var sure = read.Form.Provenance.Where(field => cells.Any(cell => cell.Pointer == field.Pointer) && field.LeastConfidence >= 0.98m).Select(field => field.Pointer).ToArray();
        Assert.InRange(sure.Length, 3, cells.Length);
        Assert.Equal(sure.Order(StringComparer.Ordinal), told.Select(finding => finding.Subject).Order(StringComparer.Ordinal));
        Assert.All(sure.Where(pointer => pointer.StartsWith("/indicators/", StringComparison.Ordinal)), pointer => Assert.Equal(Number(printed, pointer), Number(read.Form, pointer)));
    }

    private static string? Number(Form form, string pointer)
    {
        var steps = pointer.Split('/');
        var row = form.Indicators[int.Parse(steps[2], CultureInfo.InvariantCulture)];
        return (steps[3] == "weight" ? row.Weight : row.Score)?.Text;
    }

    private static IPicturedFile Open() =>
        (IPicturedFile)Assert.IsType<OpenedDocument>(DocumentFile.Open("printed.pdf", File.ReadAllBytes(Fixture.Input(Name)))).File;

    private static IEnumerable<PageReading> Pages(IPicturedFile file) => Enumerable.Range(1, file.Head.PageCount).Select(file.ReadPage);

    /// <summary>Says another first digit than what is printed in some places.</summary>
    private sealed class LyingFile(IPicturedFile file, ImmutableArray<Provenance> places) : IPicturedFile
    {
        public DocumentHead Head => file.Head;

        public PageReading ReadPage(int number)
        {
            var page = Assert.IsType<Page>(file.ReadPage(number));
            var glyphs = page.Glyphs;
            foreach (var place in places.Where(place => place.Page == number))
            {
                var cell = new Box((double)place.Box[0], (double)place.Box[1], (double)place.Box[2], (double)place.Box[3]);
                var first = glyphs.Index().Where(glyph => cell.Contains(glyph.Item.Ink.Centre)).MinBy(glyph => glyph.Item.Ink.Left).Index;
                var lie = Rune.IsDigit(glyphs[first].Character) ? new Rune('0' + ((glyphs[first].Character.Value - '0' + 1) % 10)) : new Rune('9');
                glyphs = glyphs.SetItem(first, glyphs[first] with { Character = lie });
            }

            return page with { Glyphs = glyphs };
        }

        public Raster? RenderPage(int number, double dotsPerInch) => file.RenderPage(number, dotsPerInch);

        public void Dispose() => file.Dispose();
    }
}
