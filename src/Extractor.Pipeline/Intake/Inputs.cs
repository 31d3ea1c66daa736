using System.Collections.Immutable;
using Extractor.Core.Pages;
using Extractor.Pipeline.Jobs;

namespace Extractor.Pipeline.Intake;

/// <summary>One thing to read, or the reason why it cannot even be tried.</summary>
/// <param name="Path">In full.</param>
/// <param name="Shown">As the user named it, or as it was found below a folder that the user named.</param>
public sealed record Input(string Path, string Shown, Failed? Refused = null)
{
    /// <summary>Which file, where the path is that of an archive.</summary>
    public ArchiveEntry? Entry { get; init; }

    /// <summary>What tells it from all others: its path, and after an archive's path the label of the file in it.</summary>
    public string Place { get; init; } = Path;
}

/// <summary>Turns the paths of a command line into inputs, in a fixed order, each file once.</summary>
public static class Inputs
{
    /// <summary>
    /// Files are taken as they are named. Folders are walked, by ordinal order of names: what is of a kind that is read, by
    /// its content or by its name, is taken, hidden files and folders are not, links to folders are not followed. Archives
    /// are gone through like folders.
    /// </summary>
    public static ImmutableArray<Input> Find(IEnumerable<string> named)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. named.SelectMany(Named).Where(input => seen.Add(input.Place))];
    }

    /// <summary>Takes a path where only a file will do.</summary>
    public static Input File(string named)
    {
        var path = Path.GetFullPath(named);
        return FileKinds.Of(path) switch
        {
            FileKind.RegularFile => new Input(path, named),
            FileKind.Nothing => Missing(path, named),
            _ => Refuse(path, named, FailureReason.NotAFile),
        };
    }

    private static IEnumerable<Input> Named(string named)
    {
        var path = Path.GetFullPath(named);
        if (FileKinds.Of(path) != FileKind.Folder)
        {
            return Opened(File(named));
        }

        var found = Walk(path, named).ToList();
        return found.Count > 0 ? found : [Refuse(path, named, FailureReason.NothingToRead)];
    }

    private static IEnumerable<Input> Walk(string folder, string shown)
    {
        List<FileSystemInfo> entries;
        string? unreadable = null;
        try
        {
            entries = [.. new DirectoryInfo(folder).EnumerateFileSystemInfos("*", new EnumerationOptions
            {
                AttributesToSkip = FileAttributes.None,
                IgnoreInaccessible = false,
            })];
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            entries = [];
            unreadable = denied.Message;
        }

        if (unreadable is not null)
        {
            yield return Refuse(folder, shown, FailureReason.NotReadable, unreadable);
        }

        entries.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        foreach (var entry in entries.Where(entry => !Readable.IsLeftAside(entry.Name)))
        {
            var entryShown = Path.Combine(shown, entry.Name);
            switch (FileKinds.Of(entry.FullName))
            {
                case FileKind.Folder when entry.LinkTarget is null:
                    foreach (var inner in Walk(entry.FullName, entryShown))
                    {
                        yield return inner;
                    }

                    break;
                case FileKind.RegularFile when IsReadable(entry):
                    foreach (var inner in Opened(new Input(entry.FullName, entryShown)))
                    {
                        yield return inner;
                    }

                    break;
                case FileKind.Nothing when entry.LinkTarget is null:
                    yield return Missing(entry.FullName, entryShown);
                    break;
            }
        }
    }

    /// <summary>A name that is not UTF-8 reaches us mangled, and .NET cannot open the file.</summary>
    private static Input Missing(string path, string shown) => path.Contains('\uFFFD', StringComparison.Ordinal)
        ? Refuse(path, shown, FailureReason.NotReadable, "its name is not UTF-8: rename it")
        : Refuse(path, shown, FailureReason.NotFound);

    /// <summary>The input itself, or the files in it where it is an archive.</summary>
    private static List<Input> Opened(Input input)
    {
        if (input.Refused is not null)
        {
            return [input];
        }

        try
        {
            return Archive.Open(input.Path, input.Shown) ?? [input];
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            return [input with { Refused = new Failed(FailureReason.NotReadable, denied.Message) }];
        }
    }

    private static bool IsReadable(FileSystemInfo file)
    {
        if (Readable.ByName(file.Name))
        {
            return true;
        }

        try
        {
            using var stream = System.IO.File.OpenRead(file.FullName);
            Span<byte> start = stackalloc byte[Signature.BytesNeeded];
            return Readable.ByContent(file.Name, start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            // Neither its name nor its content says that it is of a kind that is read: not ours.
            return false;
        }
    }

    private static Input Refuse(string path, string shown, FailureReason reason, string detail = "") =>
        new(path, shown, new Failed(reason, detail));
}
