using System.CommandLine;
using System.CommandLine.Invocation;
using Extractor.Cli.Language;

namespace Extractor.Cli.Commands;

/// <summary>The command line as a whole.</summary>
internal static class Root
{
    public static int Run(string[] args)
    {
        var tongue = TongueOf(args);
        var root = new RootCommand(Messages.Program.In(tongue));
        root.Add(ExtractCommand.Build(tongue));
        root.Add(TablesCommand.Build(tongue));
        root.Add(AuditCommand.Build(tongue));
        root.Add(ExportCommand.Build(tongue));
        root.Add(ExplainCommand.Build(tongue));
        root.Add(ReportCommand.Build(tongue));
        root.Add(WatchCommand.Build(tongue));
        root.Add(InitCommand.Build(tongue));
        root.Add(StatusCommand.Build(tongue));
        root.Add(RetryCommand.Build(tongue));
        root.Add(VerifyCommand.Build(tongue));
        root.Add(BackupCommand.Build(tongue));
        root.Add(RestoreCommand.Build(tongue));
        root.Add(TemplatesCommand.Build(tongue));
        root.Add(RulesCommand.Build(tongue));
        root.Add(SchemaCommand.Build(tongue));
        root.Add(TrainCommand.Build(tongue));

        HelpPage.ReplaceIn(root, tongue);

        var parsed = root.Parse(args);
        if (parsed.Action is ParseErrorAction or null)
        {
            BadUsage.Complain(parsed, tongue);
            return ExitCode.BadUsage;
        }

        // No handler for Ctrl+C: the process ends, and with its end the workers' input does, and they with it.
        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    /// <summary>Looked for before anything is parsed, since the help is in a language too.</summary>
    private static Tongue TongueOf(string[] args)
    {
        var option = args.LastOrDefault(arg => arg.StartsWith("--lang=", StringComparison.Ordinal))?["--lang=".Length..]
            ?? args.SkipWhile(arg => arg != "--lang").Skip(1).FirstOrDefault();
        return option is null ? Tongues.FromEnvironment() : Tongues.From(option);
    }
}
