using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Extractor.Ingestion.Images;

/// <summary>The size of a PNG (ISO/IEC 15948, clauses 5 and 11): chunk IHDR, and pHYs where it is there.</summary>
internal static class PngHeader
{
    private const int FirstChunk = 8, ChunkFrame = 12;

    /// <summary>Empty where there is none.</summary>
    public static ImmutableArray<PictureSize> Read(ReadOnlySpan<byte> png)
    {
        (uint Width, uint Height) dots = default;
        double across = 0, down = 0;
        for (var at = FirstChunk; at <= png.Length - ChunkFrame;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png[at..]);
            var type = png.Slice(at + 4, 4);
            if (length > png.Length - at - ChunkFrame || type.SequenceEqual("IDAT"u8))
            {
                break;
            }

            var data = png.Slice(at + 8, (int)length);
            if (type.SequenceEqual("IHDR"u8) && data.Length >= 8)
            {
                dots = (BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]));
            }
            else if (type.SequenceEqual("pHYs"u8) && data.Length == 9 && data[8] == 1)
            {
                // In dots a metre.
                across = PictureSize.FromDotsPerCentimetre(BinaryPrimitives.ReadUInt32BigEndian(data) / 100.0);
                down = PictureSize.FromDotsPerCentimetre(BinaryPrimitives.ReadUInt32BigEndian(data[4..]) / 100.0);
            }

            at += ChunkFrame + (int)length;
        }

        return dots is (0, _) or (_, 0) ? [] : [PictureSize.OfDots(dots.Width, dots.Height, across, down)];
    }
}
