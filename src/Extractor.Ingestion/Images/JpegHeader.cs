using System.Buffers.Binary;

namespace Extractor.Ingestion.Images;

/// <summary>The size of a JPEG (ITU-T T.81, annex B): the frame header, and the density of JFIF, or else of EXIF, where it is there.</summary>
internal static class JpegHeader
{
    private const byte Application0 = 0xE0, Application1 = 0xE1, Application14 = 0xEE, StartOfScan = 0xDA, EndOfImage = 0xD9;

    /// <summary>Null where it says none.</summary>
    public static PictureSize? Size(ReadOnlySpan<byte> jpeg) =>
        Look(jpeg) is { Frame: var (width, height, _), Across: var across, Down: var down, Orientation: var orientation }
            ? PictureSize.OfDots(width, height, across, down, orientation)
            : null;

    /// <summary>Null where there is none.</summary>
    public static (int Width, int Height, int Components)? Frame(ReadOnlySpan<byte> jpeg) => Look(jpeg)?.Frame;

    /// <summary>Whether a program of Adobe's, or one that writes as they do, has written it: four inks are then stored inverted.</summary>
    public static bool IsAdobe(ReadOnlySpan<byte> jpeg) => Look(jpeg) is { IsAdobe: true };

    /// <summary>Whether it ends before its picture does: a decoder draws what is there, and grey for the rest. Not said of what has no frame header.</summary>
    public static bool IsCutOff(ReadOnlySpan<byte> jpeg)
    {
        if (Look(jpeg) is not { After: var after })
        {
            return false;
        }

        // Thumbnails, which have an end of their own, are before the frame; in a scan 0xFF is followed by 0 where it is no marker.
        var rest = jpeg[after..];
        var scan = rest.IndexOf([(byte)0xFF, StartOfScan]);
        return scan < 0 || rest[scan..].IndexOf([(byte)0xFF, EndOfImage]) < 0;
    }

    private static ((int Width, int Height, int Components) Frame, double Across, double Down, Orientation Orientation, bool IsAdobe, int After)? Look(ReadOnlySpan<byte> jpeg)
    {
        double across = 0, down = 0;
        var exif = default(TiffDirectory?);
        var isAdobe = false;
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
                var (x, y) = across > 0 ? (across, down) : (exif?.Across ?? 0, exif?.Down ?? 0);
                return width == 0 || height == 0 ? null : ((width, height, data[5]), x, y, exif?.Orientation ?? Orientation.TopLeft, isAdobe, at + 2 + length);
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
            else if (marker == Application1 && exif is null && data.StartsWith("Exif\0\0"u8))
            {
                exif = TiffHeader.First(data[6..]);
            }

            isAdobe |= marker == Application14 && data.StartsWith("Adobe"u8);
            at += 2 + length;
        }

        return null;
    }

    /// <summary>SOF0 to SOF15; three markers in between are something else.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
