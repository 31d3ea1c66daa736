namespace Extractor.Pipeline.Jobs;

/// <summary>What a worker tells its supervisor, in this order: pages, then one outcome.</summary>
public abstract record WorkerMessage;

/// <summary>The worker begins to read a page.</summary>
/// <param name="Number">From 1; 0 while the document is being opened or, after its last page, put together.</param>
/// <param name="Count">How many pages the document has; 0 while that is not known.</param>
/// <param name="IsPicture">It begins to recognise what stands on the page's picture, which takes longer.</param>
public sealed record PageBegun(int Number, int Count, bool IsPicture = false) : WorkerMessage;

/// <summary>The worker is done with the document and waits for the next.</summary>
public sealed record JobEnded(Outcome Outcome) : WorkerMessage;
