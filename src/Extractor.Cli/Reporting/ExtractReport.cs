using System.Collections.Immutable;
using Extractor.Cli.Language;

namespace Extractor.Cli.Reporting;

/// <summary>Reports the inputs of a call, one after the other in their order: to a person, or as one JSON object.</summary>
internal sealed class ExtractReport(Voice voice, bool json)
{
    private readonly ImmutableArray<InputSummary>.Builder _summaries = ImmutableArray.CreateBuilder<InputSummary>();
    private int _inputs, _forms, _errors, _warnings, _notInFull;

    public bool AllRead => _notInFull == 0;

    public bool ErrorsFound => _errors > 0;

    public void Add(InputReport report)
    {
        _inputs++;
        _forms += report.Outline?.Forms ?? 0;
        _errors += report.Outline?.Errors ?? 0;
        _warnings += report.Outline?.Warnings ?? 0;
        _notInFull += report.ReadInFull ? 0 : 1;

        if (report.Failure is { } failure)
        {
            Complaints.About(report.Input, failure, voice);
        }

        if (report.OtherName)
        {
            voice.Note(voice.Say(Messages.OtherName, report.Input.Shown, Path.GetFileName(report.Output!)));
        }

        Complaints.About(report.Input, report.Outline?.Unread ?? [], voice);
        if (json)
        {
            _summaries.Add(InputSummary.Of(report));
        }
        else if (report.Whole is { } result && voice.Loudness != Loudness.Quiet)
        {
            voice.Progress.Clear();
            ResultView.Print(result(), report.Input.Shown, voice);
            Console.WriteLine(voice.Say(Messages.Written, report.Output!));
            Console.WriteLine();
        }
    }

    public void End()
    {
        if (json)
        {
            SummaryFormat.Print(new ExtractSummary(_summaries.ToImmutable()));
        }
        else
        {
            voice.Note(voice.Say(Messages.Summary, _inputs, _forms, _errors, _warnings, _notInFull));
        }
    }
}
