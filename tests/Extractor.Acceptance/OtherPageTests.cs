using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Extractor.Core;
using Extractor.Core.Pages;

namespace Extractor.Acceptance;

/// <summary>Scanned pages that are no Chinese form, or lie upside down: they are read, and no form is made of them.</summary>
public class OtherPageTests
{
    private const string Prose = "The office reports on the use of its budget.";

    /// <summary>Of the characters of a line, as a recogniser of Chinese reads Latin letters.</summary>
    private const double ShareRead = 0.9;

    private static readonly string[] Cells = ["Project", "Budget", "Spent", "Score", "Roof", "1200.00", "1150.50", "9.5", "Total", "5400.00", "5340.60", "97.3"];

    [Theory]
    [InlineData(0)]
    [InlineData(180)]
    public void English_prose_is_read_whichever_way_up_and_is_no_form(int rotation)
    {
        var (page, result) = Read(string.Concat(Enumerable.Range(0, 20).Select(line => Line(60, 760 - (30 * line), Prose))), rotation);
        Assert.Equal(rotation, page.Rotation);
        Assert.Empty(result.Forms);
        Assert.Empty(result.Tables);
        var expected = string.Concat(Enumerable.Repeat(Prose.Replace(" ", "", StringComparison.Ordinal), 20));
        var read = string.Concat(page.Glyphs.Select(glyph => glyph.Character)).Replace(" ", "", StringComparison.Ordinal);
        var same = read.Zip(expected).Count(pair => pair.First == pair.Second);
        Assert.True(same >= ShareRead * expected.Length, read);
    }

    [Fact]
    public void An_English_table_is_a_table_of_what_is_printed_and_no_form()
    {
        var drawing = new StringBuilder("1 w ");
        for (var i = 0; i <= 3; i++)
        {
            drawing.Append(CultureInfo.InvariantCulture, $"60 {700 - (40 * i)} m 460 {700 - (40 * i)} l S ");
        }

        for (var i = 0; i <= 4; i++)
        {
            drawing.Append(CultureInfo.InvariantCulture, $"{60 + (100 * i)} 700 m {60 + (100 * i)} 580 l S ");
        }

        foreach (var (i, cell) in Cells.Index())
        {
            drawing.Append(Line(70 + (100 * (i % 4)), 675 - (40 * (i / 4)), cell));
        }

        var (_, result) = Read(drawing.ToString(), 0);
        Assert.Empty(result.Forms);
        Assert.Equal(Cells, Assert.Single(result.Tables).Cells.Select(cell => cell.Text));
    }

    private static string Line(int x, int y, string text) => string.Create(CultureInfo.InvariantCulture, $"BT /F 14 Tf {x} {y} Td ({text}) Tj ET ");

    private static (Page Page, ExtractionResult Result) Read(string drawing, int rotation)
    {
        var page = Assert.IsType<Page>(Assert.Single(Scan.Pages(Pdf(drawing, rotation), 200, 0.4)));
        return (page, ExtractionResult.Of(new DocumentHead("scan.pdf", new string('0', 64), 1, "application/pdf", []), ImmutableArray.Create<PageReading>(page), Fixture.Templates));
    }

    /// <summary>A page of A4 in Helvetica. It has no table of its objects: the reader finds them.</summary>
    private static byte[] Pdf(string drawing, int rotation) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"""
        %PDF-1.4
        1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
        2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
        3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate {rotation}/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
        4 0 obj <</Length {drawing.Length}>>
        stream
        {drawing}
        endstream
        endobj
        5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
        trailer <</Root 1 0 R>>
        startxref
        0
        %%EOF
        """));
}
