using System.CommandLine;
using Extractor.Cli.Language;
using Extractor.Pipeline.Ledger;
using Extractor.Pipeline.Watching;

namespace Extractor.Cli.Commands;

/// <summary><c>--store URL</c></summary>
internal sealed class StoreOption
{
    private readonly Option<string> _store;

    private StoreOption(Tongue tongue) =>
        _store = new Option<string>("--store") { Description = WatchMessages.StoreOption.In(tongue), HelpName = "URL", Required = true };

    public static StoreOption AddTo(Command command, Tongue tongue)
    {
        var option = new StoreOption(tongue);
        command.Add(option._store);
        return option;
    }

    public string Url(ParseResult parsed) => parsed.GetRequiredValue(_store);

    /// <summary>Opens a store and works with it. Where it cannot be used, says why.</summary>
    /// <returns>An exit code.</returns>
    public static int With(string url, Voice voice, Func<StoreLocation, Store> open, Func<Store, int> work)
    {
        try
        {
            using var store = open(StoreLocation.Parse(url));
            return work(store);
        }
        catch (StoreException refused)
        {
            voice.Complain(voice.Say(WatchMessages.Of(refused.Problem), refused.Detail));
            return ExitCode.BadUsage;
        }
        catch (Exception trouble) when (StoreTrouble.Is(trouble))
        {
            voice.Complain(voice.Say(WatchMessages.Of(StoreProblem.NotAccessible), trouble.Message));
            return ExitCode.BadUsage;
        }
    }
}
