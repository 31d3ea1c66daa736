using System.Collections.Immutable;
using Extractor.Core.Auditing;
using Extractor.Core.Geometry;
using Extractor.Pipeline.Language;
using Extractor.Pipeline.Reports.Model;
using Extractor.Pipeline.Reports.Places;

namespace Extractor.Pipeline.Reports.Html;

/// <summary>A place of which there is a picture.</summary>
internal sealed record ShownPlace(ReportDocument Document, PlaceView View);

/// <summary>A finding in both of its sizes.</summary>
internal sealed class FindingCard
{
    /// <summary>A sum may have hundreds of terms.</summary>
    private const int MostTerms = 40;

    /// <summary>A finding about many documents may have hundreds of places.</summary>
    private const int MostPictures = 6;

    /// <summary>Amounts, scores, rates and quantities are no longer, in characters.</summary>
    private const int LongestFigure = 18;

    private static readonly Markup Right = HtmlWriter.Of(html => html.Write($" class=\"n\""));

    /// <summary>CSS pixels of a screen for a point of the page: a little larger than on paper.</summary>
    private const double Scale = 1.25;

    /// <summary>A picture stands beside the numbers where it is higher than wide, and not too wide, in points.</summary>
    private const double WidestBeside = 330;

    /// <summary>Boxes are drawn so far around their text, in points.</summary>
    private const double ClearOfText = 2;

    private readonly ImmutableArray<ShownPlace> places;
    private readonly Func<int, string> nameOf;
    private readonly Tongue tongue;

    /// <summary>Written when they are asked for: of a hundred thousand findings most are only counted.</summary>
    private readonly Lazy<Markup> whole, line;

    /// <param name="places">Those that there are pictures of.</param>
    /// <param name="nameOf">The name of a document, by its number.</param>
    public FindingCard(ReportFinding finding, ImmutableArray<ShownPlace> places, Func<int, string> nameOf, Tongue tongue)
    {
        (Finding, this.places, this.nameOf, this.tongue) = (finding, places, nameOf, tongue);
        (whole, line) = (new(() => HtmlWriter.Of(WriteWhole)), new(() => HtmlWriter.Of(WriteLine)));
    }

    public ReportFinding Finding { get; }

    public Markup Whole => whole.Value;

    public Markup Line => line.Value;

    private string Kind => Finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" };

    private string Sentence => Shortened.Sentence(Finding.Sentence.In(tongue));

    private void WriteLine(HtmlWriter html)
    {
        html.Write($"<article class=\"finding {Kind}\" data-r=\"{Finding.Rule}\">{Head()}<p class=\"say\">{Sentence}</p></article>\n");
    }

    private void WriteWhole(HtmlWriter html)
    {
        var beside = places.Length > 0 && places.All(place => place.View.Window.Width <= WidestBeside) && places.Any(place => place.View.Window.Height > place.View.Window.Width);
        html.Write($"<article class=\"finding {Kind}{(beside ? " beside" : "")}\" data-r=\"{Finding.Rule}\">{Head()}<p class=\"say\">{Sentence}</p>\n<div class=\"why\"><div class=\"numbers\">");
        WriteFacts(html);
        WriteTerms(html);
        html.Write($"</div>");
        if (places.Length > 0)
        {
            html.Write($"<div class=\"pictures\">");
            foreach (var place in places.Take(MostPictures))
            {
                WritePicture(html, place);
            }

            html.Write($"</div>");
        }

        html.Write($"</div></article>\n");
    }

    private Markup Head() => HtmlWriter.Of(html =>
    {
        html.Write($"<h5><b class=\"sev\">{ReportWords.Of(Finding.Severity).In(tongue)}</b> <abbr title=\"{RuleNames.Of(Finding.Rule, tongue)}\">{Finding.Rule}</abbr>");
        var pages = Finding.Subject.Places.Select(place => place.Page).Distinct().ToList();
        if (pages.Count > 0 && Finding.Subject.Document == 0)
        {
            html.Write($" <span>{ReportWords.OnPages.In(tongue, PageRanges.Of(pages))}</span>");
        }

        if (Finding.Severity != Severity.Info || Finding.Explanation is not null)
        {
            html.Write($" <span class=\"cause\">{ReportWords.Of(Finding.Explanation).In(tongue)}</span>");
        }

        html.Write($"</h5>");
    });

    private void WriteFacts(HtmlWriter html)
    {
        if (Finding is { Stated: null, Computed: null })
        {
            return;
        }

        html.Write($"<dl class=\"facts\">");
        Fact(ReportWords.Stated, Finding.Stated);
        Fact(ReportWords.Computed, Finding.Computed);
        html.Write($"</dl>");

        void Fact(Phrase name, string? value)
        {
            if (value is not null)
            {
                html.Write($"<div><dt>{name.In(tongue)}</dt><dd>{Shown(value)}</dd></div>");
            }
        }
    }

    /// <summary>The cells as texts. Those of a finding about one cell alone are said by its sentence, and shown by its picture.</summary>
    private void WriteTerms(HtmlWriter html)
    {
        if (Finding.Terms.IsEmpty && (places.Length > 0 || Finding.Subject.Text is null))
        {
            return;
        }

        html.Write($"<table class=\"terms\"><tbody>");
        if (Finding.Subject.Text is not null || !Finding.Subject.Places.IsEmpty)
        {
            Row("stated", Finding.Subject);
        }

        foreach (var term in Finding.Terms.Take(MostTerms))
        {
            Row("term", term);
        }

        html.Write($"</tbody></table>");
        if (Finding.Terms.Length > MostTerms)
        {
            html.Write($"<p class=\"note\">{ReportWords.MoreTerms.In(tongue, Finding.Terms.Length - MostTerms)}</p>");
        }

        void Row(string kind, ReportCell cell) => html.Write(
            $"<tr><td><span class=\"key {kind}\"></span>{FormOf(cell)}{Shortened.Name(cell.Name.In(tongue))}</td><td{(IsFigure(cell.Text) ? Right : default)}>{(cell.Text is { } text ? Shown(text) : "")}</td></tr>");
    }

    /// <summary>Figures stand under each other, words begin at the left.</summary>
    private static bool IsFigure(string? text) => text is null or { Length: <= LongestFigure };

    private string FormOf(ReportCell cell) =>
        (cell.Document > 0 ? Shortened.Name(nameOf(cell.Document)) + " · " : "") + (cell.Form > 0 ? ReportWords.FormHeading.In(tongue, cell.Form) + " · " : "");

    private string Shown(string text) => text.Length > 0 ? Shortened.Value(text) : ReportWords.Empty.In(tongue);

    private void WritePicture(HtmlWriter html, ShownPlace place)
    {
        var (document, view) = place;
        var window = view.Window;
        var caption = (Finding.Subject.Document > 0 ? Shortened.Name(document.Name) + " · " : "") + ReportWords.OnPages.In(tongue, view.Page);
        html.Write($"""
            <figure><svg viewBox="{window.Left} {window.Top} {window.Width} {window.Height}" width="{window.Width * Scale}" height="{window.Height * Scale}" role="img" aria-label="{caption}"><use href="#{Anchors.OfPicture(document, view.Strip)}"/>
            """);
        WriteBoxes(html, "term", view.Terms);
        WriteBoxes(html, "stated", view.Stated);
        html.Write($"</svg><figcaption>{caption}</figcaption></figure>");
    }

    private static void WriteBoxes(HtmlWriter html, string kind, ImmutableArray<Box> boxes)
    {
        foreach (var box in boxes.Select(box => box.Inflate(ClearOfText)))
        {
            html.Write($"<rect class=\"{kind}\" x=\"{box.Left}\" y=\"{box.Top}\" width=\"{box.Width}\" height=\"{box.Height}\"/>");
        }
    }
}
