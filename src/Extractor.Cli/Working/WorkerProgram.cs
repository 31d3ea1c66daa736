using System.Globalization;
using Extractor.Pipeline.Jobs;

namespace Extractor.Cli.Working;

/// <summary>What a worker process runs: the reader and the stages, for one document after the other.</summary>
internal static class WorkerProgram
{
    /// <summary>The hidden command, followed by the most bytes of memory that the process may ask for.</summary>
    public const string Name = "worker";

    /// <summary>
    /// How much more may be asked for than may be used: the supervisor, which watches what is used and can say so, is to
    /// be the first to act.
    /// </summary>
    private const double AskedPerUsed = 1.5;

    /// <summary>This very program, started as a worker.</summary>
    public static WorkerLaunch Launch(WorkerLimits limits)
    {
        var memory = ((long)(limits.Memory * AskedPerUsed)).ToString(CultureInfo.InvariantCulture);
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this program is not known.");
        return Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? new WorkerLaunch(program, [Path.Combine(AppContext.BaseDirectory, "extractor.dll"), Name, memory])
            : new WorkerLaunch(program, [Name, memory]);
    }

    public static int Run(string memory)
    {
        Worker.LimitMemory(long.Parse(memory, CultureInfo.InvariantCulture));
        var reading = new Reading();
        Worker.Serve(Console.OpenStandardInput(), Console.OpenStandardOutput(), reading.Read);
        return 0;
    }
}
