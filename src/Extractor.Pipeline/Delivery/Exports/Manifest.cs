using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Extractor.Core.Results;
using Extractor.Pipeline.Delivery.Tables;

namespace Extractor.Pipeline.Delivery.Exports;

/// <summary>What an export holds, with the hash of every file: by it a consumer tells whether it has all, and what is new.</summary>
/// <param name="Since">The sequence after which documents are in it; 0 where all are.</param>
/// <param name="UpTo">The highest sequence in it.</param>
/// <param name="Library">Name and version of the library that wrote it, where its bytes depend on that; else null.</param>
public sealed record Manifest(
    ExportFormat Format, string ProgramVersion, string? Library, long Since, long UpTo,
    int Results, int Refused, int Superseded, int Forms, int Findings, ImmutableArray<ManifestFile> Files)
{
    public const string FileName = "manifest.json";

    private const string Maker = "extractor";

    /// <summary>Of what standing manifests are read: one that lists files has some hundred bytes.</summary>
    private const int MostBytes = 1 << 20;

    internal static Manifest Of(ExportFormat format, ExportOptions options, Tally tally, IEnumerable<ManifestFile> files) => new(
        format, options.ProgramVersion, LibraryOf(format), options.Since, tally.UpTo,
        tally.Results, tally.Refused, tally.Superseded, tally.Forms, tally.Findings, [.. files]);

    /// <summary>UTF-8, indented by two, LF.</summary>
    public byte[] ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = ResultFormat.Encoder }))
        {
            json.WriteStartObject();
            json.WriteString("producer", Maker);
            json.WriteString("version", ProgramVersion);
            json.WriteString("format", WordOf(Format));
            json.WriteString("tablesVersion", ExportTables.Version);
            json.WriteString("library", Library);
            json.WriteNumber("since", Since);
            json.WriteNumber("upTo", UpTo);
            json.WriteStartObject("counts");
            json.WriteNumber("results", Results);
            json.WriteNumber("refused", Refused);
            json.WriteNumber("superseded", Superseded);
            json.WriteNumber("forms", Forms);
            json.WriteNumber("findings", Findings);
            json.WriteEndObject();
            json.WriteStartArray("files");
            foreach (var file in Files)
            {
                json.WriteStartObject();
                json.WriteString("path", file.Path);
                json.WriteNumber("bytes", file.Bytes);
                json.WriteString("sha256", file.Sha256);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    /// <summary>Null where no manifest of an export stands there.</summary>
    /// <exception cref="IOException">It could not be read.</exception>
    public static Manifest? TryRead(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length > MostBytes)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = json.RootElement;
            return root.GetProperty("producer").GetString() == Maker ? Read(root) : null;
        }
        catch (Exception other) when (other is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    public static string WordOf(ExportFormat format) => format.ToString().ToLowerInvariant();

    private static Manifest? Read(JsonElement root)
    {
        if (!Enum.TryParse<ExportFormat>(root.GetProperty("format").GetString(), ignoreCase: true, out var format))
        {
            return null;
        }

        var counts = root.GetProperty("counts");
        int Count(string name) => counts.GetProperty(name).GetInt32();
        return new Manifest(
            format, root.GetProperty("version").GetString()!, root.GetProperty("library").GetString(),
            root.GetProperty("since").GetInt64(), root.GetProperty("upTo").GetInt64(),
            Count("results"), Count("refused"), Count("superseded"), Count("forms"), Count("findings"),
            [
                .. root.GetProperty("files").EnumerateArray().Select(file => new ManifestFile(
                    file.GetProperty("path").GetString()!, file.GetProperty("bytes").GetInt64(), file.GetProperty("sha256").GetString()!)),
            ]);
    }

    private static string? LibraryOf(ExportFormat format) => format switch
    {
        ExportFormat.Sqlite => SqliteExport.Library,
        ExportFormat.Parquet => ParquetExport.Library,
        _ => null,
    };
}

/// <param name="Path">Relative to the export.</param>
public sealed record ManifestFile(string Path, long Bytes, string Sha256)
{
    internal static ManifestFile Of(string path, string shown)
    {
        using var file = File.OpenRead(path);
        return new ManifestFile(shown, file.Length, Convert.ToHexStringLower(SHA256.HashData(file)));
    }
}
