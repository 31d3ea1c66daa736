using System.Buffers;
using System.Text.Json;
using Extractor.Core.Results;
using Extractor.Pipeline.Ledger;

namespace Extractor.Pipeline.Watching;

/// <summary>
/// Makes a new ledger of a store whose ledger is lost: every document with a result is done again, under the name that
/// its result has. The rest comes from the inbox with the next watch, which takes nothing twice; which version followed
/// which, and why documents were refused, is found out anew or forgotten.
/// </summary>
public static class StoreRebuild
{
    /// <summary>Stands for the places that are not known any more.</summary>
    private const string Nowhere = "rebuilt";

    private static readonly TimeSpan LeaseLength = TimeSpan.FromHours(1);

    /// <returns>How many documents have a result; and how many have none.</returns>
    /// <exception cref="StoreException">There is a ledger, or nothing of a store.</exception>
    public static (int Done, int Open) Run(StoreLocation location, TimeProvider time)
    {
        if (Store.IsIn(location))
        {
            throw new StoreException(StoreProblem.Present, location.Folder);
        }

        if (!Directory.Exists(Path.Combine(location.Folder, "blobs")))
        {
            throw new StoreException(StoreProblem.Missing, location.Folder);
        }

        using var store = Store.Create(location, time);
        store.Ledger.Register(new Inbox(Nowhere, "", IsMarked: true));
        var results = ResultsOf(store);
        var blobs = store.Blobs.All().Select(sha256 => new FileInfo(store.Blobs.PathOf(sha256))).ToList();
        foreach (var blob in blobs.Where(blob => results.ContainsKey(blob.Name)).OrderBy(blob => blob.LastWriteTimeUtc).ThenBy(blob => blob.Name, StringComparer.Ordinal))
        {
            var (name, result) = results[blob.Name];
            store.Ledger.Record(Nowhere, [new FileNews(
                new FilePath($"{blob.Name[..8]}/{name.Replace('/', '_')}"), FileState.Claimed, default, new NewContent(blob.Name, blob.Length))]);
            store.Ledger.Complete(store.Ledger.Take(LeaseLength)!, result);
        }

        return (blobs.Count(blob => results.ContainsKey(blob.Name)), blobs.Count(blob => !results.ContainsKey(blob.Name)));
    }

    /// <summary>The name and the latest result of each document that has one.</summary>
    private static Dictionary<string, (string Name, NewResult Result)> ResultsOf(Store store)
    {
        var results = new Dictionary<string, (string, NewResult)>(StringComparer.Ordinal);
        foreach (var file in store.Results.All().Select(sha256 => new FileInfo(store.Results.PathOf(sha256))).OrderBy(file => file.LastWriteTimeUtc))
        {
            var bytes = new ReadOnlySequence<byte>(File.ReadAllBytes(file.FullName));
            if (DocumentOf(bytes) is { } document && ResultSkim.Of(bytes, document.Sha256) is { } result)
            {
                results[document.Sha256] = (document.FileName, result with { Sha256 = file.Name });
            }
        }

        return results;
    }

    private static ResultDocument? DocumentOf(ReadOnlySequence<byte> bytes)
    {
        try
        {
            return ResultFormat.ReadResultFile(bytes).Document;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
