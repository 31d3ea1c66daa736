using System.Globalization;
using System.Net;
using System.Text;
using Extractor.Fixtures.Documents;
using Extractor.Fixtures.Tables;

namespace Extractor.Fixtures.Printing;

/// <summary>A document as HTML with print styles.</summary>
public static class HtmlSource
{
    public static string Write(Dossier dossier)
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>绩效自评</title>\n<style>\n");
        Style(html, dossier.Look);
        html.Append("</style></head>\n<body>\n");
        foreach (var block in dossier.Blocks)
        {
            Write(html, block, dossier.Look);
        }

        return html.Append("</body></html>\n").ToString();
    }

    private static void Style(StringBuilder html, Look look)
    {
        var family = (look.LatinFont is null ? "" : $"'{look.LatinFont}',") + $"'{look.Font}'";
        var line = $"{Points(look.BorderWidth)} {(look.Border is BorderStyle.Separate ? "solid" : look.Border.ToString().ToLowerInvariant())} #000";
        html.Append(CultureInfo.InvariantCulture, $$"""
            @page { size: {{look.PageWidthMm}}mm {{look.PageHeightMm}}mm; margin: {{look.TopMarginMm}}mm {{look.SideMarginMm}}mm;
              @top-center { content: {{Content(look.PageHeader)}}; font: 9pt {{family}} }
              @bottom-center { content: {{Content(look.PageNumbers)}}; font: 9pt {{family}} } }
            body { margin: 0; font: {{Points(look.FontSize)}}/1.3 {{family}} }
            h2 { font-size: 1.3em } p { text-indent: 2em; margin: 0.4em 0 }
            .title { font-size: 1.5em; font-weight: bold; text-align: center } .caption { text-align: center }
            .newpage { break-before: page }
            table { width: 100%; table-layout: fixed; margin: 2pt 0;
              border-collapse: {{(look.Border is BorderStyle.Separate ? "separate" : "collapse")}}; border-spacing: 0 }
            td { border: {{line}}; padding: {{Points(look.Padding)}}; vertical-align: {{look.VerticalAlign.ToString().ToLowerInvariant()}};
              text-align: center; overflow-wrap: anywhere; white-space: pre-line; {{(look.MinimumRowHeight > 0 ? $"height: {look.MinimumRowHeight}pt" : "")}} }
            td.left { text-align: left } td.vertical { writing-mode: vertical-rl }
            tr { break-inside: {{(look.RowsMaySplit ? "auto" : "avoid")}} } thead { display: {{(look.RepeatHeader ? "table-header-group" : "table-row-group")}} }

            """);
    }

    private static void Write(StringBuilder html, Block block, Look look)
    {
        switch (block)
        {
            case Heading heading: html.Append("<h2>").Append(Escape(heading.Text)).Append("</h2>\n"); break;
            case Paragraph paragraph: html.Append("<p>").Append(Escape(paragraph.Text)).Append("</p>\n"); break;
            case TitleLines title:
                html.Append("<div class=\"title\">").Append(Escape(title.Title)).Append("</div>\n<div class=\"caption\">").Append(Escape(title.Caption)).Append("</div>\n");
                break;
            case Gap gap: html.Append(CultureInfo.InvariantCulture, $"<div style=\"height:{gap.Points}pt\"></div>\n"); break;
            case NewPage: html.Append("<div class=\"newpage\"></div>\n"); break;
            case TableBlock table: Write(html, table.Table, look); break;
            default: throw new ArgumentOutOfRangeException(nameof(block), block, "Not a block.");
        }
    }

    private static void Write(StringBuilder html, LogicalTable table, Look look)
    {
        html.Append("<table><colgroup>");
        foreach (var width in table.ColumnWidths)
        {
            html.Append(CultureInfo.InvariantCulture, $"<col style=\"width:{width / 10m}%\">");
        }

        html.Append("</colgroup>\n<thead>\n");
        for (var row = 0; row < table.RowCount; row++)
        {
            if (row == table.HeaderRows)
            {
                html.Append("</thead><tbody>\n");
            }

            html.Append("<tr>");
            foreach (var cell in table.Rows[row])
            {
                Write(html, cell, look);
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody></table>\n");
    }

    private static void Write(StringBuilder html, LogicalCell cell, Look look)
    {
        html.Append("<td");
        if (cell.RowSpan > 1)
        {
            html.Append(CultureInfo.InvariantCulture, $" rowspan=\"{cell.RowSpan}\"");
        }

        if (cell.ColumnSpan > 1)
        {
            html.Append(CultureInfo.InvariantCulture, $" colspan=\"{cell.ColumnSpan}\"");
        }

        var classes = cell switch
        {
            { Role: CellRole.Title } => "title",
            _ when look.Vertical(cell) => "vertical",
            _ when !look.Centred(cell.Role) => "left",
            _ => "",
        };
        html.Append(classes.Length == 0 ? ">" : $" class=\"{classes}\">").Append(Escape(cell.Text)).Append("</td>");
    }

    private static string Content(string? pattern) => pattern is null
        ? "none"
        : '"' + pattern.Replace("{0}", "\" counter(page) \"", StringComparison.Ordinal) + '"';

    private static string Points(decimal points) => points.ToString("0.##", CultureInfo.InvariantCulture) + "pt";

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
