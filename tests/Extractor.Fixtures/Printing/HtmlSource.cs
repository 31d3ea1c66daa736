using System.Globalization;
using System.Net;
using System.Text;
using Extractor.Fixtures.Documents;
using Extractor.Fixtures.Layouts;
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
        html.Append(CultureInfo.InvariantCulture, $$"""
            @page { size: {{look.PageWidthMm}}mm {{look.PageHeightMm}}mm; margin: {{look.TopMarginMm}}mm {{look.SideMarginMm}}mm;
              @top-center { content: {{Content(look.PageHeader)}}; font: 9pt {{family}} }
              @bottom-center { content: {{Content(look.PageNumbers)}}; font: 9pt {{family}} } }
            body { margin: 0 1pt; font: {{Points(look.FontSize)}}/1.3 {{family}} }
            h2 { font-size: 1.3em } p { text-indent: 2em; margin: 0.4em 0 }
            .title { font-size: 1.5em; font-weight: bold; text-align: center } .caption { text-align: center }
            .headleft { text-align: left } .headright { text-align: right }
            .title, .caption, .headleft, .headright { break-after: {{(look.TitleStays ? "avoid" : "auto")}} }
            .newpage { break-before: page }
            table { width: 100%; table-layout: fixed; margin: 2pt 0;
              border-collapse: {{(look.Border is BorderStyle.Separate ? "separate" : "collapse")}}; border-spacing: 0 }
            td { text-align: center; overflow-wrap: anywhere; {{(look.MinimumRowHeight > 0 ? $"height: {look.MinimumRowHeight}pt" : "")}} }
            td.left { text-align: left } td.vertical { writing-mode: vertical-rl }
            tr { break-inside: {{(look.RowsMaySplit ? "auto" : "avoid")}} }

            """);
    }

    private static void Write(StringBuilder html, Block block, Look look)
    {
        switch (block)
        {
            case Heading heading: html.Append("<h2>").Append(Escape(heading.Text)).Append("</h2>\n"); break;
            case Paragraph paragraph: html.Append("<p>").Append(Escape(paragraph.Text)).Append("</p>\n"); break;
            case TitleLines title:
                foreach (var line in title.Lines)
                {
                    html.Append(CultureInfo.InvariantCulture, $"<div class=\"{Class(line.Role)}\">").Append(Escape(line.Text)).Append("</div>\n");
                }

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
            html.Append(CultureInfo.InvariantCulture, $"<col width=\"{width}*\" style=\"width:{width / 10m}%\">");
        }

        html.Append("</colgroup>\n");
        var header = look.RepeatHeader ? table.HeaderRows : 0;
        for (var row = 0; row < table.RowCount; row++)
        {
            html.Append((row == 0, row == header) switch
            {
                (_, true) => row == 0 ? "<tbody>\n" : "</thead><tbody>\n",
                (true, _) => "<thead>\n",
                _ => "",
            });
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
        // Writer takes borders, padding and alignment from the cell alone, not from the style sheet.
        html.Append(CultureInfo.InvariantCulture, $"<td valign=\"{Word(look.VerticalAlign)}\" style=\"border:{Line(look)};padding:{Points(look.Padding)}\"");
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
            _ => "centre",
        };
        html.Append(CultureInfo.InvariantCulture, $" class=\"{classes}\" align=\"{(classes == "left" ? "left" : "center")}\">").Append(Escape(cell.Text)).Append("</td>");
    }

    private static string Class(HeadRole role) => role switch
    {
        HeadRole.Title => "title",
        HeadRole.Left => "headleft",
        HeadRole.Right => "headright",
        _ => "caption",
    };

    private static string Line(Look look) =>
        $"{Points(look.BorderWidth)} {(look.Border is BorderStyle.Separate ? "solid" : Word(look.Border))} #000";

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Content(string? pattern) => pattern is null
        ? "none"
        : '"' + pattern.Replace("{0}", "\" counter(page) \"", StringComparison.Ordinal) + '"';

    private static string Points(decimal points) => points.ToString("0.##", CultureInfo.InvariantCulture) + "pt";

    private static string Escape(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);
}
