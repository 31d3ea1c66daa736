using Extractor.Pipeline.Ledger;
using Microsoft.Win32.SafeHandles;

namespace Extractor.Pipeline.Watching;

/// <summary>What stands at a name in an inbox.</summary>
internal enum FoundKind
{
    File,

    /// <summary>What systems and programs leave behind, and what is still being written under another name.</summary>
    Junk,

    /// <summary>A link, a pipe, a device, a socket.</summary>
    NotAFile,

    /// <summary>A folder that cannot be looked into: what is in it is not known, not gone.</summary>
    ClosedFolder,
}

/// <param name="Detail">Where it cannot be looked into, why.</param>
internal readonly record struct Found(FilePath Path, FoundKind Kind, FileStamp Stamp, string Detail = "");

/// <summary>The folder that is watched, and what is below it.</summary>
internal sealed class InboxTree(string root)
{
    /// <summary>Each level takes a handle.</summary>
    private const int MostLevels = 200;

    /// <summary>Calls for every entry below the inbox, folder by folder, by the order of the names' bytes.</summary>
    /// <exception cref="PosixException">The inbox itself cannot be looked into.</exception>
    public void Walk(Action<Found> found)
    {
        using var handle = Posix.OpenRoot(root);
        WalkFolder(handle, default, 1, found);
    }

    /// <summary>Opens a file to read, never through a link.</summary>
    /// <exception cref="PosixException">It is not there, or cannot be opened.</exception>
    public SafeFileHandle Open(FilePath path)
    {
        using var parent = OpenParent(path);
        return Posix.OpenFile(parent, path.Name);
    }

    /// <exception cref="PosixException">It is not there, or cannot be looked at.</exception>
    public FileStatus Status(FilePath path)
    {
        using var parent = OpenParent(path);
        return Posix.Status(parent, path.Name);
    }

    /// <summary>The folder in which a file is.</summary>
    /// <exception cref="PosixException">It is not there, or cannot be opened.</exception>
    public SafeFileHandle OpenParent(FilePath path)
    {
        var handle = Posix.OpenRoot(root);
        try
        {
            for (var rest = path.Bytes; rest.IndexOf((byte)'/') is >= 0 and var slash; rest = rest[(slash + 1)..])
            {
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

    /// <summary>Is a folder the inbox or anywhere below it, by whatever links it was named? Also one that is still to be made.</summary>
    public bool Holds(string folder)
    {
        FileStatus own;
        using (var handle = Posix.OpenRoot(root))
        {
            own = Posix.Status(handle);
        }

        while (!Directory.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder) ?? "/";
        }

        var at = Posix.OpenRoot(folder);
        while (true)
        {
            var here = Posix.Status(at);
            if ((here.Device, here.Inode) == (own.Device, own.Inode))
            {
                at.Dispose();
                return true;
            }

            var above = Posix.OpenFolder(at, ".."u8);
            at.Dispose();
            at = above;
            var next = Posix.Status(at);
            if ((next.Device, next.Inode) == (here.Device, here.Inode))
            {
                at.Dispose();
                return false;
            }
        }
    }

    private static void WalkFolder(SafeFileHandle folder, FilePath path, int level, Action<Found> found)
    {
        var names = Posix.Names(folder);
        names.Sort((left, right) => left.AsSpan().SequenceCompareTo(right));
        foreach (var name in names)
        {
            var inner = path.Append(name);
            if (Junk.Is(name))
            {
                found(new Found(inner, FoundKind.Junk, default));
                continue;
            }

            FileStatus status;
            try
            {
                status = Posix.Status(folder, name);
            }
            catch (PosixException gone) when (gone.Error == Posix.NoEntry)
            {
                continue;
            }
            catch (PosixException denied)
            {
                found(new Found(inner, FoundKind.ClosedFolder, default, denied.Message));
                continue;
            }

            if (status.IsFolder)
            {
                Descend(folder, name, inner, level, found);
            }
            else
            {
                found(new Found(inner, status.IsRegular ? FoundKind.File : FoundKind.NotAFile, status.Stamp));
            }
        }
    }

    private static void Descend(SafeFileHandle folder, byte[] name, FilePath path, int level, Action<Found> found)
    {
        if (level == MostLevels)
        {
            found(new Found(path, FoundKind.ClosedFolder, default, $"more than {MostLevels} folders deep"));
            return;
        }

        try
        {
            using var handle = Posix.OpenFolder(folder, name);
            WalkFolder(handle, path, level + 1, found);
        }
        catch (PosixException gone) when (gone.Error is Posix.NoEntry)
        {
            // Removed just now: it is told as any other that is gone.
        }
        catch (PosixException denied)
        {
            found(new Found(path, FoundKind.ClosedFolder, default, denied.Message));
        }
    }
}
