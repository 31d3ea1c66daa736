using System.Text;
using Extractor.Core.Pages;

namespace Extractor.Ingestion.Tests.Text;

public class TextDumpFileTests
{
    private const string Dump = "项目名称\t路灯\r\n\t总额\t1,000\r\n";

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Dump) },
        { "UTF-8 with a byte order mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Dump)] },
        { "GB18030", CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Dump) },
        { "UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Dump)] },
        { "UTF-16, big end first", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Dump)] },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_gives_the_same_cells(string encoding, byte[] content)
    {
        using var file = Assert.IsType<OpenedDocument>(DocumentFile.Open("a.txt", content)).File;
        var page = Assert.IsType<TextDump>(file.ReadPage(1));
        Assert.Equal(1, file.Head.PageCount);
        Assert.Equal(["项目名称|路灯", "|总额|1,000", ""], page.Lines.Select(line => string.Join('|', line.Cells.Select(cell => cell.Text))));
        Assert.True(page.Lines.Select((line, i) => line.Number == i + 1).All(inOrder => inOrder), encoding);
    }

    [Fact]
    public void Cells_stand_on_the_page_one_after_the_other()
    {
        using var file = Assert.IsType<OpenedDocument>(DocumentFile.Open("a.txt", Encoding.UTF8.GetBytes(Dump))).File;
        var page = Assert.IsType<TextDump>(file.ReadPage(1));
        Assert.All(page.Lines, line =>
        {
            Assert.All(line.Cells, cell => Assert.True(cell.Box.Left >= 0 && cell.Box.Right <= page.Width && cell.Box.Bottom <= page.Height));
            Assert.All(line.Cells.Zip(line.Cells.Skip(1)), pair => Assert.True(pair.First.Box.Right < pair.Second.Box.Left));
        });
    }

    [Theory]
    [InlineData("without tabs", "本页无表格。\n只有文字。\n")]
    [InlineData("control characters", "\0\u0001\t\u0002")]
    public void What_is_no_dump_is_refused(string why, string text)
    {
        var refused = Assert.IsType<RefusedDocument>(DocumentFile.Open("a.txt", Encoding.UTF8.GetBytes(text)));
        Assert.True(refused.Reason == OpenFailure.UnknownKind, why);
    }

    [Fact]
    public void Bytes_in_no_known_encoding_are_refused() =>
        Assert.Equal(OpenFailure.UnknownKind, Assert.IsType<RefusedDocument>(DocumentFile.Open("a.txt", [0x41, 0x09, 0xFF, 0xFF, 0x80, 0x20])).Reason);
}
