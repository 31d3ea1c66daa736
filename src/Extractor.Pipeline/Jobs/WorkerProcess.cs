using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;

namespace Extractor.Pipeline.Jobs;

/// <summary>How a worker is started: a program that runs <see cref="Worker.Serve"/> over its standard streams.</summary>
public sealed record WorkerLaunch(string Program, ImmutableArray<string> Arguments);

/// <summary>
/// A running worker process as its supervisor sees it. It ends when this object is disposed of, and, by the end of its
/// standard input, also when the supervisor dies.
/// </summary>
internal sealed class WorkerProcess : IDisposable
{
    /// <summary>The end of what it wrote to standard error is kept, in characters: a reader's last words.</summary>
    private const int LastWordsKept = 2000;

    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly BlockingCollection<WorkerMessage> _messages = [];
    private readonly StringBuilder _lastWords = new();
    private readonly Thread _errors;
    private readonly long _started = Stopwatch.GetTimestamp();

    /// <exception cref="System.ComponentModel.Win32Exception">The program could not be started.</exception>
    public WorkerProcess(WorkerLaunch launch)
    {
        var start = new ProcessStartInfo(launch.Program, launch.Arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Threads of OpenMP, which Tesseract starts, wait for one another at ten times the cost of the work.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        _process = Process.Start(start) ?? throw new InvalidOperationException("The worker process was not started.");
        new Thread(PumpMessages) { IsBackground = true, Name = "worker messages" }.Start();
        _errors = new Thread(PumpErrors) { IsBackground = true, Name = "worker errors" };
        _errors.Start();
    }

    /// <returns>False when the worker is dead.</returns>
    public bool TrySend(Attempt attempt)
    {
        try
        {
            Wire.WriteFrame(_process.StandardInput.BaseStream, Wire.Encode(attempt));
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Waits for the next message.</summary>
    /// <returns>False when the time is up, or when the worker is dead (<see cref="IsDead"/>).</returns>
    public bool TryReceive(TimeSpan patience, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out WorkerMessage? message) =>
        _messages.TryTake(out message, patience);

    /// <summary>It has ended or talks nonsense, and nothing more will come.</summary>
    public bool IsDead => _messages.IsCompleted;

    /// <summary>What it has used so far; null when it has ended.</summary>
    public Usage? MeasureUsage()
    {
        try
        {
            _process.Refresh();
            return new Usage(_process.TotalProcessorTime, Stopwatch.GetElapsedTime(_started), _process.WorkingSet64);
        }
        catch (Exception ended) when (ended is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Waits for one that <see cref="IsDead"/>; a process that only closed its streams is killed.</summary>
    /// <returns>The exit code, 128 and the signal's number where a signal ended it; and what it wrote to standard error last.</returns>
    public (int ExitCode, string LastWords) WaitForEnd()
    {
        if (!_process.WaitForExit(TimeToEnd))
        {
            End();
        }

        _errors.Join(TimeToEnd);
        lock (_lastWords)
        {
            return (_process.ExitCode, _lastWords.ToString().Trim());
        }
    }

    public void Dispose()
    {
        End();
        _process.Dispose();
    }

    /// <summary>Waits for the process alone, not for the end of its streams: a child of its own may hold them open.</summary>
    private void End()
    {
        _process.Kill();
        _process.WaitForExit(Timeout.Infinite);
    }

    private void PumpMessages()
    {
        try
        {
            while (Wire.ReadFrame(_process.StandardOutput.BaseStream) is { } frame)
            {
                _messages.Add(Wire.DecodeMessage(frame));
            }
        }
        catch (Exception broken) when (IsBrokenStream(broken))
        {
            // A worker killed while it wrote. The supervisor learns of it by the end of the messages.
            Remember(broken.Message);
        }
        finally
        {
            _messages.CompleteAdding();
        }
    }

    private void PumpErrors()
    {
        var buffer = new char[LastWordsKept];
        try
        {
            for (int got; (got = _process.StandardError.Read(buffer)) > 0;)
            {
                Remember(new string(buffer, 0, got));
            }
        }
        catch (Exception broken) when (IsBrokenStream(broken))
        {
            Remember(broken.Message);
        }
    }

    private static bool IsBrokenStream(Exception exception) =>
        exception is IOException or InvalidDataException or ObjectDisposedException;

    private void Remember(string words)
    {
        lock (_lastWords)
        {
            _lastWords.Append(words);
            if (_lastWords.Length > LastWordsKept)
            {
                _lastWords.Remove(0, _lastWords.Length - LastWordsKept);
            }
        }
    }
}
