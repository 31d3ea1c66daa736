using Extractor.Ingestion.Ocr.Confidence;
using Extractor.Ingestion.Ocr.Marks;
using Extractor.Ingestion.Ocr.Tesseract;

namespace Extractor.Ingestion.Ocr;

/// <summary>The engines that read a page, and what says how sure they are together. The second engine is loaded when it is first asked.</summary>
/// <param name="first">Reads every line.</param>
/// <param name="numbers">Reads numbers a second time; null where it is missing, and then nobody agrees with the first.</param>
/// <param name="texts">Reads texts a second time that the first is in doubt about; null where it is missing.</param>
/// <param name="marks">Tells marks by their ink.</param>
/// <param name="confidence">Null where lines are read to fit one: they are as sure as their least sure character.</param>
internal sealed class Recognizers(IRecognizer first, Func<IRecognizer?> numbers, Func<IRecognizer?> texts, MarkModel marks, ConfidenceModel? confidence)
{
    private readonly Lazy<IRecognizer?> _numbers = new(numbers);
    private readonly Lazy<IRecognizer?> _texts = new(texts);

    public IRecognizer First => first;

    public IRecognizer? Numbers => _numbers.Value;

    public IRecognizer? Texts => _texts.Value;

    public MarkModel Marks => marks;

    public ConfidenceModel? Confidence => confidence;

    public string Engine => _numbers is { IsValueCreated: true, Value: { } second } ? $"{first.Engine}, {second.Engine}" : first.Engine;

    /// <summary>The same for one page, of which the first engine reads no line twice.</summary>
    public Recognizers ForPage() => new(new ReadOnce(first), () => Numbers, () => Texts, marks, confidence);

    /// <summary>Those that came with the program and the system.</summary>
    /// <exception cref="OcrUnavailableException">The first engine, its weights, the model of marks or that of confidence are missing or damaged.</exception>
    public static Recognizers Load(OcrModels models) => Load(models, models.ReadConfidence());

    /// <summary>The same without a model of confidence: to fit one, when there is none yet or only that of another version.</summary>
    /// <exception cref="OcrUnavailableException">The first engine, its weights or the model of marks are missing or damaged.</exception>
    public static Recognizers LoadUnweighed(OcrModels models) => Load(models, null);

    private static Recognizers Load(OcrModels models, ConfidenceModel? confidence) => new(
        Paddle.PaddleRecognizer.Load(models), () => OrNone(TesseractRecognizer.OfNumbers), () => OrNone(TesseractRecognizer.OfChinese), models.ReadMarks(), confidence);

    private static TesseractRecognizer? OrNone(Func<TesseractRecognizer> load)
    {
        try
        {
            return load();
        }
        catch (OcrUnavailableException)
        {
            return null;
        }
    }
}
