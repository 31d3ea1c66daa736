using System.Text.Json;
using System.Text.Json.Serialization;

namespace Extractor.Core.Results;

/// <summary>
/// The bytes of result files: UTF-8 without a byte order mark, lines ended by LF, indented by two, members in the order
/// of the types, decimals with the digits they were printed with.
/// </summary>
public static class ResultFormat
{
    private static readonly ResultJson Json = new(new JsonSerializerOptions(ResultJson.Default.Options)
    {
        Encoder = ReadableJsonEncoder.Instance,
    });

    public static byte[] Write(ResultFile file) => Ended(JsonSerializer.SerializeToUtf8Bytes(file, Json.ResultFile));

    public static byte[] Write(TableList tables) => Ended(JsonSerializer.SerializeToUtf8Bytes(tables, Json.TableList));

    /// <exception cref="JsonException">The bytes are no result file: the message says where and why.</exception>
    public static ResultFile ReadResultFile(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, Json.ResultFile) ?? throw new JsonException("null is no result file.");

    /// <exception cref="JsonException">The bytes are no list of tables.</exception>
    public static TableList ReadTableList(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, Json.TableList) ?? throw new JsonException("null is no list of tables.");

    private static byte[] Ended(byte[] json) => [.. json, (byte)'\n'];
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
internal sealed partial class ResultJson : JsonSerializerContext;
