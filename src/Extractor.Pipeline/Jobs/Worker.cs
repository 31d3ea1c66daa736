using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Extractor.Pipeline.Jobs;

/// <summary>The worker's side of the talk: takes one document at a time, for as long as its supervisor lives.</summary>
public static partial class Worker
{
    /// <summary>The resource "data" of setrlimit(2) on Linux: heap, and every private mapping that may be written.</summary>
    private const int RlimitData = 2;

    /// <summary>Reads one document; says at each page that it begins.</summary>
    public delegate Outcome Read(Attempt attempt, Action<PageBegun> pageBegins);

    /// <summary>
    /// Serves until <paramref name="requests"/> ends. When it ends in the middle of a document the process ends at once:
    /// nobody waits for the result any more, and the reader may hang in native code.
    /// </summary>
    public static void Serve(Stream requests, Stream replies, Read read)
    {
        using var attempts = new System.Collections.Concurrent.BlockingCollection<Attempt>();
        var working = 0;
        var listener = new Thread(() =>
        {
            while (Wire.ReadFrame(requests) is { } frame)
            {
                attempts.Add(Wire.DecodeAttempt(frame));
            }

            if (Volatile.Read(ref working) != 0)
            {
                Process.GetCurrentProcess().Kill();
            }

            attempts.CompleteAdding();
        })
        { IsBackground = true, Name = "requests" };
        listener.Start();

        foreach (var attempt in attempts.GetConsumingEnumerable())
        {
            Volatile.Write(ref working, 1);
            var outcome = Answer(attempt, read, page => Wire.Write(replies, page));
            Volatile.Write(ref working, 0);
            Wire.Write(replies, new JobEnded(outcome));
        }
    }

    /// <summary>
    /// Makes allocations beyond the limit fail in this process, on Linux. A backstop to the supervisor's watch, which
    /// looks only now and then: one allocation can be larger than the machine.
    /// </summary>
    public static void LimitMemory(long bytes)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var limit = new ResourceLimit { Soft = (nuint)bytes, Hard = (nuint)bytes };
        if (SetResourceLimit(RlimitData, in limit) != 0)
        {
            throw new System.ComponentModel.Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    /// <summary>
    /// A fault of the program costs the document it was met on, with the reason told, and not those that come after it.
    /// </summary>
    private static Outcome Answer(Attempt attempt, Read read, Action<PageBegun> pageBegins)
    {
        try
        {
            return read(attempt, pageBegins);
        }
        catch (OutOfMemoryException)
        {
            return new Failed(FailureReason.MemoryLimit, "It took more memory than the limits allow.");
        }
#pragma warning disable CA1031 // The process's outermost edge: everything is reported, nothing is swallowed.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return new Failed(FailureReason.Internal, fault.ToString());
        }
    }

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    private static partial int SetResourceLimit(int resource, in ResourceLimit limit);

    [StructLayout(LayoutKind.Sequential)]
    private struct ResourceLimit
    {
        public nuint Soft;
        public nuint Hard;
    }
}
