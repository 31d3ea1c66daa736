using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Extractor.Ingestion.Images;

/// <summary>Wraps a picture into a PDF of one page, so that the PDF engine decodes and draws it: it knows both formats.</summary>
internal static class PicturePdf
{
    /// <summary>A larger picture does not fit into the memory that a reader may take.</summary>
    public const long MostPixels = 100_000_000;

    /// <summary>The same of one that is unpacked before the PDF engine has it: a sheet of A4 at 600 dots an inch.</summary>
    public const long MostUnpackedPixels = 36_000_000;

    /// <summary>Bytes of the file that are no samples, at most.</summary>
    private const int LargestFrame = 4096;

    /// <summary>Null where the picture is not what its format asks for, or interlaced, or too large.</summary>
    public static ReadOnlyMemory<byte>? OfPng(byte[] png, PictureSize size)
    {
        if (PngHeader.Of(png) is not { IsInterlaced: false, Depth: 1 or 2 or 4 or 8 or 16 } header || size.Pixels > MostPixels)
        {
            return null;
        }

        var chunks = PngChunks.Of(png);
        byte[] First(string type) => chunks.FirstOrDefault(chunk => chunk.Type == type).Data.ToArray();
        var data = new MemoryStream();
        chunks.Where(chunk => chunk.Type == "IDAT").ToList().ForEach(chunk => data.Write(chunk.Data.Span));
        if (data.Length == 0)
        {
            return null;
        }

        var (width, height) = ((int)header.Width, (int)header.Height);
        var space = header.Colour switch
        {
            PngHeader.Grey => "/DeviceGray",
            PngHeader.TrueColour => "/DeviceRGB",
            PngHeader.Indexed when OnPaper(First("PLTE"), First("tRNS")) is { Length: >= 3 } palette =>
                $"[/Indexed /DeviceRGB {(palette.Length / 3) - 1} <{Convert.ToHexString(palette)}>]",
            _ => null,
        };
        if (space is not null)
        {
            var colours = header.Colour == PngHeader.TrueColour ? 3 : 1;
            var clear = header.Colour == PngHeader.Indexed ? [] : First("tRNS");
            var mask = clear.Length != 2 * colours ? "" : $"/Mask [{string.Join(' ', Enumerable.Range(0, colours).Select(i => BinaryPrimitives.ReadUInt16BigEndian(clear.AsSpan(2 * i))).Select(sample => $"{sample} {sample}"))}] ";
            var filter = $"{mask}/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors {colours} /BitsPerComponent {header.Depth} /Columns {width} >>";
            return Page(size, width, height, space, header.Depth, filter, data.ToArray());
        }

        return header is { Depth: 8 or 16, HasOpacity: true } && size.Pixels <= MostUnpackedPixels
            && OnPaper(data, width, height, header.Colour == PngHeader.GreyAlpha ? 2 : 4, header.Depth / 8) is { } opaque
                ? Page(size, width, height, header.Colour == PngHeader.GreyAlpha ? "/DeviceGray" : "/DeviceRGB", 8, "", opaque)
                : null;
    }

    /// <summary>Null where it has no frame header, or is too large.</summary>
    public static ReadOnlyMemory<byte>? OfJpeg(byte[] jpeg, PictureSize size) => JpegHeader.Frame(jpeg) is not var (width, height, components) || (long)width * height > MostPixels
        ? null
        : components switch
        {
            1 => Page(size, width, height, "/DeviceGray", 8, "/Filter /DCTDecode", jpeg),
            3 => Page(size, width, height, "/DeviceRGB", 8, "/Filter /DCTDecode", jpeg),
            4 => Page(size, width, height, "/DeviceCMYK", 8, $"{(JpegHeader.IsAdobe(jpeg) ? "/Decode [1 0 1 0 1 0 1 0] " : "")}/Filter /DCTDecode", jpeg),
            _ => null,
        };

    public static ReadOnlyMemory<byte> OfSamples(DecodedPage page, PictureSize size) =>
        Page(size, page.Width, page.Height, page.IsGrey ? "/DeviceGray" : "/DeviceRGB", 8, "", page.SampleCount, page.WriteSamples);

    private static ReadOnlyMemory<byte> Page(PictureSize size, int width, int height, string space, int depth, string filter, byte[] samples) =>
        Page(size, width, height, space, depth, filter, samples.Length, stream => stream.Write(samples));

    private static ReadOnlyMemory<byte> Page(
        PictureSize size, int width, int height, string space, int depth, string filter, int length, Action<Stream> writeSamples)
    {
        var (across, down) = (size.Width.ToString("0.####", CultureInfo.InvariantCulture), size.Height.ToString("0.####", CultureInfo.InvariantCulture));
        var (a, b, c, d, e, f) = size.Orientation.Matrix(size.Width, size.Height);
        var drawing = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{a:0.####} {b:0.####} {c:0.####} {d:0.####} {e:0.####} {f:0.####} cm /Picture Do"));
        // As large as it will be: a stream that grows holds the picture twice.
        var file = new MemoryStream(length + LargestFrame);
        var places = new List<long>();
        void Write(string text) => file.Write(Encoding.ASCII.GetBytes(text));
        void Entry(string dictionary, int length = 0, Action<Stream>? write = null)
        {
            places.Add(file.Position);
            Write($"{places.Count} 0 obj\n<< {dictionary}{(write is null ? "" : $" /Length {length}")} >>\n");
            if (write is not null)
            {
                Write("stream\n");
                write(file);
                Write("\nendstream\n");
            }

            Write("endobj\n");
        }

        Write("%PDF-1.5\n");
        Entry("/Type /Catalog /Pages 2 0 R");
        Entry("/Type /Pages /Kids [3 0 R] /Count 1");
        Entry($"/Type /Page /Parent 2 0 R /MediaBox [0 0 {across} {down}] /Contents 4 0 R /Resources << /XObject << /Picture 5 0 R >> >>");
        Entry("", drawing.Length, stream => stream.Write(drawing));
        Entry($"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace {space} /BitsPerComponent {depth} {filter}", length, writeSamples);
        var table = file.Position;
        Write($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:D10} 00000 n \n"))}");
        Write($"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return file.GetBuffer().AsMemory(0, (int)file.Length);
    }

    /// <summary>Lays the colours of a palette on white paper.</summary>
    /// <param name="opacity">Of the first colours; the others hide what is under them.</param>
    private static byte[] OnPaper(byte[] palette, byte[] opacity) =>
        [.. palette.Select((colour, i) => i / 3 < opacity.Length ? OnPaper(colour, opacity[i / 3]) : colour)];

    private static byte OnPaper(byte colour, byte opacity) => (byte)(byte.MaxValue - ((byte.MaxValue - colour) * opacity / byte.MaxValue));

    /// <summary>Undoes the filters of rows (clause 9) and lays the picture on white paper. Null where it is cut off.</summary>
    /// <param name="channels">The last one is opacity.</param>
    /// <param name="bytes">Of a sample; the first one is kept.</param>
    private static byte[]? OnPaper(MemoryStream compressed, int width, int height, int channels, int bytes)
    {
        compressed.Position = 0;
        using var zlib = new ZLibStream(compressed, CompressionMode.Decompress);
        var pixel = channels * bytes;
        var stride = width * pixel;
        var (above, row) = (new byte[stride], new byte[stride]);
        var colours = channels - 1;
        var opaque = new byte[(long)width * height * colours];
        try
        {
            for (var y = 0; y < height; y++)
            {
                var filter = zlib.ReadByte();
                zlib.ReadExactly(row);
                for (var i = 0; i < stride; i++)
                {
                    int left = i >= pixel ? row[i - pixel] : 0, up = above[i], corner = i >= pixel ? above[i - pixel] : 0;
                    row[i] = (byte)((row[i] + filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 }) & 0xFF);
                }

                for (var x = 0; x < width; x++)
                {
                    var opacity = row[(x * pixel) + (colours * bytes)];
                    for (var c = 0; c < colours; c++)
                    {
                        opaque[(((y * (long)width) + x) * colours) + c] = OnPaper(row[(x * pixel) + (c * bytes)], opacity);
                    }
                }

                (above, row) = (row, above);
            }
        }
        catch (Exception damaged) when (damaged is InvalidDataException or EndOfStreamException)
        {
            return null;
        }

        return opaque;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
