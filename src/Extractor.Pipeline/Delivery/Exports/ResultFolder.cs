using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Extractor.Core.Results;
using Extractor.Pipeline.Jobs;

namespace Extractor.Pipeline.Delivery.Exports;

/// <summary>
/// The result files of a folder and those below it, as documents: for whoever extracts without a ledger. Their sequence is
/// the order of their paths; how long a document is, and what came before it, nobody knows.
/// </summary>
public sealed class ResultFolder
{
    private readonly List<(string Path, string Sha256, ImmutableArray<string> Names)> _documents = [];

    /// <summary>Looks at every file; reads none in full.</summary>
    /// <exception cref="IOException">The folder cannot be gone through.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be gone through.</exception>
    public ResultFolder(string folder)
    {
        var refused = ImmutableArray.CreateBuilder<(string, Failed)>();
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var path in Files(folder))
        {
            try
            {
                var head = ReadHead(File.ReadAllBytes(path));
                if (found.TryGetValue(head.Sha256, out var index))
                {
                    // The same document under another name: one document, seen in two places.
                    var known = _documents[index];
                    _documents[index] = known with { Names = [.. known.Names.Union([head.FileName])] };
                }
                else
                {
                    found.Add(head.Sha256, _documents.Count);
                    _documents.Add((path, head.Sha256, [head.FileName]));
                }
            }
            catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
            {
                refused.Add((path, new Failed(FailureReason.NotAResult, wrong.Message)));
            }
            catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
            {
                refused.Add((path, new Failed(FailureReason.NotReadable, denied.Message)));
            }
        }

        Refused = refused.ToImmutable();
    }

    /// <summary>Files that are no result files, or could not be read.</summary>
    public ImmutableArray<(string Path, Failed Why)> Refused { get; }

    /// <summary>Reads one after the other.</summary>
    /// <exception cref="IOException">A file that was there is gone, or another now.</exception>
    public IEnumerable<DeliveredDocument> Documents()
    {
        var sequence = 0L;
        foreach (var (path, sha256, names) in _documents)
        {
            sequence++;
            var bytes = new ReadOnlySequence<byte>(File.ReadAllBytes(path));
            yield return new DeliveredDocument(sequence, sha256, 0, names, null, new DeliveredResult(bytes, ResultFormat.ReadResultFile(bytes)));
        }
    }

    /// <summary>All JSON files in a folder and below it, in the order of their paths, but for what exports have put there.</summary>
    public static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*.json")
        .Where(path => !path.EndsWith("." + Manifest.FileName, StringComparison.Ordinal) || Manifest.TryRead(path) is null)
        .Concat(Directory.EnumerateDirectories(folder)
            .Where(inner => Manifest.TryRead(Path.Combine(inner, Manifest.FileName)) is null)
            .SelectMany(Files))
        .Order(StringComparer.Ordinal);

    private static (string Sha256, string FileName) ReadHead(byte[] bytes)
    {
        // In full, so that what Documents() gives later is known to be good.
        var document = ResultFormat.ReadResultFile(bytes).Document;
        return (document.Sha256, document.FileName);
    }
}
