using System.Collections.Immutable;
using Extractor.Core.Forms;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Auditing.Documents;

/// <summary>A page of a document.</summary>
/// <param name="Page">Its place in the document, from 1.</param>
/// <param name="Printed">The number that it prints on itself; null where it prints none that is clear, or was not read.</param>
public sealed record NumberedPage(int Page, PageNumber? Printed);

/// <summary>What an audit needs of a document beside its forms.</summary>
/// <param name="Unread">The pages that were not read, from 1.</param>
/// <param name="Pages">All pages in order.</param>
/// <param name="Passages">What its running text says that forms can be held against.</param>
public sealed record Surroundings(ImmutableArray<int> Unread, ImmutableArray<NumberedPage> Pages, ImmutableArray<Passage> Passages)
{
    public static Surroundings None { get; } = new([], [], []);
}
