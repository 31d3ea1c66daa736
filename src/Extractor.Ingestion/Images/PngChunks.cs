using System.Buffers.Binary;
using System.Text;

namespace Extractor.Ingestion.Images;

/// <summary>The parts of a PNG (ISO/IEC 15948, clause 5), in their order, up to where it ends or is cut off.</summary>
internal static class PngChunks
{
    private const int Signature = 8, Frame = 12;

    public static List<(string Type, ReadOnlyMemory<byte> Data)> Of(ReadOnlyMemory<byte> png)
    {
        var chunks = new List<(string, ReadOnlyMemory<byte>)>();
        for (var at = Signature; at <= png.Length - Frame;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png.Span[at..]);
            if (length > png.Length - at - Frame)
            {
                break;
            }

            chunks.Add((Encoding.ASCII.GetString(png.Span.Slice(at + 4, 4)), png.Slice(at + 8, (int)length)));
            at += Frame + (int)length;
        }

        return chunks;
    }
}
