using Extractor.Core.Pages;
using Extractor.Ingestion.Pdf;

namespace Extractor.Ingestion.Tests.Pdf;

/// <summary>When a page's text layer stands for the page, and when it does not.</summary>
public sealed class TrustTests
{
    private const string WholePage = "q 200 0 0 300 0 0 cm /Im Do Q ";
    private const string Paragraph = "BT /F 10 Tf 12 TL 20 280 Td (Expected goals of the) ' (year, actual results,) ' (points and reasons) ' ET ";

    [Fact]
    public void An_empty_page_is_read_and_has_nothing_on_it()
    {
        var page = Reading.PageOf(PdfComposer.OnePage(""));

        Assert.Equal(PageOrigin.None, page.Origin);
        Assert.Empty(page.Glyphs);
    }

    [Fact]
    public void A_page_with_lines_and_no_text_is_read()
    {
        var page = Reading.PageOf(PdfComposer.OnePage("20 20 160 260 re S"));

        Assert.Equal(PageOrigin.None, page.Origin);
        Assert.Equal(4, page.Rulings.Length);
    }

    [Fact]
    public void A_page_with_text_is_read_from_it() => Assert.Equal(PageOrigin.Text, Reading.PageOf(PdfComposer.OnePage(Paragraph)).Origin);

    [Fact]
    public void A_picture_and_no_text_is_a_scan()
    {
        var unread = Reading.Unread(new PdfComposer().Picture("Im").Page(WholePage));

        Assert.Equal((1, 200.0, 300.0, UnreadReason.NoTextLayer), (unread.Number, unread.Width, unread.Height, unread.Reason));
        Assert.DoesNotContain("invisible", unread.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scan_in_strips_is_a_scan()
    {
        var strips = string.Concat(Enumerable.Range(0, 100).Select(i => $"q 200 0 0 3 0 {i * 3} cm /Im Do Q "));

        Assert.Equal(UnreadReason.NoTextLayer, Reading.Unread(new PdfComposer().Picture("Im").Page(strips)).Reason);
    }

    [Theory]
    [InlineData("BT 3 Tr /F 10 Tf 20 200 Td (recognised text) Tj ET ", "")]
    [InlineData("", "BT 3 Tr /F 10 Tf 20 200 Td (recognised text) Tj ET ")]
    [InlineData("BT /F 10 Tf 20 200 Td (recognised text) Tj ET ", "")]
    public void The_invisible_text_of_a_scan_is_not_trusted(string under, string over)
    {
        var unread = Reading.Unread(new PdfComposer().Picture("Im").Page(under + WholePage + over));

        Assert.Equal(UnreadReason.NoTextLayer, unread.Reason);
        Assert.Contains("invisible text layer of 14 characters", unread.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scan_with_a_stamped_page_number_is_a_scan()
    {
        var unread = Reading.Unread(new PdfComposer().Picture("Im").Page(WholePage + "BT /F 10 Tf 90 10 Td (- 7 -) Tj ET"));

        Assert.Equal(UnreadReason.NoTextLayer, unread.Reason);
        Assert.Contains("3 characters", unread.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_behind_a_page_of_text_does_no_harm()
    {
        Assert.Equal(PageOrigin.Text, Reading.PageOf(new PdfComposer().Picture("Im").Page(WholePage + Paragraph)).Origin);
    }

    [Theory]
    [InlineData("/SMask {0} 0 R")]
    [InlineData("/Mask {0} 0 R")]
    [InlineData("/Mask [80 100]")]
    public void A_picture_that_can_be_seen_through_hides_no_text(string mask)
    {
        var pdf = new PdfComposer();
        var kind = mask.StartsWith("/SMask", StringComparison.Ordinal) ? "/ColorSpace/DeviceGray/BitsPerComponent 8" : "/ImageMask true/BitsPerComponent 1";
        var stencil = pdf.AddStream($"/Type/XObject/Subtype/Image/Width 2/Height 2 {kind}", [0, 64, 64, 0]);
        pdf.Picture("Im", string.Format(System.Globalization.CultureInfo.InvariantCulture, mask, stencil));

        Assert.Equal(PageOrigin.Text, Reading.PageOf(pdf.Page(Paragraph + WholePage)).Origin);
    }

    [Fact]
    public void A_seal_over_a_text_hides_none_of_it()
    {
        var pdf = new PdfComposer();
        var see = pdf.AddStream("/Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8", [0, 128, 128, 0]);

        var page = Reading.PageOf(pdf.Picture("Im", $"/SMask {see} 0 R").Page(Paragraph + "q 80 0 0 80 20 220 cm /Im Do Q"));

        Assert.Equal(Reading.PageOf(PdfComposer.OnePage(Paragraph)).Text(), page.Text());
    }

    [Fact]
    public void An_emblem_on_a_page_without_text_makes_no_scan()
    {
        Assert.Equal(PageOrigin.None, Reading.PageOf(new PdfComposer().Picture("Im").Page("q 50 0 0 50 75 200 cm /Im Do Q")).Origin);
    }

    [Fact]
    public void Text_drawn_as_outlines_is_no_text_layer()
    {
        var letters = string.Concat(Enumerable.Range(0, 60).Select(i => $"{i} 100 m {i} 105 {i + 2} 105 {i + 2} 100 c {i + 2} 95 {i} 95 {i} 100 c f "));

        Assert.Equal(UnreadReason.NoTextLayer, Reading.Unread(new PdfComposer().Page(letters)).Reason);
    }

    [Fact]
    public void Text_that_nobody_can_name_is_a_bad_text_layer()
    {
        var unread = Reading.Unread(new PdfComposer().FontMeaning("K", 0xE001, 0xE002, 0xE003, 0xFFFD, 0xE004)
            .Page("BT /K 10 Tf 20 200 Td (ABCDEABCDE) Tj /F 10 Tf (12345) Tj ET"));

        Assert.Equal(UnreadReason.BadTextLayer, unread.Reason);
        Assert.Contains("10 of 15", unread.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_few_symbols_without_a_name_do_no_harm()
    {
        var page = Reading.PageOf(new PdfComposer().FontMeaning("K", 0xE001).Page(Paragraph + "BT /K 10 Tf 20 100 Td (AA) Tj ET"));

        Assert.Equal(PageOrigin.Text, page.Origin);
        Assert.Equal(0xE001, page.Glyphs[^1].Character.Value);
    }

    [Fact]
    public void A_page_that_is_printed_askew_is_a_bad_text_layer()
    {
        var unread = Reading.Unread(new PdfComposer().Page("0.8 0.6 -0.6 0.8 60 0 cm " + Paragraph));

        Assert.Equal(UnreadReason.BadTextLayer, unread.Reason);
    }

    [Fact]
    public void A_page_larger_than_any_paper_is_too_large()
    {
        Assert.Equal(UnreadReason.TooLarge, Reading.Unread(new PdfComposer().Page(Paragraph, "/MediaBox [0 0 1000000 1000000]")).Reason);
    }

    [Fact]
    public void A_page_with_too_many_objects_is_too_large()
    {
        var content = string.Concat(Enumerable.Repeat("0 0 m 9 9 l S ", ReadingLimits.Objects + 1));

        Assert.Equal(UnreadReason.TooLarge, Reading.Unread(new PdfComposer().Page(content)).Reason);
    }

    [Fact]
    public void A_page_of_forms_in_forms_without_end_is_too_large()
    {
        var pdf = new PdfComposer().Form("F0", "0 0 m 9 9 l S");
        for (var depth = 1; depth <= ReadingLimits.FormDepth + 1; depth++)
        {
            pdf.Form($"F{depth}", $"/F{depth - 1} Do");
        }

        Assert.Equal(UnreadReason.TooLarge, Reading.Unread(pdf.Page($"/F{ReadingLimits.FormDepth + 1} Do")).Reason);
    }

    [Fact]
    public void A_page_with_too_many_characters_is_too_large()
    {
        var line = $"0 -11 Td ({new string('x', 1000)}) Tj ";
        var content = $"BT /F 10 Tf 1 290 Td {string.Concat(Enumerable.Repeat(line, (ReadingLimits.Characters / 1000) + 1))} ET";

        Assert.Equal(UnreadReason.TooLarge, Reading.Unread(new PdfComposer().Page(content)).Reason);
    }
}
