using Extractor.Ingestion.Images;
using Extractor.Ingestion.Pdf;

namespace Extractor.Ingestion.Tests.Pdf;

/// <summary>Every page is 200 by 300 points; content is written y up.</summary>
public sealed class PageRendererTests
{
    [Fact]
    public void A_page_is_drawn_at_its_place_in_its_colours()
    {
        var raster = Render("1 0 0 rg 50 200 100 50 re f", PdfComposer.Portrait, 144);

        Assert.Equal((400, 600), (raster.Width, raster.Height));
        Assert.Equal((255, 0, 0), PixelAt(raster, 200, 150));
        Assert.Equal((255, 255, 255), PixelAt(raster, 200, 90));
        Assert.Equal((255, 255, 255), PixelAt(raster, 200, 210));
    }

    [Fact]
    public void A_turned_page_is_drawn_as_a_person_sees_it()
    {
        var raster = Render("0 0 1 rg 0 250 50 50 re f", PdfComposer.Portrait + "/Rotate 90", 72);

        Assert.Equal((300, 200), (raster.Width, raster.Height));
        Assert.Equal((0, 0, 255), PixelAt(raster, 275, 25));
        Assert.Equal((255, 255, 255), PixelAt(raster, 25, 25));
    }

    [Fact]
    public void A_huge_page_is_drawn_smaller()
    {
        var raster = Render("", "/MediaBox [0 0 14000 14000]", 300);

        Assert.InRange((long)raster.Width * raster.Height, 30_000_000, 41_000_000);
    }

    private static Raster Render(string content, string pageEntries, double dotsPerInch)
    {
        using var file = Reading.Open(PdfComposer.OnePage(content, pageEntries));
        return ((PdfFile)file).RenderPage(1, dotsPerInch) ?? throw new InvalidOperationException("The page was not drawn.");
    }

    private static (int, int, int) PixelAt(Raster raster, int x, int y)
    {
        var pixel = raster.Row(y).Slice(x * Raster.Channels, Raster.Channels);
        return (pixel[0], pixel[1], pixel[2]);
    }
}
