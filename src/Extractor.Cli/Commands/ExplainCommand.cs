using System.Buffers;
using System.CommandLine;
using System.Text;
using Extractor.Cli.Explaining;
using Extractor.Cli.Language;
using Extractor.Cli.Reporting;
using Extractor.Core.Pages;
using Extractor.Core.Results;
using Extractor.Pipeline.Delivery;
using Extractor.Pipeline.Intake;
using Extractor.Pipeline.Jobs;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor explain INPUT [--output DIR]</c></summary>
internal static class ExplainCommand
{
    private const string Extension = ".explain.html";

    public static Command Build(Tongue tongue)
    {
        var command = new Command("explain", Messages.ExplainCommand.In(tongue));
        var input = new Argument<string>("INPUT") { Description = Messages.InputArgument.In(tongue) };
        var output = new Option<string>("--output", "-o")
        {
            Description = Messages.ExplainOutputOption.In(tongue), HelpName = "DIR", DefaultValueFactory = _ => ".",
        };
        BadUsage.RefuseOptionsIn(input);
        command.Add(input);
        command.Add(output);
        var reading = ReadingOptions.AddTo(command, tongue, severalInputs: false);
        var common = CommonOptions.AddTo(command, tongue);
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(input), parsed.GetRequiredValue(output), reading.Choices(parsed), common.Json(parsed), common.Voice(parsed)));
        return command;
    }

    private static int Run(string named, string outputFolder, ReadingChoices choices, bool json, Voice voice)
    {
        if (OutputFolder.Open(outputFolder, voice) is not { } folder)
        {
            return ExitCode.BadUsage;
        }

        var input = Inputs.File(named);
        switch (Documents.Read([input], JobKind.Explain, choices, voice, (_, outcome) => outcome).Single())
        {
            case Failed failed:
                Complaints.About(input, failed, voice);
                return ExitCode.NotAllRead;
            case Done done:
                return Show(input, done.Result, folder, json, voice);
            case var outcome:
                throw new InvalidOperationException($"Unknown outcome {outcome}.");
        }
    }

    private static int Show(Input input, ReadOnlySequence<byte> result, string folder, bool json, Voice voice)
    {
        var trace = TraceFile.Read(result);
        var path = Path.Combine(folder, OutputNames.For([input.Path], Extension)[0].Name);
        Complaints.About(input, trace.Unread, voice);
        try
        {
            AtomicFile.Write(path, new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(TracePage.Write(trace, voice.Tongue))));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Complaints.About(input, WriteFailure.Of(refused), voice);
            return ExitCode.NotAllRead;
        }

        if (json)
        {
            using var output = Console.OpenStandardOutput();
            output.Write(trace.WithoutPictures().Write());
            output.WriteByte((byte)'\n');
        }
        else if (voice.Loudness != Loudness.Quiet)
        {
            TraceView.Print(trace, voice);
            Console.WriteLine(voice.Say(Messages.Written, path));
        }

        return ExitCode.Of(allRead: !trace.Unread.Any(page => page.Reason.IsLoss()), errorsFound: false);
    }
}
