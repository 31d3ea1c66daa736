namespace Extractor.Pipeline.Jobs;

/// <summary>Reads one document after the other; disposed of, it gives back what it holds.</summary>
public interface IReader : IDisposable
{
    /// <summary>Never throws because of a document: what is wrong with it is the outcome.</summary>
    /// <param name="pageBegins">Told on the calling thread.</param>
    Outcome Read(Job job, Action<PageBegun> pageBegins);
}
