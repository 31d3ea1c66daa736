using System.Text;
using Extractor.Core.Pages;

namespace Extractor.Core.Tests.Pages;

public class SignatureTests
{
    [Theory]
    [InlineData("%PDF-1.7", ContentKind.Pdf, "PDF")]
    [InlineData("junk before\n%PDF-1.4", ContentKind.Pdf, "PDF")]
    [InlineData("PK\u0003\u0004 x.pdf%PDF-1.7 inside an archive", ContentKind.Zip, "ZIP")]
    [InlineData("PK\u0005\u0006", ContentKind.Zip, "ZIP")]
    [InlineData("\n <!DOCTYPE HTML PUBLIC \"\">", ContentKind.Html, "HTML")]
    [InlineData("<html xmlns=\"\">", ContentKind.Html, "HTML")]
    [InlineData("\uFEFF<html>", ContentKind.Html, "HTML")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE html><html>", ContentKind.Html, "HTML")]
    [InlineData("<!-- saved --><html>", ContentKind.HtmlFragment, "HTML")]
    [InlineData("<table border=1>", ContentKind.HtmlFragment, "HTML")]
    [InlineData("<?xml version=\"1.0\"?><Workbook><Table/>", ContentKind.Other, "XML")]
    [InlineData("Rar!", ContentKind.Other, "RAR")]
    [InlineData("a < b <table>", ContentKind.Other, null)]
    [InlineData("<x>", ContentKind.Other, null)]
    [InlineData("", ContentKind.Other, null)]
    public void A_file_is_what_its_first_bytes_say(string start, ContentKind kind, string? name) =>
        Assert.Equal(new Signature(kind, name), Signature.Of(Encoding.UTF8.GetBytes(start)));

    [Fact]
    public void A_web_page_may_be_in_UTF_16() =>
        Assert.Equal(ContentKind.Html, Signature.Of([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<html>")]).Kind);

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }, ContentKind.Jpeg)]
    [InlineData(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' }, ContentKind.Png)]
    [InlineData(new byte[] { (byte)'M', (byte)'M', 0, (byte)'*' }, ContentKind.Tiff)]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0 }, ContentKind.OldOffice)]
    public void So_is_one_of_bytes(byte[] start, ContentKind kind) => Assert.Equal(kind, Signature.Of(start).Kind);
}
