using System.Globalization;
using System.IO.Compression;
using System.Text;
using Extractor.Pipeline.Delivery.Exports;
using Microsoft.Data.Sqlite;

namespace Extractor.Pipeline.Tests.Delivery.Exports;

/// <summary>What each format makes of the sample, held against approved files: consumers have built on it.</summary>
public class ApprovedExportTests
{
    private static readonly ExportOptions Options = new("0.1.0");

    [Theory]
    [InlineData(ExportFormat.Json)]
    [InlineData(ExportFormat.Ndjson)]
    [InlineData(ExportFormat.Csv)]
    public void Files_of_text(ExportFormat format)
    {
        using var folder = new TemporaryFolder();
        Export.Write(format, folder.At("out"), SampleDocuments.All, Options);
        Assert.All(
            Directory.EnumerateFiles(folder.At("out")),
            path => Approved.Check(Manifest.WordOf(format), Path.GetFileName(path), File.ReadAllText(path)));
    }

    [Fact]
    public void The_change_feed()
    {
        using var folder = new TemporaryFolder();
        Export.Write(ExportFormat.Changes, folder.At("changes.ndjson"), SampleDocuments.All, Options);
        Approved.Check("changes", "changes.ndjson", File.ReadAllText(folder.At("changes.ndjson")));
    }

    [Fact]
    public void The_parts_of_the_workbook()
    {
        using var folder = new TemporaryFolder();
        Export.Write(ExportFormat.Xlsx, folder.At("book.xlsx"), SampleDocuments.All, Options);
        using var zip = ZipFile.OpenRead(folder.At("book.xlsx"));
        var parts = new StringBuilder();
        // The styles and the notes, the last sheet, are long and the same for all.
        foreach (var entry in zip.Entries.Where(entry => entry.Name is not ("styles.xml" or "sheet5.xml")))
        {
            using var reader = new StreamReader(entry.Open());
            // An element a line, so that a difference can be read.
            parts.Append(CultureInfo.InvariantCulture, $"== {entry.FullName} {entry.LastWriteTime.Year}\n{reader.ReadToEnd().Replace("><", ">\n<", StringComparison.Ordinal)}\n");
        }

        Approved.Check("xlsx", "parts.txt", parts.ToString());
    }

    [Fact]
    public void The_database()
    {
        using var folder = new TemporaryFolder();
        Export.Write(ExportFormat.Sqlite, folder.At("data.sqlite"), SampleDocuments.All, Options);
        using var connection = new SqliteConnection($"Data Source={folder.At("data.sqlite")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var dump = new StringBuilder();
        List<string> names = [.. Rows(connection, "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL").Select(row =>
        {
            dump.Append(row[1]).Append('\n');
            return (string)row[0];
        })];
        foreach (var name in names)
        {
            dump.Append(CultureInfo.InvariantCulture, $"== {name}\n");
            foreach (var row in Rows(connection, $"SELECT * FROM {name}"))
            {
                dump.AppendJoin(" | ", row.Select(value => value is DBNull ? "" : Convert.ToString(value, CultureInfo.InvariantCulture))).Append('\n');
            }
        }

        Approved.Check("sqlite", "dump.txt", dump.ToString());
        Assert.Equal("ok", Rows(connection, "PRAGMA integrity_check").Single()[0]);
        Assert.Empty(Rows(connection, "PRAGMA foreign_key_check"));
    }

    internal static IEnumerable<object[]> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            yield return row;
        }
    }
}
