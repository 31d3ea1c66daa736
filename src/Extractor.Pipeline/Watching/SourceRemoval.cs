using Extractor.Pipeline.Ledger;
using Microsoft.Win32.SafeHandles;

namespace Extractor.Pipeline.Watching;

/// <summary>
/// Takes a source away once its document is done: to the folder of processed files, or altogether. Only the very file
/// that was taken: what was written there since stays.
/// </summary>
internal sealed class SourceRemoval(InboxTree tree, WatchSettings settings, ContentFolder blobs, Action<Step> steps)
{
    private const int LongestName = 255;

    /// <returns>False where something else stands there by now.</returns>
    /// <exception cref="IOException">It could not be taken away.</exception>
    public bool Remove(KnownFile file)
    {
        try
        {
            using var parent = tree.OpenParent(file.Path);
            if (!Posix.Exists(parent, file.Path.Name))
            {
                // Taken away by somebody else, or by a watch that was killed, perhaps halfway.
                return DeleteAside(parent, file);
            }

            if (Posix.Status(parent, file.Path.Name).Stamp != file.Stamp)
            {
                return false;
            }

            steps(Step.BeforeSourceRemoval);
            var removed = settings.Completion == Completion.Move ? Move(parent, file) : Delete(parent, file);
            steps(Step.AfterSourceRemoval);
            return removed;
        }
        catch (PosixException gone) when (gone.Error is Posix.NoEntry or Posix.NotAFolder)
        {
            return true;
        }
        catch (PosixException replaced) when (replaced.Error == Posix.LinkLoop)
        {
            return false;
        }
    }

    /// <summary>Out of the way first, where nobody writes to it by its name any more, and then looked at once more.</summary>
    private bool Delete(SafeFileHandle parent, KnownFile file)
    {
        var aside = Aside(file);
        Posix.Rename(parent, file.Path.Name, parent, aside);
        steps(Step.SourceAside);
        if (Posix.Status(parent, aside).Stamp != file.Stamp)
        {
            Posix.Rename(parent, aside, parent, file.Path.Name);
            return false;
        }

        return DeleteAside(parent, file);
    }

    private static bool DeleteAside(SafeFileHandle parent, KnownFile file)
    {
        if (Posix.Exists(parent, Aside(file)))
        {
            Posix.Delete(parent, Aside(file));
            Posix.Sync(parent);
        }

        return true;
    }

    /// <summary>Of this file alone, by its path too: copies of it may stand beside it.</summary>
    private static byte[] Aside(KnownFile file) => System.Text.Encoding.ASCII.GetBytes(
        $".extractor-{file.Sha256![..8]}-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file.Path.Bytes))[..8]}.tmp");

    private bool Move(SafeFileHandle parent, KnownFile file)
    {
        using var target = OpenTarget(file.Path);
        var name = file.Path.Name.ToArray();
        for (var digits = 8; ; digits += 8)
        {
            try
            {
                if (Posix.Exists(target, name))
                {
                    name = Marked(file.Path.Name, file.Sha256![..Math.Min(digits, file.Sha256!.Length)]);
                }

                Posix.Rename(parent, file.Path.Name, target, name);
                Posix.Sync(target);
                Posix.Sync(parent);
                return true;
            }
            catch (PosixException taken) when (taken.Error == Posix.FileExists && digits < 64)
            {
            }
            catch (PosixException elsewhere) when (elsewhere.Error == Posix.OtherDevice)
            {
                return Copy(target, name, file) && Delete(parent, file);
            }
        }
    }

    /// <summary>To another file system: from the store, whose bytes are the source's.</summary>
    private bool Copy(SafeFileHandle target, byte[] name, KnownFile file)
    {
        using var source = File.OpenRead(blobs.PathOf(file.Sha256!));
        var temporary = Aside(file);
        if (Posix.Exists(target, temporary))
        {
            Posix.Delete(target, temporary);
        }

        using (var copy = new FileStream(Posix.CreateFile(target, temporary), FileAccess.Write, bufferSize: 0))
        {
            source.CopyTo(copy);
            copy.Flush(flushToDisk: true);
        }

        Posix.Rename(target, temporary, target, name);
        Posix.Sync(target);
        return true;
    }

    /// <summary>The folder in that of the processed files that its own folder was in the inbox.</summary>
    private SafeFileHandle OpenTarget(FilePath path)
    {
        var handle = Posix.OpenRoot(settings.Processed!);
        try
        {
            for (var rest = path.Bytes; rest.IndexOf((byte)'/') is >= 0 and var slash; rest = rest[(slash + 1)..])
            {
                Posix.MakeFolder(handle, rest[..slash]);
                var inner = Posix.OpenFolder(handle, rest[..slash]);
                handle.Dispose();
                handle = inner;
            }

            return handle;
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary><c>name~a1b2c3d4.pdf</c>, cut to what a file system allows and never inside a character.</summary>
    private static byte[] Marked(ReadOnlySpan<byte> name, string digits)
    {
        var dot = name.LastIndexOf((byte)'.');
        var stem = dot > 0 ? name[..dot] : name;
        var extension = name[stem.Length..];
        byte[] mark = [(byte)'~', .. System.Text.Encoding.ASCII.GetBytes(digits), .. extension];
        var keep = Math.Min(stem.Length, LongestName - mark.Length);
        while (keep > 0 && keep < stem.Length && (stem[keep] & 0xC0) == 0x80)
        {
            keep--;
        }

        return [.. stem[..Math.Max(0, keep)], .. mark];
    }
}
