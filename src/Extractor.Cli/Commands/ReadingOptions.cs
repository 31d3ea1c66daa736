using System.CommandLine;
using Extractor.Cli.Language;
using Extractor.Core.Pages;

namespace Extractor.Cli.Commands;

/// <summary>The options of the commands that read PDFs.</summary>
internal sealed class ReadingOptions
{
    private const string PasswordVariable = "EXTRACTOR_PASSWORD";

    private readonly Option<string?> _password;
    private readonly Option<string?> _templates;
    private readonly Option<string> _ocr;
    private readonly Option<int> _workers;

    private ReadingOptions(Tongue tongue)
    {
        _password = new Option<string?>("--password") { Description = Messages.PasswordOption.In(tongue), HelpName = "PASSWORD" };
        _templates = new Option<string?>("--templates") { Description = Messages.TemplatesOption.In(tongue), HelpName = "DIR" };
        _ocr = new Option<string>("--ocr")
        {
            Description = Messages.OcrOption.In(tongue),
            HelpName = "auto|always|never",
            DefaultValueFactory = _ => "auto",
        };
        _ocr.AcceptOnlyFromAmong("auto", "always", "never");
        _workers = new Option<int>("--workers")
        {
            Description = Messages.WorkersOption.In(tongue),
            HelpName = "N",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        _workers.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var count) && count < 1)
            {
                result.AddError($"--workers {count}: 1, 2, 3 …");
            }
        });
    }

    /// <param name="drawsOnly">Pages are drawn and not read, so that no templates are needed.</param>
    public static ReadingOptions AddTo(Command command, Tongue tongue, bool severalInputs, bool drawsOnly = false)
    {
        var options = new ReadingOptions(tongue);
        command.Add(options._password);
        if (!drawsOnly)
        {
            command.Add(options._templates);
            command.Add(options._ocr);
        }

        if (severalInputs)
        {
            command.Add(options._workers);
        }

        return options;
    }

    public ReadingChoices Choices(ParseResult parsed) => new(
        parsed.GetValue(_password) ?? Environment.GetEnvironmentVariable(PasswordVariable),
        parsed.CommandResult.Command.Options.Contains(_templates) && parsed.GetValue(_templates) is { } folder ? Path.GetFullPath(folder) : null,
        parsed.CommandResult.Command.Options.Contains(_ocr) ? parsed.GetValue(_ocr) switch { "always" => OcrChoice.Always, "never" => OcrChoice.Never, _ => OcrChoice.Auto } : OcrChoice.Auto,
        parsed.CommandResult.Command.Options.Contains(_workers) ? parsed.GetValue(_workers) : 1);
}

/// <summary>How documents are to be read.</summary>
/// <param name="Password">Opens encrypted ones; null for none.</param>
/// <param name="Templates">The full path of a folder of further form templates; null for none.</param>
/// <param name="Ocr">Which pages are read from their picture.</param>
/// <param name="Workers">Processes at a time.</param>
internal sealed record ReadingChoices(string? Password, string? Templates, OcrChoice Ocr, int Workers)
{
    /// <summary>The id of a shipped audit profile or the full path of another, which audits all forms; null for the one of each form.</summary>
    public string? Profile { get; init; }
}
