using System.Buffers.Binary;
using System.IO.Compression;

namespace Extractor.Ingestion.Images;

/// <summary>Writes a picture as PNG (ISO/IEC 15948), no interlace.</summary>
public static class PngFile
{
    private const byte Grey = 0, TrueColour = 2, FilterNone = 0, FilterSub = 1;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>In colour, 8 bits a sample.</summary>
    public static byte[] Encode(Raster raster) => File(raster, bitDepth: 8, TrueColour, Compress(raster));

    /// <summary>
    /// In four shades of grey: print stays easy to read, the noise of a scan goes, and a page takes a fifth of what it takes
    /// in 256 shades.
    /// </summary>
    public static byte[] EncodeFourGreys(Raster raster) => File(raster, FourGreys.BitDepth, Grey, CompressFourGreys(raster));

    private static byte[] File(Raster raster, byte bitDepth, byte colourType, ReadOnlySpan<byte> pixels)
    {
        var file = new MemoryStream();
        file.Write(Signature);

        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, raster.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], raster.Height);
        (header[8], header[9]) = (bitDepth, colourType);
        WriteChunk(file, "IHDR"u8, header);
        WriteChunk(file, "IDAT"u8, pixels);
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>Each row without a filter, as the standard advises for less than 8 bits (clause 12.7).</summary>
    private static ReadOnlySpan<byte> CompressFourGreys(Raster raster)
    {
        var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var line = new byte[1 + FourGreys.Stride(raster.Width)];
            for (var y = 0; y < raster.Height; y++)
            {
                line[0] = FilterNone;
                FourGreys.Pack(raster.Row(y), line.AsSpan(1));
                zlib.Write(line);
            }
        }

        return compressed.GetBuffer().AsSpan(0, (int)compressed.Length);
    }

    /// <summary>Each row after the filter "sub": a sample less the one of the pixel before (clause 9.2).</summary>
    private static ReadOnlySpan<byte> Compress(Raster raster)
    {
        var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var line = new byte[1 + raster.Stride];
            line[0] = FilterSub;
            for (var y = 0; y < raster.Height; y++)
            {
                var row = raster.Row(y);
                for (var i = 0; i < row.Length; i++)
                {
                    line[i + 1] = i < Raster.Channels ? row[i] : unchecked((byte)(row[i] - row[i - Raster.Channels]));
                }

                zlib.Write(line);
            }
        }

        return compressed.GetBuffer().AsSpan(0, (int)compressed.Length);
    }

    /// <summary>Length, type, data, and the check sum of type and data (clause 5.3).</summary>
    private static void WriteChunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(Crc(uint.MaxValue, type), data) ^ uint.MaxValue);
        file.Write(number);
    }

    /// <summary>CRC-32 as annex D has it.</summary>
    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var octet in bytes)
        {
            crc = Table[(crc ^ octet) & 0xFF] ^ (crc >> 8);
        }

        return crc;
    }

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(static index =>
    {
        var entry = (uint)index;
        for (var bit = 0; bit < 8; bit++)
        {
            entry = (entry & 1) != 0 ? 0xEDB88320 ^ (entry >> 1) : entry >> 1;
        }

        return entry;
    })];
}
