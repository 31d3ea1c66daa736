using Extractor.Core.Pages;

namespace Extractor.Ingestion;

/// <summary>An open document, whose pages are read one by one.</summary>
public interface IDocumentFile : IDisposable
{
    DocumentHead Head { get; }

    /// <summary>Reads one page. What keeps it from being read is in the answer, never an exception.</summary>
    /// <param name="number">From 1 to the head's page count.</param>
    PageReading ReadPage(int number);
}
