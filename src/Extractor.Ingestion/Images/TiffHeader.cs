using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Extractor.Ingestion.Images;

/// <summary>The sizes of the pictures in a TIFF (revision 6.0): one directory each, in a chain. EXIF is the same without the pictures.</summary>
internal static class TiffHeader
{
    private const int EntrySize = 12;

    private const ushort ImageWidth = 256, ImageLength = 257, Packing = 259, Turn = 274, XResolution = 282, YResolution = 283, ResolutionUnit = 296, SubfileType = 254;

    private const ushort Short = 3, Long = 4, Rational = 5;

    private const int Centimetres = 3;

    /// <summary>Smaller copies of other pages are left out. Ends where the chain is broken or goes round, or after one more than <paramref name="most"/>.</summary>
    public static ImmutableArray<TiffDirectory> Read(ReadOnlySpan<byte> tiff, int most)
    {
        var little = tiff[0] == (byte)'I';
        var seen = new HashSet<uint>();
        var pages = ImmutableArray.CreateBuilder<TiffDirectory>();
        var next = UInt32(tiff, 4, little);
        while (next > 0 && pages.Count <= most && seen.Count <= 2 * most && seen.Add(next) && next <= (uint)tiff.Length - 2)
        {
            var at = (int)next;
            int count = UInt16(tiff, at, little);
            if (tiff.Length - at - 2 < (EntrySize * count) + 4)
            {
                break;
            }

            if (Directory(tiff, at + 2, count, little) is { IsSmallerCopy: false, Width: > 0 and <= int.MaxValue, Height: > 0 and <= int.MaxValue } page)
            {
                pages.Add(page);
            }

            next = UInt32(tiff, at + 2 + (EntrySize * count), little);
        }

        return pages.ToImmutable();
    }

    /// <summary>The first directory; null where there is none.</summary>
    public static TiffDirectory? First(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 10 || !(tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8)))
        {
            return null;
        }

        var little = tiff[0] == (byte)'I';
        var at = UInt32(tiff, 4, little);
        if (at > tiff.Length - 2)
        {
            return null;
        }

        int count = UInt16(tiff, (int)at, little);
        return tiff.Length - at - 2 < EntrySize * count ? null : Directory(tiff, (int)at + 2, count, little);
    }

    private static TiffDirectory Directory(ReadOnlySpan<byte> tiff, int entries, int count, bool little)
    {
        long width = 0, height = 0, unit = 0, turn = 0, packing = 1, kind = 0;
        double across = 0, down = 0;
        for (var at = entries; at < entries + (EntrySize * count); at += EntrySize)
        {
            switch (UInt16(tiff, at, little))
            {
                case SubfileType: kind = Whole(tiff, at, little); break;
                case ImageWidth: width = Whole(tiff, at, little); break;
                case ImageLength: height = Whole(tiff, at, little); break;
                case Packing: packing = Whole(tiff, at, little); break;
                case Turn: turn = Whole(tiff, at, little); break;
                case XResolution: across = Ratio(tiff, at, little); break;
                case YResolution: down = Ratio(tiff, at, little); break;
                case ResolutionUnit: unit = Whole(tiff, at, little); break;
            }
        }

        if (unit == Centimetres)
        {
            (across, down) = (PictureSize.FromDotsPerCentimetre(across), PictureSize.FromDotsPerCentimetre(down));
        }

        return new TiffDirectory(width, height, across, down, Orientations.Of(turn), packing, (kind & 1) == 1);
    }

    private static long Whole(ReadOnlySpan<byte> tiff, int entry, bool little) => UInt16(tiff, entry + 2, little) switch
    {
        Short => UInt16(tiff, entry + 8, little),
        Long => UInt32(tiff, entry + 8, little),
        _ => 0,
    };

    private static double Ratio(ReadOnlySpan<byte> tiff, int entry, bool little)
    {
        var at = UInt32(tiff, entry + 8, little);
        if (UInt16(tiff, entry + 2, little) != Rational || at > tiff.Length - 8)
        {
            return 0;
        }

        var below = UInt32(tiff, (int)at + 4, little);
        return below == 0 ? 0 : (double)UInt32(tiff, (int)at, little) / below;
    }

    private static ushort UInt16(ReadOnlySpan<byte> tiff, int at, bool little) => little
        ? BinaryPrimitives.ReadUInt16LittleEndian(tiff[at..]) : BinaryPrimitives.ReadUInt16BigEndian(tiff[at..]);

    private static uint UInt32(ReadOnlySpan<byte> tiff, int at, bool little) =>
        tiff.Length < at + 4 ? 0
        : little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[at..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[at..]);
}

/// <summary>What a directory says of its picture.</summary>
/// <param name="Width">In pixels, as <paramref name="Height"/>; 0 where it does not say.</param>
/// <param name="Across">Dots an inch, as <paramref name="Down"/>; 0 where it does not say.</param>
/// <param name="Compression">The number of the scheme; 1 where there is none.</param>
/// <param name="IsSmallerCopy">It is a thumbnail of another page.</param>
internal readonly record struct TiffDirectory(
    long Width, long Height, double Across, double Down, Orientation Orientation, long Compression, bool IsSmallerCopy)
{
    public PictureSize Size => PictureSize.OfDots(Width, Height, Across, Down, Orientation);
}
