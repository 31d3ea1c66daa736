using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Extractor.Core.Forms;

namespace Extractor.Core.Results;

/// <summary>
/// The bytes of result files: UTF-8 without a byte order mark, lines ended by LF, indented by two, members in the order
/// of the types, decimals with the digits they were printed with.
/// </summary>
public static class ResultFormat
{
    internal static readonly ResultJson Types = new(new JsonSerializerOptions(ResultJson.Default.Options)
    {
        Encoder = ReadableJsonEncoder.Instance,
    });

    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = ReadableJsonEncoder.Instance, Indented = true, IndentCharacter = ' ', IndentSize = 2, NewLine = "\n",
    };

    /// <summary>Leaves Chinese readable; for whatever else the program prints as JSON.</summary>
    public static JavaScriptEncoder Encoder => ReadableJsonEncoder.Instance;

    public static ReadOnlyMemory<byte> Write(ResultFile file) => Write(file, Types.ResultFile);

    public static ReadOnlyMemory<byte> Write(TableList tables) => Write(tables, Types.TableList);

    /// <exception cref="JsonException">The bytes are no result file: the message says where and why.</exception>
    public static ResultFile ReadResultFile(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, Types.ResultFile) ?? throw new JsonException("null is no result file.");

    /// <exception cref="JsonException">The bytes are no list of tables.</exception>
    public static TableList ReadTableList(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, Types.TableList) ?? throw new JsonException("null is no list of tables.");

    /// <summary>Into one buffer that is handed on as it is: the result of a thousand pages is 20 MB.</summary>
    private static ReadOnlyMemory<byte> Write<T>(T value, JsonTypeInfo<T> type)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            JsonSerializer.Serialize(writer, value, type);
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }
}

/// <summary>The serializers, generated at build time: no reflection at run time.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, IndentCharacter = ' ', IndentSize = 2, NewLine = "\n",
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    Converters = [typeof(BoxOnOneLine)])]
[JsonSerializable(typeof(ResultFile))]
[JsonSerializable(typeof(TableList))]
[JsonSerializable(typeof(Provenance))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class ResultJson : JsonSerializerContext;
