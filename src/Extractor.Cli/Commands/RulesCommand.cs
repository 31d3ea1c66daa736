using System.CommandLine;
using Extractor.Cli.Language;
using Extractor.Cli.Working;
using Extractor.Core.Auditing;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor rules</c></summary>
internal static class RulesCommand
{
    public static Command Build(Tongue tongue)
    {
        var command = new Command("rules", Messages.RulesCommand.In(tongue));
        var common = CommonOptions.AddTo(command, tongue);
        command.SetAction(parsed => Run(common.Voice(parsed)));
        return command;
    }

    private static int Run(Voice voice)
    {
        foreach (var rule in RuleCatalogue.All)
        {
            Console.WriteLine($"{rule.Id} v{rule.Version}  {rule.Severity.ToString().ToLowerInvariant(),-8} {rule.Formula}");
            Console.WriteLine($"{"",-17} {rule.FormulaEn}");
            if (rule.Basis is { } basis)
            {
                Console.WriteLine($"{"",-17} {voice.Say(Messages.RuleBasis, basis)}");
            }
        }

        Console.WriteLine();
        foreach (var profile in Profiles.Load().All)
        {
            Console.WriteLine(voice.Say(
                Messages.ProfileFor, profile.Id, profile.Name, profile.Templates.IsEmpty ? voice.Say(Messages.AllOthers) : string.Join(", ", profile.Templates)));
        }

        return ExitCode.Clean;
    }
}
