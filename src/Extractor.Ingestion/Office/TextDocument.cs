using System.Collections.Immutable;
using Extractor.Core.Pages;
using Extractor.Ingestion.Sheets;

namespace Extractor.Ingestion.Office;

/// <summary>
/// A text document (DOCX): its body is one page, since where its pages end is up to whoever prints it. Headers, footers and
/// notes are left out. Tracked changes count as accepted.
/// </summary>
internal static class TextDocument
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Points across, where the document does not say how wide something is: A4 without the usual margins.</summary>
    private const double Width = 415;

    /// <summary>How deep the children of the body are nested: document, body, child.</summary>
    private const int DepthOfBlocks = 2;

    public static DocumentOpening Open(string fileName, byte[] content, ImmutableArray<string> remarks)
    {
        try
        {
            using var file = new OfficeFile(content);
            var blocks = new TextBlocks();
            var page = Read(file, blocks);
            return new OpenedDocument(new WholeDocument(fileName, content, MediaType, [page], remarks.Concat(blocks.Remarks())));
        }
        catch (Exception damaged) when (OfficePackage.IsDamage(damaged))
        {
            return new RefusedDocument(OpenFailure.Damaged, damaged.Message);
        }
    }

    private static PageReading Read(OfficeFile file, TextBlocks blocks)
    {
        var flow = new FlowDraft(Width);
        try
        {
            // One block after the other: a tree of the whole document takes many times its size.
            using var xml = file.Open(file.Main);
            foreach (var child in OfficeXml.Stream(xml, at => at.Depth == DepthOfBlocks))
            {
                Add(blocks.In([child]), flow, blocks);
            }

            return flow.ToSheet(1);
        }
        catch (SheetTooLargeException tooLarge)
        {
            return new UnreadPage(1, 0, 0, UnreadReason.TooLarge, tooLarge.Message);
        }
    }

    private static void Add(IEnumerable<TextBlock> found, FlowDraft flow, TextBlocks blocks)
    {
        foreach (var block in found)
        {
            switch (block)
            {
                case ParagraphBlock paragraph:
                    flow.AddText(paragraph.Text);
                    break;
                case TableBlock { Table: var table } when TextTable.LaysOut(table):
                    foreach (var cell in TextTable.Rows(table).SelectMany(TextTable.Cells))
                    {
                        Add(blocks.In(cell.Elements()), flow, blocks);
                    }

                    break;
                case TableBlock { Table: var table }:
                    flow.AddTable(TextTable.Read(table, blocks), TextTable.ColumnWidths(table));
                    break;
            }
        }
    }
}
