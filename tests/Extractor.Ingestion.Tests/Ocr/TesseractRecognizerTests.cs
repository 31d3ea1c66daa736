using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr.Tesseract;
using Extractor.Ingestion.Tests.Images;

namespace Extractor.Ingestion.Tests.Ocr;

public sealed class TesseractRecognizerTests
{
    [Fact]
    public void Several_threads_may_ask_one_recogniser()
    {
        // Strokes like those of 1 1 1.
        var line = new PixelBox(40, 40, 160, 80);
        var page = Drawn.Paper(200, 120).With(new PixelBox(40, 40, 46, 80)).With(new PixelBox(80, 40, 86, 80)).With(new PixelBox(154, 40, 160, 80));
        using var recognizer = TesseractRecognizer.OfNumbers();
        var alone = recognizer.Read(page, [line])[0].Text;
        var together = new string[40];
        Parallel.For(0, together.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => together[i] = recognizer.Read(page, [line])[0].Text);
        Assert.All(together, text => Assert.Equal(alone, text));
    }
}
