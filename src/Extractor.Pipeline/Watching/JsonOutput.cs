using System.Buffers;
using System.Text.RegularExpressions;
using Extractor.Pipeline.Delivery;
using Extractor.Pipeline.Ledger;

namespace Extractor.Pipeline.Watching;

/// <summary>One result file for each document that could be read, in one folder.</summary>
public sealed partial class JsonOutput(string folder, ContentFolder results) : IOutput
{
    private readonly HashSet<string> _there = Listed(folder);

    public string Target => TargetOf(folder);

    /// <param name="folder">In full.</param>
    public static string TargetOf(string folder) => "results:" + folder;

    /// <summary>Names of its result files that were there when it was opened.</summary>
    public bool Misses(LedgerDocument document) => document.Result is not null && !_there.Contains(document.Output);

    public void Take(LedgerDocument document)
    {
        if (document.Result is { } result)
        {
            AtomicFile.Write(Path.Combine(folder, document.Output), new ReadOnlySequence<byte>(File.ReadAllBytes(results.PathOf(result))));
        }
    }

    /// <summary>Lists what is there, and removes what a killed program left half-written.</summary>
    private static HashSet<string> Listed(string folder)
    {
        Directory.CreateDirectory(folder);
        var there = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*", new EnumerationOptions { AttributesToSkip = FileAttributes.None }))
        {
            var name = Path.GetFileName(path);
            if (Temporary().IsMatch(name))
            {
                File.Delete(path);
            }
            else
            {
                there.Add(name);
            }
        }

        return there;
    }

    [GeneratedRegex("^\\.[0-9a-f]{16}\\.tmp$")]
    private static partial Regex Temporary();
}
