using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Extractor.Core.Results;

/// <summary>
/// The bytes of result files: UTF-8 without a byte order mark, lines ended by LF, indented by two, members in the order
/// of the types, decimals with the digits they were printed with. An object that holds only values stands on one line.
/// </summary>
/// <remarks>
/// Written and read by hand, member by member: a generated serializer would lay out the place of every field over nine
/// lines, and in a process that compiles just in time it costs a fifth of a short call.
/// </remarks>
public static class ResultFormat
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Leaves Chinese readable; for whatever else the program prints as JSON.</summary>
    public static JavaScriptEncoder Encoder => ReadableJsonEncoder.Instance;

    public static ReadOnlyMemory<byte> Write(ResultFile file) => Written(writer => writer.Write(file));

    public static ReadOnlyMemory<byte> Write(TableList tables) => Written(writer => writer.Write(tables));

    /// <exception cref="JsonException">The bytes are no result file: the message says what is wrong.</exception>
    public static ResultFile ReadResultFile(ReadOnlyMemory<byte> utf8) => Read(utf8, ResultReader.ResultFile);

    /// <exception cref="JsonException">The bytes are no list of tables.</exception>
    public static TableList ReadTableList(ReadOnlyMemory<byte> utf8) => Read(utf8, ResultReader.TableList);

    private static ReadOnlyMemory<byte> Written(Action<ResultWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new ResultWriter(buffer))
        {
            write(writer);
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    private static T Read<T>(ReadOnlyMemory<byte> utf8, Func<JsonElement, T> read)
    {
        using var document = JsonDocument.Parse(utf8, Strict);
        return read(document.RootElement);
    }
}
