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

    [Fact]
    public void Four_greys_keep_what_is_black_white_or_between()
    {
        byte[] Grey(byte shade) => [shade, shade, shade];
        var png = PngFile.EncodeFourGreys(new Raster(6, 1, [.. new byte[] { 0, 42, 43, 127, 213, 255 }.SelectMany(Grey)]));

        Assert.Equal([0, 0, 0, 6, 0, 0, 0, 1, 2, 0, 0, 0, 0], png[16..29]);
        var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(33));
        using var zlib = new ZLibStream(new MemoryStream(png, 41, length), CompressionMode.Decompress);
        var row = new MemoryStream();
        zlib.CopyTo(row);
        // No filter; 0 0 1 1, 3 3 and four unused bits.
        Assert.Equal([0, 0b00_00_01_01, 0b11_11_00_00], row.ToArray());
    }

    [Theory]
    [InlineData(255, 0, 0, 1)]
    [InlineData(0, 255, 0, 2)]
    [InlineData(0, 0, 255, 0)]
    public void Colours_are_as_bright_as_they_look(byte red, byte green, byte blue, int shade)
    {
        var packed = new byte[1];
        FourGreys.Pack([red, green, blue], packed);
        Assert.Equal(shade, packed[0] >> 6);
    }

    [Fact]
    public void A_part_of_a_picture_is_cut_at_its_edges()
    {
        var raster = new Raster(3, 2, [.. Enumerable.Range(0, 18).Select(index => (byte)index)]);
        Assert.Equal([3, 4, 5, 6, 7, 8, 12, 13, 14, 15, 16, 17], raster.Part(1, -5, 9, 9)!.Samples);
        Assert.Equal([12, 13, 14], raster.Part(1, 1, 2, 2)!.Samples);
        Assert.Null(raster.Part(3, 0, 5, 2));
        Assert.Null(raster.Part(2, 0, 1, 2));
    }

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
