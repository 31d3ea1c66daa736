using System.Collections.Immutable;
using Extractor.Core.Auditing;
using Extractor.Pipeline.Language;
using Extractor.Pipeline.Reports.Model;

namespace Extractor.Pipeline.Reports.Html;

/// <summary>A row of a chart: the findings of a group.</summary>
/// <param name="Note">What the name stands for; may be empty.</param>
internal sealed record Bar(string Name, string Note, int Forms, Severities Found)
{
    /// <summary>It is drawn; the sum of those that there is no room for is not, since it would dwarf them all.</summary>
    public bool IsDrawn { get; init; } = true;

    /// <summary>The first ones, and the rest as one.</summary>
    public static ImmutableArray<Bar> Cut(ImmutableArray<Bar> bars, int most, Func<int, string> others) => bars.Length <= most
        ? bars
        :
        [
            .. bars[..(most - 1)],
            new Bar(others(bars.Length - most + 1), "", bars[(most - 1)..].Sum(bar => bar.Forms), bars[(most - 1)..].Aggregate(default(Severities), (sum, bar) => sum + bar.Found)) { IsDrawn = false },
        ];
}

/// <summary>A chart of horizontal bars as a table: each bar stands beside the numbers that it draws, which say all of it.</summary>
internal static class BarTable
{
    private const double Width = 100, Height = 10;

    public static void Write(HtmlWriter html, Phrase heading, ImmutableArray<Bar> bars, Tongue tongue)
    {
        html.Write($"""
            <table class="bars">
            <thead><tr><th>{heading.In(tongue)}</th><th class="n">{ReportWords.Forms.In(tongue)}</th><th class="n">{ReportWords.Plural(Severity.Error).In(tongue)}</th><th class="n">{ReportWords.Plural(Severity.Warning).In(tongue)}</th><th class="n">{ReportWords.Plural(Severity.Info).In(tongue)}</th><th class="draw"></th></tr></thead>
            <tbody>

            """);
        var longest = bars.Max(bar => bar.IsDrawn ? bar.Found.Serious : 0);
        foreach (var bar in bars)
        {
            html.Write($"<tr><td><b>{Shortened.Name(bar.Name)}</b>");
            if (bar.Note.Length > 0)
            {
                html.Write($" <small>{bar.Note}</small>");
            }

            html.Write($"""
                </td><td class="n">{Figures.Count(bar.Forms)}</td>{CountCells.Of(bar.Found)}<td class="draw">{(bar.IsDrawn ? Drawn(bar.Found, longest) : default)}</td></tr>

                """);
        }

        html.Write($"</tbody>\n</table>\n");
    }

    /// <summary>Errors, then warnings; hints are not drawn: they are many, and nobody needs to act on them.</summary>
    private static Markup Drawn(Severities found, int longest) => HtmlWriter.Of(html =>
    {
        var errors = longest == 0 ? 0 : Width * found.Errors / longest;
        var warnings = longest == 0 ? 0 : Width * found.Warnings / longest;
        html.Write($"""<svg class="bar" viewBox="0 0 {Width} {Height}" preserveAspectRatio="none" aria-hidden="true"><rect class="error" width="{errors}" height="{Height}"/><rect class="warning" x="{errors}" width="{warnings}" height="{Height}"/></svg>""");
    });
}
