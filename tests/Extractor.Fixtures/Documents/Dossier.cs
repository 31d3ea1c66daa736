using System.Collections.Immutable;
using Extractor.Fixtures.Forms;
using Extractor.Fixtures.Tables;

namespace Extractor.Fixtures.Documents;

/// <summary>A part of a document, top to bottom.</summary>
public abstract record Block;

/// <summary>A section heading.</summary>
public sealed record Heading(string Text) : Block;

/// <summary>Running text.</summary>
public sealed record Paragraph(string Text) : Block;

/// <summary>The title of a form, outside its table, with the line under it.</summary>
public sealed record TitleLines(string Title, string Caption) : Block;

/// <summary>Empty space, so that what follows meets the end of the page anywhere.</summary>
public sealed record Gap(int Points) : Block;

public sealed record NewPage : Block;

/// <summary>A table, a form or another.</summary>
public sealed record TableBlock(LogicalTable Table) : Block;

/// <summary>A whole document to print, with what is true of it.</summary>
public sealed record Dossier(string Name, Look Look, ImmutableArray<Block> Blocks, ImmutableArray<PrintedForm> Forms)
{
    public IEnumerable<LogicalTable> Tables => Blocks.OfType<TableBlock>().Select(b => b.Table);
}
