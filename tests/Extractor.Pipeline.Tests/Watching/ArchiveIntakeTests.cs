using System.IO.Compression;
using System.Text;
using Extractor.Pipeline.Jobs;
using Extractor.Pipeline.Ledger;

namespace Extractor.Pipeline.Tests.Watching;

/// <summary>W26: archives that are dropped into an inbox.</summary>
public sealed class ArchiveIntakeTests : IDisposable
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    private readonly TestWatch _watch = new();

    public void Dispose() => _watch.Dispose();

    [Fact]
    public void W26_What_is_in_an_archive_is_read_with_its_place_and_names_of_Chinese_Windows_are_right()
    {
        _watch.Drop("dir/z.zip", Zip(Gb18030, ("财政/自评表.html", "<html>one"), ("b.html", "<html>two"), ("读我.md", "no document")));
        _watch.Finish();
        Assert.Equal(["dir/z.zip!财政/自评表.html"], _watch.Documents.Single(document => document.Name == "自评表.html").Sightings.ToArray());
        Assert.Equal(["b.json", "自评表.json"], _watch.Outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((2, 1), (_watch.Counts.Seen, _watch.Counts.Done));
    }

    [Fact]
    public void W26_An_archive_in_an_archive_is_gone_through_and_no_deeper()
    {
        var third = Zip(null, ("deep.html", "<html>deep"));
        var second = Zip(null, ("third.zip", third), ("b.html", "<html>b"u8.ToArray()));
        _watch.Drop("first.zip", Zip(null, ("second.zip", second), ("a.html", "<html>a"u8.ToArray())));
        _watch.Finish();
        Assert.Equal(
            ["first.zip", "first.zip!a.html", "first.zip!second.zip!b.html", "first.zip!second.zip!third.zip"],
            _watch.Documents.SelectMany(document => document.Sightings).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void W26_The_same_archive_under_two_names_is_unpacked_once()
    {
        var zip = Zip(null, ("a.html", "<html>a"));
        _watch.Drop("one.zip", zip);
        _watch.Finish();
        _watch.Drop("two.zip", zip);
        _watch.Finish();
        Assert.Single(_watch.Reader.Read);
        Assert.Equal(["one.zip!a.html", "two.zip!a.html"], _watch.Documents.Single(document => document.Name == "a.html").Sightings.ToArray());
    }

    [Theory]
    [InlineData("../a.html", FailureReason.UnsafeName)]
    [InlineData("/etc/a.html", FailureReason.UnsafeName)]
    [InlineData("c:/a.html", FailureReason.UnsafeName)]
    public void W26_A_member_that_cannot_be_taken_is_told_and_the_others_are_read(string name, FailureReason reason)
    {
        _watch.Drop("z.zip", Zip(null, (name, "<html>bad"), ("good.html", "<html>good")));
        _watch.Finish();
        Assert.Equal(["good.json"], _watch.Outputs.Keys);
        var archive = _watch.Document("z.zip");
        Assert.Equal((DocumentState.Quarantined, reason), (archive.State, archive.Why!.Reason));
        Assert.Empty(_watch.Faults);
    }

    [Fact]
    public void W26_A_bomb_is_refused_without_being_unpacked()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("zeros.pdf").Open();
            var chunk = new byte[1 << 20];
            for (var megabyte = 0; megabyte < 128; megabyte++)
            {
                entry.Write(chunk);
            }
        }

        _watch.Drop("bomb.zip", packed.ToArray());
        _watch.Finish();
        Assert.Equal(FailureReason.ExpandsTooFar, Assert.Single(_watch.Documents).Why!.Reason);
        Assert.Single(_watch.Store.Blobs.All());
    }

    [Fact]
    public void W26_A_damaged_archive_is_in_quarantine()
    {
        var zip = Zip(null, ("a.html", "<html>a"));
        _watch.Drop("cut.zip", zip.AsSpan(0, zip.Length - 10));
        _watch.Finish();
        _watch.Time.Pass(TimeSpan.FromMinutes(1));
        _watch.Scan();
        _watch.Work();
        Assert.Equal(FailureReason.Damaged, Assert.Single(_watch.Documents).Why!.Reason);
    }

    [Fact]
    public void W26_An_archive_without_documents_is_told()
    {
        _watch.Drop("z.zip", Zip(null, ("notes.md", "nothing")));
        _watch.Finish();
        Assert.Equal(FailureReason.NothingToRead, Assert.Single(_watch.Documents).Why!.Reason);
    }

    private static byte[] Zip(Encoding? names, params (string Name, string Text)[] files) =>
        Zip(names, [.. files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text)))]);

    private static byte[] Zip(Encoding? names, params (string Name, byte[] Content)[] files)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true, names))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return packed.ToArray();
    }
}
