using System.Buffers;
using Extractor.Core.Results;
using Extractor.Pipeline.Delivery;

namespace Extractor.Pipeline.Ledger;

/// <summary>
/// A store: the ledger, and beside it the bytes that it speaks of. Names in its folder are made of hashes alone.
/// </summary>
public sealed class Store : IDisposable
{
    internal const string LedgerName = "ledger.db";

    private Store(string folder, ILedger ledger, Action<Step> steps)
    {
        (Folder, Ledger) = (folder, ledger);
        (Blobs, Results) = (BlobsOf(folder, steps), ResultsOf(folder, steps));
    }

    internal static ContentFolder BlobsOf(string folder, Action<Step>? steps = null) => new(Path.Combine(folder, "blobs"), steps ?? (_ => { }));

    internal static ContentFolder ResultsOf(string folder, Action<Step>? steps = null) => new(Path.Combine(folder, "results"), steps ?? (_ => { }));

    public string Folder { get; }

    public ILedger Ledger { get; }

    /// <summary>The documents as they came.</summary>
    public ContentFolder Blobs { get; }

    /// <summary>The result files.</summary>
    public ContentFolder Results { get; }

    /// <summary>Copies of what could not be read, each in a folder of its own with the reason.</summary>
    public string Quarantine => Path.Combine(Folder, "quarantine");

    public string Logs => Path.Combine(Folder, "logs");

    /// <summary>Opens a store to work with, and makes it where there is none.</summary>
    /// <exception cref="StoreException">It cannot be used.</exception>
    public static Store Create(StoreLocation location, TimeProvider time, Action<Step>? steps = null)
    {
        try
        {
            Directory.CreateDirectory(Path.Combine(location.Folder, "blobs"));
            Directory.CreateDirectory(Path.Combine(location.Folder, "results"));
            AtomicFile.FlushFolder(location.Folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreProblem.NotAccessible, refused.Message, refused);
        }

        return Opened(location, time, steps ?? (_ => { }));
    }

    /// <summary>Opens a store that is there, to read it; others may be working with it.</summary>
    /// <exception cref="StoreException">There is none, or it cannot be used.</exception>
    public static Store Open(StoreLocation location) => File.Exists(Path.Combine(location.Folder, LedgerName))
        ? Opened(location, TimeProvider.System, _ => { })
        : throw new StoreException(StoreProblem.Missing, location.Folder);

    /// <summary>
    /// Documents that came to an end and changed after a sequence, in the order of their sequences: lazily, one at a time in
    /// memory, all as they are at the moment of the first. Each document stands there once, with its latest change.
    /// </summary>
    /// <param name="after">0 for all.</param>
    /// <exception cref="IOException">A result is not in the store, or cannot be read.</exception>
    public IEnumerable<DeliveredDocument> Delivered(long after = 0) => Ledger.Ended(after).Select(Deliver);

    private static Store Opened(StoreLocation location, TimeProvider time, Action<Step> steps) =>
        new(location.Folder, SqliteLedger.Open(Path.Combine(location.Folder, LedgerName), time, steps), steps);

    private DeliveredDocument Deliver(LedgerDocument document) => new(
        document.Sequence, document.Sha256, document.Length, document.Sightings, document.SupersededBy, OutcomeOf(document));

    private DeliveredOutcome OutcomeOf(LedgerDocument document)
    {
        if (document.Result is not { } result)
        {
            return new DeliveredRefusal(document.Why!.Reason, document.Why.Detail);
        }

        var bytes = new ReadOnlySequence<byte>(File.ReadAllBytes(Results.PathOf(result)));
        return new DeliveredResult(bytes, ResultFormat.ReadResultFile(bytes));
    }

    public void Dispose() => Ledger.Dispose();
}
