using System.Text.Json;
using Extractor.Pipeline.Jobs;
using Extractor.Pipeline.Ledger;
using Serilog;

namespace Extractor.Pipeline.Watching;

/// <summary>How documents are read that come in by the watch.</summary>
/// <param name="Password">Tried on those that are encrypted; null for none.</param>
/// <param name="Templates">The full path of a folder of further form templates; null for none.</param>
public sealed record ReadingOrder(string? Password, string? Templates);

/// <summary>
/// Reads one document after the other. What a document came to is in the store before the ledger says so, and whoever
/// lost the right to say so says nothing.
/// </summary>
internal sealed class Lane(Store store, IReader reader, ReadingOrder order, Func<bool> isStopped, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(10);

    /// <summary>Takes and reads a document.</summary>
    /// <returns>What commits its outcome, to be called until it does not throw; null when none is due.</returns>
    /// <exception cref="Exception">The ledger cannot be written to: <see cref="StoreTrouble.Is"/>.</exception>
    public Action? ReadNext()
    {
        if (store.Ledger.Take(LeaseLength) is not { } lease)
        {
            return null;
        }

        log.Debug("Attempt {Epoch} at {Document}", lease.Epoch, lease.Sha256);
        try
        {
            return Unpacking.IsArchive(store.Blobs, lease.Sha256) ? () => Unpack(lease) : Committing(lease, Read(lease));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return Committing(lease, new Failed(FailureReason.NotFound, "The copy in the store is missing."));
        }
        catch (Exception trouble) when (StoreTrouble.Is(trouble))
        {
            return Committing(lease, new Failed(FailureReason.NotReadable, trouble.Message));
        }
#pragma warning disable CA1031 // One document must not end the lane, whatever is wrong with it or with this program.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return Committing(lease, new Failed(FailureReason.Internal, fault.ToString()));
        }
    }

    private Outcome Read(Lease lease)
    {
        var extended = time.GetTimestamp();
        var job = new Job(JobKind.Extract, store.Blobs.PathOf(lease.Sha256), order.Password, Templates: order.Templates, Name: lease.Name);
        return reader.Read(job, _ =>
        {
            if (time.GetElapsedTime(extended) > LeaseLength / 3)
            {
                extended = time.GetTimestamp();
                TryExtend(lease);
            }
        });
    }

    /// <summary>In the middle of a document: what is wrong with the disk is told when its result is committed.</summary>
    private void TryExtend(Lease lease)
    {
        try
        {
            store.Ledger.Extend(lease, LeaseLength);
        }
        catch (Exception trouble) when (StoreTrouble.Is(trouble))
        {
            log.Warning("The lease of {Document} could not be extended: {Code}", lease.Sha256, trouble.HResult);
        }
    }

    /// <summary>As a whole again, where the disk did not let it end.</summary>
    private void Unpack(Lease lease)
    {
        Unpacked unpacked;
        try
        {
            unpacked = Unpacking.Open(store.Blobs, lease.Sha256);
        }
#pragma warning disable CA1031 // As above.
        catch (Exception fault) when (!StoreTrouble.Is(fault))
#pragma warning restore CA1031
        {
            Commit(lease, new Failed(FailureReason.Internal, fault.ToString()));
            return;
        }

        Log(store.Ledger.Unpack(lease, unpacked.Members, unpacked.Refusal), lease, "unpacked", $"{unpacked.Members.Length}");
    }

    private Action Committing(Lease lease, Outcome outcome)
    {
        // Cut off in the middle, it came to nothing.
        if (outcome is Failed && isStopped())
        {
            return () => store.Ledger.Return(lease);
        }

        if (outcome is Done suspect && FaultOf(lease, suspect) is { } fault)
        {
            outcome = fault;
        }

        return outcome switch
        {
            Done done => () => Commit(lease, done),
            Failed failed => () => Commit(lease, failed),
            _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
        };
    }

    /// <summary>A result of other bytes than those that were hashed when they came: the copy has changed since.</summary>
    private static Failed? FaultOf(Lease lease, Done done)
    {
        try
        {
            return ResultSkim.Document(done.Result) == lease.Sha256 ? null : new Failed(FailureReason.Internal, "The copy in the store is not what was put there.");
        }
        catch (JsonException wrong)
        {
            return new Failed(FailureReason.Internal, $"The reader gave no result: {wrong.Message}");
        }
    }

    private void Commit(Lease lease, Done done)
    {
        var result = ResultSkim.Of(store.Results.Add(done.Result), done.Result);
        Log(store.Ledger.Complete(lease, result), lease, "done", result.Sha256);
    }

    private void Commit(Lease lease, Failed failed)
    {
        var delay = Retrying.DelayOf(failed.Reason, lease);
        var isGood = delay is { } wait
            ? store.Ledger.PutOff(lease, failed, wait, counts: Retrying.IsUnknown(failed.Reason))
            : store.Ledger.Quarantine(lease, failed);
        Log(isGood, lease, delay is null ? "quarantined" : "put off", $"{failed.Reason}");
    }

    private void Log(bool isGood, Lease lease, string outcome, string what) => log.Information(
        "Document {Document} {Outcome} {What} in attempt {Epoch}", lease.Sha256, isGood ? outcome : "of a lost lease", what, lease.Epoch);
}
