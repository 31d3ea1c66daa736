using System.CommandLine;
using Extractor.Cli.Language;
using Extractor.Cli.Working;
using Extractor.Core.Forms;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor templates [FILE.json...]</c></summary>
internal static class TemplatesCommand
{
    public static Command Build(Tongue tongue)
    {
        var command = new Command("templates", Messages.TemplatesCommand.In(tongue));
        var files = new Argument<string[]>("FILE.json") { Description = Messages.TemplatesArgument.In(tongue), Arity = ArgumentArity.ZeroOrMore };
        BadUsage.RefuseOptionsIn(files);
        command.Add(files);
        var common = CommonOptions.AddTo(command, tongue);
        command.SetAction(parsed => Run(parsed.GetValue(files) ?? [], common.Voice(parsed)));
        return command;
    }

    private static int Run(string[] files, Voice voice) => files.Length == 0 ? List() : Check(files, voice);

    private static int List()
    {
        foreach (var template in Templates.Load(more: null).All)
        {
            Console.WriteLine($"{template.Id,-20} {template.Name}");
            if (template.Notes is { } notes)
            {
                Console.WriteLine($"{"",-20} {notes}");
            }
        }

        return ExitCode.Clean;
    }

    /// <summary>Each file by itself, and beside the shipped ones, of which it takes the place of the one with its id.</summary>
    private static int Check(string[] files, Voice voice)
    {
        var allGood = true;
        foreach (var file in files)
        {
            var problem = ProblemOf(file, out var template);
            allGood &= problem is null;
            if (problem is not null)
            {
                voice.Complain(voice.Say(Messages.TemplateBad, file, problem));
            }
            else if (voice.Loudness != Loudness.Quiet)
            {
                Console.WriteLine(voice.Say(Messages.TemplateGood, file, template!.Id));
            }
        }

        return allGood ? ExitCode.Clean : ExitCode.BadUsage;
    }

    private static string? ProblemOf(string file, out FormTemplate? template)
    {
        try
        {
            (template, var problem) = TemplateJson.Parse(File.ReadAllBytes(file));
            return problem ?? Templates.With(template!).Problem;
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            template = null;
            return denied.Message;
        }
    }
}
