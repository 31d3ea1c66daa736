using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Extractor.Ingestion.Images;

/// <summary>The size of a JPEG (ITU-T T.81, annex B): the frame header, and the density of JFIF where it is there.</summary>
internal static class JpegHeader
{
    private const byte Application0 = 0xE0, StartOfScan = 0xDA;

    /// <summary>Empty where there is none.</summary>
    public static ImmutableArray<PictureSize> Read(ReadOnlySpan<byte> jpeg) =>
        Look(jpeg) is { Frame: var (width, height, _), Across: var across, Down: var down }
            ? [PictureSize.OfDots(width, height, across, down)]
            : [];

    /// <summary>Null where there is none.</summary>
    public static (int Width, int Height, int Components)? Frame(ReadOnlySpan<byte> jpeg) => Look(jpeg)?.Frame;

    /// <summary>Whether there is a picture behind the headers.</summary>
    public static bool HasScan(ReadOnlySpan<byte> jpeg) => jpeg.IndexOf([(byte)0xFF, StartOfScan]) >= 0;

    private static ((int Width, int Height, int Components) Frame, double Across, double Down)? Look(ReadOnlySpan<byte> jpeg)
    {
        double across = 0, down = 0;
        for (var at = 2; at <= jpeg.Length - 4;)
        {
            var marker = jpeg[at + 1];
            if (jpeg[at] != 0xFF || marker == StartOfScan)
            {
                break;
            }

            if (marker is 0xFF)
            {
                at++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
            if (length < 2 || length > jpeg.Length - at - 2)
            {
                break;
            }

            var data = jpeg.Slice(at + 4, length - 2);
            if (IsFrame(marker) && data.Length >= 6)
            {
                var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(data[1..]), BinaryPrimitives.ReadUInt16BigEndian(data[3..]));
                return width == 0 || height == 0 ? null : ((width, height, data[5]), across, down);
            }

            if (marker == Application0 && data.Length >= 12 && data.StartsWith("JFIF\0"u8))
            {
                double x = BinaryPrimitives.ReadUInt16BigEndian(data[8..]), y = BinaryPrimitives.ReadUInt16BigEndian(data[10..]);
                (across, down) = data[7] switch
                {
                    1 => (x, y),
                    2 => (PictureSize.FromDotsPerCentimetre(x), PictureSize.FromDotsPerCentimetre(y)),
                    _ => (0, 0),
                };
            }

            at += 2 + length;
        }

        return null;
    }

    /// <summary>SOF0 to SOF15; three markers in between are something else.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
