using Extractor.Pipeline.Jobs;

namespace Extractor.Cli.Working;

internal sealed class Reading { private readonly string _x = "x"; public Outcome Read(Attempt a, Action<PageBegun> p) => new Failed(FailureReason.Internal, _x); }
