using System.Collections.Immutable;

namespace Extractor.Core.Pages;

/// <summary>What is known of a document before its pages are read. Its identity is the SHA-256 of its bytes.</summary>
/// <param name="FileName">The name it came with, without a path.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
/// <param name="MediaType">By content, never by name.</param>
/// <param name="Remarks">What the reader had to do to open it, in plain words: a repair, for instance.</param>
public sealed record DocumentHead(
    string FileName, string Sha256, int PageCount, string MediaType, ImmutableArray<string> Remarks);
