using Extractor.Core.Geometry;
using Extractor.Core.Pages;
using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr;

namespace Extractor.Ingestion.Tests.Ocr;

/// <summary>A line of 100 by 30 pixels at 300 dots an inch, of which some paper around it is cut out with it.</summary>
public sealed class StraightPictureTests
{
    private static readonly PixelBox Line = new(200, 100, 300, 130);

    [Theory]
    [InlineData(196, 198, 306)] // 2 pixels of paper between
    [InlineData(190, 194, 306)] // farther than the paper that is cut out
    [InlineData(200, 194, 306)] // a letter touches it
    [InlineData(303, 194, 301)]
    [InlineData(313, 194, 306)]
    public void A_line_is_read_without_the_rulings_beside_it(double position, int left, int right) =>
        Assert.Equal((left, right), Cut(position, 0, 400));

    [Fact]
    public void A_ruling_of_other_rows_is_not_beside_it() => Assert.Equal((194, 306), Cut(196, 140, 400));

    private static (int Left, int Right) Cut(double position, double from, double to)
    {
        const double Scale = 72 / 300.0;
        var ruling = new Ruling(RulingDirection.Vertical, position * Scale, new Extent(from * Scale, to * Scale), 2 * Scale);
        var page = new StraightPicture(new Grey(400, 400, new byte[400 * 400]), new Bitmap(400, 400, new byte[400 * 400]), [ruling], [], 30, 300, new PictureTurn(96, 96, 0, 0));
        var cut = page.Cut(Line);
        return (cut.Left, cut.Right);
    }
}
