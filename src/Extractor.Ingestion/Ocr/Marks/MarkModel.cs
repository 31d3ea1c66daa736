using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;

namespace Extractor.Ingestion.Ocr.Marks;

/// <summary>What a character is to a <see cref="MarkModel"/>.</summary>
/// <param name="Probabilities">By class, calibrated.</param>
internal readonly record struct MarkReading(ImmutableArray<double> Probabilities)
{
    public int Best => Among(Enumerable.Range(0, Probabilities.Length));

    public double Of(int markClass) => Probabilities[markClass];

    /// <summary>The likeliest of some classes.</summary>
    public int Among(IEnumerable<int> classes)
    {
        var all = Probabilities;
        return classes.MaxBy(markClass => all[markClass]);
    }
}

/// <summary>Tells marks by their ink on the page. Fitted by <see cref="MarkTraining"/>, kept in <c>models/</c>.</summary>
public sealed class MarkModel
{
    /// <summary>The file in the folder of models.</summary>
    public const string FileName = "marks.json";

    /// <summary>So many decimals of a weight are kept.</summary>
    private const int Decimals = 3;

    private readonly Perceptron _perceptron;
    private readonly double _temperature;
    private readonly ImmutableArray<int> _examples;

    /// <param name="examples">By class how many examples it was fitted to.</param>
    internal MarkModel(Perceptron perceptron, double temperature, ImmutableArray<int> examples)
    {
        (_temperature, _examples) = (Math.Round(temperature, Decimals), examples);
        _perceptron = new Perceptron(Rounded(perceptron.Hidden), Rounded(perceptron.Output));
    }

    /// <summary>A class of which hardly an example was seen is never told.</summary>
    internal bool Knows(int markClass)
    {
        const int LeastExamples = 15;
        return _examples[markClass] >= LeastExamples;
    }

    /// <param name="features">Of <see cref="MarkFeatures"/>.</param>
    internal MarkReading Read(ReadOnlySpan<float> features) => new([.. Perceptron.Softmax(_perceptron.Scores(features), _temperature)]);

    /// <summary>Null where the file is no model, or one of other figures or signs than this version takes.</summary>
    public static MarkModel? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var file = JsonDocument.Parse(json);
            var root = file.RootElement;
            float[][] Layer(string name) => [.. root.GetProperty(name).EnumerateArray().Select(unit => (float[])[.. unit.EnumerateArray().Select(weight => weight.GetSingle())])];
            var perceptron = new Perceptron(Layer("hidden"), Layer("output"));
            ImmutableArray<int> examples = [.. root.GetProperty("examples").EnumerateArray().Select(count => count.GetInt32())];
            var fits = root.GetProperty("features").GetString() == MarkFeatures.Version && root.GetProperty("signs").GetString() == MarkClasses.Signs
                && Array.TrueForAll(perceptron.Hidden, unit => unit.Length == MarkFeatures.Count + 1)
                && perceptron.Output.Length == MarkClasses.Count && examples.Length == MarkClasses.Count
                && Array.TrueForAll(perceptron.Output, unit => unit.Length == perceptron.Hidden.Length + 1);
            var temperature = root.GetProperty("temperature").GetDouble();
            return fits && temperature > 0 ? new MarkModel(perceptron, temperature, examples) : null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    /// <param name="trainedOn">A sentence on the pages that it was fitted to.</param>
    public byte[] ToJson(string trainedOn)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("trainedOn", trainedOn);
            json.WriteString("features", MarkFeatures.Version);
            json.WriteString("signs", MarkClasses.Signs);
            json.WriteNumber("temperature", _temperature);
            json.WriteStartArray("examples");
            foreach (var count in _examples)
            {
                json.WriteNumberValue(count);
            }

            json.WriteEndArray();
            WriteLayer(json, "hidden", _perceptron.Hidden);
            WriteLayer(json, "output", _perceptron.Output);
            json.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static void WriteLayer(Utf8JsonWriter json, string name, float[][] layer)
    {
        json.WriteStartArray(name);
        foreach (var unit in layer)
        {
            json.WriteStartArray();
            foreach (var weight in unit)
            {
                json.WriteNumberValue(weight);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static float[][] Rounded(float[][] layer) => [.. layer.Select(unit => (float[])[.. unit.Select(weight => MathF.Round(weight, Decimals))])];
}
