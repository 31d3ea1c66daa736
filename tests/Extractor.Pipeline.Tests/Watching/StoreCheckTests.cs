using Extractor.Pipeline.Ledger;
using Extractor.Pipeline.Watching;

namespace Extractor.Pipeline.Tests.Watching;

public sealed class StoreCheckTests : IDisposable
{
    private readonly TestWatch _watch = new();

    public void Dispose() => _watch.Dispose();

    [Fact]
    public void Every_file_that_was_altered_or_removed_is_found()
    {
        WatchTwo();
        Assert.Empty(_watch.Faults);
        File.AppendAllText(Path.Combine(_watch.Output, "a.json"), " ");
        File.Delete(Path.Combine(_watch.Output, "b.json"));
        var blob = _watch.Store.Blobs.PathOf(_watch.Document("a.txt").Sha256);
        var result = _watch.Store.Results.PathOf(_watch.Document("b.txt").Result!);
        File.WriteAllText(blob, "A");
        File.Delete(result);
        Assert.Equal(
            [
                (Fault.Altered, blob), (Fault.Altered, Path.Combine(_watch.Output, "a.json")),
                (Fault.Missing, result), (Fault.Missing, Path.Combine(_watch.Output, "b.json")),
            ],
            _watch.Faults.Select(fault => (fault.Fault, fault.What)));
    }

    [Fact]
    public void A_store_made_of_a_backup_is_the_store_and_goes_on()
    {
        WatchTwo();
        Assert.Equal(4, StoreBackup.Write(_watch.Store, _watch.At("backup")));
        _watch.Drop("c.txt", "c");
        _watch.Finish();
        Assert.Equal(2, StoreBackup.Write(_watch.Store, _watch.At("backup")));
        var restored = new StoreLocation(_watch.At("restored"));
        StoreBackup.Restore(_watch.At("backup"), restored);
        using var store = Store.Open(restored);
        Assert.Equal(_watch.Documents.Select(document => (document.Sequence, document.Sha256, document.Result)), store.Ledger.All().Select(document => (document.Sequence, document.Sha256, document.Result)));
        Assert.Empty(new StoreCheck(store).Run(null));
        Assert.Equal(StoreProblem.Present, Assert.Throws<StoreException>(() => StoreBackup.Restore(_watch.At("backup"), restored)).Problem);
        Assert.Equal(StoreProblem.Missing, Assert.Throws<StoreException>(() => StoreBackup.Restore(_watch.At("none"), new(_watch.At("x")))).Problem);
    }

    [Fact]
    public void A_backup_of_a_damaged_store_is_refused_and_the_one_before_it_stays()
    {
        WatchTwo();
        StoreBackup.Write(_watch.Store, _watch.At("backup"));
        _watch.Drop("c.txt", "c");
        _watch.Finish();
        File.WriteAllText(_watch.Store.Blobs.PathOf(_watch.Document("c.txt").Sha256), "C");
        Assert.Throws<IOException>(() => StoreBackup.Write(_watch.Store, _watch.At("backup")));
        using var backup = Store.Open(new StoreLocation(_watch.At("backup")));
        Assert.Equal(2, backup.Ledger.All().Count());
        Assert.Empty(new StoreCheck(backup).Run(null));
    }

    private void WatchTwo()
    {
        _watch.Drop("a.txt", "a");
        _watch.Drop("b.txt", "b");
        _watch.Finish();
    }
}
