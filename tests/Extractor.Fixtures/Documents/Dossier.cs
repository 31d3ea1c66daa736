using System.Collections.Immutable;
using Extractor.Fixtures.Forms;
using Extractor.Fixtures.Layouts;
using Extractor.Fixtures.Tables;

namespace Extractor.Fixtures.Documents;

/// <summary>A part of a document, top to bottom.</summary>
public abstract record Block;

/// <summary>A section heading.</summary>
public sealed record Heading(string Text) : Block;

/// <summary>Running text.</summary>
public sealed record Paragraph(string Text) : Block;

/// <summary>The title of a form, outside its table, with the lines above and under it.</summary>
public sealed record TitleLines(ImmutableArray<HeadLine> Lines) : Block;

/// <summary>Empty space, so that what follows meets the end of the page anywhere.</summary>
public sealed record Gap(int Points) : Block;

public sealed record NewPage : Block;

/// <summary>A table, a form or another.</summary>
public sealed record TableBlock(LogicalTable Table) : Block;

/// <summary>A whole document to print, with what is true of it.</summary>
/// <param name="Family">The family of layouts that its forms are of.</param>
public sealed record Dossier(string Name, string Family, Look Look, ImmutableArray<Block> Blocks, ImmutableArray<PrintedForm> Forms)
{
    /// <summary>Faults of the document as a whole; their pointers are relative to the result.</summary>
    public ImmutableArray<PlantedFault> Planted { get; init; } = [];

    /// <summary>What is true of it is what its pictures show, and not what its text layer says.</summary>
    public bool IsReadFromPictures { get; init; }

    public IEnumerable<LogicalTable> Tables => Blocks.OfType<TableBlock>().Select(b => b.Table);

    /// <summary>Everything that is printed once, in reading order.</summary>
    public IEnumerable<string> Texts => Blocks.SelectMany(block => block switch
    {
        Heading heading => [heading.Text],
        Paragraph paragraph => [paragraph.Text],
        TitleLines title => title.Lines.Select(line => line.Text),
        TableBlock table => table.Table.Cells.Select(cell => cell.Text),
        _ => Enumerable.Empty<string>(),
    }).Where(text => text.Length > 0);

    /// <summary>The same, with every table so much further down: the page breaks fall elsewhere.</summary>
    public Dossier Pushed(int points) => this with
    {
        Blocks = [.. Blocks.SelectMany((block, i) => block is TitleLines || (block is TableBlock && (i == 0 || Blocks[i - 1] is not TitleLines))
            ? [new Gap(points), block]
            : ImmutableArray.Create(block))],
    };
}
