using System.Buffers;
using System.Text.Json;
using Extractor.Core.Results;
using Extractor.Pipeline.Delivery.Tables;

namespace Extractor.Pipeline.Delivery.Exports;

/// <summary>Says what the columns of the tables are, after the Data Package standard 2.0 (datapackage.org).</summary>
internal static class DataPackage
{
    private const string Profiles = "https://datapackage.org/profiles/2.0/";

    /// <param name="fileName">Of a table.</param>
    public static byte[] Describe(Func<Table, string> fileName)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = ResultFormat.Encoder }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Profiles + "datapackage.json");
            json.WriteString("name", "self-evaluations");
            json.WriteString("title", "财政项目支出绩效自评表数据");
            json.WriteString("description", "Self-evaluation forms of budget projects, as they were published, and what their audit found. A text that begins with ' before one of = + - @ is the text without it.");
            json.WriteString("version", ExportTables.Version);
            json.WriteStartArray("resources");
            foreach (var table in ExportTables.All)
            {
                WriteResource(json, table, fileName(table));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static void WriteResource(Utf8JsonWriter json, Table table, string path)
    {
        json.WriteStartObject();
        json.WriteString("$schema", Profiles + "dataresource.json");
        json.WriteString("name", table.Name);
        json.WriteString("type", "table");
        json.WriteString("title", table.Title);
        json.WriteString("description", table.Description);
        json.WriteString("path", path);
        json.WriteString("format", "csv");
        json.WriteString("mediatype", "text/csv");
        json.WriteString("encoding", "utf-8");
        WriteDialect(json);
        json.WriteStartObject("schema");
        json.WriteString("$schema", Profiles + "tableschema.json");
        WriteFields(json, table);
        WriteStrings(json, "missingValues", [""]);
        WriteStrings(json, "primaryKey", table.Key);
        WriteForeignKey(json, table);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteDialect(Utf8JsonWriter json)
    {
        json.WriteStartObject("dialect");
        json.WriteString("$schema", Profiles + "tabledialect.json");
        json.WriteString("delimiter", ",");
        json.WriteString("lineTerminator", "\r\n");
        json.WriteString("quoteChar", "\"");
        json.WriteBoolean("doubleQuote", true);
        json.WriteBoolean("header", true);
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, Table table)
    {
        json.WriteStartArray("fields");
        foreach (var (column, _) in table.ForPrograms)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("type", TypeOf(column.Type));
            json.WriteString("title", column.Title);
            json.WriteString("description", column.Description);
            if (column.IsRequired || !column.Words.IsEmpty)
            {
                json.WriteStartObject("constraints");
                if (column.IsRequired)
                {
                    json.WriteBoolean("required", true);
                }

                if (!column.Words.IsEmpty)
                {
                    WriteStrings(json, "enum", column.Words);
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteForeignKey(Utf8JsonWriter json, Table table)
    {
        if (table.Parent is not { } parent)
        {
            return;
        }

        json.WriteStartArray("foreignKeys");
        json.WriteStartObject();
        WriteStrings(json, "fields", parent.Key);
        json.WriteStartObject("reference");
        json.WriteString("resource", parent.Name);
        WriteStrings(json, "fields", parent.Key);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static string TypeOf(ColumnType type) => type switch
    {
        ColumnType.Decimal => "number",
        ColumnType.Integer => "integer",
        ColumnType.Boolean => "boolean",
        _ => "string",
    };
}
