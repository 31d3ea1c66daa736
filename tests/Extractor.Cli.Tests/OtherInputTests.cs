using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Extractor.Cli.Tests;

/// <summary>What is no PDF: workbooks, text documents, web pages, pictures, and archives of these.</summary>
public sealed class OtherInputTests : IDisposable
{
    private const string Table = "<!DOCTYPE html><table><tr><td>项目</td><td>1</td></tr></table>";

    private readonly TemporaryFolder _folder = new();

    private string Output => _folder.At("out");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("html", "text/html")]
    public void Forms_are_read_whatever_kind_of_file_they_come_in_and_whatever_it_is_called(string kind, string mediaType)
    {
        var input = _folder.Write("自评表.pdf", Fixture(kind));
        var run = Extract(input);
        Assert.Equal((0, ""), (run.ExitCode, string.Concat(run.Error.Split('\n').Where(line => line.Contains("自评表.pdf", StringComparison.Ordinal)))));
        using var result = Result("自评表.json");
        Assert.Equal(3, result.RootElement.GetProperty("forms").GetArrayLength());
        Assert.Equal(mediaType, result.RootElement.GetProperty("document").GetProperty("mediaType").GetString());
        Assert.Equal("none", result.RootElement.GetProperty("producer").GetProperty("pdfEngine").GetString());
        Assert.All(result.RootElement.GetProperty("pages").EnumerateArray(), page => Assert.Equal("text", page.GetProperty("origin").GetString()));
    }

    [Fact]
    public void The_same_file_gives_the_same_bytes_in_any_culture()
    {
        var input = _folder.Write("a.xlsx", Fixture("xlsx"));
        var bytes = new[] { "C", "zh_CN.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8" }.Select(locale =>
        {
            TestedProgram.Run(["extract", input, "--output", Output], ("LC_ALL", locale));
            return File.ReadAllText(Path.Combine(Output, "a.json"));
        });
        Assert.Single(bytes.Distinct());
    }

    [Fact]
    public void The_files_in_an_archive_are_inputs_of_their_own()
    {
        var input = _folder.Write("归档.zip", Zip(
            ("一/自评表.html", Encoding.UTF8.GetBytes(Table)), ("二/自评表.html", Encoding.UTF8.GetBytes(Table)), ("表.xlsx", Fixture("xlsx")), ("x.pdf", TestPdf.WithText("x")),
            ("../out.html", Encoding.UTF8.GetBytes(Table)), ("inner.zip", Zip(("y.pdf", TestPdf.WithText("y")))), ("说明.md", "#"u8.ToArray())));
        var run = Extract(input, "--json");
        Assert.Equal(3, run.ExitCode);
        using var summary = JsonDocument.Parse(run.Out);
        var inputs = summary.RootElement.GetProperty("inputs").EnumerateArray().ToList();
        Assert.Equal(
            ["一/自评表.html", "二/自评表.html", "表.xlsx", "x.pdf", "out.html", "inner.zip"],
            inputs.Select(each => Path.GetRelativePath(input, each.GetProperty("input").GetString()!)));
        Assert.Equal([null, null, null, null, "unsafe-name", "archive-not-opened"], inputs.Select(each => each.GetProperty("reason").GetString()));
        Assert.Equal(4, Written().Count);
        Assert.Contains("x.json", Written());
        Assert.Contains("表.json", Written());
        using var result = Result("表.json");
        Assert.Equal("表.xlsx", result.RootElement.GetProperty("document").GetProperty("fileName").GetString());
    }

    [Fact]
    public void A_picture_that_ends_behind_its_header_is_damaged()
    {
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 1, 0, 2, 0, 1, 1, 0x11, 0];
        var run = Extract(_folder.Write("scan.jpg", jpeg));
        Assert.Equal(3, run.ExitCode);
        using var result = Result("scan.json");
        Assert.Equal("damaged", Assert.Single(result.RootElement.GetProperty("unread").EnumerateArray()).GetProperty("reason").GetString());
        Assert.Equal("image/jpeg", result.RootElement.GetProperty("document").GetProperty("mediaType").GetString());
    }

    [Theory]
    [InlineData("old.xls", "old-office-format")]
    [InlineData("encrypted.xlsx", "cannot-decrypt")]
    [InlineData("bomb.xlsx", "expands-too-far")]
    [InlineData("definition.docx", "unsafe-content")]
    [InlineData("cut.docx", "damaged")]
    [InlineData("notes.odt", "unknown-format")]
    public void What_is_not_read_has_its_reason_and_costs_itself_alone(string name, string reason)
    {
        byte[] compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];
        const string Types = "<?xml version=\"1.0\"?><Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>";
        var bad = _folder.Write(name, name switch
        {
            "old.xls" => compound,
            "encrypted.xlsx" => [.. compound, .. Encoding.Unicode.GetBytes("EncryptedPackage")],
            "bomb.xlsx" => Zip(("[Content_Types].xml", Encoding.UTF8.GetBytes(Types)), ("xl/a.xml", new byte[30_000_000])),
            "definition.docx" => Zip(("[Content_Types].xml", "<!DOCTYPE a><a/>"u8.ToArray())),
            "cut.docx" => Fixture("docx")[..2000],
            _ => Zip(("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray())),
        });
        var good = _folder.Write("good.html", Encoding.UTF8.GetBytes(Table));
        var run = Extract(bad, good, "--json");
        Assert.Equal(3, run.ExitCode);
        using var summary = JsonDocument.Parse(run.Out);
        Assert.Equal([reason, null], summary.RootElement.GetProperty("inputs").EnumerateArray().Select(each => each.GetProperty("reason").GetString()));
        Assert.Equal(["good.json"], Written());
    }

    [Fact]
    public void Tables_lists_those_of_a_web_page_and_takes_no_archive()
    {
        var run = TestedProgram.Run(["tables", _folder.Write("a.html", Encoding.UTF8.GetBytes(Table)), "--json"]);
        Assert.Equal(0, run.ExitCode);
        using var list = JsonDocument.Parse(run.Out);
        Assert.Equal("项目", list.RootElement.GetProperty("tables")[0].GetProperty("cells")[0].GetProperty("text").GetString());

        var refused = TestedProgram.Run(["tables", _folder.Write("a.zip", Zip(("x.pdf", TestPdf.WithText("x"))))]);
        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("unpack", refused.Error, StringComparison.Ordinal);
    }

    private static byte[] Fixture(string kind) =>
        File.ReadAllBytes(Path.Combine(TestedProgram.Repository, "fixtures", "shanghai-2018", $"file-{kind}", $"input.{kind}"));

    private static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    private Run Extract(params string[] arguments) => TestedProgram.Run(["extract", "--output", Output, .. arguments]);

    private List<string> Written() => [.. Directory.GetFileSystemEntries(Output).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private JsonDocument Result(string name) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Output, name)));
}
