using Extractor.Core.Pages;
using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr.Confidence;

namespace Extractor.Ingestion.Ocr;

/// <summary>A document of which pages without a text layer are read from their picture. The engine is loaded when the first one comes.</summary>
/// <param name="file">Disposed of with this.</param>
/// <param name="recognitionBegins">Told the number of every page whose picture is going to be read.</param>
/// <param name="lineRead">Told every line that is read from a picture.</param>
public sealed class RecognizedDocument(IPicturedFile file, OcrChoice choice, Action<int>? recognitionBegins = null, Action<LineRead>? lineRead = null) : IPicturedFile
{
    private const double DotsPerInch = 300;

    private static readonly Lazy<Loading> Weighing = new(() => Load(Recognizers.Load));
    private static readonly Lazy<Loading> Unweighed = new(() => Load(Recognizers.LoadUnweighed));

    /// <summary>Who is told every line fits a model of confidence to them, and needs none.</summary>
    private Loading Engine => (lineRead is null ? Weighing : Unweighed).Value;

    public DocumentHead Head => file.Head;

    /// <summary>The engine that read pages of this document, with its version; null as long as none was needed.</summary>
    public string? EngineUsed { get; private set; }

    public PageReading ReadPage(int number)
    {
        var reading = file.ReadPage(number);
        if (ToRecognize(reading) is not { } unread)
        {
            return reading;
        }

        recognitionBegins?.Invoke(number);
        if (Engine.Recognizers is not { } recognizers)
        {
            return unread with { Reason = UnreadReason.NoRecognition, Detail = Engine.Failure };
        }

        if (file.RenderPage(number, DotsPerInch) is not { } picture)
        {
            return unread with { Reason = UnreadReason.Damaged, Detail = "The picture of the page cannot be drawn: it is damaged, or in a form that is not read." };
        }

        var seen = PictureReader.Read(picture, unread, recognizers, lineRead);
        EngineUsed = recognizers.Engine;
        return (seen, reading) switch
        {
            (Page recognized, Page { Glyphs.IsEmpty: false } layer) => TextLayerCheck.With(recognized, layer),
            (var recognized, _) => recognized,
        };
    }

    public Raster? RenderPage(int number, double dotsPerInch) => file.RenderPage(number, dotsPerInch);

    public void Dispose() => file.Dispose();

    private UnreadPage? ToRecognize(PageReading reading) => (choice, reading) switch
    {
        (OcrChoice.Never, _) => null,
        (_, UnreadPage { Reason: UnreadReason.NoTextLayer or UnreadReason.BadTextLayer, Width: > 0, Height: > 0 } unread) => unread,
        (OcrChoice.Always, Page page) => new UnreadPage(page.Number, page.Width, page.Height, UnreadReason.NoTextLayer, "Its picture was to be read.") { Rulings = page.Rulings },
        _ => null,
    };

    private static Loading Load(Func<OcrModels, Recognizers> load)
    {
        try
        {
            return new Loading(load(OcrModels.Shipped), "");
        }
        catch (OcrUnavailableException missing)
        {
            return new Loading(null, missing.Message);
        }
    }

    private sealed record Loading(Recognizers? Recognizers, string Failure);
}
