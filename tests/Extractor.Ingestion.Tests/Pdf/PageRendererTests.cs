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

    [Theory]
    [InlineData("", 204, 306)]
    [InlineData("/Rotate 180", 204, 306)]
    [InlineData("/Rotate 90", 306, 204)]
    public void A_picture_that_is_the_page_is_taken_pixel_for_pixel(string turn, int width, int height)
    {
        // At 72 dots an inch the page has 200 by 300 pixels; the scan has a few more.
        var scan = new byte[204 * 306];
        new Random(1).NextBytes(scan);
        var raster = RenderScan("q 200 0 0 300 0 0 cm /Scan Do Q", turn, scan, 204, 306);

        Assert.Equal((width, height), (raster.Width, raster.Height));
        var seen = Enumerable.Range(0, height).SelectMany(y => Enumerable.Range(0, width).Select(x => (byte)PixelAt(raster, x, y).Item1));
        Assert.Equal(
            Enumerable.Range(0, height).SelectMany(y => Enumerable.Range(0, width).Select(x => turn switch
            {
                "/Rotate 180" => scan[((305 - y) * 204) + 203 - x],
                "/Rotate 90" => scan[((305 - x) * 204) + y],
                _ => scan[(y * 204) + x],
            })),
            seen);
    }

    [Theory]
    [InlineData("q 200 0 0 300 0 0 cm /Scan Do Q", 230, 345)]            // of another resolution
    [InlineData("q 150 0 0 300 0 0 cm /Scan Do Q", 204, 306)]            // a part of the page
    [InlineData("q 200 0 0 300 0 0 cm /Scan Do Q 0 0 50 50 re f", 204, 306)]
    public void Any_other_page_is_drawn_at_the_resolution_asked_for(string content, int width, int height)
    {
        var raster = RenderScan(content, "", new byte[width * height], width, height);
        Assert.Equal((200, 300), (raster.Width, raster.Height));
    }

    private static Raster RenderScan(string content, string turn, byte[] scan, int width, int height)
    {
        var composer = new PdfComposer();
        composer.Resource("XObject", "Scan", composer.AddStream($"/Type/XObject/Subtype/Image/BitsPerComponent 8/ColorSpace/DeviceGray/Width {width}/Height {height}", scan));
        using var file = Reading.Open(composer.Page(content, PdfComposer.Portrait + turn).ToBytes());
        return ((PdfFile)file).RenderPage(1, 72) ?? throw new InvalidOperationException("The page was not drawn.");
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
