using System.Buffers;
using Extractor.Core.Results;
using Extractor.Pipeline.Delivery;
using Extractor.Pipeline.Jobs;
using Extractor.Pipeline.Ledger;

namespace Extractor.Pipeline.Tests.Ledger;

public sealed class StoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("/srv/store", "/srv/store")]
    [InlineData("/srv/../srv/a b", "/srv/a b")]
    [InlineData("file:/srv/store", "/srv/store")]
    [InlineData("file:///srv/a%20b/%E8%B4%A2", "/srv/a b/财")]
    public void A_store_is_a_folder(string url, string folder) => Assert.Equal(folder, StoreLocation.Parse(url).Folder);

    [Theory]
    [InlineData("postgres://localhost/x", StoreProblem.UnknownScheme)]
    [InlineData("s3:bucket", StoreProblem.UnknownScheme)]
    [InlineData("file://elsewhere/srv", StoreProblem.NotAFileUrl)]
    public void Other_stores_are_refused(string url, StoreProblem problem) =>
        Assert.Equal(problem, Assert.Throws<StoreException>(() => StoreLocation.Parse(url)).Problem);

    [Fact]
    public void A_store_that_is_not_there_is_not_made_by_reading_it()
    {
        Assert.Equal(StoreProblem.Missing, Assert.Throws<StoreException>(() => Store.Open(new(_folder.At("none")))).Problem);
        Assert.False(Directory.Exists(_folder.At("none")));
    }

    [Fact]
    public void What_was_committed_is_delivered_in_the_order_of_the_commits()
    {
        using var store = Store.Create(new(_folder.At("store")), TimeProvider.System);
        store.Ledger.Register(new Inbox("i", "/inbox", true));
        Commit(store, "b.pdf", "b"u8, Result("b.pdf"));
        Commit(store, "c.pdf", "c"u8, null);
        Commit(store, "a.pdf", "a"u8, Result("a.pdf"));
        using var reader = Store.Open(new(_folder.At("store")));
        var all = reader.Delivered().ToArray();
        Assert.Equal([1, 2, 3], all.Select(document => document.Sequence));
        Assert.Equal("b.pdf", Assert.IsType<DeliveredResult>(all[0].Outcome).Read.Document.FileName);
        Assert.Equal(new DeliveredRefusal(FailureReason.Encrypted, "no"), all[1].Outcome);
        Assert.Equal(["a.pdf"], Assert.Single(reader.Delivered(after: 2)).Sightings.ToArray());
    }

    [Fact]
    public void Bytes_are_kept_once_and_nothing_half_written_stays()
    {
        var content = new ContentFolder(_folder.At("blobs"), _ => { });
        var first = content.Add(new("same"u8.ToArray()));
        Assert.Equal(first, content.Add(new("same"u8.ToArray())));
        using (var abandoned = content.Begin())
        {
            abandoned.Write("half"u8);
        }

        Assert.Equal([first], content.All());
        Assert.Equal("same", File.ReadAllText(content.PathOf(first)));
        Assert.Empty(Directory.GetFiles(_folder.At("blobs", "incoming")));
    }

    [Fact]
    public void What_a_killed_program_left_is_cleaned_up()
    {
        var left = _folder.Write("blobs/incoming/x.tmp", "half"u8);
        new ContentFolder(_folder.At("blobs"), _ => { }).CleanUp();
        Assert.False(File.Exists(left));
    }

    private static void Commit(Store store, string name, ReadOnlySpan<byte> bytes, ReadOnlySequence<byte>? result)
    {
        var blob = store.Blobs.Add(new(bytes.ToArray()));
        store.Ledger.Record("i", [new FileNews(new FilePath(name), FileState.Claimed, default, new NewContent(blob, bytes.Length))]);
        var lease = store.Ledger.Take(TimeSpan.FromMinutes(1))!;
        Assert.True(result is { } done
            ? store.Ledger.Complete(lease, new NewResult(store.Results.Add(done), done.Length, 1, 0, 0, 0, 0, 0, []))
            : store.Ledger.Quarantine(lease, new Failed(FailureReason.Encrypted, "no")));
    }

    private static ReadOnlySequence<byte> Result(string name) => ResultFormat.Write(new ResultFile(
        ResultFile.CurrentSchemaVersion, new ResultDocument(name, new string('0', 64), 1, "application/pdf", []),
        new Producer("extractor", "test", "none", null), [], [], [], []));
}
