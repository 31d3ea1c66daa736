using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Extractor.Ingestion.Sheets;

namespace Extractor.Ingestion.Web;

/// <summary>Follows a web page from top to bottom: texts become lines, tables of data become tables, tables that only lay out are gone through.</summary>
internal sealed class WebFlow(FlowDraft flow)
{
    private readonly WebText _text = new();

    public void Add(IElement element)
    {
        AddChildren(element);
        FlushText();
    }

    private void AddChildren(IElement element)
    {
        foreach (var node in element.ChildNodes)
        {
            switch (node)
            {
                case IHtmlTableElement table when !WebText.IsHidden(table):
                    FlushText();
                    AddTable(table);
                    break;
                case IElement inner when !WebText.IsHidden(inner) && inner.QuerySelector("table") is not null:
                    FlushText();
                    AddChildren(inner);
                    FlushText();
                    break;
                default:
                    _text.Add(node);
                    break;
            }
        }
    }

    private void AddTable(IHtmlTableElement table)
    {
        var rows = WebTable.Rows(table);
        if (table.Caption is { } caption && !WebText.IsHidden(caption))
        {
            flow.AddText(WebText.Of(caption));
        }

        if (!WebTable.LaysOut(table, rows))
        {
            flow.AddTable(WebTable.Read(rows), []);
            return;
        }

        foreach (var cell in rows.SelectMany(row => row.Cells))
        {
            AddChildren(cell);
            FlushText();
        }
    }

    private void FlushText() => flow.AddText(_text.Take());
}
