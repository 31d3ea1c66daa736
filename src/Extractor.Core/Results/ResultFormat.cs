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

    public static ReadOnlySequence<byte> Write(ResultFile file)
    {
        using var stream = new ResultStream(file.Document, file.Producer);
        foreach (var page in file.Pages)
        {
            stream.Take(page);
        }

        foreach (var page in file.Unread)
        {
            stream.Take(page);
        }

        foreach (var table in file.Refused)
        {
            stream.Take(table);
        }

        foreach (var passage in file.Passages)
        {
            stream.Take(passage);
        }

        foreach (var form in file.Forms)
        {
            stream.Take(form);
        }

        return stream.End(file.Findings);
    }

    /// <summary>One form alone, as it stands in a file.</summary>
    public static ReadOnlySequence<byte> Write(ResultForm form)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new ResultWriter(buffer))
        {
            writer.WriteForm(form);
        }

        return new ReadOnlySequence<byte>(buffer.WrittenMemory);
    }

    public static ReadOnlySequence<byte> Write(TableList tables)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new ResultWriter(buffer))
        {
            writer.Write(tables);
        }

        buffer.Write("\n"u8);
        return new ReadOnlySequence<byte>(buffer.WrittenMemory);
    }

    /// <exception cref="JsonException">The bytes are no result file: the message says what is wrong.</exception>
    public static ResultFile ReadResultFile(ReadOnlySequence<byte> utf8) => Read(utf8, ResultReader.ResultFile);

    /// <exception cref="JsonException">The bytes are no result file: the message says what is wrong.</exception>
    public static ResultFile ReadResultFile(ReadOnlyMemory<byte> utf8) => ReadResultFile(new ReadOnlySequence<byte>(utf8));

    /// <exception cref="JsonException">The bytes are no list of tables.</exception>
    public static TableList ReadTableList(ReadOnlySequence<byte> utf8) => Read(utf8, ResultReader.TableList);

    private static T Read<T>(ReadOnlySequence<byte> utf8, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, Strict);
            return read(document.RootElement);
        }
        catch (InvalidOperationException half)
        {
            // What the library says of half a surrogate pair, and of bytes that are no UTF-8.
            throw new JsonException(half.Message, half);
        }
    }
}
