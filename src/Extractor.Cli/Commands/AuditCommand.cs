using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Extractor.Cli.Language;
using Extractor.Cli.Reporting;
using Extractor.Cli.Working;
using Extractor.Core.Auditing;
using Extractor.Core.Results;
using Extractor.Pipeline.Delivery.Exports;
using Extractor.Pipeline.Intake;
using Extractor.Pipeline.Jobs;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor audit FILE.json...</c></summary>
internal static class AuditCommand
{
    public static Command Build(Tongue tongue)
    {
        var command = new Command("audit", Messages.AuditCommand.In(tongue));
        var files = new Argument<string[]>("FILE.json") { Description = Messages.ResultsArgument.In(tongue), Arity = ArgumentArity.OneOrMore };
        BadUsage.RefuseOptionsIn(files);
        command.Add(files);
        var profile = new Option<string?>("--profile") { Description = Messages.ProfileOption.In(tongue), HelpName = "ID|FILE.json" };
        command.Add(profile);
        var common = CommonOptions.AddTo(command, tongue);
        command.SetAction(parsed => Run(parsed.GetRequiredValue(files), parsed.GetValue(profile), common.Json(parsed), common.Voice(parsed)));
        return command;
    }

    private static int Run(string[] files, string? profile, bool json, Voice voice)
    {
        AuditProfiles profiles;
        try
        {
            profiles = Profiles.Load(profile);
        }
        catch (BadProfileException bad)
        {
            voice.Complain(bad.Message);
            return ExitCode.BadUsage;
        }

        var audits = files.SelectMany(Results).Select(file => Audit(file, profiles)).ToImmutableArray();
        foreach (var audit in audits)
        {
            if (audit.Failure is { } failure)
            {
                Complaints.About(audit.Input, failure, voice);
            }
            else if (!json && voice.Loudness != Loudness.Quiet)
            {
                ResultView.Print(audit.Whole!(), audit.Input.Shown, voice);
            }
        }

        if (json)
        {
            SummaryFormat.Print(new AuditSummary([.. audits.Select(AuditedFile.Of)]));
        }

        return ExitCode.Of(
            allRead: audits.All(audit => audit.Failure is null),
            errorsFound: audits.Any(audit => audit.Outline is { Errors: > 0 }));
    }

    /// <summary>A folder stands for all results in it and below.</summary>
    private static IEnumerable<string> Results(string path) =>
        Directory.Exists(path) ? ResultFolder.Files(path) : [path];

    private static InputReport Audit(string file, AuditProfiles profiles)
    {
        var input = Inputs.File(file);
        if (input.Refused is { } refused)
        {
            return InputReport.Refused(input, refused);
        }

        try
        {
            return InputReport.Of(input, AuditAgain(ResultFormat.ReadResultFile(File.ReadAllBytes(input.Path)), profiles));
        }
        catch (JsonException wrong)
        {
            return InputReport.Refused(input, new Failed(FailureReason.NotAResult, wrong.Message));
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            return InputReport.Refused(input, new Failed(FailureReason.NotReadable, denied.Message));
        }
    }

    private static ResultFile AuditAgain(ResultFile file, AuditProfiles profiles)
    {
        var audit = new DocumentAudit(profiles);
        return file with
        {
            Forms = [.. file.Forms.Select(form => ResultForm.From(audit.Audit(form.ToForm())))],
            // The others need the document, and stay.
            Findings = [.. audit.End(), .. file.Findings.Where(finding => !DocumentAudit.Rules.Contains(finding.Rule))],
        };
    }
}
