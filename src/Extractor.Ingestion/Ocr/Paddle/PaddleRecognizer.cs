using System.Collections.Immutable;
using System.Text;
using Extractor.Ingestion.Images;
using Microsoft.ML.OnnxRuntime;

namespace Extractor.Ingestion.Ocr.Paddle;

/// <summary>PP-OCRv4's recogniser of Chinese, run by ONNX Runtime on one thread.</summary>
internal sealed class PaddleRecognizer : IRecognizer
{
    private const string Model = "ch_PP-OCRv4_rec_infer.onnx", Keys = "ppocr_keys_v1.txt";
    private const string Input = "x", Output = "softmax_11.tmp_0";

    /// <summary>Pixels of width that one step of the answer stands for.</summary>
    private const int StepWidth = 8;

    /// <summary>
    /// The lines of a batch are filled up to the widest, at most by this share of it. A large batch takes half as much time
    /// again for each column as one that stays in the processor's cache.
    /// </summary>
    private const double NarrowestInBatch = 0.92;
    private const int MostColumns = 1000;

    private readonly InferenceSession _session;
    private readonly CtcDecoder _decoder;

    private PaddleRecognizer(InferenceSession session, CtcDecoder decoder) => (_session, _decoder) = (session, decoder);

    public string Engine => $"PP-OCRv4 (ONNX Runtime {OrtEnv.Instance().GetVersionString()})";

    /// <exception cref="OcrUnavailableException">The engine or its weights are not there, or not what they should be.</exception>
    public static PaddleRecognizer Load(OcrModels models)
    {
        OnnxLibrary.Load();
        var weights = models.Read(Model);
        var characters = Encoding.UTF8.GetString(models.Read(Keys)).TrimEnd('\n').Split('\n')
            .Select(line => Printed(line.TrimEnd('\r').EnumerateRunes().First())).Append(new Rune(' '));
        try
        {
            using var options = new SessionOptions
            {
                IntraOpNumThreads = 1,
                InterOpNumThreads = 1,
                // The widths of lines differ: memory kept for one is of no use for the next.
                EnableMemoryPattern = false,
                EnableCpuMemArena = true,
                LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
            };
            return new PaddleRecognizer(new InferenceSession(weights, options), new CtcDecoder([.. characters]));
        }
        catch (OnnxRuntimeException unusable)
        {
            throw new OcrUnavailableException($"ONNX Runtime cannot use {Model}: {unusable.Message} {OcrModels.Remedy}", unusable);
        }
    }

    /// <summary>The stroke 丶 is no character that is printed; the recogniser says it for the comma 、, which looks the same.</summary>
    private static Rune Printed(Rune key) => key.Value == '丶' ? new Rune('、') : key;

    public ImmutableArray<RecognizedLine> Read(Grey page, IReadOnlyList<PixelBox> lines)
    {
        var widths = lines.Select(LineImages.WidthOf).ToArray();
        var read = new RecognizedLine[lines.Count];
        var byWidth = Enumerable.Range(0, lines.Count).OrderByDescending(line => widths[line]).ToArray();
        for (var start = 0; start < byWidth.Length;)
        {
            var widest = widths[byWidth[start]];
            var end = start + 1;
            while (end < byWidth.Length && widths[byWidth[end]] >= NarrowestInBatch * widest && (end - start + 1) * widest <= MostColumns)
            {
                end++;
            }

            ReadBatch(page, lines, widths, byWidth.AsSpan(start, end - start), read);
            start = end;
        }

        return [.. read];
    }

    private void ReadBatch(Grey page, IReadOnlyList<PixelBox> lines, int[] widths, ReadOnlySpan<int> batch, RecognizedLine[] read)
    {
        const int Channels = 3;
        var stride = (widths[batch[0]] + StepWidth - 1) / StepWidth * StepWidth;
        var size = Channels * LineImages.Height * stride;
        var samples = new float[batch.Length * size];
        for (var i = 0; i < batch.Length; i++)
        {
            LineImages.Write(page, lines[batch[i]], samples.AsSpan(i * size, size), stride);
        }

        using var input = OrtValue.CreateTensorValueFromMemory(samples, [batch.Length, Channels, LineImages.Height, stride]);
        using var run = new RunOptions();
        using var outputs = _session.Run(run, [Input], [input], [Output]);
        var probabilities = outputs[0].GetTensorDataAsSpan<float>();
        var each = probabilities.Length / batch.Length;
        var steps = each / _decoder.ClassCount;
        for (var i = 0; i < batch.Length; i++)
        {
            // Positions count from the left edge of the line, whatever the batch was filled up to.
            var own = Math.Min(steps, (widths[batch[i]] + StepWidth - 1) / StepWidth);
            read[batch[i]] = _decoder.Decode(probabilities.Slice(i * each, each), own);
        }
    }
}
