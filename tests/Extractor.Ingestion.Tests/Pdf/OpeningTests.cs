using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Extractor.Core.Pages;
using Extractor.Ingestion.Pdf;

namespace Extractor.Ingestion.Tests.Pdf;

public sealed class OpeningTests
{
    private static readonly byte[] Good = PdfComposer.OnePage("BT /F 12 Tf 20 200 Td (Budget) Tj ET");

    [Fact]
    public void The_head_says_what_is_known_before_a_page_is_read()
    {
        using var file = Reading.Open(new PdfComposer().Page("").Page("").ToBytes());

        Assert.Equal("file.pdf", file.Head.FileName);
        Assert.Equal(2, file.Head.PageCount);
        Assert.Equal("application/pdf", file.Head.MediaType);
        Assert.Empty(file.Head.Remarks);
    }

    [Fact]
    public void Identity_is_the_hash_of_the_bytes_as_they_came_even_if_they_are_repaired()
    {
        byte[] content = [.. "Content-Type: application/pdf\r\n\r\n"u8, .. Good];

        using var file = Reading.Open(content);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), file.Head.Sha256);
    }

    [Fact]
    public void An_empty_file_is_refused() => Assert.Equal(OpenFailure.Empty, Reading.Refusal([]).Reason);

    [Theory]
    [InlineData("<html>Not found</html>")]
    [InlineData("PK\u0003\u0004\0\0\0\0form.pdf%PDF-1.7 inside an archive")]
    public void Another_kind_of_file_is_refused(string content) =>
        Assert.Equal(OpenFailure.UnknownKind, Reading.Refusal(Encoding.Latin1.GetBytes(content)).Reason);

    [Fact]
    public void A_file_without_pages_is_refused() =>
        Assert.Equal(OpenFailure.NoPages, Reading.Refusal(new PdfComposer().ToBytes()).Reason);

    [Fact]
    public void A_file_of_which_nothing_is_left_but_the_header_is_refused() =>
        Assert.Equal(OpenFailure.Damaged, Reading.Refusal("%PDF-1.7\n%"u8.ToArray()).Reason);

    [Fact]
    public void A_file_with_more_pages_than_the_limit_is_refused()
    {
        var content = Encoding.Latin1.GetString(Good).Replace("/Count 1/", "/Count 10001/", StringComparison.Ordinal);

        var refused = Reading.Refusal(Encoding.Latin1.GetBytes(content));

        Assert.Equal(OpenFailure.TooLarge, refused.Reason);
        Assert.Contains("10001", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(5000)]
    public void Text_before_the_header_is_skipped_and_remarked(int length)
    {
        using var file = Reading.Open([.. Enumerable.Repeat((byte)'x', length), .. Good]);

        Assert.Contains($"{length} bytes", Assert.Single(file.Head.Remarks), StringComparison.Ordinal);
        Assert.Equal("Budget", Assert.IsType<Page>(file.ReadPage(1)).Text());
    }

    [Fact]
    public void A_file_cut_off_before_its_table_of_objects_is_repaired_and_remarked()
    {
        var end = Good.AsSpan().LastIndexOf("xref\n0"u8);

        using var file = Reading.Open(Good[..end]);

        Assert.Contains("found them all", Assert.Single(file.Head.Remarks), StringComparison.Ordinal);
        var page = Assert.IsType<Page>(file.ReadPage(1));
        Assert.Equal("Budget", page.Text());
        Assert.All(page.Glyphs, glyph => Assert.Equal(1, glyph.Confidence));
    }

    [Fact]
    public void A_file_that_lost_objects_gives_what_is_left_as_doubtful()
    {
        var pdf = new PdfComposer().Page("BT /F 12 Tf 20 200 Td (First) Tj ET").Page(new string(' ', 500) + "BT ET");
        var content = pdf.ToBytes();

        using var file = Reading.Open(content[..(content.AsSpan().LastIndexOf("          "u8) - 100)]);

        Assert.Contains("lost", Assert.Single(file.Head.Remarks), StringComparison.Ordinal);
        var page = Assert.IsType<Page>(file.ReadPage(1));
        Assert.Equal("First", page.Text());
        Assert.All(page.Glyphs, glyph => Assert.Equal(0.5, glyph.Confidence));
        Assert.Equal(UnreadReason.Damaged, Assert.IsType<UnreadPage>(file.ReadPage(2)).Reason);
    }

    [Fact]
    public void A_catalog_inside_an_object_stream_is_found()
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            zlib.Write("20 0 21 30 "u8);
            zlib.Write("<</Type/Metadata/Pad (12345)>><</Type /Catalog /Pages 2 0 R>>"u8);
        }

        var pdf = new PdfComposer().Page("BT /F 12 Tf 20 200 Td (Budget) Tj ET");
        pdf.AddStream("/Type/ObjStm/N 2/First 11/Filter/FlateDecode", packed.ToArray());
        var content = Encoding.Latin1.GetString(pdf.ToBytes()).Replace("<</Type /Catalog/Pages 2 0 R >>", "null", StringComparison.Ordinal);

        using var file = Reading.Open(Encoding.Latin1.GetBytes(content[..content.LastIndexOf("xref\n0", StringComparison.Ordinal)]));

        Assert.Equal("Budget", Assert.IsType<Page>(file.ReadPage(1)).Text());
    }

    [Fact]
    public void A_page_that_lost_its_content_is_not_taken_for_an_empty_one()
    {
        var content = Encoding.Latin1.GetString(new PdfComposer().Page("").Page("BT /F 12 Tf 20 200 Td (Budget) Tj ET").ToBytes());
        var end = content.LastIndexOf("xref\n0", StringComparison.Ordinal);

        using var file = Reading.Open(Encoding.Latin1.GetBytes(content[..end]));

        Assert.Equal(UnreadReason.Damaged, Assert.IsType<UnreadPage>(file.ReadPage(1)).Reason);
        Assert.IsType<Page>(file.ReadPage(2));
    }

    [Fact]
    public void An_encrypted_file_that_lost_its_trailer_is_refused()
    {
        var content = new PdfComposer().Encrypt("").Page("BT /F 12 Tf 20 200 Td (Budget) Tj ET").ToBytes();

        Assert.Equal(OpenFailure.Damaged, Reading.Refusal(content[..content.AsSpan().LastIndexOf("xref\n0"u8)]).Reason);
    }

    [Fact]
    public void A_wrong_table_of_objects_is_built_anew_and_remarked()
    {
        var content = Encoding.Latin1.GetString(Good).Replace("startxref\n", "startxref\n1", StringComparison.Ordinal);

        using var file = Reading.Open(Encoding.Latin1.GetBytes(content));

        Assert.Single(file.Head.Remarks);
        Assert.Equal("Budget", Assert.IsType<Page>(file.ReadPage(1)).Text());
    }

    [Fact]
    public void An_encrypted_file_asks_for_its_password()
    {
        var content = new PdfComposer().Encrypt("secret").Page("BT /F 12 Tf 20 200 Td (Budget) Tj ET").ToBytes();

        Assert.Equal(OpenFailure.Encrypted, Reading.Refusal(content).Reason);
        Assert.Equal(OpenFailure.WrongPassword, Reading.Refusal(content, "guess").Reason);
        using var file = Reading.Open(content, "secret");
        Assert.Equal("Budget", Assert.IsType<Page>(file.ReadPage(1)).Text());
    }

    [Fact]
    public void A_file_encrypted_with_no_password_opens_without_one()
    {
        var content = new PdfComposer().Encrypt("").Page("BT /F 12 Tf 20 200 Td (Budget) Tj ET").ToBytes();

        Assert.Equal("Budget", Reading.PageOf(content).Text());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_page_number_outside_the_document_is_the_callers_error(int number)
    {
        using var file = Reading.Open(Good);

        Assert.Throws<ArgumentOutOfRangeException>(() => file.ReadPage(number));
    }

    [Fact]
    public void A_disposed_file_reads_no_more()
    {
        var file = Reading.Open(Good);
        file.Dispose();
        file.Dispose();

        Assert.Throws<ObjectDisposedException>(() => file.ReadPage(1));
    }

    [Fact]
    public void Files_may_be_read_from_many_threads_at_once()
    {
        var texts = new string[32];
        Parallel.For(0, texts.Length, i => texts[i] = Reading.PageOf(Good).Text());

        Assert.All(texts, text => Assert.Equal("Budget", text));
    }

    [Fact]
    public void The_engine_names_itself() => Assert.StartsWith("pdfium", PdfiumLibrary.Loaded.Engine, StringComparison.Ordinal);
}
