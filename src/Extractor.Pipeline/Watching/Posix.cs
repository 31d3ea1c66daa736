using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Extractor.Pipeline.Watching;

/// <summary>
/// The calls of Linux that .NET does not give: names as bytes, folders as handles below which nothing leads out, and no
/// link ever followed.
/// </summary>
internal static partial class Posix
{
    public const int NotPermitted = 1, NoEntry = 2, AccessDenied = 13, FileExists = 17, OtherDevice = 18, NotAFolder = 20, LinkLoop = 40;

    private const int CurrentFolder = -100, NoFollow = 0x100, EmptyPath = 0x1000;

    private const uint BasicMask = 0x07ff;

    private const int StatxSize = 256, ModeOffset = 28, InodeOffset = 32, SizeOffset = 40, ModifiedOffset = 112, DeviceOffset = 136;

    private const int ReadOnly = 0, WriteNewOnly = 0x1 | 0x40 | 0x80, NonBlocking = 0x800, CloseOnExec = 0x80000;

    private static readonly bool IsArm = RuntimeInformation.ProcessArchitecture == Architecture.Arm64;

    private static readonly int FolderOnly = IsArm ? 0x4000 : 0x10000, NoFollowing = IsArm ? 0x8000 : 0x20000;

    /// <summary>A folder where the user named it: here links are followed.</summary>
    /// <exception cref="PosixException">It cannot be opened.</exception>
    public static SafeFileHandle OpenRoot(string path) =>
        Checked(OpenAt(CurrentFolder, Terminated(System.Text.Encoding.UTF8.GetBytes(path)), ReadOnly | FolderOnly | CloseOnExec, 0), path);

    public static SafeFileHandle OpenFolder(SafeFileHandle parent, ReadOnlySpan<byte> name) =>
        Checked(OpenAt(Number(parent), Terminated(name), ReadOnly | FolderOnly | NoFollowing | CloseOnExec, 0), name);

    /// <summary>To read; a pipe does not wait for its writer.</summary>
    public static SafeFileHandle OpenFile(SafeFileHandle parent, ReadOnlySpan<byte> name) =>
        Checked(OpenAt(Number(parent), Terminated(name), ReadOnly | NonBlocking | NoFollowing | CloseOnExec, 0), name);

    /// <summary>To write; it must not be there yet.</summary>
    public static SafeFileHandle CreateFile(SafeFileHandle parent, ReadOnlySpan<byte> name) =>
        Checked(OpenAt(Number(parent), Terminated(name), WriteNewOnly | NoFollowing | CloseOnExec, 0b110_110_110), name);

    public static void MakeFolder(SafeFileHandle parent, ReadOnlySpan<byte> name)
    {
        if (MakeDirectoryAt(Number(parent), Terminated(name), 0b111_111_111) != 0 && Marshal.GetLastPInvokeError() is var error && error != FileExists)
        {
            throw new PosixException(error, name);
        }
    }

    /// <summary>Of the entry itself, never of what it links to.</summary>
    public static FileStatus Status(SafeFileHandle parent, ReadOnlySpan<byte> name) => StatusAt(Number(parent), Terminated(name), NoFollow, name);

    public static FileStatus Status(SafeFileHandle opened) => StatusAt(Number(opened), [0], EmptyPath, []);

    public static bool Exists(SafeFileHandle parent, ReadOnlySpan<byte> name)
    {
        try
        {
            Status(parent, name);
            return true;
        }
        catch (PosixException missing) when (missing.Error == NoEntry)
        {
            return false;
        }
    }

    /// <summary>Never over a file that is there.</summary>
    public static void Rename(SafeFileHandle from, ReadOnlySpan<byte> name, SafeFileHandle to, ReadOnlySpan<byte> newName)
    {
        const uint noReplace = 1;
        const int invalid = 22, noSuchCall = 38;
        if (RenameAt(Number(from), Terminated(name), Number(to), Terminated(newName), noReplace) == 0)
        {
            return;
        }

        var error = Marshal.GetLastPInvokeError();
        if (error is not (invalid or noSuchCall))
        {
            throw new PosixException(error, name);
        }

        // Shares know no such flag. What stands there is seen, if not in the instant between.
        if (Exists(to, newName))
        {
            throw new PosixException(FileExists, newName);
        }

        if (RenameAt(Number(from), Terminated(name), Number(to), Terminated(newName), 0) != 0)
        {
            throw new PosixException(Marshal.GetLastPInvokeError(), name);
        }
    }

    public static void Delete(SafeFileHandle parent, ReadOnlySpan<byte> name)
    {
        if (UnlinkAt(Number(parent), Terminated(name), 0) != 0)
        {
            throw new PosixException(Marshal.GetLastPInvokeError(), name);
        }
    }

    public static void Sync(SafeFileHandle opened)
    {
        if (Fsync(Number(opened)) != 0)
        {
            throw new PosixException(Marshal.GetLastPInvokeError(), []);
        }
    }

    /// <summary>A second name for a file. False where the file system has no such thing.</summary>
    public static bool TryLink(string from, string to) => Link(from, to) == 0;

    /// <summary>The names in a folder, but not those of itself and the one above it.</summary>
    public static List<byte[]> Names(SafeFileHandle folder)
    {
        const int lengthOffset = 16, nameOffset = 19;
        var names = new List<byte[]>();
        var buffer = new byte[64 * 1024];
        int got;
        while ((got = (int)GetEntries(Number(folder), buffer, (nuint)buffer.Length)) > 0)
        {
            for (var rest = buffer.AsSpan(0, got); !rest.IsEmpty; rest = rest[MemoryMarshal.Read<ushort>(rest[lengthOffset..])..])
            {
                var name = rest[nameOffset..];
                name = name[..name.IndexOf((byte)0)];
                if (!name.SequenceEqual("."u8) && !name.SequenceEqual(".."u8))
                {
                    names.Add(name.ToArray());
                }
            }
        }

        return got == 0 ? names : throw new PosixException(Marshal.GetLastPInvokeError(), []);
    }

    private static FileStatus StatusAt(int folder, byte[] name, int flags, ReadOnlySpan<byte> shown)
    {
        Span<byte> status = stackalloc byte[StatxSize];
        return Statx(folder, name, flags, BasicMask, ref MemoryMarshal.GetReference(status)) == 0
            ? new FileStatus(
                MemoryMarshal.Read<ushort>(status[ModeOffset..]),
                MemoryMarshal.Read<long>(status[SizeOffset..]),
                unchecked((MemoryMarshal.Read<long>(status[ModifiedOffset..]) * 1_000_000_000) + MemoryMarshal.Read<uint>(status[(ModifiedOffset + 8)..])),
                MemoryMarshal.Read<ulong>(status[InodeOffset..]),
                MemoryMarshal.Read<ulong>(status[DeviceOffset..]))
            : throw new PosixException(Marshal.GetLastPInvokeError(), shown);
    }

    private static byte[] Terminated(ReadOnlySpan<byte> name) => [.. name, 0];

    private static int Number(SafeFileHandle handle) => (int)handle.DangerousGetHandle();

    private static SafeFileHandle Checked(int descriptor, ReadOnlySpan<byte> name) => descriptor >= 0
        ? new SafeFileHandle(descriptor, ownsHandle: true)
        : throw new PosixException(Marshal.GetLastPInvokeError(), name);

    private static SafeFileHandle Checked(int descriptor, string path) => Checked(descriptor, System.Text.Encoding.UTF8.GetBytes(path));

    [LibraryImport("libc", EntryPoint = "openat", SetLastError = true)]
    private static partial int OpenAt(int folder, [In] byte[] name, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "mkdirat", SetLastError = true)]
    private static partial int MakeDirectoryAt(int folder, [In] byte[] name, uint mode);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true)]
    private static partial int Statx(int folder, [In] byte[] name, int flags, uint mask, ref byte status);

    [LibraryImport("libc", EntryPoint = "getdents64", SetLastError = true)]
    private static partial nint GetEntries(int folder, [Out] byte[] entries, nuint size);

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true)]
    private static partial int RenameAt(int from, [In] byte[] name, int to, [In] byte[] newName, uint flags);

    [LibraryImport("libc", EntryPoint = "unlinkat", SetLastError = true)]
    private static partial int UnlinkAt(int folder, [In] byte[] name, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string from, string to);
}

/// <param name="Mode">Kind and rights, as stat(2) has them.</param>
/// <param name="Modified">Nanoseconds since 1970.</param>
/// <param name="Device">Of the file system that it is on.</param>
internal readonly record struct FileStatus(ushort Mode, long Size, long Modified, ulong Inode, ulong Device)
{
    private const int KindBits = 0xF000, Regular = 0x8000, Directory = 0x4000;

    public bool IsRegular => (Mode & KindBits) == Regular;

    public bool IsFolder => (Mode & KindBits) == Directory;

    public Ledger.FileStamp Stamp => new(Size, Modified, Inode);
}

/// <summary>A call of the system failed.</summary>
internal sealed class PosixException : IOException
{
    public PosixException(int error, ReadOnlySpan<byte> name)
        : base($"{Ledger.FilePath.Show(name)}: {new Win32Exception(error).Message}".TrimStart(':', ' ')) => (Error, HResult) = (error, error);

    /// <summary>errno.</summary>
    public int Error { get; }
}
