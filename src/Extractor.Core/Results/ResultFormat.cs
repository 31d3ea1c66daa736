using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
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

    /// <summary>Leaves Chinese readable; for whatever else the program prints as JSON.</summary>
    public static JavaScriptEncoder Encoder => ReadableJsonEncoder.Instance;

    public static byte[] Write(ResultFile file) => Ended(JsonSerializer.SerializeToUtf8Bytes(file, Types.ResultFile));

    public static byte[] Write(TableList tables) => Ended(JsonSerializer.SerializeToUtf8Bytes(tables, Types.TableList));

    /// <exception cref="JsonException">The bytes are no result file: the message says where and why.</exception>
    public static ResultFile ReadResultFile(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, Types.ResultFile) ?? throw new JsonException("null is no result file.");

    /// <exception cref="JsonException">The bytes are no list of tables.</exception>
    public static TableList ReadTableList(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, Types.TableList) ?? throw new JsonException("null is no list of tables.");

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
[JsonSerializable(typeof(Provenance))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class ResultJson : JsonSerializerContext;
