using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Extractor.Cli.Language;

namespace Extractor.Cli.Commands;

/// <summary>The help of a command, in the language of the call: the parser's own has English headings.</summary>
internal sealed class HelpPage(Tongue tongue) : SynchronousCommandLineAction
{
    private const int WidestNames = 30;

    public static void ReplaceIn(RootCommand root, Tongue tongue)
    {
        foreach (var option in root.Options)
        {
            switch (option)
            {
                case HelpOption help:
                    help.Description = Messages.HelpOption.In(tongue);
                    help.Action = new HelpPage(tongue);
                    break;
                case VersionOption version:
                    version.Description = Messages.VersionOption.In(tongue);
                    break;
            }
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine($"{Messages.Usage.In(tongue)} {UsageOf(command)}");
        Section(output, "", command.Arguments.Select(argument => (ShownAs(argument), argument.Description)));
        Section(output, Messages.Commands.In(tongue), command.Subcommands.Select(sub => (sub.Name, sub.Description)));
        Section(output, Messages.Options.In(tongue), AllOptions(command).Select(option => (ShownAs(option), option.Description)));
        return ExitCode.Clean;
    }

    private string UsageOf(Command command) => command is RootCommand
        ? $"extractor {Messages.CommandWord.In(tongue)} …"
        : string.Join(' ', new[] { "extractor", command.Name }
            .Concat(command.Arguments.Select(ShownAs))
            .Concat(command.Options.Where(option => option.Required).Select(option => $"{option.Name} {option.HelpName}"))
            .Append("[--…]"));

    private static IEnumerable<Option> AllOptions(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive)));

    private static string ShownAs(Argument argument) =>
        argument.Arity.MaximumNumberOfValues > 1 ? argument.Name + "..." : argument.Name;

    private static string ShownAs(Option option) =>
        string.Join(", ", option.Aliases.Where(IsShortName).Append(option.Name))
        + (option.HelpName is { } value ? " " + value : "");

    /// <summary>The parser also knows -?, /? and /h.</summary>
    private static bool IsShortName(string alias) => alias is ['-', >= 'a' and <= 'z'];

    private static void Section(TextWriter output, string heading, IEnumerable<(string Name, string? Meaning)> rows)
    {
        var shown = rows.ToList();
        if (shown.Count == 0)
        {
            return;
        }

        output.WriteLine();
        if (heading.Length > 0)
        {
            output.WriteLine(heading);
        }

        var width = Math.Min(WidestNames, shown.Max(row => row.Name.Length));
        foreach (var (name, meaning) in shown)
        {
            output.WriteLine($"  {name.PadRight(width)}  {meaning}");
        }
    }
}
