using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Extractor.Cli.Language;
using Extractor.Cli.Reporting;
using Extractor.Cli.Working;
using Extractor.Core.Auditing;
using Extractor.Core.Auditing.Batches;
using Extractor.Core.Auditing.Documents;
using Extractor.Core.Results;
using Extractor.Pipeline.Delivery.Exports;
using Extractor.Pipeline.Intake;
using Extractor.Pipeline.Jobs;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor audit FILE.json|DIR...</c>: each result, and what several results show only together.</summary>
internal static class AuditCommand
{
    public static Command Build(Tongue tongue)
    {
        var command = new Command("audit", Messages.AuditCommand.In(tongue));
        var files = new Argument<string[]>("FILE.json") { Description = Messages.ResultsArgument.In(tongue), Arity = ArgumentArity.OneOrMore };
        BadUsage.RefuseOptionsIn(files);
        command.Add(files);
        var profile = Profiles.AddOption(command, tongue);
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

        var inputs = files.SelectMany(Results).ToImmutableArray();
        var batch = inputs.Length > 1 ? new BatchAudit(profiles) : null;
        var summaries = ImmutableArray.CreateBuilder<AuditedFile>();
        var (allRead, errorsFound) = (true, false);
        foreach (var input in inputs)
        {
            // A result is let go as soon as it is told: a batch may hold thousands.
            var audit = Audit(input, profiles, batch);
            (allRead, errorsFound) = (allRead && audit.Failure is null, errorsFound || audit.Outline is { Errors: > 0 });
            if (audit.Failure is { } failure)
            {
                Complaints.About(audit.Input, failure, voice);
            }

            if (json)
            {
                summaries.Add(AuditedFile.Of(audit));
            }
            else if (audit.Whole is { } result && voice.Loudness != Loudness.Quiet)
            {
                ResultView.Print(result(), audit.Input.Shown, voice);
            }
        }

        var together = batch?.End();
        if (json)
        {
            SummaryFormat.Print(new AuditSummary(summaries.ToImmutable(), together));
        }
        else if (together is not null && voice.Loudness != Loudness.Quiet)
        {
            ResultView.Print(together, voice);
        }

        return ExitCode.Of(allRead, errorsFound || together?.Findings.Any(finding => finding.Severity == Severity.Error) == true);
    }

    /// <summary>A folder stands for all results in it and below.</summary>
    private static IEnumerable<Input> Results(string path)
    {
        if (!Directory.Exists(path))
        {
            return [Inputs.File(path)];
        }

        try
        {
            var found = ResultFolder.Files(path).Select(Inputs.File).ToList();
            return found.Count > 0 ? found : [new Input(path, path, new Failed(FailureReason.NothingToRead, ""))];
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            return [new Input(path, path, new Failed(FailureReason.NotReadable, denied.Message))];
        }
    }

    private static InputReport Audit(Input input, AuditProfiles profiles, BatchAudit? batch)
    {
        if (input.Refused is { } refused)
        {
            return InputReport.Refused(input, refused);
        }

        try
        {
            return InputReport.Of(input, AuditAgain(ResultFormat.ReadResultFile(File.ReadAllBytes(input.Path)), input, profiles, batch));
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

    /// <param name="batch">What the file is one of many of; null where it stands alone.</param>
    private static ResultFile AuditAgain(ResultFile file, Input input, AuditProfiles profiles, BatchAudit? batch)
    {
        var (forms, surroundings) = (file.Forms.Select(form => form.ToForm()), file.ToSurroundings());
        var (audited, findings) = batch is null
            ? DocumentAudit.Whole(profiles, forms, surroundings)
            : batch.Audit(new BatchSource(input.Shown, file.Document.Sha256), forms, surroundings);
        return file with
        {
            Forms = [.. audited.Select(ResultForm.From)],
            // The others need the document, and stay.
            Findings = [.. findings, .. file.Findings.Where(finding => !DocumentAudit.Rules.Any(rule => rule.Id == finding.Rule))],
        };
    }
}
