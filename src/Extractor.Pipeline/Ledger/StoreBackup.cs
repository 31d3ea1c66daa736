namespace Extractor.Pipeline.Ledger;

/// <summary>Copies a store to another folder, and back. What is there already is not copied again.</summary>
public static class StoreBackup
{
    /// <summary>
    /// The ledger first, then the files: whatever the copy of the ledger speaks of was in the store before. Others may go
    /// on working with the store.
    /// </summary>
    /// <returns>How many files were copied.</returns>
    /// <exception cref="IOException">It could not be read or written; the copy of before is whole.</exception>
    public static long Write(Store store, string folder)
    {
        Directory.CreateDirectory(folder);
        var ledger = Path.Combine(folder, Store.LedgerName);
        var temporary = ledger + ".tmp";
        File.Delete(temporary);
        store.Ledger.CopyTo(temporary);
        var copied = Copy(store.Blobs, Store.BlobsOf(folder)) + Copy(store.Results, Store.ResultsOf(folder));
        using (var written = new FileStream(temporary, FileMode.Open, FileAccess.ReadWrite))
        {
            written.Flush(flushToDisk: true);
        }

        // The old copy's log is none of the new one's.
        File.Delete(ledger + "-wal");
        File.Delete(ledger + "-shm");
        File.Move(temporary, ledger, overwrite: true);
        Delivery.AtomicFile.FlushFolder(folder);
        return copied;
    }

    /// <summary>Makes a store of a copy. Nothing that is there is written over.</summary>
    /// <exception cref="StoreException">There is no copy, or there is a store already.</exception>
    public static long Restore(string folder, StoreLocation location)
    {
        if (File.Exists(Path.Combine(location.Folder, Store.LedgerName)))
        {
            throw new StoreException(StoreProblem.Present, location.Folder);
        }

        using var copy = Store.Open(new StoreLocation(folder));
        return Write(copy, location.Folder);
    }

    private static long Copy(ContentFolder from, ContentFolder to)
    {
        var copied = 0L;
        var chunk = new byte[128 * 1024];
        foreach (var sha256 in from.All().Where(sha256 => !to.Holds(sha256)))
        {
            using var source = File.OpenRead(from.PathOf(sha256));
            using var adding = to.Begin();
            for (int got; (got = source.Read(chunk)) > 0;)
            {
                adding.Write(chunk.AsSpan(0, got));
            }

            if (adding.End() != sha256)
            {
                throw new IOException($"{from.PathOf(sha256)}: its bytes have changed.");
            }

            copied++;
        }

        return copied;
    }
}
