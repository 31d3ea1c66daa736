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
        _process = Process.Start(start) ?? throw new InvalidOperationException("The worker process was not started.");
        _process.ErrorDataReceived += (_, line) => Remember(line.Data);
        _process.BeginErrorReadLine();
        new Thread(PumpMessages) { IsBackground = true, Name = "worker messages" }.Start();
    }

    /// <summary>What it wrote to standard error last.</summary>
    public string LastWords
    {
        get
        {
            lock (_lastWords)
            {
                return _lastWords.ToString().Trim();
            }
        }
    }

    /// <exception cref="IOException">The worker is dead.</exception>
    public void Send(Attempt attempt) => Wire.WriteFrame(_process.StandardInput.BaseStream, Wire.Encode(attempt));

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
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Waits for one that <see cref="IsDead"/>; a process that only closed its streams is killed.</summary>
    /// <returns>The exit code, 128 and the signal's number where a signal ended it.</returns>
    public int WaitForExit()
    {
        if (!_process.WaitForExit(TimeToEnd))
        {
            _process.Kill();
        }

        _process.WaitForExit();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
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
        catch (Exception broken) when (broken is IOException or InvalidDataException or ObjectDisposedException)
        {
            // A worker killed while it wrote. The supervisor learns of it by the end of the messages.
            Remember(broken.Message);
        }
        finally
        {
            _messages.CompleteAdding();
        }
    }

    private void Remember(string? line)
    {
        lock (_lastWords)
        {
            _lastWords.AppendLine(line);
            if (_lastWords.Length > LastWordsKept)
            {
                _lastWords.Remove(0, _lastWords.Length - LastWordsKept);
            }
        }
    }
}
