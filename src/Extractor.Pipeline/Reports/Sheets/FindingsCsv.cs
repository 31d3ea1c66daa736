using System.Globalization;
using CsvHelper;
using Extractor.Pipeline.Delivery.Exports;
using Extractor.Pipeline.Language;
using Extractor.Pipeline.Reports.Model;

namespace Extractor.Pipeline.Reports.Sheets;

/// <summary>The findings as one table after RFC 4180, for spreadsheet programs: UTF-8 with a byte order mark, and no text that would be run as a formula.</summary>
public static class FindingsCsv
{
    public static void Write(string path, MismatchReport report, Tongue tongue)
    {
        using var csv = CsvWriter.ToFile(path, CsvWriterOptions.Default with { WriteByteOrderMark = true });
        var columns = FindingRow.Table.Columns;
        foreach (var column in columns)
        {
            csv.WriteField(column.Title.In(tongue));
        }

        csv.EndRecord();
        foreach (var row in FindingRow.All(report))
        {
            foreach (var column in columns)
            {
                var cell = column.Of(row, tongue);
                csv.WriteField(
                    cell.Number is { } number ? number.ToString(CultureInfo.InvariantCulture)
                    : cell.Truth is { } truth ? (truth ? "true" : "false")
                    : cell.Text is { } text ? CsvText.Defused(text)
                    : null);
            }

            csv.EndRecord();
        }
    }
}
