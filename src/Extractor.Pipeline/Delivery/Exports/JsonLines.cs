using System.Buffers;
using System.Text.Json;
using Extractor.Core.Results;
using Extractor.Pipeline.Delivery.Tables;

namespace Extractor.Pipeline.Delivery.Exports;

/// <summary>A file of JSON objects, each on a line: UTF-8, LF.</summary>
internal sealed class JsonLines : IDisposable
{
    private readonly FileStream _file;
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly Utf8JsonWriter _json;

    public JsonLines(string path)
    {
        _file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 64 * 1024);
        _json = new Utf8JsonWriter(_line, new JsonWriterOptions { Encoder = ResultFormat.Encoder });
    }

    /// <param name="members">Writes the members of the object.</param>
    public void Write(Action<Utf8JsonWriter> members)
    {
        _json.WriteStartObject();
        members(_json);
        _json.WriteEndObject();
        _json.Flush();
        _line.Write("\n"u8);
        _file.Write(_line.WrittenSpan);
        _line.ResetWrittenCount();
        _json.Reset();
    }

    public void Dispose()
    {
        _json.Dispose();
        _file.Dispose();
    }
}

/// <summary>What every line of a JSON output says of its document.</summary>
internal static class DocumentJson
{
    /// <summary>The row of the table of documents, each cell by its column's name; sightings as an array.</summary>
    public static void WriteDocument(this Utf8JsonWriter json, DocumentLine line)
    {
        var cells = ExportTables.Documents.Rows(line).Single();
        foreach (var (column, index) in ExportTables.Documents.ForPrograms)
        {
            json.WritePropertyName(Camel(column.Name));
            if (column.Name == "sightings")
            {
                json.WriteRawValue(cells[index].Text!);
            }
            else
            {
                json.WriteCell(cells[index]);
            }
        }
    }

    /// <summary>The members of an object of the result file, as they stand there.</summary>
    public static void WriteMembers(this Utf8JsonWriter json, JsonElement source)
    {
        foreach (var member in source.EnumerateObject())
        {
            member.WriteTo(json);
        }
    }

    private static void WriteCell(this Utf8JsonWriter json, Cell cell)
    {
        if (cell.Number is { } number)
        {
            json.WriteNumberValue(number);
        }
        else if (cell.Truth is { } truth)
        {
            json.WriteBooleanValue(truth);
        }
        else
        {
            json.WriteStringValue(cell.Text);
        }
    }

    /// <summary>file_name: fileName.</summary>
    private static string Camel(string name) =>
        string.Concat(name.Split('_').Select((word, index) => index == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
}
