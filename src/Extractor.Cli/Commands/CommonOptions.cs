using System.CommandLine;
using Extractor.Cli.Language;

namespace Extractor.Cli.Commands;

/// <summary>The options that every command has.</summary>
internal sealed class CommonOptions
{
    private readonly Tongue _tongue;
    private readonly Option<bool> _json;
    private readonly Option<bool> _quiet;
    private readonly Option<bool> _verbose;

    private CommonOptions(Tongue tongue)
    {
        _tongue = tongue;
        _json = new Option<bool>("--json") { Description = Messages.JsonOption.In(tongue) };
        _quiet = new Option<bool>("--quiet", "-q") { Description = Messages.QuietOption.In(tongue) };
        _verbose = new Option<bool>("--verbose", "-v") { Description = Messages.VerboseOption.In(tongue) };
    }

    public static CommonOptions AddTo(Command command, Tongue tongue)
    {
        var options = new CommonOptions(tongue);
        command.Add(options._json);
        command.Add(options._quiet);
        command.Add(options._verbose);

        // Read before the parser runs (Root); here for its help and its errors.
        var lang = new Option<string>("--lang") { Description = Messages.LangOption.In(tongue), HelpName = "zh|en" };
        lang.AcceptOnlyFromAmong("zh", "en");
        command.Add(lang);
        return options;
    }

    public bool Json(ParseResult parsed) => parsed.GetValue(_json);

    public Voice Voice(ParseResult parsed)
    {
        var loudness = parsed.GetValue(_quiet) ? Loudness.Quiet : parsed.GetValue(_verbose) ? Loudness.Verbose : Loudness.Normal;
        return new Voice(_tongue, loudness, loudness == Loudness.Quiet ? ProgressLine.Off() : ProgressLine.OnTerminal());
    }
}
