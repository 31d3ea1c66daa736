using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Ocr.Tesseract;

/// <summary>Tesseract 5's LSTM recogniser, for lines that need a second reading. One thread; see <see cref="ThreadVariable"/>.</summary>
internal sealed unsafe class TesseractRecognizer : IRecognizer, IDisposable
{
    /// <summary>
    /// Must be 1 in the environment of the process before the library is loaded: its threads spend ten times the processor
    /// time waiting for one another.
    /// </summary>
    public const string ThreadVariable = "OMP_THREAD_LIMIT";

    /// <summary>Paper around the ink of a line, in line heights: it reads badly what touches the edge.</summary>
    private const double Margin = 0.25;

    private const int DotsPerInch = 300;

    /// <summary>An instance of the library reads for one thread at a time.</summary>
    private readonly Lock _reading = new();

    private nint _handle;

    private TesseractRecognizer(nint handle) => _handle = handle;

    public string Engine => $"Tesseract {Marshal.PtrToStringUTF8(TesseractNative.TessVersion())}";

    /// <summary>Reads numbers and their signs, and nothing else.</summary>
    /// <exception cref="OcrUnavailableException">The engine or its data are not there.</exception>
    public static TesseractRecognizer OfNumbers() => Load("eng", "0123456789.,%-+=<>()");

    /// <summary>Reads Chinese.</summary>
    /// <exception cref="OcrUnavailableException">The engine or its data are not there.</exception>
    public static TesseractRecognizer OfChinese() => Load("chi_sim", null);

    private static TesseractRecognizer Load(string language, string? only)
    {
        TesseractLibrary.Load();
        var handle = TesseractNative.TessBaseAPICreate();
        var recognizer = new TesseractRecognizer(handle);
        if (TesseractNative.TessBaseAPIInit2(handle, null, language, TesseractNative.LstmOnly) != 0)
        {
            recognizer.Dispose();
            throw new OcrUnavailableException($"Tesseract has no data for {language}. {OcrModels.Remedy}");
        }

        TesseractNative.TessBaseAPISetPageSegMode(handle, TesseractNative.SingleLine);
        if (only is not null)
        {
            TesseractNative.TessBaseAPISetVariable(handle, "tessedit_char_whitelist", only);
        }

        // What is still in use when the process ends, the library complains about on the standard error.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => recognizer.Dispose();
        return recognizer;
    }

    public ImmutableArray<RecognizedLine> Read(Grey page, IReadOnlyList<PixelBox> lines)
    {
        lock (_reading)
        {
            return [.. lines.Select(line => Read(page, line))];
        }
    }

    private RecognizedLine Read(Grey page, PixelBox line)
    {
        var margin = (int)Math.Ceiling(Margin * line.Height);
        var (width, height) = (line.Width + (2 * margin), line.Height + (2 * margin));
        var samples = new byte[width * height];
        Array.Fill(samples, byte.MaxValue);
        var inside = line.Within(new PixelBox(0, 0, page.Width, page.Height));
        for (var y = inside.Top; y < inside.Bottom; y++)
        {
            page.Row(y)[inside.Left..inside.Right].CopyTo(samples.AsSpan(((y - line.Top + margin) * width) + inside.Left - line.Left + margin));
        }

        fixed (byte* first = samples)
        {
            TesseractNative.TessBaseAPISetImage(_handle, first, width, height, 1, width);
            TesseractNative.TessBaseAPISetSourceResolution(_handle, DotsPerInch);
            return new RecognizedLine(TesseractNative.TessBaseAPIRecognize(_handle, 0) == 0 ? Symbols(width) : []);
        }
    }

    private ImmutableArray<RecognizedCharacter> Symbols(int width)
    {
        var iterator = TesseractNative.TessBaseAPIGetIterator(_handle);
        if (iterator == 0)
        {
            return [];
        }

        var symbols = ImmutableArray.CreateBuilder<RecognizedCharacter>();
        var places = TesseractNative.TessResultIteratorGetPageIterator(iterator);
        do
        {
            var text = TesseractNative.TessResultIteratorGetUTF8Text(iterator, TesseractNative.Symbol);
            if (text == 0)
            {
                continue;
            }

            int left, top, right, bottom;
            var isPlaced = TesseractNative.TessPageIteratorBoundingBox(places, TesseractNative.Symbol, &left, &top, &right, &bottom) != 0;
            var position = isPlaced ? (left + right) / 2.0 / width : 0;
            var confidence = TesseractNative.TessResultIteratorConfidence(iterator, TesseractNative.Symbol) / 100.0;
            foreach (var rune in (Marshal.PtrToStringUTF8(text) ?? "").EnumerateRunes().Where(rune => !Rune.IsWhiteSpace(rune)))
            {
                symbols.Add(new RecognizedCharacter(rune, position, confidence, []));
            }

            TesseractNative.TessDeleteText(text);
        }
        while (TesseractNative.TessResultIteratorNext(iterator, TesseractNative.Symbol) != 0);

        TesseractNative.TessResultIteratorDelete(iterator);
        return symbols.DrainToImmutable();
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _handle, 0) is var open and not 0)
        {
            TesseractNative.TessBaseAPIDelete(open);
        }
    }
}
