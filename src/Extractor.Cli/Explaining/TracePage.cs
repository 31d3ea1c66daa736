using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Extractor.Cli.Language;
using Extractor.Core.Results;

namespace Extractor.Cli.Explaining;

/// <summary>
/// A trace as one HTML page that opens offline: each page's picture with what was understood drawn over it, and beside it
/// the lists. What comes from a document is encoded; nothing is executed and nothing is fetched.
/// </summary>
internal sealed class TracePage
{
    private const string Style = """
        body { font: 14px/1.5 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; margin: 1.5em; color: #222; background: #f5f5f3 }
        h1 { font-size: 1.3em } h2 { font-size: 1.1em; margin: 2em 0 .5em } h3 { font-size: 1em; margin: 1em 0 .2em }
        .region { display: flex; gap: 1.5em; align-items: flex-start; background: #fff; padding: 1em; margin-bottom: 1em; border: 1px solid #ddd }
        .pages { flex: 0 0 54%; position: sticky; top: 1em; max-height: 96vh; overflow: auto } .lists { flex: 1; min-width: 0 }
        svg { box-sizing: border-box; width: 100%; height: auto; display: block; border: 1px solid #ccc; margin-bottom: .6em; background: #fff }
        rect { fill-opacity: .13; stroke-width: .8 } .field, .review { stroke-width: 0; fill-opacity: .2 } text { font-size: 8px }
        .anchor { fill: #1565c0; stroke: #1565c0 } .field { fill: #2e7d32; stroke: #2e7d32 } .review { fill: #ef6c00; stroke: #ef6c00 }
        .unknown { fill: #c62828; stroke: #c62828 } .unfilled { fill: #777; stroke: #777 }
        rect:target { fill-opacity: .45; stroke-width: 3 }
        table { border-collapse: collapse; width: 100%; table-layout: fixed } td { border-bottom: 1px solid #eee; padding: .1em .4em; vertical-align: top; overflow-wrap: anywhere }
        td:first-child { width: 13em; font-family: monospace; font-size: 12px } a { color: inherit; text-decoration: none } a:hover { text-decoration: underline }
        .key { display: inline-block; width: .9em; height: .9em; border: 1px solid; margin: 0 .3em 0 1em; vertical-align: -.1em; opacity: .6 }
        .key.anchor { background: #1565c0 } .key.field { background: #2e7d32 } .key.review { background: #ef6c00 } .key.unknown { background: #c62828 } .key.unfilled { background: #777 }
        p { margin: .3em 0 } .no { color: #c62828 }
        """;

    private readonly TraceFile trace;
    private readonly Tongue tongue;
    private readonly StringBuilder html = new();
    private int marks;

    private TracePage(TraceFile trace, Tongue tongue) => (this.trace, this.tongue) = (trace, tongue);

    public static string Write(TraceFile trace, Tongue tongue) => new TracePage(trace, tongue).Write();

    private string Write()
    {
        var title = Encoded(trace.Document.FileName);
        html.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="{(tongue == Tongue.Chinese ? "zh" : "en")}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
            <title>{title}</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <h1>{title}</h1>

            """);
        html.Append("<p>");
        WriteKey("anchor", Messages.TraceAnchors);
        WriteKey("field", Messages.TraceFields);
        WriteKey("review", Messages.TraceReview);
        WriteKey("unknown", Messages.TraceNotUnderstood);
        WriteKey("unfilled", Messages.TraceUnfilled);
        html.Append("</p>\n");
        foreach (var unread in trace.Unread)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"no\">{Encoded(Messages.PagesOf.In(tongue, unread.Page))}: {Encoded(unread.Detail)}</p>\n");
        }

        var shown = TraceView.Shown(trace);
        if (shown.IsEmpty)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"no\">{Encoded(Messages.TraceNothing.In(tongue))}</p>\n");
        }

        foreach (var region in shown)
        {
            WriteRegion(region);
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    private void WriteKey(string kind, Phrase meaning) =>
        html.Append(CultureInfo.InvariantCulture, $"<span class=\"key {kind}\"></span>{Encoded(meaning.In(tongue))}");

    private void WriteRegion(TracedRegion region)
    {
        var marked = Marks(region);
        html.Append(CultureInfo.InvariantCulture, $"<h2>{Encoded(TraceView.Caption(region, tongue))}</h2>\n<div class=\"region\">\n<div class=\"pages\">\n");
        foreach (var page in trace.Pages.Where(page => region.Pages.Contains(page.Number)))
        {
            WritePicture(page, marked);
        }

        html.Append("</div>\n<div class=\"lists\">\n");
        foreach (var line in TraceView.Verdict(region, tongue))
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>{Encoded(line)}</p>\n");
        }

        foreach (var finding in region.Findings)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>{Encoded(finding.Rule)} {Encoded(tongue == Tongue.Chinese ? finding.Message : finding.MessageEn)}</p>\n");
        }

        WriteList(Messages.TraceNotUnderstood, marked.Where(mark => mark.Kind == "unknown"));
        WriteList(Messages.TraceFields, marked.Where(mark => mark.Kind is "field" or "review"));
        WriteList(Messages.TraceAnchors, marked.Where(mark => mark.Kind == "anchor"));
        WriteList(Messages.TraceUnfilled, marked.Where(mark => mark.Kind == "unfilled"));
        html.Append("</div>\n</div>\n");
    }

    /// <summary>Something to be drawn over a page, and listed.</summary>
    private sealed record Mark(string Id, string Kind, string Name, string Text, ImmutableArray<CellPlace> Places);

    private ImmutableArray<Mark> Marks(TracedRegion region) =>
    [
        .. region.Anchors.Select(anchor => NewMark("anchor", anchor.Role ?? "", anchor.Text, anchor.Places)),
        .. region.Fields.Select(field => NewMark(field.NeedsReview ? "review" : "field", field.Pointer, field.Text, field.Places)),
        .. region.NotUnderstood.Select(cell => NewMark("unknown", "?", cell.Text, cell.Places)),
        .. region.Unfilled.Select(cell => NewMark("unfilled", "–", cell.Text, cell.Places)),
    ];

    private Mark NewMark(string kind, string name, string text, ImmutableArray<CellPlace> places) =>
        new(string.Create(CultureInfo.InvariantCulture, $"m{++marks}"), kind, name, text, places);

    private void WritePicture(TracedPage page, ImmutableArray<Mark> marked)
    {
        html.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {page.Width} {page.Height}\">\n<title>{Encoded(Messages.PagesOf.In(tongue, page.Number))}</title>\n");
        if (page.Picture is { } picture)
        {
            html.Append(CultureInfo.InvariantCulture, $"<image width=\"{page.Width}\" height=\"{page.Height}\" href=\"data:image/png;base64,{Convert.ToBase64String(picture)}\"/>\n");
        }

        foreach (var mark in marked)
        {
            for (var i = 0; i < mark.Places.Length; i++)
            {
                if (mark.Places[i] is { Box: [var left, var top, var right, var bottom] } place && place.Page == page.Number)
                {
                    var id = i == 0 ? $" id=\"{mark.Id}\"" : "";
                    html.Append(CultureInfo.InvariantCulture, $"<rect{id} class=\"{mark.Kind}\" x=\"{left}\" y=\"{top}\" width=\"{right - left}\" height=\"{bottom - top}\"><title>{Encoded($"{mark.Name}: {mark.Text}")}</title></rect>\n");
                    if (page.Picture is null)
                    {
                        html.Append(CultureInfo.InvariantCulture, $"<text x=\"{left + 1}\" y=\"{top + 9}\">{Encoded(mark.Text)}</text>\n");
                    }
                }
            }
        }

        html.Append("</svg>\n");
    }

    private void WriteList(Phrase heading, IEnumerable<Mark> marked)
    {
        var rows = marked.ToList();
        if (rows.Count == 0)
        {
            return;
        }

        html.Append(CultureInfo.InvariantCulture, $"<h3>{Encoded(heading.In(tongue))} ({rows.Count})</h3>\n<table>\n");
        foreach (var row in rows)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td><a href=\"#{row.Id}\">{Encoded(row.Name)}</a></td><td>{Encoded(row.Text)}</td></tr>\n");
        }

        html.Append("</table>\n");
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
