using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using BitMiracle.LibTiff.Classic;

namespace Extractor.Ingestion.Tests.Images;

/// <summary>
/// One picture, stored in all the ways that scanners and programs have: seen upright, its upper left quarter is black, its
/// upper right one grey and the lower half white, which tells every way to turn it from every other. LibTIFF packs it.
/// </summary>
internal static class StoredPicture
{
    /// <summary>In pixels, as it is seen upright.</summary>
    public const int Width = 96, Height = 64;

    private const int Tile = 32;

    private const byte Black = 0, Grey = 128, White = 255;

    /// <summary>A TIFF of one page.</summary>
    /// <param name="kind">Of the samples: bilevel, zero-is-black, grey4, grey, grey16, palette, rgb, planes, cmyk.</param>
    /// <param name="orientation">The tag 274.</param>
    /// <param name="pages">So many times the same.</param>
    public static byte[] Tiff(string kind, Compression compression, int orientation = 1, bool isBigEndian = false, bool inTiles = false, int pages = 1, Action<Tiff>? tags = null)
    {
        var file = new MemoryStream();
        using (var tiff = BitMiracle.LibTiff.Classic.Tiff.ClientOpen("picture", isBigEndian ? "wb" : "wl", file, new TiffStream()))
        {
            for (var page = 0; page < pages; page++)
            {
                Write(tiff, kind, compression, orientation, inTiles);
                tags?.Invoke(tiff);
                tiff.WriteDirectory();
            }

            tiff.Flush();
            return file.ToArray();
        }
    }

    /// <param name="orientation">As EXIF has it; null for a file without EXIF.</param>
    public static byte[] Jpeg(string kind = "grey", int? orientation = null)
    {
        // A TIFF of one strip holds the very stream that a file of its own is.
        using var tiff = BitMiracle.LibTiff.Classic.Tiff.ClientOpen(
            "picture", "r", new MemoryStream(Tiff(kind, Compression.JPEG, orientation ?? 1, tags: _ => { })), new TiffStream());
        var jpeg = new byte[tiff.RawStripSize(0)];
        tiff.ReadRawStrip(0, jpeg, 0, jpeg.Length);
        if (orientation is null)
        {
            return jpeg;
        }

        byte[] exif = [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, (byte)orientation.Value, 0, 0, 0, 0, 0, 0, 0];
        return [0xFF, 0xD8, 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }

    /// <param name="colour">The type of colour of PNG: 0 grey, 2 true colour, 3 palette, 4 grey and 6 true colour with opacity.</param>
    /// <param name="clear">Whether white paper is not stored as such, but as black that cannot be seen.</param>
    public static byte[] Png(int depth, int colour, bool clear = false, bool isInterlaced = false)
    {
        byte[] header = [.. BigEndian(Width), .. BigEndian(Height), (byte)depth, (byte)colour, 0, 0, (byte)(isInterlaced ? 1 : 0)];
        var (colours, hasOpacity) = (colour is 2 or 6 ? 3 : 1, colour is 4 or 6);
        var rows = new MemoryStream();
        using (var zlib = new ZLibStream(rows, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var y = 0; y < Height; y++)
            {
                var bits = new BitWriter();
                for (var x = 0; x < Width; x++)
                {
                    var tone = Seen(x, y, Width, Height);
                    var isClear = clear && tone == White;
                    // What cannot be seen is a grey that is nowhere else, for it is told by its sample where there is no channel for that.
                    var sample = colour == 3 ? tone / 127 : isClear ? hasOpacity ? 0 : 1 : Scaled(tone, depth);
                    bits.Add(sample, depth, colours);
                    bits.Add(isClear ? 0 : (1 << depth) - 1, depth, hasOpacity ? 1 : 0);
                }

                zlib.WriteByte(0);
                zlib.Write(bits.ToBytes());
            }
        }

        // Entry 2 is the paper.
        byte[] palette = [0, 0, 0, Grey, Grey, Grey, .. Enumerable.Repeat(clear ? Black : White, 3)];
        byte[] opacity = colour == 3 ? [White, White, 0] : [.. Enumerable.Repeat<byte[]>([0, 1], colours).SelectMany(sample => sample)];
        return
        [
            0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk("IHDR", header), .. colour == 3 ? Chunk("PLTE", palette) : [],
            .. clear && !hasOpacity ? Chunk("tRNS", opacity) : [], .. Chunk("IDAT", rows.ToArray()), .. Chunk("IEND", []),
        ];
    }

    /// <summary>A chunk of a PNG, without its check sum.</summary>
    public static byte[] Chunk(string type, byte[] data) => [.. BigEndian((uint)data.Length), .. Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0];

    public static byte[] BigEndian(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static void Write(Tiff tiff, string kind, Compression compression, int orientation, bool inTiles)
    {
        var (width, height) = orientation > 4 ? (Height, Width) : (Width, Height);
        var (bits, channels, photometric) = kind switch
        {
            "bilevel" => (1, 1, Photometric.MINISWHITE),
            "zero-is-black" => (1, 1, Photometric.MINISBLACK),
            "grey4" => (4, 1, Photometric.MINISBLACK),
            "grey" => (8, 1, Photometric.MINISBLACK),
            "grey16" => (16, 1, Photometric.MINISBLACK),
            "palette" => (8, 1, Photometric.PALETTE),
            "rgb" or "planes" => (8, 3, compression == Compression.JPEG ? Photometric.YCBCR : Photometric.RGB),
            "cmyk" => (8, 4, Photometric.SEPARATED),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
        tiff.SetField(TiffTag.IMAGEWIDTH, width);
        tiff.SetField(TiffTag.IMAGELENGTH, height);
        tiff.SetField(TiffTag.SAMPLESPERPIXEL, channels);
        tiff.SetField(TiffTag.BITSPERSAMPLE, bits);
        tiff.SetField(TiffTag.PLANARCONFIG, kind == "planes" ? PlanarConfig.SEPARATE : PlanarConfig.CONTIG);
        tiff.SetField(TiffTag.ORIENTATION, (Orientation)orientation);
        tiff.SetField(TiffTag.COMPRESSION, compression);
        tiff.SetField(TiffTag.PHOTOMETRIC, photometric);
        if (compression == Compression.JPEG)
        {
            tiff.SetField(TiffTag.JPEGTABLESMODE, JpegTablesMode.NONE);
            tiff.SetField(TiffTag.JPEGCOLORMODE, kind == "rgb" ? JpegColorMode.RGB : JpegColorMode.RAW);
        }

        if (kind == "palette")
        {
            // The shades from white to black.
            ushort[] shades = [.. Enumerable.Range(0, 256).Select(i => (ushort)((White - i) * 257))];
            tiff.SetField(TiffTag.COLORMAP, shades, shades, shades);
        }

        tiff.SetField(inTiles ? TiffTag.TILEWIDTH : TiffTag.ROWSPERSTRIP, inTiles ? Tile : height);
        if (inTiles)
        {
            tiff.SetField(TiffTag.TILELENGTH, Tile);
        }

        for (var plane = 0; plane < (kind == "planes" ? channels : 1); plane++)
        {
            for (var top = 0; top < height; top += inTiles ? Tile : height)
            {
                for (var left = 0; left < width; left += inTiles ? Tile : width)
                {
                    var part = Part(kind, orientation, left, top, inTiles ? Tile : width, inTiles ? Tile : height, bits, kind == "planes" ? 1 : channels);
                    Assert.True((inTiles
                        ? tiff.WriteEncodedTile(tiff.ComputeTile(left, top, 0, (short)plane), part, part.Length)
                        : tiff.WriteEncodedStrip(plane, part, part.Length)) > 0);
                }
            }
        }
    }

    private static byte[] Part(string kind, int orientation, int left, int top, int width, int height, int depth, int channels)
    {
        var rows = new List<byte>();
        for (var row = top; row < top + height; row++)
        {
            var bits = new BitWriter();
            for (var column = left; column < left + width; column++)
            {
                var tone = Stored(row, column, orientation);
                bits.Add(Scaled(kind is "bilevel" or "palette" ? White - tone : tone, depth), depth, kind == "cmyk" ? 0 : channels);
                bits.Add(0, depth, kind == "cmyk" ? 3 : 0);
                bits.Add(White - tone, depth, kind == "cmyk" ? 1 : 0);
            }

            rows.AddRange(bits.ToBytes(isLittleEndian: depth == 16));
        }

        return [.. rows];
    }

    /// <summary>The tone of a stored pixel: the tag says where its row and its column are seen (TIFF 6.0, page 36).</summary>
    private static byte Stored(int row, int column, int orientation) => orientation switch
    {
        1 => Seen(column, row, Width, Height),
        2 => Seen(Width - 1 - column, row, Width, Height),
        3 => Seen(Width - 1 - column, Height - 1 - row, Width, Height),
        4 => Seen(column, Height - 1 - row, Width, Height),
        5 => Seen(row, column, Width, Height),
        6 => Seen(Width - 1 - row, column, Width, Height),
        7 => Seen(Width - 1 - row, Height - 1 - column, Width, Height),
        _ => Seen(row, Height - 1 - column, Width, Height),
    };

    private static byte Seen(int x, int y, int width, int height) => y >= height / 2 ? White : x < width / 2 ? Black : Grey;

    private static int Scaled(int tone, int depth) => depth switch { 16 => tone * 257, 8 => tone, _ => tone >> (8 - depth) };

    /// <summary>Packs samples of any depth into bytes, the first in the highest bits.</summary>
    private sealed class BitWriter
    {
        private readonly List<byte> _bytes = [];
        private int _free;

        public void Add(int sample, int depth, int times)
        {
            for (var i = 0; i < times * depth; i++)
            {
                if (_free == 0)
                {
                    _bytes.Add(0);
                    _free = 8;
                }

                _free--;
                _bytes[^1] |= (byte)(((sample >> (depth - 1 - (i % depth))) & 1) << _free);
            }
        }

        /// <param name="isLittleEndian">Samples of two bytes are swapped: LibTIFF takes them as this machine has them.</param>
        public byte[] ToBytes(bool isLittleEndian = false) =>
            isLittleEndian ? [.. _bytes.Chunk(2).SelectMany(pair => pair.Reverse())] : [.. _bytes];
    }
}
