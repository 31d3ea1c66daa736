using System.IO.Compression;

namespace Extractor.Pipeline.Intake;

/// <summary>Unpacks entries of ZIP files into memory, never to a disk.</summary>
public static class ZipContent
{
    /// <summary>How many bytes an entry says that it has.</summary>
    /// <exception cref="InvalidDataException">The archive is damaged.</exception>
    public static long Length(string archive, int index)
    {
        using var zip = Open(archive);
        return zip.Entries[index].Length;
    }

    /// <summary>All bytes of an entry.</summary>
    /// <param name="index">Its place in the archive's directory, from 0.</param>
    /// <exception cref="InvalidDataException">It is damaged, or compressed in a way that is not known.</exception>
    public static byte[] Read(string archive, int index)
    {
        using var zip = Open(archive);
        var entry = zip.Entries[index];
        var content = new byte[entry.Length];
        using var stream = entry.Open();
        var got = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        return got == content.Length && stream.ReadByte() < 0
            ? content
            : throw new InvalidDataException("It is not as long as the archive says.");
    }

    /// <summary>Unpacks an entry piece by piece.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or not as long as the archive says.</exception>
    internal static void Read(ZipArchive zip, int index, SpanAction write)
    {
        var entry = zip.Entries[index];
        using var stream = entry.Open();
        var piece = new byte[128 * 1024];
        var left = entry.Length;
        for (int got; (got = stream.Read(piece)) > 0; left -= got)
        {
            if (got > left)
            {
                throw new InvalidDataException("It is longer than the archive says.");
            }

            write(piece.AsSpan(0, got));
        }

        if (left > 0)
        {
            throw new InvalidDataException("It is shorter than the archive says.");
        }
    }

    internal delegate void SpanAction(ReadOnlySpan<byte> piece);

    /// <summary>The first bytes of an entry, or all of a shorter one; none where it cannot be unpacked.</summary>
    internal static byte[] Start(ZipArchive zip, int index, int most)
    {
        try
        {
            var start = new byte[most];
            using var stream = zip.Entries[index].Open();
            return start[..stream.ReadAtLeast(start, most, throwOnEndOfStream: false)];
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }

    internal static ZipArchive Open(string archive) =>
        new(new FileStream(archive, FileMode.Open, FileAccess.Read, FileShare.Read), ZipArchiveMode.Read);
}
