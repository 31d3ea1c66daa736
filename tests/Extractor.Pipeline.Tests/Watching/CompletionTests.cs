using Extractor.Pipeline.Ledger;
using Extractor.Pipeline.Watching;

namespace Extractor.Pipeline.Tests.Watching;

/// <summary>What becomes of the files in the inbox.</summary>
public sealed class CompletionTests
{
    [Fact]
    public void W28_What_is_left_in_place_is_not_touched_and_nothing_is_written_beside_it()
    {
        using var watch = new TestWatch();
        var file = watch.Drop("a.txt", "a");
        watch.Scan();
        var (changed, entries) = (Directory.GetLastWriteTimeUtc(watch.InboxPath), Directory.GetFileSystemEntries(watch.InboxPath));
        var time = File.GetLastWriteTimeUtc(file);
        watch.Finish();
        watch.Restart();
        watch.Finish();
        Assert.Equal(changed, Directory.GetLastWriteTimeUtc(watch.InboxPath));
        Assert.Equal(entries, Directory.GetFileSystemEntries(watch.InboxPath));
        Assert.Equal(time, File.GetLastWriteTimeUtc(file));
        Assert.Single(watch.Outputs);
    }

    [Fact]
    public void What_was_written_since_it_was_taken_is_not_deleted()
    {
        using var watch = new TestWatch(settings => settings with { Completion = Completion.Delete });
        var path = watch.Drop("a.txt", "a");
        watch.AtStep = step =>
        {
            if (step == Step.BeforeSourceRemoval)
            {
                watch.AtStep = _ => { };
                File.AppendAllText(path, " and more");
            }
        };
        watch.Finish();
        Assert.Equal("a and more", File.ReadAllText(path));
        watch.Finish();
        Assert.Equal(["a", "a and more"], watch.Reader.Read.Select(read => read.Text));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void What_is_written_while_it_is_deleted_gets_its_name_back()
    {
        using var watch = new TestWatch(settings => settings with { Completion = Completion.Delete });
        var path = watch.Drop("a.txt", "a");
        using var writer = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        watch.AtStep = step =>
        {
            if (step == Step.SourceAside)
            {
                watch.AtStep = _ => { };
                writer.Write(" and more"u8);
                writer.Flush();
            }
        };
        watch.Finish();
        Assert.Equal("a and more", File.ReadAllText(path));
    }

    [Fact]
    public void What_could_not_be_read_stays_where_it_is()
    {
        using var watch = new TestWatch(settings => settings with { Completion = Completion.Delete });
        var path = watch.Drop("a.txt", "fails: Encrypted");
        watch.Finish();
        Assert.True(File.Exists(path));
    }

    [Fact]
    public void Files_of_one_name_are_moved_beside_each_other_in_the_folders_they_came_from()
    {
        TestWatch? made = null;
        using var watch = made = new TestWatch(settings => settings with { Completion = Completion.Move, Processed = made?.At("processed") });
        Directory.CreateDirectory(watch.At("processed"));
        var longName = new string('财', 83) + ".txt";
        foreach (var text in new[] { "one", "two", "three" })
        {
            watch.Drop($"sub/{longName}", text);
            watch.Finish();
        }

        var moved = Directory.GetFiles(watch.At("processed", "sub"));
        Assert.Equal(["one", "three", "two"], moved.Select(File.ReadAllText).Order(StringComparer.Ordinal));
        Assert.Contains(watch.At("processed", "sub", longName), moved);
        Assert.Equal(3, watch.Outputs.Count);
    }

    [Fact]
    public void A_name_whose_file_was_taken_away_can_come_again_with_the_same_bytes()
    {
        using var watch = new TestWatch(settings => settings with { Completion = Completion.Delete });
        for (var round = 0; round < 3; round++)
        {
            watch.Drop("a.txt", "a");
            watch.Finish();
        }

        Assert.Single(watch.Reader.Read);
        Assert.Equal([".inbox-id"], Directory.GetFiles(watch.InboxPath).Select(Path.GetFileName));
        Assert.Equal(1, watch.Counts.Removed);
    }

    [Fact]
    public void W20_A_folder_in_the_inbox_is_known_as_such_by_whatever_links()
    {
        using var watch = new TestWatch();
        Directory.CreateDirectory(watch.At("inbox", "out"));
        Directory.CreateSymbolicLink(watch.At("link"), watch.At("inbox", "out"));
        Directory.CreateSymbolicLink(watch.At("inbox link"), watch.InboxPath);
        Directory.CreateDirectory(watch.At("inbox2"));
        Assert.All(
            [watch.InboxPath, watch.At("inbox", "out"), watch.At("inbox", "to be made", "later"), watch.At("link"), watch.At("link", "to be made")],
            folder => Assert.True(InboxRegister.Contains(watch.InboxPath, folder), folder));
        Assert.True(InboxRegister.Contains(watch.At("inbox link"), watch.At("link")));
        Assert.All(
            [watch.At(), watch.At("inbox2"), watch.At("output"), watch.At("inbox2", "to be made"), "/"],
            folder => Assert.False(InboxRegister.Contains(watch.InboxPath, folder), folder));
        Assert.True(InboxRegister.Contains(watch.At("away"), watch.At("away", "out")));
        Assert.False(InboxRegister.Contains(watch.At("away"), watch.At("away2")));
    }

    [Fact]
    public void W32_A_second_watch_of_a_store_or_of_an_inbox_is_refused()
    {
        using var watch = new TestWatch();
        using var other = Store.Create(new StoreLocation(watch.At("other")), TimeProvider.System);
        using (StoreLock.Take(watch.Store, watch.Inbox))
        {
            Assert.True(StoreLock.IsTaken(watch.Store));
            Assert.Equal(StoreProblem.InUse, Assert.Throws<StoreException>(() => StoreLock.Take(watch.Store, watch.Inbox)).Problem);
            Assert.Equal(StoreProblem.InUse, Assert.Throws<StoreException>(() => StoreLock.Take(other, watch.Inbox)).Problem);
            Assert.False(StoreLock.IsTaken(other));
        }

        StoreLock.Take(watch.Store, watch.Inbox).Dispose();
    }
}
