namespace Extractor.Pipeline.Ledger;

/// <summary>
/// The right to watch, which one program at a time has: of a store, and of an inbox on this machine. It ends with the
/// program, however that ends.
/// </summary>
public sealed class StoreLock : IDisposable
{
    private readonly List<FileStream> _held = [];

    /// <exception cref="StoreException">Another program has it.</exception>
    public static StoreLock Take(Store store, Inbox inbox)
    {
        var taken = new StoreLock();
        try
        {
            taken.Hold(Path.Combine(store.Folder, "watch.lock"), store.Folder);
            taken.Hold(Path.Combine(Path.GetTempPath(), $"extractor-inbox-{inbox.Id}.lock"), inbox.Path);
            return taken;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <summary>Does a program watch with this store?</summary>
    public static bool IsTaken(Store store)
    {
        try
        {
            using var held = new StoreLock();
            held.Hold(Path.Combine(store.Folder, "watch.lock"), store.Folder);
            return false;
        }
        catch (StoreException)
        {
            return true;
        }
    }

    public void Dispose() => _held.ForEach(file => file.Dispose());

    private void Hold(string path, string what)
    {
        try
        {
            _held.Add(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException failed)
        {
            var isFull = Delivery.WriteFailure.Of(failed).Reason == Jobs.FailureReason.DiskFull;
            throw new StoreException(isFull ? StoreProblem.NotAccessible : StoreProblem.InUse, what, failed);
        }
        catch (UnauthorizedAccessException held)
        {
            // The lock file of another user.
            throw new StoreException(StoreProblem.InUse, what, held);
        }
    }
}
