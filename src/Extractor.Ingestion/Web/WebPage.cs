using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Extractor.Core.Pages;
using Extractor.Ingestion.Sheets;

namespace Extractor.Ingestion.Web;

/// <summary>A web page: its tables, and the text around them. Scripts are never run, and nothing is fetched.</summary>
internal static class WebPage
{
    public const string MediaType = "text/html";

    /// <summary>Bytes of the largest page that is opened; its tree takes some twenty times as much.</summary>
    private const int LargestPage = 20_000_000;

    /// <summary>Points across, where the page leaves the width to whoever shows it: A4 without its margins.</summary>
    private const double Width = 523;

    public static DocumentOpening Open(string fileName, byte[] content)
    {
        if (content.Length > LargestPage)
        {
            return new RefusedDocument(OpenFailure.TooLarge, $"The web page has more than {LargestPage / 1_000_000} MB.");
        }

        using var page = new HtmlParser(new HtmlParserOptions { IsScripting = false, MaximumDepth = SheetLimits.Depth + 1 }).ParseDocument(PageEncoding.Decode(content));
        if (IsDeeperThan(SheetLimits.Depth, page))
        {
            return new RefusedDocument(OpenFailure.Unsafe, $"Elements are nested more than {SheetLimits.Depth} deep.");
        }

        if (page.QuerySelector("table") is null)
        {
            return new RefusedDocument(OpenFailure.UnknownKind, "HTML without a table");
        }

        try
        {
            var flow = new FlowDraft(Width);
            if (page.Body is IHtmlElement body)
            {
                new WebFlow(flow).Add(body);
            }

            return new OpenedDocument(new WholeDocument(fileName, content, MediaType, [flow.ToSheet(1)], []));
        }
        catch (SheetTooLargeException tooLarge)
        {
            return new OpenedDocument(new WholeDocument(
                fileName, content, MediaType, [new UnreadPage(1, 0, 0, UnreadReason.TooLarge, tooLarge.Message)], []));
        }
    }

    /// <summary>Did the parser put elements beside one another that are nested deeper? Tables fall apart by that.</summary>
    private static bool IsDeeperThan(int limit, INode root)
    {
        var open = new Stack<(INode Node, int Depth)>([(root, 0)]);
        while (open.TryPop(out var at))
        {
            if (at.Depth > limit)
            {
                return true;
            }

            foreach (var child in at.Node.ChildNodes)
            {
                open.Push((child, at.Depth + 1));
            }
        }

        return false;
    }
}
