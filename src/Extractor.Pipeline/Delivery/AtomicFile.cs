using System.Buffers;
using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Extractor.Pipeline.Delivery;

/// <summary>Writes a file whole or not at all: nobody ever sees half of one, and after a power cut it is there or not.</summary>
public static partial class AtomicFile
{
    /// <summary>
    /// Temporary file in the same folder, fsync, rename, fsync of the folder. A file of that name is replaced.
    /// </summary>
    /// <exception cref="IOException">It could not be written; no part of it is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, ReadOnlySequence<byte> bytes)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var temporary = Path.Combine(folder, TemporaryName(Path.GetFileName(path)));
        try
        {
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                WriteAll(file, bytes);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        FlushFolder(folder);
    }

    private static void WriteAll(FileStream file, ReadOnlySequence<byte> bytes)
    {
        foreach (var part in bytes)
        {
            WriteTo(file, part.Span);
        }
    }

    /// <exception cref="IOException">It could not be written, for whatever reason.</exception>
    internal static void WriteTo(FileStream file, ReadOnlySpan<byte> bytes)
    {
        try
        {
            file.Write(bytes);
        }
        catch (ArgumentOutOfRangeException)
        {
            // What .NET makes of EFBIG, the answer of a file system or of a limit on the size of files.
            throw new IOException($"{bytes.Length} bytes are more than a file may have here.", WriteFailure.FileTooLarge);
        }
    }

    /// <summary>
    /// Short, since the name itself may fill the 255 bytes that a file system allows, and the same on every run, so that
    /// what a killed program left behind is overwritten by the next.
    /// </summary>
    private static string TemporaryName(string name) =>
        $".{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..16]}.tmp";

    /// <summary>A rename lasts only once its folder is on the disk; .NET has no call for that.</summary>
    /// <exception cref="IOException">The folder cannot be opened or synced.</exception>
    internal static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(folder, 0);
        if (descriptor < 0)
        {
            throw new IOException($"{folder}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");
        }

        try
        {
            if (Flush(descriptor) != 0)
            {
                throw new IOException($"{folder}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Flush(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
