using System.Runtime.InteropServices;

namespace Extractor.Pipeline.Intake;

/// <summary>What stands at a path.</summary>
public enum FileKind { Nothing, RegularFile, Folder, Other }

/// <summary>Looks without opening: opening a pipe waits for ever.</summary>
public static partial class FileKinds
{
    private const int AtCurrentFolder = -100;
    private const uint TypeMask = 0x0001;

    /// <summary>Where struct statx keeps stx_mode, on every architecture; and how large the struct is.</summary>
    private const int ModeOffset = 28, StatxSize = 256;

    private const int TypeBits = 0xF000, RegularType = 0x8000, FolderType = 0x4000;

    /// <summary>Follows symbolic links.</summary>
    public static FileKind Of(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return Directory.Exists(path) ? FileKind.Folder : File.Exists(path) ? FileKind.RegularFile : FileKind.Nothing;
        }

        Span<byte> status = stackalloc byte[StatxSize];
        if (Statx(AtCurrentFolder, path, 0, TypeMask, ref MemoryMarshal.GetReference(status)) != 0)
        {
            return FileKind.Nothing;
        }

        return (MemoryMarshal.Read<ushort>(status[ModeOffset..]) & TypeBits) switch
        {
            RegularType => FileKind.RegularFile,
            FolderType => FileKind.Folder,
            _ => FileKind.Other,
        };
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, ref byte status);
}
