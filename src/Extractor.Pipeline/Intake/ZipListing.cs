using System.Buffers.Binary;
using System.Collections.Immutable;
using Extractor.Pipeline.Jobs;

namespace Extractor.Pipeline.Intake;

/// <summary>An entry as the directory of a ZIP lists it.</summary>
/// <param name="Index">Its place in the directory, from 0.</param>
/// <param name="Name">As it is written, with slashes.</param>
internal sealed record ZipItem(int Index, string Name, long Length, long CompressedLength, bool IsEncrypted);

/// <summary>
/// The directory of a ZIP file (APPNOTE 6.3.10), read without unpacking anything, and only as far as the limits go: whoever
/// lists archives is not one of the workers, which may die of one.
/// </summary>
/// <param name="IsDocument">It is no archive to a person: a workbook or a text document.</param>
/// <param name="Refused">Why nothing of it is unpacked; null where it is safe to.</param>
internal sealed record ZipListing(ImmutableArray<ZipItem> Items, bool IsDocument, Failed? Refused)
{
    private const int MostItems = 10_000;

    private const long LargestDirectory = 20_000_000, LargestExpansion = 2L << 30;

    private const uint EndMark = 0x06054b50, LongEndMark = 0x06064b50, LongEndLocatorMark = 0x07064b50, ItemMark = 0x02014b50;

    private const int EndSize = 22, LongEndLocatorSize = 20, LongEndSize = 56, ItemSize = 46, LongestComment = 65_535;

    private const ushort Encrypted = 1, Utf8Name = 1 << 11, LongSizes = 0x0001;

    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ZipListing Of(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            return Of(file);
        }
        catch (Exception wrong) when (wrong is EndOfStreamException or InvalidDataException or ArgumentOutOfRangeException or OverflowException)
        {
            return new ZipListing([], false, new Failed(FailureReason.Damaged, wrong.Message));
        }
    }

    private static ZipListing Of(FileStream file)
    {
        var (count, size, offset) = End(file);
        if (count > MostItems || size > LargestDirectory)
        {
            return new ZipListing([], false, new Failed(FailureReason.TooLarge, $"{count} entries, more than {MostItems}"));
        }

        var items = ReadItems(ReadAt(file, offset, (int)size), (int)count);
        var expanded = items.Sum(item => item.Length);

        // The data of one entry can be listed for many.
        var overlaps = items.Sum(item => item.CompressedLength) > file.Length;
        var isDocument = items.Any(item => item.Name == "[Content_Types].xml") || items is [{ Name: "mimetype" }, ..];
        return new ZipListing(items, isDocument, expanded > LargestExpansion || overlaps
            ? new Failed(FailureReason.ExpandsTooFar, overlaps ? "its entries overlap" : $"{expanded / 1_000_000} MB, more than {LargestExpansion / 1_000_000} MB")
            : null);
    }

    /// <summary>How many entries there are, and where they are listed.</summary>
    private static (long Count, long Size, long Offset) End(FileStream file)
    {
        var tail = ReadAt(file, Math.Max(0, file.Length - EndSize - LongestComment), (int)Math.Min(file.Length, EndSize + LongestComment));
        var at = tail.Length - EndSize;
        while (at >= 0 && BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) != EndMark)
        {
            at--;
        }

        if (at < 0)
        {
            throw new InvalidDataException("It has no directory: it may be cut off.");
        }

        var end = tail.AsSpan(at);
        var (count, size, offset) = (
            BinaryPrimitives.ReadUInt16LittleEndian(end[10..]), BinaryPrimitives.ReadUInt32LittleEndian(end[12..]), BinaryPrimitives.ReadUInt32LittleEndian(end[16..]));
        var locator = file.Length - tail.Length + at - LongEndLocatorSize;
        if ((count == ushort.MaxValue || size == uint.MaxValue || offset == uint.MaxValue) && locator >= 0)
        {
            var place = ReadAt(file, locator, LongEndLocatorSize);
            if (BinaryPrimitives.ReadUInt32LittleEndian(place) == LongEndLocatorMark)
            {
                var longEnd = ReadAt(file, (long)BinaryPrimitives.ReadUInt64LittleEndian(place.AsSpan(8)), LongEndSize);
                return BinaryPrimitives.ReadUInt32LittleEndian(longEnd) == LongEndMark
                    ? ((long)BinaryPrimitives.ReadUInt64LittleEndian(longEnd.AsSpan(32)), (long)BinaryPrimitives.ReadUInt64LittleEndian(longEnd.AsSpan(40)),
                        (long)BinaryPrimitives.ReadUInt64LittleEndian(longEnd.AsSpan(48)))
                    : throw new InvalidDataException("Its directory is not where it should be.");
            }
        }

        return (count, size, offset);
    }

    private static ImmutableArray<ZipItem> ReadItems(ReadOnlySpan<byte> directory, int count)
    {
        var items = ImmutableArray.CreateBuilder<ZipItem>(count);
        for (var index = 0; index < count; index++)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(directory) != ItemMark)
            {
                throw new InvalidDataException("Its directory is damaged.");
            }

            var flags = BinaryPrimitives.ReadUInt16LittleEndian(directory[8..]);
            long compressed = BinaryPrimitives.ReadUInt32LittleEndian(directory[20..]), length = BinaryPrimitives.ReadUInt32LittleEndian(directory[24..]);
            int nameSize = BinaryPrimitives.ReadUInt16LittleEndian(directory[28..]), extraSize = BinaryPrimitives.ReadUInt16LittleEndian(directory[30..]);
            var name = directory.Slice(ItemSize, nameSize);
            WidenSizes(directory.Slice(ItemSize + nameSize, extraSize), ref length, ref compressed);
            items.Add(new ZipItem(
                index, ZipNames.Decode(name, (flags & Utf8Name) != 0).Replace('\\', '/'), length, compressed, (flags & Encrypted) != 0));
            directory = directory[(ItemSize + nameSize + extraSize + BinaryPrimitives.ReadUInt16LittleEndian(directory[32..]))..];
        }

        return items.ToImmutable();
    }

    /// <summary>Sizes that do not fit into four bytes stand in an extra field, those that do not fit alone.</summary>
    private static void WidenSizes(ReadOnlySpan<byte> extra, ref long length, ref long compressed)
    {
        while (extra.Length >= 4)
        {
            int id = BinaryPrimitives.ReadUInt16LittleEndian(extra), size = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            var field = extra.Slice(4, Math.Min(size, extra.Length - 4));
            if (id == LongSizes)
            {
                if (length == uint.MaxValue)
                {
                    length = checked((long)BinaryPrimitives.ReadUInt64LittleEndian(field));
                    field = field[8..];
                }

                if (compressed == uint.MaxValue)
                {
                    compressed = checked((long)BinaryPrimitives.ReadUInt64LittleEndian(field));
                }
            }

            extra = extra[Math.Min(4 + size, extra.Length)..];
        }
    }

    private static byte[] ReadAt(FileStream file, long offset, int count)
    {
        var bytes = new byte[count];
        file.Position = offset;
        file.ReadExactly(bytes);
        return bytes;
    }
}
