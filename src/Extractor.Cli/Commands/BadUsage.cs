using System.CommandLine;
using System.CommandLine.Parsing;
using Extractor.Cli.Language;

namespace Extractor.Cli.Commands;

/// <summary>What is wrong with a call. The parser's own sentences are English only.</summary>
internal static class BadUsage
{
    public static void Complain(ParseResult parsed, Tongue tongue)
    {
        foreach (var sentence in Sentences(parsed, tongue).Distinct())
        {
            Console.Error.WriteLine(sentence);
        }

        var command = parsed.CommandResult.Command;
        Console.Error.WriteLine(Messages.SeeHelp.In(tongue, command is RootCommand ? "" : command.Name + " "));
    }

    /// <summary>
    /// What the parser takes for a file and is meant as an option: <c>--otuput</c>. A file of such a name can be given
    /// as <c>./--otuput</c>.
    /// </summary>
    public static void RefuseOptionsIn<T>(Argument<T> argument) => argument.Validators.Add(result =>
    {
        foreach (var token in result.Tokens.Where(LooksLikeOption))
        {
            result.AddError(token.Value);
        }
    });

    /// <summary>Refuses a list with a format that is none.</summary>
    public static void RefuseFormatsIn(Option<string?> option) => option.Validators.Add(result =>
    {
        if (result.Tokens is [var list, ..] && Formats.Parse(list.Value) is null)
        {
            result.AddError(list.Value);
        }
    });

    private static IEnumerable<string> Sentences(ParseResult parsed, Tongue tongue)
    {
        var wrong = parsed.Errors.Select(error => error.SymbolResult).ToList();
        var unknown = wrong.OfType<ArgumentResult>().SelectMany(result => result.Tokens).Where(LooksLikeOption).Select(token => token.Value);
        foreach (var token in parsed.UnmatchedTokens.Concat(unknown))
        {
            yield return Messages.UnknownToken.In(tongue, token);
        }

        foreach (var argument in wrong.OfType<ArgumentResult>().Where(result => result.Parent is CommandResult && result.Tokens.Count == 0))
        {
            yield return Messages.ArgumentMissing.In(tongue, argument.Argument.Name);
        }

        // An error in an option's value is told of the value.
        foreach (var option in wrong.Select(symbol => symbol as OptionResult ?? symbol?.Parent as OptionResult).OfType<OptionResult>())
        {
            yield return option.Tokens.Count == 0
                ? Messages.OptionMissing.In(tongue, option.Option.Name)
                : Messages.OptionWrong.In(tongue, option.Option.Name, string.Join(' ', option.Tokens.Select(token => token.Value)));
        }

        if (parsed.CommandResult.Command is RootCommand && parsed.UnmatchedTokens.Count == 0)
        {
            yield return Messages.CommandMissing.In(tongue);
        }
    }

    private static bool LooksLikeOption(Token token) => token.Value.StartsWith('-');
}
