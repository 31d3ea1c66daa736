namespace Extractor.Ingestion.Images;

/// <summary>The memory of pictures that nothing needs any more.</summary>
internal static class Garbage
{
    /// <summary>Gives it back at once: a worker's limit on memory does not wait until the collector does it.</summary>
    public static void GiveBack() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
