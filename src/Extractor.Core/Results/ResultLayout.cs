using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;

namespace Extractor.Core.Results;

/// <summary>JSON as result files are laid out: indented, but for the objects and arrays that are to stand on one line.</summary>
internal sealed class ResultLayout : IDisposable
{
    private const int IndentSize = 2;

    /// <summary>Takes what is to stand on one line, before it is copied.</summary>
    private readonly Utf8JsonWriter _line;

    private readonly ArrayBufferWriter<byte> _lineBuffer = new();

    public ResultLayout(IBufferWriter<byte> output)
    {
        Json = new Utf8JsonWriter(output, new JsonWriterOptions
        {
            Indented = true, IndentCharacter = ' ', IndentSize = IndentSize, NewLine = "\n", Encoder = ResultFormat.Encoder,
        });
        _line = new Utf8JsonWriter(_lineBuffer, new JsonWriterOptions { Encoder = ResultFormat.Encoder });
    }

    /// <summary>Writes all that is indented.</summary>
    public Utf8JsonWriter Json { get; }

    public void Dispose()
    {
        Json.Dispose();
        _line.Dispose();
    }

    public void WriteArray<T>(string name, ImmutableArray<T> items, Action<T> write)
        where T : class
    {
        Json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        Json.WriteEndArray();
    }

    public void WriteStrings(string name, ImmutableArray<string> texts) => WriteArray(name, texts, Json.WriteStringValue);

    /// <summary>All on one line.</summary>
    public void WriteNumbers(string name, ImmutableArray<int> numbers)
    {
        Json.WritePropertyName(name);
        _line.WriteStartArray();
        foreach (var number in numbers)
        {
            _line.WriteNumberValue(number);
        }

        _line.WriteEndArray();
        CopyLine();
    }

    /// <summary>The value of a member, an object on one line; its members are written to what is returned.</summary>
    public Utf8JsonWriter BeginLine(string name)
    {
        Json.WritePropertyName(name);
        _line.WriteStartObject();
        return _line;
    }

    /// <summary>An item of an array, an object on a line of its own; its members are written to what is returned.</summary>
    public Utf8JsonWriter BeginItem()
    {
        // A raw value is copied as it is: the writer does not lay it out.
        _lineBuffer.Write("\n"u8);
        var indent = Json.CurrentDepth * IndentSize;
        _lineBuffer.GetSpan(indent)[..indent].Fill((byte)' ');
        _lineBuffer.Advance(indent);
        _line.WriteStartObject();
        return _line;
    }

    /// <summary>Ends what <see cref="BeginLine"/> or <see cref="BeginItem"/> began.</summary>
    public void EndLine()
    {
        _line.WriteEndObject();
        CopyLine();
    }

    private void CopyLine()
    {
        _line.Flush();
        Json.WriteRawValue(_lineBuffer.WrittenSpan, skipInputValidation: true);
        _lineBuffer.ResetWrittenCount();
        _line.Reset();
    }
}
