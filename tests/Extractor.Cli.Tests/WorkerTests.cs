using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Extractor.Cli.Tests;

/// <summary>What happens to the processes of the program when something is killed.</summary>
public sealed class WorkerTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_worker_killed_in_the_middle_of_a_page_costs_that_page_alone()
    {
        var busy = _folder.Write("busy.pdf", TestPdf.Treadmill());
        var good = _folder.Write("good.pdf", TestPdf.WithText("x"));
        using var program = Extract(busy, good);
        using var worker = WorkerOf(program);
        worker.Kill();
        var run = TestedProgram.Finish(program);
        Assert.Equal(3, run.ExitCode);
        using var summary = JsonDocument.Parse(run.Out);
        var inputs = summary.RootElement.GetProperty("inputs");
        Assert.Equal("reader-crashed", Assert.Single(inputs[0].GetProperty("unread").EnumerateArray()).GetProperty("reason").GetString());
        Assert.Empty(inputs[1].GetProperty("unread").EnumerateArray());
    }

    [Fact]
    public void A_worker_does_not_outlive_a_killed_program()
    {
        using var program = Extract(_folder.Write("busy.pdf", TestPdf.Treadmill()));
        using var worker = WorkerOf(program);
        program.Kill();
        Assert.True(worker.WaitForExit(Patience));
    }

    private Process Extract(params string[] inputs) =>
        TestedProgram.Start(TestedProgram.Path, ["extract", .. inputs, "--output", _folder.At("out"), "--workers", "1", "--json"]);

    /// <summary>The worker of a running program, once it is busy with a document.</summary>
    private static Process WorkerOf(Process program)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Patience)
        {
            var children = Directory.GetDirectories($"/proc/{program.Id}/task").SelectMany(
                task => File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries));
            if (children.FirstOrDefault() is { } id)
            {
                var worker = Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
                if (worker.TotalProcessorTime > TimeSpan.FromSeconds(1.5))
                {
                    return worker;
                }

                worker.Dispose();
            }

            Thread.Yield();
        }

        throw new TimeoutException("No worker came.");
    }
}
