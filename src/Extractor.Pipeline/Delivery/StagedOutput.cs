using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Extractor.Pipeline.Delivery;

/// <summary>
/// Makes a file or a folder aside and puts it in its place when it is whole: whoever looks sees the old one or the new
/// one, never a part. For what is too large for memory (<see cref="AtomicFile"/> takes bytes).
/// </summary>
public static partial class StagedOutput
{
    private const int CurrentFolder = -100;

    /// <summary>RENAME_EXCHANGE of renameat2(2).</summary>
    private const uint Exchange = 2;

    /// <summary>Makes a file; one that stands at the path is replaced.</summary>
    /// <param name="make">Is given a path in a folder of its own, in which it may also put what it needs meanwhile.</param>
    /// <exception cref="IOException">It could not be written; no part of it is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void WriteFile(string path, Action<string> make) => Stage(path, stage =>
    {
        var made = Path.Combine(stage, "made");
        make(made);
        Flush(made);
        File.Move(made, path, overwrite: true);
    });

    /// <summary>Makes a folder; one that stands at the path is replaced, where it may be.</summary>
    /// <param name="path">Without a slash at its end.</param>
    /// <param name="fill">Is given an empty folder.</param>
    /// <param name="mayReplace">Is the folder that stands there, which is not empty, one of those that may be replaced?</param>
    /// <exception cref="IOException">It could not be written, or something else stands there; no part of it is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void WriteFolder(string path, Action<string> fill, Func<string, bool> mayReplace)
    {
        if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any() && !mayReplace(path)))
        {
            throw new IOException($"{path} is there already and was not made by an export: it is not replaced.");
        }

        Stage(path, stage =>
        {
            var made = Path.Combine(stage, "made");
            Directory.CreateDirectory(made);
            fill(made);
            FlushAll(made);
            Put(made, path);
        });
    }

    /// <summary>
    /// Works in a folder beside the output, on the same file system. Its name holds that of the process, so that nobody
    /// gets in another's way; what a process left that was killed is removed by the next.
    /// </summary>
    private static void Stage(string path, Action<string> work)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var mark = $".{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFileName(path))))[..16]}-";
        Directory.CreateDirectory(folder);
        RemoveLeftBehind(folder, mark);
        var stage = Path.Combine(folder, $"{mark}{Environment.ProcessId}.tmp");
        Directory.CreateDirectory(stage);
        try
        {
            work(stage);
        }
        finally
        {
            Directory.Delete(stage, recursive: true);
        }

        AtomicFile.FlushFolder(folder);
    }

    private static void RemoveLeftBehind(string folder, string mark)
    {
        foreach (var left in Directory.EnumerateDirectories(folder, mark + "*.tmp"))
        {
            var owner = Path.GetFileNameWithoutExtension(left)[mark.Length..];
            if (owner == Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture) || !Directory.Exists("/proc/" + owner))
            {
                Directory.Delete(left, recursive: true);
            }
        }
    }

    /// <summary>Renames the folder, or has it change places with the one that stands there, which stays behind in the stage.</summary>
    private static void Put(string made, string path)
    {
        if (!Directory.Exists(path))
        {
            Directory.Move(made, path);
            return;
        }

        if (!OperatingSystem.IsLinux() || Rename(CurrentFolder, Path.GetFullPath(made), CurrentFolder, Path.GetFullPath(path), Exchange) != 0)
        {
            // A file system that cannot change places: for a moment there is no folder, and never half of one.
            Directory.Move(path, made + ".before");
            Directory.Move(made, path);
        }
    }

    private static void FlushAll(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            Flush(file);
        }

        foreach (var inner in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories).Append(folder))
        {
            AtomicFile.FlushFolder(inner);
        }
    }

    private static void Flush(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        file.Flush(flushToDisk: true);
    }

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Rename(int oldFolder, string oldPath, int newFolder, string newPath, uint flags);
}
