using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Extractor.Ingestion.Office;

/// <summary>What follows one another in a text document.</summary>
internal abstract record TextBlock;

internal sealed record ParagraphBlock(string Text) : TextBlock;

internal sealed record TableBlock(Table Table) : TextBlock;

/// <summary>Takes the body of a text document, or of a cell, apart into paragraphs and tables, and notes what is not shown.</summary>
internal sealed class TextBlocks
{
    private int _hiddenRuns, _changes, _numbered;
    private bool _hasForeignPart;

    public IEnumerable<string> Remarks()
    {
        if (_hiddenRuns > 0)
        {
            yield return "Text that is formatted as hidden was left out.";
        }

        if (_changes > 0)
        {
            yield return "The document has tracked changes. They were read as accepted.";
        }

        if (_numbered > 0)
        {
            yield return "Paragraphs are numbered automatically. Their numbers are not part of the text.";
        }

        if (_hasForeignPart)
        {
            yield return "The document embeds another one, which was not read.";
        }
    }

    public IEnumerable<TextBlock> In(IEnumerable<OpenXmlElement> elements)
    {
        foreach (var element in elements)
        {
            switch (element)
            {
                case Paragraph paragraph:
                    _numbered += paragraph.ParagraphProperties?.NumberingProperties is null ? 0 : 1;
                    var boxes = new List<TextBoxContent>();
                    var text = new StringBuilder();
                    Add(paragraph.ChildElements, text, boxes);
                    yield return new ParagraphBlock(text.ToString());
                    foreach (var block in boxes.SelectMany(box => In(box.ChildElements)))
                    {
                        yield return block;
                    }

                    break;
                case Table table:
                    yield return new TableBlock(table);
                    break;
                case AltChunk:
                    _hasForeignPart = true;
                    break;
                case Body or SdtBlock or SdtContentBlock or CustomXmlBlock or InsertedRun or MoveToRun:
                    foreach (var block in In(element.ChildElements))
                    {
                        yield return block;
                    }

                    break;
                case AlternateContent either:
                    foreach (var block in In(Chosen(either)))
                    {
                        yield return block;
                    }

                    break;
            }
        }
    }

    /// <summary>All that is said in the elements as one text, a paragraph a line; tables in it a row a line.</summary>
    public string TextOf(IEnumerable<OpenXmlElement> elements) => string.Join('\n', In(elements)
        .Select(block => block switch
        {
            ParagraphBlock paragraph => paragraph.Text,
            TableBlock { Table: var table } => string.Join('\n', TextTable.Rows(table)
                .Select(row => string.Join(' ', TextTable.Cells(row).Select(cell => TextOf(cell.ChildElements).Replace('\n', ' '))))),
            _ => "",
        })
        .Select(text => text.Trim())
        .Where(text => text.Length > 0));

    private void Add(OpenXmlElementList children, StringBuilder text, List<TextBoxContent> boxes)
    {
        foreach (var child in children)
        {
            switch (child)
            {
                case Text plain: text.Append(plain.Text); break;
                case TabChar or PositionalTab: text.Append(' '); break;
                case Break or CarriageReturn: text.Append('\n'); break;
                case NoBreakHyphen: text.Append('-'); break;
                case SymbolChar symbol: text.Append(Symbol(symbol)); break;
                case Run { RunProperties.Vanish: { } vanish } when vanish.Val?.InnerText is not ("0" or "false" or "off"): _hiddenRuns++; break;
                case DeletedRun or MoveFromRun: _changes++; break;
                case Drawing or Picture or EmbeddedObject:
                    boxes.AddRange(child.Descendants<TextBoxContent>().Where(box => !box.Ancestors<TextBoxContent>().Any()));
                    break;
                case AlternateContent either:
                    Add(Chosen(either), text, boxes);
                    break;
                case Ruby ruby when ruby.RubyBase is { } spoken: Add(spoken.ChildElements, text, boxes); break;
                case DocumentFormat.OpenXml.Math.OfficeMath or DocumentFormat.OpenXml.Math.Paragraph: text.Append(child.InnerText); break;
                case InsertedRun or MoveToRun:
                    _changes++;
                    Add(child.ChildElements, text, boxes);
                    break;
                case OpenXmlUnknownElement { LocalName: "smartTag" }:
                    // Of Word 2003 to 2007: the library does not know what is in it either.
                    text.Append(string.Concat(child.Descendants().Where(inner => inner.LocalName == "t").Select(inner => inner.InnerText)));
                    break;
                case Run or Hyperlink or SimpleField or SdtRun or SdtContentRun or CustomXmlRun or BidirectionalOverride or BidirectionalEmbedding:
                    Add(child.ChildElements, text, boxes);
                    break;
            }
        }
    }

    /// <summary>The first way in which something is said; the others say it again, for older programs.</summary>
    private static OpenXmlElementList Chosen(AlternateContent either) =>
        (either.GetFirstChild<AlternateContentChoice>() ?? either.GetFirstChild<AlternateContentFallback>() ?? (OpenXmlElement)either).ChildElements;

    /// <summary>The signs of the fonts Wingdings that forms are ticked with.</summary>
    private static string Symbol(SymbolChar symbol) => (symbol.Font?.InnerText, symbol.Char?.InnerText?.ToUpperInvariant()) switch
    {
        ("Wingdings", "F0FE" or "00FE") or ("Wingdings 2", "F052" or "0052") => "☑",
        ("Wingdings", "F0FD" or "00FD" or "F078" or "0078") or ("Wingdings 2", "F054" or "0054") => "☒",
        ("Wingdings", "F0A8" or "00A8" or "F06F" or "006F") or ("Wingdings 2", "F0A3" or "00A3") => "□",
        ("Wingdings", "F0FC" or "00FC") or ("Wingdings 2", "F050" or "0050") => "√",
        ("Wingdings", "F06C" or "006C") => "●",
        _ => "\ufffd",
    };
}
