using Extractor.Core.Pages;

namespace Extractor.Ingestion.Tests.Images;

public sealed class PictureTests
{
    [Fact]
    public void A_PNG_is_a_page_to_be_read_by_OCR_as_large_as_it_says()
    {
        byte[] header = [.. StoredPicture.BigEndian(2480), .. StoredPicture.BigEndian(3508), 8, 0, 0, 0, 0];
        byte[] density = [.. StoredPicture.BigEndian(11811), .. StoredPicture.BigEndian(11811), 1];
        byte[] png = [0x89, .. "PNG\r\n\x1a\n"u8, .. StoredPicture.Chunk("IHDR", header), .. StoredPicture.Chunk("pHYs", density), .. StoredPicture.Chunk("IDAT", []), .. StoredPicture.Chunk("IEND", [])];
        var page = Opened.Unread(png);
        Assert.Equal((UnreadReason.NoTextLayer, 595, 842), (page.Reason, (int)Math.Round(page.Width), (int)Math.Round(page.Height)));
        Assert.Equal("image/png", Opened.File(png).Head.MediaType);
    }

    [Theory]
    [InlineData(1, 200, 595, 842)]
    [InlineData(0, 1, 595, 842)]
    public void A_JPEG_says_its_density_or_not(byte unit, byte density, int width, int height)
    {
        byte[] jpeg =
        [
            0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, unit, 0, density, 0, density, 0, 0,
            0xFF, 0xC0, 0, 11, 8, 2339 / 256, 2339 % 256, 1654 / 256, 1654 % 256, 1, 1, 0x11, 0,
        ];
        var page = Opened.Unread(jpeg);
        Assert.Equal((width, height), ((int)Math.Round(page.Width), (int)Math.Round(page.Height)));
        Assert.Equal("image/jpeg", Opened.File(jpeg).Head.MediaType);
    }

    [Fact]
    public void Each_picture_of_a_TIFF_is_a_page_and_a_chain_that_goes_round_ends()
    {
        // Two directories of two entries each; the second leads back to the first.
        byte[] tiff = [.. "II*\0"u8, 8, 0, 0, 0, .. Directory(96, 192, next: 38), .. Directory(192, 96, next: 8)];
        var file = Opened.File(tiff);
        Assert.Equal((2, "image/tiff"), (file.Head.PageCount, file.Head.MediaType));
        Assert.Equal([(72.0, 144.0), (144.0, 72.0)], [.. Enumerable.Range(1, 2).Select(file.ReadPage).Select(page => (page.Width, page.Height))]);
    }

    [Fact]
    public void A_picture_that_is_cut_off_is_damaged()
    {
        Assert.Equal(OpenFailure.Damaged, Opened.Refusal([0x89, .. "PNG"u8]).Reason);
        Assert.Equal(OpenFailure.Damaged, Opened.Refusal([0xFF, 0xD8, 0xFF, 0xE0, 0]).Reason);
        Assert.Equal(OpenFailure.Damaged, Opened.Refusal("II*\0"u8.ToArray()).Reason);
        Assert.Equal(OpenFailure.Damaged, Opened.Refusal([0x89, .. "PNG\r\n\x1a\n"u8, .. StoredPicture.Chunk("IHDR", [.. Enumerable.Repeat((byte)0xFF, 8), 8, 0, 0, 0, 0])]).Reason);
        Assert.Equal(OpenFailure.Damaged, Opened.Refusal([.. "MM\0*"u8, 0xFF, 0xFF, 0xFF, 0xFF]).Reason);
    }

    private static byte[] Directory(ushort width, ushort height, byte next) =>
        [2, 0, 0, 1, 3, 0, 1, 0, 0, 0, (byte)width, 0, 0, 0, 1, 1, 3, 0, 1, 0, 0, 0, (byte)height, 0, 0, 0, next, 0, 0, 0];
}
