using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Extractor.Cli.Tests;

/// <summary>Reads PNG files of two bits a pixel, grey, as the standard has them (ISO/IEC 15948) and rows without filters.</summary>
internal static class FourGreys
{
    public static (int Columns, byte[][] Rows) Decode(byte[] png)
    {
        var (width, height) = (0, 0);
        var data = new MemoryStream();
        for (int at = 8, length; at < png.Length; at += 12 + length)
        {
            length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var content = png.AsSpan(at + 8, length);
            switch (Encoding.ASCII.GetString(png, at + 4, 4))
            {
                case "IHDR":
                    (width, height) = (BinaryPrimitives.ReadInt32BigEndian(content), BinaryPrimitives.ReadInt32BigEndian(content[4..]));
                    Assert.Equal([2, 0, 0, 0, 0], content[8..].ToArray());
                    break;
                case "IDAT":
                    data.Write(content);
                    break;
            }
        }

        data.Position = 0;
        using var pixels = new ZLibStream(data, CompressionMode.Decompress);
        var rows = new byte[height][];
        var line = new byte[1 + ((width + 3) / 4)];
        for (var y = 0; y < height; y++)
        {
            pixels.ReadExactly(line);
            Assert.Equal(0, line[0]);
            rows[y] = [.. Enumerable.Range(0, width).Select(x => (byte)((line[1 + (x / 4)] >> (6 - (x % 4 * 2))) & 3))];
        }

        return (width, rows);
    }
}
