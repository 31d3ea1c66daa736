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

    private const int Grey = 0, TrueColour = 2, Indexed = 3, GreyAlpha = 4, TrueColourAlpha = 6;

    /// <summary>Null where the picture is not what its format asks for, or interlaced, or too large.</summary>
    public static byte[]? OfPng(byte[] png, PictureSize size)
    {
        (int Width, int Height, int Depth, int Colour, int Interlace) header = default;
        byte[] palette = [];
        var data = new MemoryStream();
        for (var at = 8; at <= png.Length - 12;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at));
            if (length > png.Length - at - 12)
            {
                break;
            }

            var type = Encoding.ASCII.GetString(png, at + 4, 4);
            var content = png.AsSpan(at + 8, (int)length);
            if (type == "IHDR" && length >= 13)
            {
                header = (BinaryPrimitives.ReadInt32BigEndian(content), BinaryPrimitives.ReadInt32BigEndian(content[4..]), content[8], content[9], content[12]);
            }
            else if (type == "PLTE")
            {
                palette = content.ToArray();
            }
            else if (type == "IDAT")
            {
                data.Write(content);
            }

            at += 12 + (int)length;
        }

        if (header.Width <= 0 || header.Height <= 0 || header.Interlace != 0 || (long)header.Width * header.Height > MostPixels || header.Depth is not (1 or 2 or 4 or 8 or 16) || data.Length == 0)
        {
            return null;
        }

        var space = header.Colour switch
        {
            Grey => "/DeviceGray",
            TrueColour => "/DeviceRGB",
            Indexed when palette.Length >= 3 => $"[/Indexed /DeviceRGB {(palette.Length / 3) - 1} <{Convert.ToHexString(palette)}>]",
            _ => null,
        };
        if (space is not null)
        {
            var colours = header.Colour == TrueColour ? 3 : 1;
            var filter = $"/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors {colours} /BitsPerComponent {header.Depth} /Columns {header.Width} >>";
            return Page(size, header.Width, header.Height, space, header.Depth, filter, data.ToArray());
        }

        return header is { Depth: 8, Colour: GreyAlpha or TrueColourAlpha }
            && OnPaper(data, header.Width, header.Height, header.Colour == GreyAlpha ? 2 : 4) is { } opaque
                ? Page(size, header.Width, header.Height, header.Colour == GreyAlpha ? "/DeviceGray" : "/DeviceRGB", 8, "", opaque)
                : null;
    }

    /// <summary>Null where it has no frame header, or is too large.</summary>
    public static byte[]? OfJpeg(byte[] jpeg, PictureSize size) => JpegHeader.Frame(jpeg) is not var (width, height, components) || !JpegHeader.HasScan(jpeg) || (long)width * height > MostPixels
        ? null
        : components switch
        {
            1 => Page(size, width, height, "/DeviceGray", 8, "/Filter /DCTDecode", jpeg),
            3 => Page(size, width, height, "/DeviceRGB", 8, "/Filter /DCTDecode", jpeg),
            // Adobe's programs, which alone write them, store the inks inverted.
            4 => Page(size, width, height, "/DeviceCMYK", 8, "/Decode [1 0 1 0 1 0 1 0] /Filter /DCTDecode", jpeg),
            _ => null,
        };

    public static byte[] OfSamples(DecodedPage page, PictureSize size) =>
        Page(size, page.Width, page.Height, page.IsGrey ? "/DeviceGray" : "/DeviceRGB", 8, "", page.Samples);

    private static byte[] Page(PictureSize size, int width, int height, string space, int depth, string filter, byte[] samples)
    {
        var (across, down) = (size.Width.ToString("0.####", CultureInfo.InvariantCulture), size.Height.ToString("0.####", CultureInfo.InvariantCulture));
        var drawing = Encoding.ASCII.GetBytes($"{across} 0 0 {down} 0 0 cm /Picture Do");
        var file = new MemoryStream();
        var places = new List<long>();
        void Write(string text) => file.Write(Encoding.ASCII.GetBytes(text));
        void Entry(string dictionary, byte[]? stream = null)
        {
            places.Add(file.Position);
            Write($"{places.Count} 0 obj\n<< {dictionary}{(stream is null ? "" : $" /Length {stream.Length}")} >>\n");
            if (stream is not null)
            {
                Write("stream\n");
                file.Write(stream);
                Write("\nendstream\n");
            }

            Write("endobj\n");
        }

        Write("%PDF-1.5\n");
        Entry("/Type /Catalog /Pages 2 0 R");
        Entry("/Type /Pages /Kids [3 0 R] /Count 1");
        Entry($"/Type /Page /Parent 2 0 R /MediaBox [0 0 {across} {down}] /Contents 4 0 R /Resources << /XObject << /Picture 5 0 R >> >>");
        Entry("", drawing);
        Entry($"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace {space} /BitsPerComponent {depth} {filter}", samples);
        var table = file.Position;
        Write($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:D10} 00000 n \n"))}");
        Write($"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    /// <summary>Undoes the filters of rows (clause 9) and lays the picture on white paper. Null where it is cut off.</summary>
    /// <param name="channels">The last one is opacity.</param>
    private static byte[]? OnPaper(MemoryStream compressed, int width, int height, int channels)
    {
        compressed.Position = 0;
        using var zlib = new ZLibStream(compressed, CompressionMode.Decompress);
        var stride = width * channels;
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
                    int left = i >= channels ? row[i - channels] : 0, up = above[i], corner = i >= channels ? above[i - channels] : 0;
                    row[i] = (byte)((row[i] + filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 }) & 0xFF);
                }

                for (var x = 0; x < width; x++)
                {
                    var opacity = row[(x * channels) + colours];
                    for (var c = 0; c < colours; c++)
                    {
                        var colour = row[(x * channels) + c];
                        opaque[(((y * width) + x) * colours) + c] = (byte)(byte.MaxValue - ((byte.MaxValue - colour) * opacity / byte.MaxValue));
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
