using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using CsCheck;
using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Tests.Images;

public sealed class PngFileTests
{
    [Fact]
    public void Every_sample_comes_back() =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 20]).SelectMany((width, height) =>
            Gen.Byte.Array[width * height * Raster.Channels].Select(samples => new Raster(width, height, samples)))
        .Sample(raster => Assert.Equal(raster.Samples, Decode(PngFile.Encode(raster)).Samples));

    /// <summary>The end chunk is the same in every file; its check sum is told wherever the format is described.</summary>
    [Fact]
    public void The_end_chunk_is_the_one_that_all_files_end_with() =>
        Assert.Equal(
            [0, 0, 0, 0, (byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xAE, 0x42, 0x60, 0x82],
            PngFile.Encode(new Raster(1, 1, [1, 2, 3]))[^12..]);

    private static Raster Decode(byte[] png)
    {
        int width = 0, height = 0;
        var data = new MemoryStream();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var content = png.AsSpan(at + 8, length);
            switch (Encoding.ASCII.GetString(png, at + 4, 4))
            {
                case "IHDR":
                    width = BinaryPrimitives.ReadInt32BigEndian(content);
                    height = BinaryPrimitives.ReadInt32BigEndian(content[4..]);
                    Assert.Equal([8, 2, 0, 0, 0], content[8..].ToArray());
                    break;
                case "IDAT":
                    data.Write(content);
                    break;
            }

            at += 12 + length;
        }

        data.Position = 0;
        using var zlib = new ZLibStream(data, CompressionMode.Decompress);
        var samples = new byte[width * height * Raster.Channels];
        for (var y = 0; y < height; y++)
        {
            Assert.Equal(1, zlib.ReadByte());
            var row = samples.AsSpan(y * width * Raster.Channels, width * Raster.Channels);
            zlib.ReadExactly(row);
            for (var i = Raster.Channels; i < row.Length; i++)
            {
                row[i] = unchecked((byte)(row[i] + row[i - Raster.Channels]));
            }
        }

        Assert.Equal(-1, zlib.ReadByte());
        return new Raster(width, height, samples);
    }
}
