using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Extractor.Ingestion.Web;

/// <summary>The text of an element as a person sees it: blanks run together, blocks and line breaks on lines of their own.</summary>
internal sealed class WebText
{
    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal)
    {
        "script", "style", "template", "noscript", "head", "title", "select", "datalist", "object", "iframe", "svg", "audio", "video", "canvas", "rp", "rt",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "caption", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
        "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tr", "ul",
    };

    private readonly StringBuilder _text = new();
    private bool _blankDue;

    /// <summary>Whether nothing of the element is shown, by what the page itself says of it; style sheets are not read.</summary>
    public static bool IsHidden(IElement element) =>
        Unseen.Contains(element.LocalName)
        || element.HasAttribute("hidden")
        || (element.GetAttribute("style") is { } style && HidesByStyle(style))
        || element is IHtmlInputElement { Type: "hidden" };

    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    public static string Of(IElement element)
    {
        var text = new WebText();
        text.AddChildren(element);
        return text.Take();
    }

    /// <summary>What has been added so far, and begins anew.</summary>
    public string Take()
    {
        var taken = _text.ToString().Trim('\n', ' ');
        _text.Clear();
        _blankDue = false;
        return taken;
    }

    public void Break()
    {
        if (_text.Length > 0 && _text[^1] != '\n')
        {
            _text.Append('\n');
        }

        _blankDue = false;
    }

    /// <summary>Adds a node that is no table.</summary>
    public void Add(INode node)
    {
        switch (node)
        {
            case IText text:
                AddCharacters(text.Data);
                break;
            case IElement element when !IsHidden(element):
                AddElement(element);
                break;
        }
    }

    private void AddChildren(IElement element)
    {
        foreach (var child in element.ChildNodes)
        {
            Add(child);
        }
    }

    private void AddElement(IElement element)
    {
        switch (element)
        {
            case IHtmlBreakRowElement:
                _text.Append('\n');
                _blankDue = false;
                break;
            case IHtmlInputElement { Type: "checkbox" or "radio" } box:
                AddCharacters(box.HasAttribute("checked") ? "☑" : "□");
                break;
            case IHtmlInputElement { Type: "button" or "submit" or "reset" or "image" or "password" or "file" }:
                break;
            case IHtmlInputElement input:
                AddCharacters(input.GetAttribute("value") ?? "");
                break;
            case IHtmlTableCellElement:
                // Inside a text: of a table whose cells are told as words.
                _blankDue = true;
                AddChildren(element);
                break;
            default:
                var isBlock = IsBlock(element);
                if (isBlock)
                {
                    Break();
                }

                AddChildren(element);
                if (isBlock)
                {
                    Break();
                }

                break;
        }
    }

    private void AddCharacters(string data)
    {
        foreach (var c in data)
        {
            // A no-break space keeps its place, but is a blank to whoever reads it.
            if (c is ' ' or '\t' or '\r' or '\n' or '\f' or '\u00a0')
            {
                _blankDue = true;
            }
            else if (c is not ('\u200b' or '\ufeff' or '\u00ad'))
            {
                if (_blankDue && _text.Length > 0 && _text[^1] != '\n')
                {
                    _text.Append(' ');
                }

                _blankDue = false;
                _text.Append(c);
            }
        }
    }

    private static bool HidesByStyle(string style)
    {
        var plain = string.Concat(style.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
        return plain.Contains("display:none", StringComparison.Ordinal) || plain.Contains("visibility:hidden", StringComparison.Ordinal);
    }
}
