using System.Collections.Immutable;
using Extractor.Cli.Language;
using Extractor.Cli.Working;
using Extractor.Pipeline.Intake;
using Extractor.Pipeline.Jobs;

namespace Extractor.Cli.Commands;

/// <summary>Reads the inputs of a call in worker processes, with progress.</summary>
internal static class Documents
{
    /// <summary>What came of the inputs, in their order, those that could not even be tried among them.</summary>
    /// <param name="deliver">Called on any thread, as soon as an outcome is there, with the index of its input.</param>
    public static IEnumerable<T> Read<T>(
        ImmutableArray<Input> inputs, JobKind kind, ReadingChoices choices, Voice voice, Func<int, Outcome, T> deliver)
        where T : class =>
        Run(inputs, index => new Job(kind, inputs[index].Path, choices.Password, inputs[index].Entry, choices.Templates, Ocr: choices.Ocr) { Profile = choices.Profile }, choices, Messages.Progress, voice, deliver);

    /// <summary>The same for parts of pages that are to be drawn.</summary>
    /// <param name="orders">Of each input.</param>
    public static IEnumerable<T> Draw<T>(
        ImmutableArray<Input> inputs, ImmutableArray<PictureOrder> orders, ReadingChoices choices, Voice voice, Func<int, Outcome, T> deliver)
        where T : class =>
        Run(
            inputs,
            index => new Job(JobKind.Pictures, inputs[index].Path, choices.Password, inputs[index].Entry) { Pictures = orders[index] },
            choices, Messages.DrawingProgress, voice, deliver);

    private static IEnumerable<T> Run<T>(
        ImmutableArray<Input> inputs, Func<int, Job> job, ReadingChoices choices, Phrase progress, Voice voice, Func<int, Outcome, T> deliver)
        where T : class
    {
        var readable = Enumerable.Range(0, inputs.Length).Where(index => inputs[index].Refused is null).ToArray();
        var ended = 0;
        void PageBegins(int running, PageBegun page)
        {
            if (page.Number > 0)
            {
                voice.Progress.Show(() => voice.Say(
                    progress, Volatile.Read(ref ended), readable.Length, inputs[readable[running]].Shown, page.Number, page.Count));
            }
        }

        T Deliver(int done, Outcome outcome)
        {
            Interlocked.Increment(ref ended);
            return deliver(readable[done], outcome);
        }

        var limits = WorkerLimits.Default;
        using var delivered = new Supervisor(WorkerProgram.Launch(limits), limits)
            .Run([.. readable.Select(job)], choices.Workers, PageBegins, Deliver)
            .GetEnumerator();
        for (var index = 0; index < inputs.Length; index++)
        {
            if (inputs[index].Refused is { } refused)
            {
                yield return deliver(index, refused);
            }
            else if (delivered.MoveNext())
            {
                yield return delivered.Current;
            }
        }

        voice.Progress.Clear();
    }
}
