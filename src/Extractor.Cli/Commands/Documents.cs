using System.Collections.Immutable;
using Extractor.Cli.Language;
using Extractor.Cli.Working;
using Extractor.Pipeline.Intake;
using Extractor.Pipeline.Jobs;

namespace Extractor.Cli.Commands;

/// <summary>Reads the inputs of a call in worker processes, with progress.</summary>
internal static class Documents
{
    /// <summary>The outcomes in the order of the inputs, those that could not even be tried among them.</summary>
    public static IEnumerable<Outcome> Read(
        ImmutableArray<Input> inputs, JobKind kind, string? password, int workers, Voice voice)
    {
        var readable = inputs.Where(input => input.Refused is null).ToImmutableArray();
        var ended = 0;
        void PageBegins(int index, PageBegun page)
        {
            if (page.Number > 0)
            {
                voice.Progress.Show(() => voice.Say(
                    Messages.Progress, Volatile.Read(ref ended), readable.Length, readable[index].Shown, page.Number, page.Count));
            }
        }

        var limits = WorkerLimits.Default;
        var supervisor = new Supervisor(WorkerProgram.Launch(limits), limits);
        using var outcomes = supervisor
            .Run([.. readable.Select(input => new Job(kind, input.Path, password))], workers, PageBegins)
            .GetEnumerator();
        foreach (var input in inputs)
        {
            if (input.Refused is { } refused)
            {
                yield return refused;
            }
            else if (outcomes.MoveNext())
            {
                Interlocked.Increment(ref ended);
                yield return outcomes.Current;
            }
        }

        voice.Progress.Clear();
    }
}
