using System.Runtime.InteropServices;

namespace Extractor.Benchmarks;

/// <summary>What the programs started by this one have taken, their own children included, once they ended.</summary>
/// <param name="PeakMemory">Of the largest of them, in bytes.</param>
internal readonly partial record struct ChildUsage(double CpuSeconds, long PeakMemory)
{
    private const int Children = -1;

    /// <exception cref="PlatformNotSupportedException">Not on Linux.</exception>
    public static ChildUsage SoFar()
    {
        if (GetUsage(Children, out var usage) != 0)
        {
            throw new PlatformNotSupportedException("The system does not say what other programs took.");
        }

        const double Micro = 1e-6;
        const long Kilobyte = 1024;
        return new ChildUsage(
            usage.UserSeconds + usage.SystemSeconds + ((usage.UserMicroseconds + usage.SystemMicroseconds) * Micro), usage.MaximumResident * Kilobyte);
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, out Usage usage);

    /// <summary>struct rusage of 64-bit Linux: two times, the largest resident set in kilobytes, and thirteen counts.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct Usage
    {
        public long UserSeconds, UserMicroseconds, SystemSeconds, SystemMicroseconds, MaximumResident;
    }
}
