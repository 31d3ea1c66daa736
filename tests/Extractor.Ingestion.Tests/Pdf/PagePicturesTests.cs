using Extractor.Core.Pages;
using Extractor.Ingestion.Tests.Images;

namespace Extractor.Ingestion.Tests.Pdf;

/// <summary>Pictures that cannot stand for their page: too large to be drawn, cut off, or not to be decoded.</summary>
public sealed class PagePicturesTests
{
    private const string Scan = "/BitsPerComponent 8/ColorSpace/DeviceGray";

    /// <summary>Small streams that are enormous pictures: what they say of themselves is enough, and nothing is decoded.</summary>
    [Theory]
    [InlineData("/Width 60000/Height 60000/Filter/JBIG2Decode", "")]
    [InlineData("/Width 30000/Height 30000/Filter/FlateDecode", "")]
    [InlineData("/Width 1728/Height 2000000000/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 1728/Rows 2000000000>>", "")]
    [InlineData("/Width 30000/Height 30000/Filter/JPXDecode", "")]
    [InlineData("/Width 100/Height 100/Filter/JPXDecode", "FF4FFF51002F0000 00007530 00007530 00000000 00000000")]
    public void A_picture_of_more_pixels_than_can_be_drawn_is_too_large(string entries, string start) =>
        Assert.Equal(UnreadReason.TooLarge, Read([(entries, Convert.FromHexString(start.Replace(" ", "", StringComparison.Ordinal)))]));

    [Theory]
    [InlineData(3, UnreadReason.TooLarge)]
    [InlineData(2, UnreadReason.NoTextLayer)]
    public void The_pictures_of_a_page_count_together(int count, UnreadReason reason) =>
        Assert.Equal(reason, Read([.. Enumerable.Repeat(("/Width 10000/Height 10000/Filter/FlateDecode", Array.Empty<byte>()), count)]));

    [Fact]
    public void A_JPEG_that_is_cut_off_is_damaged_and_not_half_a_page()
    {
        var jpeg = StoredPicture.Jpeg();
        var entries = $"/Width {StoredPicture.Width}/Height {StoredPicture.Height}/Filter/DCTDecode";
        Assert.Equal(UnreadReason.NoTextLayer, Read([(entries, jpeg)]));
        Assert.Equal(UnreadReason.NoTextLayer, Read([(entries, [.. jpeg, 0, 0, 0])]));
        Assert.Equal(UnreadReason.Damaged, Read([(entries, jpeg[..^40])]));
    }

    [Theory]
    [InlineData("/Width 100/Height 100/Filter/JPXDecode")]
    [InlineData("/Width 100/Height 100/Filter/DCTDecode")]
    public void A_picture_that_cannot_be_decoded_is_no_blank_page(string entries)
    {
        using var file = File([(entries, "nothing that is a picture"u8.ToArray())]);
        Assert.Null(file.RenderPage(1, 72));
    }

    [Fact]
    public void A_white_picture_is_drawn()
    {
        using var file = File([("/Width 1/Height 1", [255])]);
        Assert.NotNull(file.RenderPage(1, 72));
    }

    private static UnreadReason Read((string Entries, byte[] Data)[] pictures)
    {
        using var file = File(pictures);
        return Assert.IsType<UnreadPage>(file.ReadPage(1)).Reason;
    }

    private static IPicturedFile File((string Entries, byte[] Data)[] pictures)
    {
        var composer = new PdfComposer();
        foreach (var (i, (entries, data)) in pictures.Index())
        {
            composer.Resource("XObject", $"P{i}", composer.AddStream($"/Type/XObject/Subtype/Image{Scan}{entries}", data));
        }

        return (IPicturedFile)Opened.File(composer.Page(string.Concat(pictures.Select((_, i) => $"q 200 0 0 300 0 0 cm /P{i} Do Q "))).ToBytes());
    }
}
