using System.Diagnostics;

namespace Extractor.Cli.Language;

/// <summary>One line at the bottom of a terminal that is rewritten; nothing at all where standard error is no terminal.</summary>
internal sealed class ProgressLine(bool shown)
{
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(100);

    private readonly Lock _writing = new();
    private long _lastShown;
    private bool _standing;

    public static ProgressLine OnTerminal() => new(!Console.IsErrorRedirected);

    public static ProgressLine Off() => new(false);

    public void Show(Func<string> line)
    {
        if (!shown)
        {
            return;
        }

        lock (_writing)
        {
            if (_standing && Stopwatch.GetElapsedTime(_lastShown) < ShortestInterval)
            {
                return;
            }

            _lastShown = Stopwatch.GetTimestamp();
            _standing = true;
            Console.Error.Write($"\r\e[2K{line()}");
        }
    }

    public void Clear()
    {
        lock (_writing)
        {
            if (_standing)
            {
                Console.Error.Write("\r\e[2K");
                _standing = false;
            }
        }
    }
}
