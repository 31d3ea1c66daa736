using Extractor.Pipeline.Ledger;

namespace Extractor.Pipeline.Watching;

/// <summary>Something that is kept up to date with the ledger.</summary>
public interface IOutput
{
    /// <summary>Names it in the ledger, which keeps how far it has come.</summary>
    string Target { get; }

    /// <summary>Whether what it should hold of a document is not there any more, though it was written.</summary>
    bool Misses(LedgerDocument document);

    /// <summary>Brings it up to date with a document: the same however often it is called.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    void Take(LedgerDocument document);
}

/// <summary>Keeps outputs up to date: each from where it stands in the ledger's sequence.</summary>
internal sealed class Deliveries(ILedger ledger, IReadOnlyList<IOutput> outputs, Action<Step> steps)
{
    private const int AtATime = 200;

    /// <summary>Writes again what is missing of what was written. Once, at the start.</summary>
    public void Restore()
    {
        foreach (var output in outputs)
        {
            var written = ledger.DeliveredTo(output.Target);
            foreach (var document in ledger.Ended(0).TakeWhile(document => document.Sequence <= written).Where(output.Misses))
            {
                output.Take(document);
            }
        }
    }

    /// <summary>Writes what changed.</summary>
    public void Run()
    {
        foreach (var output in outputs)
        {
            while (RunSome(output) == AtATime)
            {
            }
        }
    }

    private int RunSome(IOutput output)
    {
        var count = 0;
        var last = 0L;
        foreach (var document in ledger.Ended(ledger.DeliveredTo(output.Target)).Take(AtATime))
        {
            steps(Step.BeforeOutput);
            output.Take(document);
            steps(Step.AfterOutput);
            last = document.Sequence;
            count++;
        }

        if (count > 0)
        {
            ledger.SetDelivered(output.Target, last);
        }

        return count;
    }
}
