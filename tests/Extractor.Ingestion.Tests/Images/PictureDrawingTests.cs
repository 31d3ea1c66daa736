using BitMiracle.LibTiff.Classic;
using Extractor.Core.Pages;
using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Tests.Images;

/// <summary>A picture is drawn as a person sees it, however it is stored, or refused with the reason.</summary>
public sealed class PictureDrawingTests
{
    [Theory]
    [InlineData("bilevel", Compression.CCITT_T6)]
    [InlineData("bilevel", Compression.CCITT_T4)]
    [InlineData("bilevel", Compression.CCITTRLE)]
    [InlineData("zero-is-black", Compression.NONE)]
    [InlineData("zero-is-black", Compression.LZW)]
    [InlineData("grey4", Compression.PACKBITS)]
    [InlineData("grey", Compression.LZW)]
    [InlineData("grey", Compression.JPEG)]
    [InlineData("grey16", Compression.ADOBE_DEFLATE)]
    [InlineData("palette", Compression.LZW)]
    [InlineData("rgb", Compression.NONE)]
    [InlineData("rgb", Compression.DEFLATE)]
    [InlineData("rgb", Compression.JPEG)]
    [InlineData("planes", Compression.LZW)]
    [InlineData("cmyk", Compression.LZW)]
    public void A_TIFF_of_any_usual_kind_is_drawn(string kind, Compression compression)
    {
        foreach (var isBigEndian in (bool[])[false, true])
        {
            foreach (var inTiles in (bool[])[false, true])
            {
                AssertDrawn(StoredPicture.Tiff(kind, compression, isBigEndian: isBigEndian, inTiles: inTiles), hasGrey: kind is not ("bilevel" or "zero-is-black"));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void A_picture_is_turned_and_mirrored_as_it_asks_for(int orientation)
    {
        AssertDrawn(StoredPicture.Tiff("grey", Compression.LZW, orientation));
        AssertDrawn(StoredPicture.Jpeg("grey", orientation));
    }

    [Fact]
    public void Each_page_of_a_TIFF_is_drawn_and_a_resolution_in_centimetres_is_one()
    {
        using var file = (IPicturedFile)Opened.File(StoredPicture.Tiff("grey", Compression.LZW, pages: 3, tags: tiff =>
        {
            tiff.SetField(TiffTag.RESOLUTIONUNIT, ResUnit.CENTIMETER);
            tiff.SetField(TiffTag.XRESOLUTION, 40);
            tiff.SetField(TiffTag.YRESOLUTION, 80);
        }));
        Assert.Equal(3, file.Head.PageCount);
        Assert.Equal((68.03, 22.68), (Math.Round(file.ReadPage(3).Width, 2), Math.Round(file.ReadPage(3).Height, 2)));
        AssertDrawn(file.RenderPage(3, 300)!, hasGrey: true);
    }

    [Theory]
    [InlineData(1, 0, false)]
    [InlineData(2, 0, false)]
    [InlineData(4, 0, false)]
    [InlineData(8, 0, false)]
    [InlineData(16, 0, false)]
    [InlineData(8, 2, false)]
    [InlineData(16, 2, false)]
    [InlineData(2, 3, false)]
    [InlineData(4, 3, false)]
    [InlineData(8, 3, false)]
    [InlineData(8, 4, false)]
    [InlineData(16, 4, false)]
    [InlineData(8, 6, false)]
    [InlineData(16, 6, false)]
    [InlineData(8, 0, true)]
    [InlineData(8, 2, true)]
    [InlineData(8, 3, true)]
    [InlineData(8, 4, true)]
    [InlineData(16, 6, true)]
    public void A_PNG_of_any_kind_is_drawn_on_white_paper(int depth, int colour, bool clear) =>
        AssertDrawn(StoredPicture.Png(depth, colour, clear), hasGrey: depth > 1);

    [Theory]
    [InlineData("grey")]
    [InlineData("rgb")]
    [InlineData("cmyk")]
    public void A_JPEG_is_drawn(string kind) => AssertDrawn(StoredPicture.Jpeg(kind));

    [Fact]
    public void What_is_stored_in_a_way_that_is_not_read_is_said()
    {
        Assert.Equal(UnreadReason.Unsupported, Opened.Unread(StoredPicture.Png(8, 0, isInterlaced: true)).Reason);
        var packed = StoredPicture.Tiff("grey", Compression.LZW);
        const byte Scheme = 50000 % 256, SchemeHigh = 50000 / 256;
        ReadOnlySpan<byte> entry = [3, 1, 3, 0, 1, 0, 0, 0, (byte)Compression.LZW, 0];
        var at = packed.AsSpan().IndexOf(entry);
        (packed[at + 8], packed[at + 9]) = (Scheme, SchemeHigh);
        var unknown = Opened.Unread(packed);
        Assert.Equal(UnreadReason.Unsupported, unknown.Reason);
        Assert.Contains("50000", unknown.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_is_cut_off_is_not_drawn_in_part()
    {
        var jpeg = StoredPicture.Jpeg();
        Assert.Equal(UnreadReason.Damaged, Opened.Unread(jpeg[..^40]).Reason);
        var png = StoredPicture.Png(8, 0);
        Assert.Equal(UnreadReason.Damaged, Opened.Unread(png[..^12]).Reason);

        var tiff = StoredPicture.Tiff("grey", Compression.LZW);
        var strip = tiff.AsSpan(8, 200);
        strip.Fill(0xFF);
        using var file = (IPicturedFile)Opened.File(tiff);
        Assert.Null(file.RenderPage(1, 72));
    }

    [Theory]
    [InlineData(6_001, 6_000, true)]
    [InlineData(6_000, 6_000, false)]
    public void A_TIFF_of_more_pixels_than_fit_into_memory_is_too_large(int width, int height, bool isTooLarge)
    {
        byte[] tiff =
        [
            .. "II*\0"u8, 8, 0, 0, 0, 2, 0, 0, 1, 3, 0, 1, 0, 0, 0, (byte)(width % 256), (byte)(width >> 8), 0, 0,
            1, 1, 3, 0, 1, 0, 0, 0, (byte)(height % 256), (byte)(height >> 8), 0, 0, 0, 0, 0, 0,
        ];
        Assert.Equal(isTooLarge ? UnreadReason.TooLarge : UnreadReason.NoTextLayer, Opened.Unread(tiff).Reason);
    }

    private static void AssertDrawn(byte[] stored, bool hasGrey = true)
    {
        using var file = (IPicturedFile)Opened.File(stored);
        var page = file.ReadPage(1);
        Assert.Equal(UnreadReason.NoTextLayer, Assert.IsType<UnreadPage>(page).Reason);
        Assert.Equal((double)StoredPicture.Width / StoredPicture.Height, page.Width / page.Height, 3);
        AssertDrawn(Assert.IsType<Raster>(file.RenderPage(1, 300)), hasGrey);
    }

    /// <summary>By the middle of each quarter. In two tones, grey is either.</summary>
    private static void AssertDrawn(Raster drawn, bool hasGrey)
    {
        int Tone(double x, double y) => drawn.Row((int)(drawn.Height * y))[Raster.Channels * (int)(drawn.Width * x)];
        Assert.InRange(Tone(0.25, 0.25), 0, 40);
        Assert.InRange(Tone(0.25, 0.75), 235, 255);
        Assert.InRange(Tone(0.75, 0.75), 235, 255);
        if (hasGrey)
        {
            Assert.InRange(Tone(0.75, 0.25), 90, 175);
        }
    }
}
