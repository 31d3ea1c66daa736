using System.Security.Cryptography;
using Extractor.Pipeline.Ledger;

namespace Extractor.Pipeline.Watching;

/// <summary>What can be wrong with a store.</summary>
public enum Fault
{
    /// <summary>The ledger itself is damaged.</summary>
    Ledger,

    /// <summary>A file that the ledger speaks of is not there.</summary>
    Missing,

    /// <summary>A file holds other bytes than the ledger says.</summary>
    Altered,
}

/// <param name="What">The file, by its path; or what the ledger says of itself.</param>
public sealed record FoundFault(Fault Fault, string What);

/// <summary>Holds the files of a store, and a folder of outputs, against the ledger: every byte is hashed again.</summary>
public sealed class StoreCheck(Store store)
{
    /// <summary>How many files were hashed so far.</summary>
    public long Checked { get; private set; }

    /// <param name="outputFolder">Where the results are written to; null where that is not to be looked at.</param>
    public IEnumerable<FoundFault> Run(string? outputFolder)
    {
        foreach (var fault in store.Ledger.Faults())
        {
            yield return new FoundFault(Fault.Ledger, fault);
        }

        var written = outputFolder is null ? 0 : store.Ledger.DeliveredTo(JsonOutput.TargetOf(outputFolder));
        foreach (var document in store.Ledger.All())
        {
            foreach (var (path, sha256) in Files(document, outputFolder, written))
            {
                Checked++;
                if (Look(path, sha256) is { } fault)
                {
                    yield return new FoundFault(fault, path);
                }
            }
        }
    }

    private IEnumerable<(string Path, string Sha256)> Files(LedgerDocument document, string? outputFolder, long written)
    {
        yield return (store.Blobs.PathOf(document.Sha256), document.Sha256);
        if (document.Result is { } result)
        {
            yield return (store.Results.PathOf(result), result);
            if (outputFolder is not null && document.Sequence <= written)
            {
                yield return (Path.Combine(outputFolder, document.Output), result);
            }
        }
    }

    private static Fault? Look(string path, string sha256)
    {
        try
        {
            using var file = File.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(file)) == sha256 ? null : Fault.Altered;
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            return Fault.Missing;
        }
    }
}
