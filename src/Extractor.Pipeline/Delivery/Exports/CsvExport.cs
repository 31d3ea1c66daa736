using System.Globalization;
using CsvHelper;
using Extractor.Pipeline.Delivery.Tables;

namespace Extractor.Pipeline.Delivery.Exports;

/// <summary>
/// A file for each table after RFC 4180, with a header, and <c>datapackage.json</c>, which says what the columns are. UTF-8;
/// records end with CRLF; an empty text is <c>""</c>, and what is not there is nothing.
/// </summary>
internal static class CsvExport
{
    public static void Write(string folder, IEnumerable<DocumentLine> documents, bool byteOrderMark)
    {
        var options = CsvWriterOptions.Default with { WriteByteOrderMark = byteOrderMark };
        var writers = new List<(Table Table, CsvWriter Csv)>();
        try
        {
            foreach (var table in ExportTables.All)
            {
                var csv = CsvWriter.ToFile(Path.Combine(folder, FileName(table)), options);
                writers.Add((table, csv));
                WriteHeader(table, csv);
            }

            foreach (var line in documents)
            {
                foreach (var (table, csv) in writers)
                {
                    WriteRows(table, line, csv);
                }
            }
        }
        finally
        {
            foreach (var (_, csv) in writers)
            {
                csv.Dispose();
            }
        }

        File.WriteAllBytes(Path.Combine(folder, "datapackage.json"), DataPackage.Describe(FileName));
    }

    public static string FileName(Table table) => table.Name + ".csv";

    private static void WriteHeader(Table table, CsvWriter csv)
    {
        foreach (var (column, _) in table.ForPrograms)
        {
            csv.WriteField(column.Name);
        }

        csv.EndRecord();
    }

    private static void WriteRows(Table table, DocumentLine line, CsvWriter csv)
    {
        foreach (var row in table.Rows(line))
        {
            foreach (var (column, index) in table.ForPrograms)
            {
                WriteCell(column, row[index], csv);
            }

            csv.EndRecord();
        }
    }

    private static void WriteCell(Column column, Cell cell, CsvWriter csv)
    {
        if (cell.Text is { } text)
        {
            // A column of fixed words holds nothing that a document says.
            var safe = column.Words.IsEmpty ? CsvText.Defused(text) : text;
            csv.WriteField(safe, safe.Length == 0 ? CsvQuoting.Always : CsvQuoting.WhenNeeded);
        }
        else if (cell.Number is { } number)
        {
            csv.WriteField(number.ToString(CultureInfo.InvariantCulture));
        }
        else if (cell.Truth is { } truth)
        {
            csv.WriteField(truth ? "true" : "false");
        }
        else
        {
            csv.WriteField((string?)null);
        }
    }
}
