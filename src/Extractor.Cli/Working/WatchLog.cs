using Extractor.Cli.Language;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace Extractor.Cli.Working;

/// <summary>The log of a watch: JSON lines in the store, a file a day; ids and hashes, never names or contents.</summary>
internal static class WatchLog
{
    private const int DaysKept = 31;

    private const long LargestFile = 100_000_000;

    public static Logger Open(string folder, Voice voice)
    {
        var log = new LoggerConfiguration().MinimumLevel.Is(voice.Loudness == Loudness.Verbose ? LogEventLevel.Debug : LogEventLevel.Information)
            .WriteTo.File(
                new CompactJsonFormatter(), Path.Combine(folder, "watch-.ndjson"), rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: DaysKept, fileSizeLimitBytes: LargestFile, rollOnFileSizeLimit: true);
        if (voice.Loudness == Loudness.Verbose)
        {
            log = log.WriteTo.Console(standardErrorFromLevel: LogEventLevel.Verbose, formatProvider: System.Globalization.CultureInfo.InvariantCulture);
        }

        return log.CreateLogger();
    }
}
