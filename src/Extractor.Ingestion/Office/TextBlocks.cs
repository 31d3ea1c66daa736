using System.Text;
using System.Xml.Linq;

namespace Extractor.Ingestion.Office;

/// <summary>What follows one another in a text document.</summary>
internal abstract record TextBlock;

internal sealed record ParagraphBlock(string Text) : TextBlock;

/// <param name="Table">An element tbl.</param>
internal sealed record TableBlock(XElement Table) : TextBlock;

/// <summary>Takes the body of a text document, or of a cell, apart into paragraphs and tables, and notes what is not shown.</summary>
internal sealed class TextBlocks
{
    private bool _hasHidden, _hasChanges, _hasNumbers, _hasForeignPart;

    public IEnumerable<string> Remarks()
    {
        if (_hasHidden)
        {
            yield return "Text that is formatted as hidden was left out.";
        }

        if (_hasChanges)
        {
            yield return "The document has tracked changes. They were read as accepted.";
        }

        if (_hasNumbers)
        {
            yield return "Paragraphs are numbered automatically. Their numbers are not part of the text.";
        }

        if (_hasForeignPart)
        {
            yield return "The document embeds another one, which was not read.";
        }
    }

    public IEnumerable<TextBlock> In(IEnumerable<XElement> elements)
    {
        foreach (var element in elements)
        {
            switch (element.Name.LocalName)
            {
                case "p":
                    foreach (var block in Paragraph(element))
                    {
                        yield return block;
                    }

                    break;
                case "tbl":
                    yield return new TableBlock(element);
                    break;
                case "altChunk":
                    _hasForeignPart = true;
                    break;
                case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo":
                    foreach (var block in In(element.Elements()))
                    {
                        yield return block;
                    }

                    break;
                case "AlternateContent":
                    foreach (var block in In(Chosen(element)))
                    {
                        yield return block;
                    }

                    break;
            }
        }
    }

    /// <summary>All that is said in the elements as one text, a paragraph a line; tables in it a row a line.</summary>
    public string TextOf(IEnumerable<XElement> elements) => string.Join('\n', In(elements)
        .Select(block => block switch
        {
            ParagraphBlock paragraph => paragraph.Text,
            TableBlock { Table: var table } => string.Join('\n', TextTable.Rows(table)
                .Select(row => string.Join(' ', TextTable.Cells(row).Select(cell => TextOf(cell.Elements()).Replace('\n', ' '))))),
            _ => "",
        })
        .Select(text => text.Trim())
        .Where(text => text.Length > 0));

    private List<TextBlock> Paragraph(XElement paragraph)
    {
        _hasNumbers |= paragraph.Child("pPr").Child("numPr") is not null;
        var boxes = new List<XElement>();
        var text = new StringBuilder();
        Add(paragraph.Elements(), text, boxes);
        return [new ParagraphBlock(text.ToString()), .. boxes.SelectMany(box => In(box.Elements()))];
    }

    private void Add(IEnumerable<XElement> children, StringBuilder text, List<XElement> boxes)
    {
        foreach (var child in children)
        {
            switch (child.Name.LocalName)
            {
                case "t": text.Append(child.Value); break;
                case "tab" or "ptab": text.Append(' '); break;
                case "br" or "cr": text.Append('\n'); break;
                case "noBreakHyphen": text.Append('-'); break;
                case "sym": text.Append(Symbol(child)); break;
                case "r" when child.Child("rPr").Child("vanish").IsOn(): _hasHidden = true; break;
                case "del" or "moveFrom": _hasChanges = true; break;
                case "drawing" or "pict" or "object":
                    boxes.AddRange(child.Descendants().Where(box => box.Is("txbxContent") && !box.Ancestors().TakeWhile(outer => outer != child).Any(outer => outer.Is("txbxContent"))));
                    break;
                case "AlternateContent": Add(Chosen(child), text, boxes); break;
                case "ruby": Add(child.Child("rubyBase")?.Elements() ?? [], text, boxes); break;
                case "oMath" or "oMathPara": text.Append(string.Concat(child.Descendants().Where(inner => inner.Is("t")).Select(inner => inner.Value))); break;
                case "ins" or "moveTo":
                    _hasChanges = true;
                    Add(child.Elements(), text, boxes);
                    break;
                case "r" or "hyperlink" or "fldSimple" or "sdt" or "sdtContent" or "smartTag" or "customXml" or "dir" or "bdo":
                    Add(child.Elements(), text, boxes);
                    break;
            }
        }
    }

    /// <summary>The first way in which something is said; the others say it again, for older programs.</summary>
    private static IEnumerable<XElement> Chosen(XElement either) => (either.Child("Choice") ?? either.Child("Fallback"))?.Elements() ?? [];

    /// <summary>The signs of the fonts Wingdings that forms are ticked with.</summary>
    private static string Symbol(XElement symbol) => (symbol.Attr("font"), symbol.Attr("char")?.ToUpperInvariant()) switch
    {
        ("Wingdings", "F0FE" or "00FE") or ("Wingdings 2", "F052" or "0052") => "☑",
        ("Wingdings", "F0FD" or "00FD" or "F078" or "0078") or ("Wingdings 2", "F054" or "0054") => "☒",
        ("Wingdings", "F0A8" or "00A8" or "F06F" or "006F") or ("Wingdings 2", "F0A3" or "00A3") => "□",
        ("Wingdings", "F0FC" or "00FC") or ("Wingdings 2", "F050" or "0050") => "√",
        ("Wingdings", "F06C" or "006C") => "●",
        _ => "\ufffd",
    };
}
