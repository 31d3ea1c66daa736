using System.IO.Compression;
using System.Text;

namespace Extractor.Ingestion.Tests.Office;

/// <summary>Office files that somebody made to do harm, and honest ones that look odd.</summary>
public sealed class HostilePackageTests
{
    private static readonly string Content = WorkbookTests.Rows(WorkbookTests.Row(1, WorkbookTests.Text("A1", "x", 0)));

    [Theory]
    [InlineData("<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>")]
    [InlineData("<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>")]
    [InlineData("<!DOCTYPE w SYSTEM \"http://localhost/x.dtd\">")]
    public void A_document_type_definition_is_refused(string definition)
    {
        var file = Workbook().Change("xl/worksheets/sheet1.xml", xml => "<?xml version=\"1.0\"?>" + definition + xml).ToBytes();
        var refused = Opened.Refusal(file);
        Assert.Equal(OpenFailure.Unsafe, refused.Reason);
        Assert.Contains("sheet1.xml", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_nested_without_end_are_refused()
    {
        var file = OfficeComposer.TextDocument(string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 50_000)) + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 50_000))).ToBytes();
        Assert.Equal(OpenFailure.Unsafe, Opened.Refusal(file).Reason);
    }

    [Fact]
    public void A_decompression_bomb_is_refused_before_it_is_expanded()
    {
        var blanks = new string(' ', 30_000_000);
        var file = Workbook().Change("xl/worksheets/sheet1.xml", xml => xml + blanks).ToBytes();
        Assert.True(file.Length < 100_000);
        Assert.Equal(OpenFailure.Bomb, Opened.Refusal(file).Reason);
    }

    [Fact]
    public void Macros_and_links_to_other_files_are_left_alone_and_told()
    {
        var file = Workbook()
            .With("xl/vbaProject.bin", "application/vnd.ms-office.vbaProject", "")
            .Relate("xl/workbook.xml", "vba", "vbaProject", "vbaProject.bin")
            .Relate("xl/worksheets/sheet1.xml", "link", "externalLinkPath", "file:///nowhere/other.xlsx", external: true).ToBytes();
        Assert.Equal(
            ["The file has macros. They were not run.", "The file refers to other files. They were not fetched; what it kept of them was read."],
            Opened.Remarks(file));
    }

    [Theory]
    [InlineData("http://[not an address")]
    [InlineData("mailto:a@b;c@d e")]
    [InlineData("http://财政局.cn/a b")]
    public void A_link_that_is_no_address_does_not_cost_the_document(string target)
    {
        var file = Workbook().Relate("xl/worksheets/sheet1.xml", "link", "hyperlink", target, external: true).ToBytes();
        Assert.Single(Opened.Sheet(file).Lines);
        Assert.Empty(Opened.Remarks(file));
    }

    [Fact]
    public void A_workbook_whose_parts_are_missing_is_damaged() => Assert.Equal(OpenFailure.Damaged, Opened.Refusal(
        Workbook().Change("xl/workbook.xml", xml => xml.Replace("r:id=\"s1\"", "r:id=\"nowhere\"", StringComparison.Ordinal)).ToBytes()).Reason);

    [Fact]
    public void A_file_that_is_cut_off_is_damaged() => Assert.Equal(OpenFailure.Damaged, Opened.Refusal(Workbook().ToBytes()[..^100]).Reason);

    [Fact]
    public void Old_Office_files_are_refused_and_encrypted_ones_told_from_them()
    {
        byte[] compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];
        Assert.Equal(OpenFailure.OldOffice, Opened.Refusal(compound).Reason);
        Assert.Equal(OpenFailure.EncryptedOffice, Opened.Refusal([.. compound, .. Encoding.Unicode.GetBytes("EncryptedPackage"), 0, 0]).Reason);
    }

    [Fact]
    public void An_archive_is_no_document()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("a.pdf");
        }

        Assert.Equal(OpenFailure.Archive, Opened.Refusal(stream.ToArray()).Reason);
    }

    private static OfficeComposer Workbook() => OfficeComposer.Workbook(("S", Content));
}
