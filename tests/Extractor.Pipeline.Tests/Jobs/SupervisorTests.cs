using Extractor.Pipeline.Jobs;

namespace Extractor.Pipeline.Tests.Jobs;

/// <summary>Supervises real processes: shell scripts that behave as badly as a worker can.</summary>
public class SupervisorTests
{
    /// <summary>What a script prints to say: page 2 of 3 begins.</summary>
    private static readonly string PageTwoBegins = Printed(new PageBegun(2, 3));

    /// <summary>What a script prints to say: the document is damaged.</summary>
    private static readonly string Damaged = Printed(new JobEnded(new Failed(FailureReason.Damaged, "")));

    /// <summary>What a script does to take one request; it prints it.</summary>
    private static readonly string TakeRequest =
        $"head -c {FrameOf(stream => Wire.WriteFrame(stream, Wire.Encode(new Attempt(Job("a"), [])))).Length}";

    private static readonly WorkerLimits Limits = WorkerLimits.Default with
    {
        PageCpu = TimeSpan.FromSeconds(0.3), PageWall = TimeSpan.FromSeconds(3), Memory = 100_000_000,
    };

    [Fact]
    public void A_worker_that_spins_is_killed_at_its_limit_of_CPU_time() =>
        Assert.Equal(FailureReason.TimeLimit, Failure("while :; do :; done", Limits).Reason);

    [Fact]
    public void A_worker_that_sleeps_is_killed_at_its_limit_of_time() =>
        Assert.Equal(FailureReason.TimeLimit, Failure("exec sleep 1000", Limits with { PageWall = TimeSpan.FromSeconds(0.3) }).Reason);

    [Fact]
    public void A_worker_that_grows_is_killed_at_its_limit_of_memory() =>
        Assert.Equal(
            FailureReason.MemoryLimit,
            Failure(
                $"{TakeRequest} > /dev/null; exec sort -S 1G < /dev/zero",
                Limits with { PageCpu = TimeSpan.FromSeconds(20), PageWall = TimeSpan.FromSeconds(60) }).Reason);

    [Fact]
    public void A_worker_that_dies_is_told_with_the_signal_and_its_last_words()
    {
        var failure = Failure($"{TakeRequest} > /dev/null; echo 'what a mess' >&2; kill -SEGV $$", Limits);
        Assert.Equal(FailureReason.ReaderCrashed, failure.Reason);
        Assert.Contains("signal 11", failure.Detail, StringComparison.Ordinal);
        Assert.Contains("what a mess", failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_worker_that_talks_nonsense_counts_as_dead() =>
        Assert.Equal(FailureReason.ReaderCrashed, Failure("echo hello; exec sleep 1000", Limits).Reason);

    [Fact]
    public void A_program_that_cannot_be_started_is_told()
    {
        var supervisor = new Supervisor(new WorkerLaunch("/nowhere/worker", []), Limits);
        var failure = Assert.IsType<Failed>(Assert.Single(supervisor.Run([Job("a")], 1, (_, _) => { }, (_, outcome) => outcome)));
        Assert.Equal(FailureReason.Internal, failure.Reason);
    }

    [Fact]
    public void A_page_that_kills_the_worker_every_time_ends_the_document_after_three_retries()
    {
        using var folder = new TemporaryFolder();
        var log = folder.At("starts");
        var failure = Failure($"{TakeRequest} > /dev/null; echo >> {log}; printf '{PageTwoBegins}'; kill -KILL $$", Limits);
        Assert.Equal(FailureReason.ReaderCrashed, failure.Reason);
        Assert.Contains("page 2", failure.Detail, StringComparison.Ordinal);
        Assert.Equal(4, File.ReadAllLines(log).Length);
    }

    [Fact]
    public void A_lost_worker_costs_its_own_document_alone()
    {
        var script = $"while ! {TakeRequest} | grep -aq b; do printf '{Damaged}'; done; kill -KILL $$";
        var outcomes = Run(script, Limits, workers: 1, "a", "b", "c");
        Assert.Equal(
            [FailureReason.Damaged, FailureReason.ReaderCrashed, FailureReason.Damaged],
            outcomes.Select(outcome => ((Failed)outcome).Reason));
    }

    [Fact]
    public void A_worker_that_dies_of_what_came_before_costs_the_next_document_nothing()
    {
        var script = $"{TakeRequest} > /dev/null; printf '{Damaged}'; exit";
        var outcomes = Run(script, Limits, workers: 1, "a", "b");
        Assert.All(outcomes, outcome => Assert.Equal(FailureReason.Damaged, ((Failed)outcome).Reason));
    }

    [Fact]
    public void Progress_is_told_with_the_job_it_belongs_to()
    {
        var pages = new List<(int, PageBegun)>();
        var supervisor = new Supervisor(Script($"printf '{PageTwoBegins}{Damaged}'; cat > /dev/null"), Limits);
        Assert.Single(supervisor.Run([Job("a")], 1, (job, page) => pages.Add((job, page)), (_, outcome) => outcome));
        Assert.Equal([(0, new PageBegun(2, 3))], pages);
    }

    [Fact]
    public void An_outcome_is_delivered_at_once_and_handed_back_in_its_turn()
    {
        // The first document waits until the second is delivered.
        using var folder = new TemporaryFolder();
        var signal = folder.At("signal");
        var script = $"if {TakeRequest} | grep -aq a; then until [ -e {signal} ]; do sleep 0.01; done; fi; printf '{Damaged}'; cat > /dev/null";
        var handedBack = new Supervisor(Script(script), Limits with { PageCpu = TimeSpan.FromMinutes(1) }).Run(
            [Job("a"), Job("b")], workers: 2, (_, _) => { }, (job, _) =>
            {
                if (job == 1)
                {
                    File.WriteAllText(signal, "");
                }

                return $"{job}";
            });
        Assert.Equal(["0", "1"], handedBack);
    }

    [Fact]
    public void Workers_end_when_the_caller_leaves_early()
    {
        using var folder = new TemporaryFolder();
        var first = folder.At("pid");
        var supervisor = new Supervisor(Script($"echo $$ > {first}; {TakeRequest} > /dev/null; printf '{Damaged}'; exec sleep 1000"), Limits with { PageWall = TimeSpan.FromHours(1) });
        foreach (var outcome in supervisor.Run([Job("a"), Job("b")], 1, (_, _) => { }, (_, outcome) => outcome))
        {
            Assert.IsType<Failed>(outcome);
            break;
        }

        var pid = File.ReadAllText(first).Trim();
        Assert.False(Directory.Exists($"/proc/{pid}"));
    }

    private static Failed Failure(string script, WorkerLimits limits) => Assert.IsType<Failed>(Assert.Single(Run(script, limits, 1, "a")));

    private static List<Outcome> Run(string script, WorkerLimits limits, int workers, params string[] paths) =>
        [.. new Supervisor(Script(script), limits).Run([.. paths.Select(Job)], workers, (_, _) => { }, (_, outcome) => outcome)];

    private static string Printed(WorkerMessage message) =>
        string.Concat(FrameOf(stream => Wire.Write(stream, message)).Select(octet => $"\\x{octet:x2}"));

    private static byte[] FrameOf(Action<Stream> write)
    {
        var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }

    private static WorkerLaunch Script(string script) => new("bash", ["-c", script]);

    private static Job Job(string path) => new(JobKind.Extract, path, null);
}
