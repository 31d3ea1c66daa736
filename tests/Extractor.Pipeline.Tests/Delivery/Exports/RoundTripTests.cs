using System.Text.RegularExpressions;
using CsCheck;
using CsvHelper;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Extractor.Pipeline.Delivery.Exports;
using Microsoft.Data.Sqlite;

namespace Extractor.Pipeline.Tests.Delivery.Exports;

/// <summary>Any text that a document can hold comes out of each format as it went in.</summary>
public partial class RoundTripTests
{
    private const int Iterations = 30;

    private static readonly string[] Difficult =
        ["", "'", "=1+1", "'=1", "\r\n", "a,\"b\"\n", "_x000D_", "\0", "𠮷", " x ", "\uFEFF", "\uFFFE", "00123", "-5"];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Int[0, Difficult.Length - 1].Select(index => Difficult[index]),
        Gen.OneOf(Gen.Char["=+-@'\"\r\n\t\0,;_x0D\uFEFF年"], Gen.Char['\u4E00', '\u9FA5'], Gen.Char['\0', '\uD7FF']).Array[0, 20].Select(letters => new string(letters)));

    [Fact]
    public void CSV() => Texts.Sample(
        text =>
        {
            using var folder = new TemporaryFolder();
            Export.Write(ExportFormat.Csv, folder.At("out"), [SampleDocuments.Saying(text)], new ExportOptions("0.1.0"));
            using var csv = CsvReader.FromFile(folder.At("out", "extras.csv"));
            var rows = new List<string[]>();
            while (csv.Read())
            {
                rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(index => csv.GetString(index) ?? "")]);
            }

            return rows.Any(row => CsvText.Plain(row[5]) == text && CsvText.Plain(row[4]) == text);
        },
        iter: Iterations);

    [Fact]
    public void SQLite() => Texts.Sample(
        text =>
        {
            using var folder = new TemporaryFolder();
            Export.Write(ExportFormat.Sqlite, folder.At("data.sqlite"), [SampleDocuments.Saying(text)], new ExportOptions("0.1.0"));
            using var connection = new SqliteConnection($"Data Source={folder.At("data.sqlite")};Mode=ReadOnly;Pooling=False");
            connection.Open();
            var row = ApprovedExportTests.Rows(connection, "SELECT project_name, label, executed_text FROM v_fund").Single();
            return row.All(value => Equals(value, text));
        },
        iter: Iterations);

    [Fact]
    public void XLSX() => Texts.Sample(
        text =>
        {
            using var folder = new TemporaryFolder();
            Export.Write(ExportFormat.Xlsx, folder.At("book.xlsx"), [SampleDocuments.Saying(text)], new ExportOptions("0.1.0"));
            using var book = SpreadsheetDocument.Open(folder.At("book.xlsx"), isEditable: false);
            var row = book.WorkbookPart!.WorksheetParts.ElementAt(0).Worksheet!.Descendants<Row>().ElementAt(1);
            var name = row.Elements<Cell>().SingleOrDefault(cell => cell.CellReference == "B2");
            return name is null ? text.Length == 0 : Decoded(name.InlineString!.Text!.Text) == text;
        },
        iter: Iterations);

    /// <summary>As a spreadsheet program reads it (ISO/IEC 29500-1, 22.9.2.19).</summary>
    private static string Decoded(string text) => Escape().Replace(text, match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
