using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;

namespace Extractor.Ingestion.Ocr.Confidence;

/// <summary>Tells from the evidence of a line how likely its text is right. Fitted by <see cref="ConfidenceTraining"/>, kept in <c>models/</c>.</summary>
public sealed class ConfidenceModel
{
    /// <summary>The file in the folder of models.</summary>
    public const string FileName = "confidence.json";

    private readonly LogisticRegression _regression;
    private readonly IsotonicCurve _curve;

    internal ConfidenceModel(LogisticRegression regression, IsotonicCurve curve) => (_regression, _curve) = (regression, curve);

    /// <returns>From 0 to 1, calibrated.</returns>
    public double Probability(LineEvidence line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return _curve.At(_regression.Probability(LineFeatures.Of(line)));
    }

    /// <summary>Null where the file is no model, or one of other figures than this version takes.</summary>
    public static ConfidenceModel? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var file = JsonDocument.Parse(json);
            var features = file.RootElement.GetProperty("features").EnumerateArray().ToArray();
            if (!features.Select(feature => feature.GetProperty("name").GetString()).SequenceEqual(LineFeatures.Names))
            {
                return null;
            }

            double[] Figures(string name) => [.. features.Select(feature => feature.GetProperty(name).GetDouble())];
            var points = file.RootElement.GetProperty("curve").EnumerateArray().Select(point => (point[0].GetDouble(), point[1].GetDouble()));
            return new ConfidenceModel(
                new LogisticRegression(Figures("mean"), Figures("scale"), Figures("weight"), file.RootElement.GetProperty("bias").GetDouble()),
                new IsotonicCurve([.. points]));
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    /// <param name="trainedOn">A sentence on the pages that it was fitted to.</param>
    /// <param name="heldOut">How it did on pages that it was not fitted to.</param>
    public byte[] ToJson(string trainedOn, ImmutableArray<ReliabilityBin> heldOut)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("trainedOn", trainedOn);
            json.WriteNumber("bias", _regression.Bias);
            json.WriteStartArray("features");
            for (var i = 0; i < LineFeatures.Names.Length; i++)
            {
                json.WriteStartObject();
                json.WriteString("name", LineFeatures.Names[i]);
                json.WriteNumber("mean", _regression.Means[i]);
                json.WriteNumber("scale", _regression.Scales[i]);
                json.WriteNumber("weight", _regression.Weights[i]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("curve");
            foreach (var (score, probability) in _curve.Points)
            {
                json.WriteStartArray();
                json.WriteNumberValue(score);
                json.WriteNumberValue(probability);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteStartArray("heldOut");
            foreach (var bin in heldOut)
            {
                json.WriteStartObject();
                json.WriteNumber("from", bin.From);
                json.WriteNumber("to", bin.To);
                json.WriteNumber("lines", bin.Count);
                json.WriteNumber("expected", Math.Round(bin.MeanConfidence, 4));
                json.WriteNumber("right", Math.Round((double)bin.Right / bin.Count, 4));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }
}
