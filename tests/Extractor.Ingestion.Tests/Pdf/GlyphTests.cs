using Extractor.Core.Geometry;

namespace Extractor.Ingestion.Tests.Pdf;

public sealed class GlyphTests
{
    [Fact]
    public void A_glyph_stands_where_it_is_printed()
    {
        var glyph = Assert.Single(Reading.PageOf(PdfComposer.OnePage("BT /F 20 Tf 30 250 Td (H) Tj ET")).Glyphs);

        Assert.Equal('H', glyph.Character.Value);
        Assert.Equal(new Point(30, 50), glyph.Origin);
        Assert.Equal(20, glyph.Size, 3);
        Assert.Equal(0, glyph.Turn);
        Assert.Equal(1, glyph.Confidence);
        Assert.InRange(glyph.Ink.Left, 30, 32);
        Assert.InRange(glyph.Ink.Top, 34, 37);
        Assert.InRange(glyph.Ink.Right, 42, 44.5);
        Assert.Equal(50, glyph.Ink.Bottom, 1);
    }

    // The same place on paper, told from each of the four ways to hold it: the page is cropped to 100 x 200 at (50, 40).
    [Theory]
    [InlineData(0, 10, 180, 0, 100, 200)]
    [InlineData(90, 20, 10, 90, 200, 100)]
    [InlineData(180, 90, 20, 180, 100, 200)]
    [InlineData(270, 180, 90, 270, 200, 100)]
    public void Rotation_and_crop_are_applied(int rotation, double x, double y, int turn, double width, double height)
    {
        var page = Reading.PageOf(PdfComposer.OnePage(
            "BT /F 10 Tf 60 60 Td (H) Tj ET", $"/MediaBox [0 0 300 400]/CropBox [50 40 150 240]/Rotate {rotation}"));

        var glyph = Assert.Single(page.Glyphs);
        Assert.Equal((width, height, rotation), (page.Width, page.Height, page.Rotation));
        Assert.Equal(x, glyph.Origin.X, 3);
        Assert.Equal(y, glyph.Origin.Y, 3);
        Assert.Equal(turn, glyph.Turn);
        Assert.Equal(10, glyph.Size, 3);
        Assert.True(page.Bounds.Contains(glyph.Ink.Centre));
    }

    [Theory]
    [InlineData("1 0 0 1 50 100", 0, 12)]
    [InlineData("0 -1 1 0 50 100", 90, 12)]
    [InlineData("-1 0 0 -1 50 100", 180, 12)]
    [InlineData("0 1 -1 0 50 100", 270, 12)]
    [InlineData("0 2 -2 0 50 100", 270, 24)]
    [InlineData("1 0 0.3 1 50 100", 0, 12)]
    [InlineData("0.5 0 0 1 50 100", 0, 12)]
    public void Turn_and_size_follow_the_text_matrix(string matrix, int turn, double size)
    {
        var glyph = Assert.Single(Reading.PageOf(PdfComposer.OnePage($"BT /F 12 Tf {matrix} Tm (H) Tj ET")).Glyphs);

        Assert.Equal(turn, glyph.Turn);
        Assert.Equal(size, glyph.Size, 3);
        Assert.Equal(new Point(50, 200), glyph.Origin);
    }

    [Fact]
    public void The_size_is_the_printed_one_where_the_page_is_scaled()
    {
        var glyph = Assert.Single(Reading.PageOf(PdfComposer.OnePage("0.75 0 0 0.75 0 0 cm BT /F 16 Tf 40 200 Td (H) Tj ET")).Glyphs);

        Assert.Equal(12, glyph.Size, 3);
        Assert.Equal(new Point(30, 150), glyph.Origin);
    }

    [Fact]
    public void A_printed_blank_has_its_advance_by_its_size()
    {
        var glyphs = Reading.PageOf(PdfComposer.OnePage("BT /F 10 Tf 20 200 Td (a b) Tj ET")).Glyphs;

        Assert.Equal(3, glyphs.Length);
        var blank = glyphs[1];
        Assert.Equal(' ', blank.Character.Value);
        Assert.Equal(2.78, blank.Ink.Width, 1);
        Assert.Equal(10, blank.Ink.Height, 3);
        Assert.Equal(blank.Origin.Y, blank.Ink.Bottom, 3);
    }

    [Fact]
    public void A_gap_that_nobody_printed_gives_no_blank()
    {
        var page = Reading.PageOf(PdfComposer.OnePage("BT /F 10 Tf 20 200 Td (a) Tj 60 0 Td (b) Tj -60 -40 Td (c) Tj ET"));

        Assert.Equal("abc", page.Text());
    }

    [Theory]
    [InlineData("3 Tr", "an OCR layer's invisible text")]
    [InlineData("7 Tr", "text that only clips")]
    [InlineData("/Clear gs", "text with no opacity")]
    [InlineData("1 g", "white text on white paper")]
    [InlineData("1 1 1 rg", "white text on white paper in colour")]
    [InlineData("0.4 0 0 0.01 0 0 cm", "text pressed flat to nothing")]
    public void What_nobody_can_see_is_left_out(string state, string what)
    {
        var page = Reading.PageOf(new PdfComposer()
            .Tap(pdf => pdf.Resource("ExtGState", "Clear", pdf.Add("<</ca 0/CA 0>>")))
            .Page($"BT /F 10 Tf 20 200 Td (seen) Tj ET q {state} BT /F 10 Tf 20 100 Td (hidden) Tj ET Q"));

        Assert.True(page.Text() == "seen", what);
    }

    [Fact]
    public void White_text_on_a_dark_ground_is_kept()
    {
        var page = Reading.PageOf(PdfComposer.OnePage(
            "0.1 0.2 0.5 rg 10 190 150 30 re f 1 g BT /F 10 Tf 20 200 Td (head) Tj 0 -100 Td (hidden) Tj ET"));

        Assert.Equal("head", page.Text());
    }

    [Fact]
    public void White_text_on_a_picture_is_kept()
    {
        var page = Reading.PageOf(new PdfComposer().Picture("Im").Page(
            "q 150 0 0 30 10 190 cm /Im Do Q 1 g BT /F 10 Tf 20 200 Td (head) Tj ET"));

        Assert.Equal("head", page.Text());
    }

    [Fact]
    public void White_text_with_a_black_outline_is_kept()
    {
        Assert.Equal("seen", Reading.PageOf(PdfComposer.OnePage("1 g BT 2 Tr /F 10 Tf 20 200 Td (seen) Tj ET")).Text());
    }

    [Fact]
    public void Text_that_was_covered_and_typed_over_is_left_out()
    {
        var page = Reading.PageOf(PdfComposer.OnePage(
            "BT /F 10 Tf 20 200 Td (12.00) Tj ET 1 g 15 195 60 14 re f 0 g BT /F 10 Tf 20 200 Td (13.50) Tj ET"));

        Assert.Equal("13.50", string.Concat(page.Glyphs.OrderBy(glyph => glyph.Origin.X).Select(glyph => glyph.Character)));
    }

    [Theory]
    [InlineData("/Half gs 1 g 15 195 60 14 re f")]
    [InlineData("/Multiply gs 1 1 0 rg 15 195 60 14 re f")]
    [InlineData("15 195 60 14 re S")]
    [InlineData("15 195 6 14 re f")]
    [InlineData("q 100 100 10 10 re W n 15 195 60 14 re f Q")]
    public void Text_under_what_does_not_hide_it_is_kept(string over)
    {
        var page = Reading.PageOf(new PdfComposer()
            .Tap(pdf => pdf.Resource("ExtGState", "Half", pdf.Add("<</ca 0.5>>")))
            .Tap(pdf => pdf.Resource("ExtGState", "Multiply", pdf.Add("<</BM/Multiply>>")))
            .Page($"BT /F 20 Tf 20 200 Td (A) Tj ET {over}"));

        Assert.Equal("A", page.Text());
    }

    [Theory]
    [InlineData("BT /F 10 Tf -50 200 Td (off) Tj ET")]
    [InlineData("BT /F 10 Tf 20 -119 Td (off) Tj ET")]
    [InlineData("q 100 0 50 50 re W n BT /F 10 Tf 20 200 Td (off) Tj ET Q")]
    [InlineData("q 0 0 10 10 re W n 100 190 50 50 re W n BT /F 10 Tf 100 200 Td (off) Tj ET Q")]
    public void What_is_off_the_page_or_clipped_away_is_left_out(string off)
    {
        Assert.Equal("on", Reading.PageOf(PdfComposer.OnePage("BT /F 10 Tf 20 250 Td (on) Tj ET " + off)).Text());
    }

    [Fact]
    public void Text_that_runs_out_of_its_clip_is_kept_up_to_there()
    {
        var page = Reading.PageOf(PdfComposer.OnePage("q 10 190 30 30 re W n BT /F 10 Tf 15 200 Td (MMMMMM) Tj ET Q"));

        Assert.Equal("MMM", page.Text());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(1.4)]
    public void Print_over_print_is_read_once(double aside)
    {
        var page = Reading.PageOf(PdfComposer.OnePage(FormattableString.Invariant(
            $"BT /F 10 Tf 20 200 Td (1100) Tj ET BT /F 10 Tf {20 + aside} 200 Td (1100) Tj ET")));

        Assert.Equal("1100", page.Text());
    }

    [Fact]
    public void Equal_neighbours_are_two_glyphs()
    {
        Assert.Equal("1111iill", Reading.PageOf(PdfComposer.OnePage(
            "BT /F 10 Tf 20 200 Td (1) Tj 5.56 0 Td (1) Tj 5.56 0 Td (11iill) Tj ET")).Text());
    }

    [Fact]
    public void Text_that_runs_askew_belongs_to_no_line()
    {
        var page = Reading.PageOf(PdfComposer.OnePage(
            "BT /F 10 Tf 20 200 Td (level) Tj ET BT /F 30 Tf 0.7 0.7 -0.7 0.7 40 40 Tm (DRAFT) Tj ET"));

        Assert.Equal("level", page.Text());
    }

    [Fact]
    public void Radicals_are_read_as_the_ideographs_they_are_printed_as()
    {
        var page = Reading.PageOf(new PdfComposer().FontMeaning("K", 0x2F64, 0x2F3E, 0x2ED3, 0x2EE9, 0x7528)
            .Page("BT /K 10 Tf 20 200 Td (ABCDE) Tj ET"));

        Assert.Equal("用户长黄用", page.Text());
    }

    [Fact]
    public void An_ideograph_beyond_the_basic_plane_is_one_glyph()
    {
        var page = Reading.PageOf(new PdfComposer().FontMeaning("K", 0x20BB7, 0x91CE).Page("BT /K 10 Tf 20 200 Td (AB) Tj ET"));

        Assert.Equal([0x20BB7, 0x91CE], page.Glyphs.Select(glyph => glyph.Character.Value));
    }

    [Fact]
    public void A_hyphen_is_one_by_whatever_name()
    {
        var page = Reading.PageOf(new PdfComposer().FontMeaning("K", 0xAD)
            .Page("BT /F 10 Tf 20 200 Td (win-) Tj 0 -12 Td (win) Tj ET BT /K 10 Tf 20 100 Td (A) Tj ET"));

        Assert.Equal("win-win-", page.Text());
    }

    [Fact]
    public void What_has_no_ink_and_no_width_is_left_out()
    {
        var page = Reading.PageOf(new PdfComposer().FontMeaning("K", 0x200B, 0xFEFF, 0x4E00, 0x09)
            .Page("BT /K 10 Tf 20 200 Td (ABCD) Tj ET"));

        Assert.Equal("一", page.Text());
    }

    [Fact]
    public void Text_inside_nested_forms_stands_where_it_is_printed()
    {
        var page = Reading.PageOf(new PdfComposer()
            .Form("Inner", "BT /F 10 Tf 5 5 Td (x) Tj ET", "/BBox [0 0 50 50]/Matrix [1 0 0 1 10 0]")
            .Form("Outer", "q 2 0 0 2 0 0 cm /Inner Do Q")
            .Page("q 1 0 0 1 20 100 cm /Outer Do Q"));

        var glyph = Assert.Single(page.Glyphs);
        Assert.Equal(new Point(50, 190), glyph.Origin);
        Assert.Equal(20, glyph.Size, 3);
    }

    [Fact]
    public void Text_outside_the_box_of_its_form_is_left_out()
    {
        var page = Reading.PageOf(new PdfComposer()
            .Form("Small", "BT /F 10 Tf 5 5 Td (in) Tj 0 60 Td (out) Tj ET", "/BBox [0 0 50 50]")
            .Page("q 1 0 0 1 20 100 cm /Small Do Q"));

        Assert.Equal("in", page.Text());
    }

    [Fact]
    public void A_filled_in_field_is_read_as_it_is_shown()
    {
        var pdf = new PdfComposer();
        var look = pdf.AddStream("/Type/XObject/Subtype/Form/BBox [0 0 100 20]/Resources 3 0 R", "BT /F 10 Tf 2 5 Td (42) Tj ET");
        var field = pdf.Add($"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(42)/F 4/Rect [50 100 150 120]/AP <</N {look} 0 R>>>>");
        pdf.CatalogEntries = $"/AcroForm <</Fields [{field} 0 R]>>";

        var page = Reading.PageOf(pdf.Page("BT /F 10 Tf 20 200 Td (Weight ) Tj ET", $"{PdfComposer.Portrait}/Annots [{field} 0 R]"));

        Assert.Equal("Weight 42", page.Text());
        Assert.Equal(new Point(52, 195), page.Glyphs[^2].Origin);
    }

    [Fact]
    public void A_field_whose_look_is_left_to_the_viewer_is_read_too()
    {
        var pdf = new PdfComposer();
        var font = pdf.Add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        var field = pdf.Add("<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(42)/DA(/Helv 10 Tf 0 g)/F 4/Rect [50 100 150 120]>>");
        pdf.CatalogEntries = $"/AcroForm <</Fields [{field} 0 R]/NeedAppearances true/DA(/Helv 10 Tf 0 g)/DR <</Font <</Helv {font} 0 R>>>>>>";

        Assert.Equal("42", Reading.PageOf(pdf.Page("", $"{PdfComposer.Portrait}/Annots [{field} 0 R]")).Text());
    }

    [Fact]
    public void A_hidden_field_is_left_out()
    {
        var pdf = new PdfComposer();
        var look = pdf.AddStream("/Type/XObject/Subtype/Form/BBox [0 0 100 20]/Resources 3 0 R", "BT /F 10 Tf 2 5 Td (42) Tj ET");
        var field = pdf.Add($"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(42)/F 2/Rect [50 100 150 120]/AP <</N {look} 0 R>>>>");
        pdf.CatalogEntries = $"/AcroForm <</Fields [{field} 0 R]>>";

        Assert.Equal("", Reading.PageOf(pdf.Page("", $"{PdfComposer.Portrait}/Annots [{field} 0 R]")).Text());
    }
}
