using Extractor.Pipeline.Jobs;
using Extractor.Pipeline.Ledger;

namespace Extractor.Pipeline.Tests.Watching;

/// <summary>When a file is taken, and that it is taken whole.</summary>
public sealed class StabilityTests : IDisposable
{
    private readonly TestWatch _watch = new();

    public void Dispose() => _watch.Dispose();

    [Fact]
    public void W01_A_file_written_in_chunks_with_pauses_is_taken_once_and_whole()
    {
        var random = new Random(1);
        var texts = Enumerable.Range(0, 10).ToDictionary(number => $"{number}.txt", number => $"{number}:");
        foreach (var (name, text) in texts)
        {
            _watch.Drop(name, text);
        }

        for (var chunk = 0; chunk < 20; chunk++)
        {
            foreach (var name in texts.Keys)
            {
                texts[name] += $"{chunk},";
                File.AppendAllText(_watch.At("inbox", name), $"{chunk},");
            }

            _watch.Time.Pass(TimeSpan.FromSeconds(0.5 + (random.NextDouble() * 3.5)));
            Assert.Empty(_watch.Scan().Ready);
        }

        _watch.Finish();
        Assert.Equal(texts.OrderBy(text => text.Key, StringComparer.Ordinal), _watch.Reader.Read.ToDictionary(read => read.Name, read => read.Text).OrderBy(text => text.Key, StringComparer.Ordinal));
        Assert.Equal(texts.Count, _watch.Reader.Read.Count);
    }

    [Fact]
    public void W02_A_file_without_bytes_is_not_taken_while_its_writer_waits()
    {
        _watch.Drop("a.pdf", "");
        for (var second = 0; second < 30; second += 3)
        {
            _watch.Scan();
            _watch.Work();
            _watch.Time.Pass(TimeSpan.FromSeconds(3));
        }

        Assert.Empty(_watch.Documents);
        _watch.Drop("a.pdf", "%PDF-1.7 … %%EOF");
        _watch.Finish();
        Assert.Equal("%PDF-1.7 … %%EOF", Assert.Single(_watch.Reader.Read).Text);
    }

    [Theory]
    [InlineData("a.pdf", "%PDF-1.7 begun")]
    [InlineData("a.pdf", "\0\0\0\0\0\0")]
    [InlineData("a.pdf", "")]
    [InlineData("a.xlsx", "PK\x03\x04 begun")]
    public void A_file_that_does_not_look_whole_is_taken_when_it_has_long_not_changed(string name, string text)
    {
        _watch.Drop(name, text);
        _watch.Finish();
        _watch.Time.Pass(TimeSpan.FromSeconds(40));
        _watch.Scan();
        _watch.Work();
        Assert.Empty(_watch.Documents);
        _watch.Time.Pass(TimeSpan.FromSeconds(20));
        _watch.Scan();
        _watch.Work();
        Assert.Single(_watch.Documents);
    }

    [Fact]
    public void W03_A_file_that_grows_after_it_was_read_is_a_new_version()
    {
        _watch.Drop("a.txt", "one");
        _watch.Finish();
        File.AppendAllText(_watch.At("inbox", "a.txt"), " two");
        _watch.Finish();
        Assert.Equal(["one", "one two"], _watch.Reader.Read.Select(read => read.Text));
        var (old, present) = (_watch.Documents[0], _watch.Documents[1]);
        Assert.Equal((present.Sha256, null), (old.SupersededBy, present.SupersededBy));
        Assert.Equal("one two", _watch.Outputs["a.json"]);
        Assert.Equal("one", _watch.Outputs[old.Output]);
        Assert.Empty(_watch.Faults);
    }

    [Fact]
    public void W04_A_file_that_gets_its_name_when_it_is_whole_is_taken_under_that_name()
    {
        for (var number = 0; number < 100; number++)
        {
            _watch.Drop($"{number}.pdf.part", $"text {number}");
        }

        _watch.Finish();
        Assert.Empty(_watch.Documents);
        foreach (var part in Directory.GetFiles(_watch.InboxPath, "*.part"))
        {
            File.Move(part, Path.ChangeExtension(part[..^".part".Length], ".txt"));
        }

        _watch.Finish();
        Assert.Equal(100, _watch.Outputs.Count);
        Assert.All(_watch.Reader.Read, read => Assert.EndsWith(".txt", read.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void W33_Clocks_that_jump_and_times_of_any_year_change_nothing()
    {
        _watch.Drop("a.txt", "a");
        File.SetLastWriteTimeUtc(_watch.Drop("future.txt", "b"), new DateTime(2099, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        File.SetLastWriteTimeUtc(_watch.Drop("past.txt", "c"), DateTime.UnixEpoch);
        _watch.Scan();
        _watch.Time.Jump(TimeSpan.FromDays(1));
        Assert.Empty(_watch.Scan().Ready);
        _watch.Time.Jump(-TimeSpan.FromDays(2));
        _watch.Time.Pass(TestWatch.Settle);
        Assert.Equal(3, _watch.Scan().Ready.Length);
        _watch.Work();
        _watch.Time.Jump(-TimeSpan.FromDays(1));
        _watch.Drop("d.txt", "d");
        _watch.Finish();
        Assert.Equal(4, _watch.Outputs.Count);
        Assert.Equal(4, _watch.Reader.Read.Count);
    }

    [Fact]
    public void W34_Files_of_one_time_are_all_taken_whenever_they_come()
    {
        var time = new DateTime(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc);
        void Drop(int from)
        {
            for (var number = from; number < from + 100; number++)
            {
                File.SetLastWriteTimeUtc(_watch.Drop($"{number:000}.txt", $"{number:000}"), time);
            }
        }

        Drop(0);
        _watch.Finish();
        Drop(100);
        _watch.Finish();
        Assert.Equal(200, _watch.Reader.Read.Count);
    }

    [Fact]
    public void W35_What_is_deleted_or_renamed_before_it_is_taken_is_withdrawn()
    {
        _watch.Drop("deleted.txt", "a");
        _watch.Drop("old name.txt", "b");
        _watch.Scan();
        File.Delete(_watch.At("inbox", "deleted.txt"));
        File.Move(_watch.At("inbox", "old name.txt"), _watch.At("inbox", "new name.txt"));
        _watch.Finish();
        Assert.Equal(("new name.txt", "b"), Assert.Single(_watch.Reader.Read));
        Assert.Equal(2, _watch.Counts.Withdrawn);
        Assert.Empty(_watch.News);
    }

    [Fact]
    public void W35_What_is_deleted_while_it_is_copied_is_withdrawn_and_what_changes_waits()
    {
        _watch.Drop("deleted.txt", "a");
        _watch.Drop("grows.txt", "b");
        _watch.AtStep = step =>
        {
            if (step == Step.Copied)
            {
                File.Delete(_watch.At("inbox", "deleted.txt"));
                File.WriteAllText(_watch.At("inbox", "grows.txt"), "b and more");
                _watch.AtStep = _ => { };
            }
        };
        _watch.Finish();
        Assert.Empty(_watch.Reader.Read);
        Assert.Equal((1, 1), (_watch.Counts.Withdrawn, _watch.Counts.Waiting));
        _watch.Finish();
        Assert.Equal("b and more", Assert.Single(_watch.Reader.Read).Text);
    }

    [Fact]
    public void A_name_that_comes_back_after_it_was_withdrawn_is_taken()
    {
        _watch.Drop("a.txt", "a");
        _watch.Scan();
        File.Move(_watch.At("inbox", "a.txt"), _watch.At("aside"));
        _watch.Scan();
        File.Move(_watch.At("aside"), _watch.At("inbox", "a.txt"));
        _watch.Finish();
        Assert.Single(_watch.Reader.Read);
        Assert.Equal((1, 0), (_watch.Counts.Done, _watch.Counts.Withdrawn));
    }

    [Fact]
    public void A_file_larger_than_the_limit_is_refused_and_not_copied()
    {
        using var watch = new TestWatch(settings => settings with { LargestFile = 10 });
        watch.Drop("a.txt", "more than ten bytes");
        watch.Finish();
        Assert.Equal([new ReasonCount(FailureReason.TooLarge, 0, 1, 0)], watch.Counts.Reasons.ToArray());
        Assert.Empty(watch.Store.Blobs.All());
        watch.Drop("a.txt", "less");
        watch.Finish();
        Assert.Equal("less", Assert.Single(watch.Reader.Read).Text);
    }
}
