using System.Collections.Immutable;
using System.Security.Cryptography;
using Extractor.Core.Pages;

namespace Extractor.Ingestion;

/// <summary>A document all of whose pages are read when it is opened: workbooks, text documents, web pages, pictures.</summary>
internal sealed class WholeDocument : IDocumentFile
{
    private readonly ImmutableArray<PageReading> _pages;

    /// <param name="content">The bytes of the file.</param>
    /// <param name="pages">Numbered from 1.</param>
    /// <param name="remarks">What a person should know of how it was read.</param>
    public WholeDocument(
        string fileName, ReadOnlySpan<byte> content, string mediaType, ImmutableArray<PageReading> pages, IEnumerable<string> remarks)
    {
        _pages = pages;
        Head = new DocumentHead(fileName, Convert.ToHexStringLower(SHA256.HashData(content)), pages.Length, mediaType, [.. remarks]);
    }

    public DocumentHead Head { get; }

    public PageReading ReadPage(int number) => _pages[number - 1];

    public void Dispose()
    {
        // Nothing is held open.
    }
}
