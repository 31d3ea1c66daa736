using System.Text;
using Extractor.Core.Pages;
using Extractor.Fixtures.Scanning;
using Extractor.Ingestion;
using Extractor.Ingestion.Pdf;

namespace Extractor.Fixtures.Tests.Scanning;

/// <summary>Whole scans, from picture to PDF.</summary>
public class ScannerTests
{
    private static readonly Raster Printed = Ruled.Page(170, 220);

    public static TheoryData<string> Variants() => [.. ScanVariants.Names];

    [Theory]
    [MemberData(nameof(Variants))]
    public void A_variant_says_what_it_is_and_stays_within_what_offices_do(string variant)
    {
        foreach (var settings in Enumerable.Range(0, 50).Select(i => ScanVariants.Draw(variant, new Chance(9).Fork("draw", i))))
        {
            Assert.Equal(variant, settings.Variant);
            Assert.InRange(settings.DotsPerInch, 120, 300);
            Assert.InRange(settings.Bending.SkewDegrees, -2, 2);
            Assert.InRange(settings.QuarterTurns, 0, 3);
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void The_same_seed_makes_the_same_bytes_and_another_one_others(string variant)
    {
        Assert.Equal(Pdf(variant, 1), Pdf(variant, 1));
        Assert.NotEqual(Pdf(variant, 1), Pdf(variant, 2));
    }

    [Fact]
    public void A_fax_shows_every_pixel_again()
    {
        var copy = Printed.Copied(128, 0, new Chance(1));
        Assert.Equal(copy.Samples, Shown(copy, Tint.BlackAndWhite).Samples);
    }

    [Theory]
    [InlineData(Tint.Grey)]
    [InlineData(Tint.Colour)]
    public void A_picture_that_lost_little_looks_the_same(Tint tint)
    {
        var picture = Printed.Blurred(1).Stamped(Ruled.Blank(30, 30).Map((_, _, channel, _) => channel == 0 ? 220 : 60), 40, 40, tint == Tint.Grey ? 0 : 1);
        var shown = Shown(picture, tint);
        Assert.True(picture.Samples.Zip(shown.Samples, (a, b) => Math.Abs(a - b)).Average() < 4);
    }

    [Fact]
    public void A_page_holds_no_text_but_that_of_its_invisible_layer()
    {
        var image = PageImage.Of(Printed, Tint.Grey, 90);
        Assert.DoesNotContain("invisible", Unread(new ScannedPage(image, 170, 220, [])).Detail);
        Assert.Contains("An invisible text layer of 4 characters", Unread(new ScannedPage(image, 170, 220, [new PrintedWord("预算12", 20, 30, 80, 42)])).Detail);
    }

    private static byte[] Pdf(string variant, ulong seed)
    {
        var settings = ScanVariants.Draw(variant, new Chance(seed));
        var picture = new Scanner(settings, Ruled.Blank(60, 60, 90)).Scan(Printed, new Chance(seed));
        return ImagePdf.Write([new ScannedPage(PageImage.Of(picture, settings.Tint, settings.JpegQuality), picture.Width, picture.Height, [])]);
    }

    private static Raster Shown(Raster picture, Tint tint)
    {
        using var file = Open(ImagePdf.Write([new ScannedPage(PageImage.Of(picture, tint, 95), picture.Width, picture.Height, [])]));
        var shown = file.RenderPage(1, 72)!;
        return new Raster(shown.Width, shown.Height, shown.Samples);
    }

    private static UnreadPage Unread(ScannedPage page)
    {
        using var file = Open(ImagePdf.Write([page]));
        return Assert.IsType<UnreadPage>(file.ReadPage(1));
    }

    private static PdfFile Open(byte[] pdf)
    {
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(pdf));
        return (PdfFile)Assert.IsType<OpenedDocument>(PdfFile.Open("scan.pdf", pdf)).File;
    }
}
