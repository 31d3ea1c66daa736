using System.Collections.Immutable;
using Extractor.Core.Pages;
using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr.Confidence;

namespace Extractor.Ingestion.Ocr;

/// <summary>A document of which pages without a text layer are read from their picture. The engine is loaded when the first one comes.</summary>
/// <param name="file">Disposed of with this.</param>
/// <param name="recognitionBegins">Told the number of every page whose picture is going to be looked at: of one that the page before may go on in, twice.</param>
/// <param name="lineRead">Told every line that is read from a picture.</param>
/// <param name="isLeftOut">Whether a page is not to be looked at.</param>
public sealed class RecognizedDocument(
    IPicturedFile file, OcrChoice choice, Action<int>? recognitionBegins = null, Action<LineRead>? lineRead = null, Func<int, bool>? isLeftOut = null) : IPicturedFile
{
    private const double DotsPerInch = 300;

    private static readonly Lazy<Loading> Weighing = new(() => Load(Recognizers.Load));
    private static readonly Lazy<Loading> Unweighed = new(() => Load(Recognizers.LoadUnweighed));

    /// <summary>The lines of a page that were read with the page before it.</summary>
    private (int Page, ImmutableArray<PixelBox> Lines) _readBefore;

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
        if (Engine.Recognizers is not { } engines)
        {
            return unread with { Reason = UnreadReason.NoRecognition, Detail = Engine.Failure };
        }

        var recognizers = engines.ForPage();
        if (Straight(unread, recognizers) is not { } picture)
        {
            return unread with { Reason = UnreadReason.Damaged, Detail = "The picture of the page cannot be drawn: it is damaged, or in a form that is not read." };
        }

        var seen = PictureReader.Read(WholeLines(picture, number, recognizers), unread, recognizers, lineRead);
        EngineUsed = engines.Engine;
        return (seen, reading) switch
        {
            (Page recognized, Page { Glyphs.IsEmpty: false } layer) => TextLayerCheck.With(recognized, layer),
            (var recognized, _) => recognized,
        };
    }

    /// <summary>The picture with the lines whole that go on overleaf, and without those that the page before had the upper part of.</summary>
    private StraightPicture WholeLines(StraightPicture picture, int number, Recognizers recognizers)
    {
        var here = _readBefore.Page == number ? picture.Without(_readBefore.Lines) : picture;
        if (!LinesAtBreak.MayGoOn(here) || Overleaf(number + 1, recognizers) is not { } next)
        {
            return here;
        }

        var (whole, below) = LinesAtBreak.Join(here, next);
        _readBefore = (number + 1, below);
        return whole;
    }

    private StraightPicture? Overleaf(int number, Recognizers recognizers)
    {
        if (number > Head.PageCount || isLeftOut?.Invoke(number) == true)
        {
            return null;
        }

        // Whatever the page does to its reader is not to be blamed on the one before; nor what happens there afterwards on it.
        recognitionBegins?.Invoke(number);
        var next = ToRecognize(file.ReadPage(number)) is { } unread ? Straight(unread, recognizers) : null;
        recognitionBegins?.Invoke(number - 1);
        return next;
    }

    private StraightPicture? Straight(UnreadPage page, Recognizers recognizers) =>
        file.RenderPage(page.Number, DotsPerInch) is { } picture ? PictureReader.Straight(picture, page, recognizers.First) : null;

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
