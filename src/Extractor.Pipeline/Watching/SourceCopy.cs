using Extractor.Core.Pages;
using Extractor.Pipeline.Jobs;
using Extractor.Pipeline.Ledger;
using Microsoft.Win32.SafeHandles;

namespace Extractor.Pipeline.Watching;

/// <summary>What came of taking a file.</summary>
internal abstract record Taking;

internal sealed record Taken(NewContent Content) : Taking;

/// <summary>It changed, or is not whole: to be looked at again.</summary>
internal sealed record NotYet : Taking;

internal sealed record Gone : Taking;

internal sealed record RefusedSource(Failed Why) : Taking;

/// <summary>
/// Copies a source into the store while hashing it. What is read later is the copy, never the source: whoever writes to it
/// meanwhile changes nothing.
/// </summary>
internal sealed class SourceCopy(InboxTree tree, ContentFolder blobs, WatchSettings settings, Action<Step> steps)
{
    private const int ChunkSize = 128 * 1024;

    private readonly byte[] _chunk = new byte[ChunkSize];

    /// <param name="stamp">That it had when it was found stable.</param>
    /// <param name="quiet">How long it has not changed.</param>
    /// <exception cref="IOException">The store cannot be written to.</exception>
    public Taking Take(FilePath path, FileStamp stamp, TimeSpan quiet)
    {
        try
        {
            // Looked at before it is opened: to open a device is to use it.
            if (tree.Status(path) is not { IsRegular: true } named || named.Stamp != stamp)
            {
                return new NotYet();
            }

            using var source = tree.Open(path);
            var status = Posix.Status(source);
            return !status.IsRegular || status.Stamp != stamp ? new NotYet()
                : stamp.Size > settings.LargestFile
                    ? new RefusedSource(new Failed(FailureReason.TooLarge, $"{stamp.Size / 1_000_000} MB, more than {settings.LargestFile / 1_000_000} MB"))
                : quiet < settings.Patience && !LooksWhole(source, path, stamp.Size) ? new NotYet()
                : Copy(source, path, stamp);
        }
        catch (PosixException gone) when (gone.Error is Posix.NoEntry or Posix.NotAFolder)
        {
            return new Gone();
        }
        catch (PosixException replaced) when (replaced.Error == Posix.LinkLoop)
        {
            return new NotYet();
        }
        catch (PosixException denied)
        {
            return new RefusedSource(new Failed(FailureReason.NotReadable, denied.Message));
        }
        catch (UnreadableSourceException unreadable)
        {
            return new RefusedSource(new Failed(FailureReason.NotReadable, unreadable.Message));
        }
    }

    private Taking Copy(SafeFileHandle source, FilePath path, FileStamp stamp)
    {
        using var copy = blobs.Begin();
        for (int got; (got = Read(source, _chunk, copy.Length)) > 0;)
        {
            copy.Write(_chunk.AsSpan(0, got));
            if (copy.Length > stamp.Size)
            {
                return new NotYet();
            }
        }

        steps(Step.Copied);

        // The open file, and what stands at the name now: either may have changed while it was copied.
        if (copy.Length != stamp.Size || Posix.Status(source).Stamp != stamp || tree.Status(path).Stamp != stamp)
        {
            return new NotYet();
        }

        return new Taken(new NewContent(copy.End(), copy.Length));
    }

    /// <summary>
    /// Does it begin and end as files of its kind do? Where the kind is not known, or has no end mark, nothing is said
    /// against it; where the name says PDF and the content nothing, it is still to be written.
    /// </summary>
    private static bool LooksWhole(SafeFileHandle source, FilePath path, long size)
    {
        var start = Part(source, 0, Signature.BytesNeeded);
        return Signature.Of(start).Kind switch
        {
            ContentKind.Pdf => Part(source, size - 2048, 2048).AsSpan() is var end && (end.IndexOf("%%EOF"u8) >= 0 || end.IndexOf("startxref"u8) >= 0),
            ContentKind.Zip => Part(source, size - 66_000, 66_000).AsSpan().IndexOf("PK\x05\x06"u8) >= 0,
            ContentKind.Png => Part(source, size - 64, 64).AsSpan().IndexOf("IEND"u8) >= 0,
            ContentKind.Jpeg => Part(source, size - 2048, 2048).AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0,
            ContentKind.Other => size > 0 && !EndsWithPdf(path.Name),
            _ => true,
        };
    }

    private static bool EndsWithPdf(ReadOnlySpan<byte> name) =>
        name.Length > 4 && System.Text.Ascii.EqualsIgnoreCase(name[^4..], ".pdf"u8);

    private static byte[] Part(SafeFileHandle source, long from, int most)
    {
        var part = new byte[most];
        return part[..Read(source, part, Math.Max(0, from))];
    }

    private static int Read(SafeFileHandle source, byte[] buffer, long from)
    {
        try
        {
            return RandomAccess.Read(source, buffer, from);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableSourceException(broken.Message);
        }
    }

    /// <summary>The source failed, not the store.</summary>
    private sealed class UnreadableSourceException(string message) : Exception(message);
}
