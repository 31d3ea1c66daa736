using System.CommandLine;
using Extractor.Cli.Language;
using Extractor.Cli.Reporting;
using Extractor.Cli.Working;
using Extractor.Core.Results;
using Extractor.Pipeline.Delivery;
using Extractor.Pipeline.Intake;
using Extractor.Pipeline.Jobs;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor extract INPUT... --output DIR</c></summary>
internal static class ExtractCommand
{
    public static Command Build(Tongue tongue)
    {
        var command = new Command("extract", Messages.ExtractCommand.In(tongue));
        var inputs = new Argument<string[]>("INPUT") { Description = Messages.InputsArgument.In(tongue), Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output", "-o")
        {
            Description = Messages.OutputOption.In(tongue), HelpName = "DIR", Required = true,
        };
        BadUsage.RefuseOptionsIn(inputs);
        command.Add(inputs);
        command.Add(output);
        var reading = ReadingOptions.AddTo(command, tongue, severalInputs: true);
        var profile = Profiles.AddOption(command, tongue);
        var common = CommonOptions.AddTo(command, tongue);
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(inputs), parsed.GetRequiredValue(output), reading.Choices(parsed) with { Profile = parsed.GetValue(profile) },
            common.Json(parsed), common.Voice(parsed)));
        return command;
    }

    private static int Run(string[] named, string outputFolder, ReadingChoices choices, bool json, Voice voice)
    {
        if (OutputFolder.Open(outputFolder, voice) is not { } folder)
        {
            return ExitCode.BadUsage;
        }

        try
        {
            // Said once and before anything is read, and not of every document.
            choices = choices with { Profile = choices.Profile is null ? null : Profiles.Place(choices.Profile) };
        }
        catch (BadProfileException bad)
        {
            voice.Complain(bad.Message);
            return ExitCode.BadUsage;
        }

        var inputs = Inputs.Find(named);
        var names = OutputNames.For(inputs.Select(input => input.Place), ".json");
        var report = new ExtractReport(voice, json);
        foreach (var each in Documents.Read(inputs, JobKind.Extract, choices, voice, (index, outcome) => outcome switch
        {
            Done done => Deliver(done, inputs[index], names[index], folder),
            Failed failed => InputReport.Refused(inputs[index], failed),
            _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
        }))
        {
            report.Add(each);
        }

        report.End();
        return ExitCode.Of(report.AllRead, report.ErrorsFound);
    }

    private static InputReport Deliver(Done done, Input input, OutputName name, string folder)
    {
        var path = Path.Combine(folder, name.Name);
        try
        {
            AtomicFile.Write(path, done.Result);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return InputReport.Refused(input, WriteFailure.Of(refused));
        }

        return new InputReport(
            input, path, null, ResultOutline.Skim(done.Result), () => ResultFormat.ReadResultFile(done.Result), name.Altered);
    }
}
