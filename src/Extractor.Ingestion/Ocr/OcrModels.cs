using System.Security.Cryptography;
using System.Text.Json;
using Extractor.Ingestion.Ocr.Confidence;
using Extractor.Ingestion.Ocr.Marks;

namespace Extractor.Ingestion.Ocr;

/// <summary>The weights that recognisers use: a folder with a list, <c>models.json</c>, of what each file must be.</summary>
internal sealed class OcrModels(string folder)
{
    /// <summary>What to do where something of the recognition of text is missing.</summary>
    public const string Remedy = "Run scripts/setup, which fetches it.";

    /// <summary>The same of what the project makes itself, which no set-up fetches.</summary>
    private const string OwnRemedy = "It comes with the program: install it again.";

    /// <summary>Those that came with the program.</summary>
    public static OcrModels Shipped { get; } = new(Path.Combine(AppContext.BaseDirectory, "models"));

    /// <summary>A file of weights, checked against its sum in the list.</summary>
    /// <exception cref="OcrUnavailableException">It is not there, or is not what the list says.</exception>
    public byte[] Read(string file)
    {
        var content = ReadFile(file, Remedy);
        return Convert.ToHexStringLower(SHA256.HashData(content)) == Sha256Of(file)
            ? content
            : throw new OcrUnavailableException($"The model {file} in {folder} is not the one that is listed in models.json: it is damaged. {Remedy}");
    }

    /// <summary>The model of confidence, which the project fits itself and which comes with the program.</summary>
    /// <exception cref="OcrUnavailableException">It is not there, or no model of this version: how sure a reading is could then only be guessed.</exception>
    public ConfidenceModel ReadConfidence() => ReadOwn(ConfidenceModel.FileName, ConfidenceModel.Parse);

    /// <summary>The model of marks, which the project fits itself and which comes with the program.</summary>
    /// <exception cref="OcrUnavailableException">It is not there, or no model of this version: marks would then be misread.</exception>
    public MarkModel ReadMarks() => ReadOwn(MarkModel.FileName, MarkModel.Parse);

    private T ReadOwn<T>(string file, Func<ReadOnlyMemory<byte>, T?> parse)
        where T : class =>
        parse(ReadFile(file, OwnRemedy))
        ?? throw new OcrUnavailableException($"The model {file} in {folder} is damaged, or of another version of the program. {OwnRemedy}");

    private byte[] ReadFile(string file, string remedy)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, file));
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            throw new OcrUnavailableException($"The model {file} is not in {folder}. {remedy}", missing);
        }
    }

    private string? Sha256Of(string file)
    {
        try
        {
            using var list = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "models.json")));
            return list.RootElement.GetProperty("models").EnumerateArray()
                .FirstOrDefault(model => model.GetProperty("file").GetString() == file) is { ValueKind: JsonValueKind.Object } model
                    ? model.GetProperty("sha256").GetString()
                    : null;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException)
        {
            throw new OcrUnavailableException($"The list of models in {folder} cannot be read. {Remedy}", unusable);
        }
    }
}

/// <summary>Text cannot be recognised on this machine; the message says what is missing and how to get it.</summary>
public sealed class OcrUnavailableException : Exception
{
    public OcrUnavailableException()
    {
    }

    public OcrUnavailableException(string message)
        : base(message)
    {
    }

    public OcrUnavailableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
