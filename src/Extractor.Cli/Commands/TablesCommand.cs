using System.CommandLine;
using Extractor.Cli.Language;
using Extractor.Cli.Reporting;
using Extractor.Core.Pages;
using Extractor.Core.Results;
using Extractor.Pipeline.Intake;
using Extractor.Pipeline.Jobs;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor tables INPUT --json</c></summary>
internal static class TablesCommand
{
    public static Command Build(Tongue tongue)
    {
        var command = new Command("tables", Messages.TablesCommand.In(tongue));
        var input = new Argument<string>("INPUT") { Description = Messages.InputArgument.In(tongue) };
        BadUsage.RefuseOptionsIn(input);
        command.Add(input);
        var reading = ReadingOptions.AddTo(command, tongue, severalInputs: false);
        var common = CommonOptions.AddTo(command, tongue);
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(input), reading.Choices(parsed), common.Json(parsed), common.Voice(parsed)));
        return command;
    }

    private static int Run(string named, ReadingChoices choices, bool json, Voice voice)
    {
        var input = Inputs.File(named);
        switch (Documents.Read([input], JobKind.Tables, choices, voice, (_, outcome) => outcome).Single())
        {
            case Failed failed:
                Complaints.About(input, failed, voice);
                return ExitCode.NotAllRead;
            case Done done:
                return Show(input, done, json, voice);
            case var outcome:
                throw new InvalidOperationException($"Unknown outcome {outcome}.");
        }
    }

    private static int Show(Input input, Done done, bool json, Voice voice)
    {
        var list = ResultFormat.ReadTableList(done.Result);
        Complaints.About(input, list.Unread, voice);
        if (json)
        {
            using var output = Console.OpenStandardOutput();
            foreach (var part in done.Result)
            {
                output.Write(part.Span);
            }
        }
        else if (voice.Loudness != Loudness.Quiet)
        {
            TablesView.Print(list, voice);
        }

        return ExitCode.Of(allRead: !list.Unread.Any(page => page.Reason.IsLoss()), errorsFound: false);
    }
}
