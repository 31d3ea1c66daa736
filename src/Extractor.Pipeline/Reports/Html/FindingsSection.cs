using System.Collections.Immutable;
using Extractor.Core.Auditing;
using Extractor.Pipeline.Language;
using Extractor.Pipeline.Reports.Model;
using Extractor.Pipeline.Reports.Places;

namespace Extractor.Pipeline.Reports.Html;

/// <summary>The findings, by document and form, the gravest first in each.</summary>
internal sealed class FindingsSection
{
    /// <summary>So many forms without a finding are named.</summary>
    private const int MostNamed = 30;

    private readonly HtmlWriter html;
    private readonly MismatchReport report;
    private readonly Overview overview;
    private readonly ImmutableArray<DocumentPictures> pictures;
    private readonly Tongue tongue;

    private readonly Dictionary<ReportFinding, (Room Room, FindingCard Card)> rooms;

    public FindingsSection(HtmlWriter html, MismatchReport report, Overview overview, ImmutableArray<DocumentPictures> pictures, Tongue tongue)
    {
        (this.html, this.report, this.overview, this.tongue) = (html, report, overview, tongue);
        this.pictures = PageBudget.Share(pictures);
        rooms = Rooms();
    }

    public void Write()
    {
        html.Write($"<section class=\"findings\">\n<h2 class=\"part\">{ReportWords.Findings.In(tongue)}</h2>\n");
        FilterBar.Write(html, overview, tongue);
        html.Write($"""
            <p class="keys"><span class="key stated"></span>{ReportWords.StatedKey.In(tongue)}<span class="key term"></span>{ReportWords.TermKey.In(tongue)}</p>

            """);
        if (pictures.Any(each => each.Problem is null && each.Files.Contains(null)))
        {
            html.Write($"<p class=\"note\">{ReportWords.PicturesLeftOut.In(tongue)}</p>\n");
        }

        if (!report.Findings.IsEmpty)
        {
            html.Write($"<section class=\"document\"><h3>{ReportWords.BatchFindings.In(tongue)}</h3>\n<div class=\"form\">\n");
            WriteFindings(report.Findings);
            html.Write($"</div>\n</section>\n");
        }

        foreach (var document in report.Documents)
        {
            WriteDocument(document);
        }

        html.Write($"</section>\n");
    }

    /// <summary>Findings are told apart by being this very object: two may say the same.</summary>
    private Dictionary<ReportFinding, (Room Room, FindingCard Card)> Rooms()
    {
        var cards = new List<(int Document, FindingCard Card)>();
        cards.AddRange(report.Findings.Select(finding => (0, new FindingCard(finding, null, [], null, tongue))));
        foreach (var document in report.Documents)
        {
            var index = 0;
            foreach (var finding in document.AllFindings)
            {
                var of = pictures[document.Number - 1];
                cards.Add((document.Number, new FindingCard(finding, document, of.Plan.Views[index++], of, tongue)));
            }
        }

        var shares = PageBudget.Share([.. cards.Select(each => (each.Document, each.Card.Finding.Severity, each.Card.Whole.Length, each.Card.Line.Length))]);
        var rooms = new Dictionary<ReportFinding, (Room, FindingCard)>(ReferenceEqualityComparer.Instance);
        for (var index = 0; index < cards.Count; index++)
        {
            rooms.Add(cards[index].Card.Finding, (shares[index], cards[index].Card));
        }

        return rooms;
    }

    private void WriteDocument(ReportDocument document)
    {
        html.Write($"""
            <details class="document" id="{Anchors.Of(document)}" open>
            <summary><h3>{Shortened.Name(document.Name)}</h3> {Badges(Severities.Of(document.AllFindings))}</summary>
            <p class="about">{Shortened.Value(About(document))}</p>

            """);
        WritePictures(document);
        if (document.Refusal is not null || !document.Unread.IsEmpty)
        {
            html.Write($"<p class=\"problem\">{Shortened.Sentence(DocumentIndex.WhyNot(document, tongue))}</p>\n");
        }

        if (pictures[document.Number - 1].Problem is { } problem)
        {
            html.Write($"<p class=\"problem\">{ReportWords.NoPicture.In(tongue, Reasons.Of(problem.Reason).In(tongue))}</p>\n");
        }

        if (!document.Findings.IsEmpty)
        {
            html.Write($"<section class=\"form\"><h4>{ReportWords.DocumentFindings.In(tongue)}</h4>\n");
            WriteFindings(document.Findings);
            html.Write($"</section>\n");
        }

        foreach (var form in document.Forms.Where(form => !form.Findings.IsEmpty))
        {
            FormHeading.Write(html, document, form, tongue);
            WriteFindings(form.Findings);
            html.Write($"</section>\n");
        }

        WriteRest(document);
        html.Write($"</details>\n");
    }

    /// <summary>Each once, and not shown: the findings show windows on them.</summary>
    private void WritePictures(ReportDocument document)
    {
        var (plan, files, _) = pictures[document.Number - 1];
        if (files.All(file => file is null))
        {
            return;
        }

        html.Write($"<svg class=\"store\" aria-hidden=\"true\"><defs>");
        for (var index = 0; index < files.Length; index++)
        {
            if (files[index] is { } file)
            {
                var box = plan.Strips[index].Box;
                html.Write($"""<image id="{Anchors.OfPicture(document, index)}" x="{box.Left}" y="{box.Top}" width="{box.Width}" height="{box.Height}" preserveAspectRatio="none" href="data:image/png;base64,{Convert.ToBase64String(file)}"/>""");
            }
        }

        html.Write($"</defs></svg>\n");
    }

    private void WriteFindings(ImmutableArray<ReportFinding> findings)
    {
        foreach (var finding in findings.Where(finding => finding.Severity != Severity.Info).OrderBy(finding => finding.Severity))
        {
            var (room, card) = rooms[finding];
            html.Write($"{(room == Room.Whole ? card.Whole : room == Room.Line ? card.Line : default)}");
        }

        var hints = findings.Where(finding => finding.Severity == Severity.Info).ToList();
        if (hints.Count > 0)
        {
            html.Write($"<details class=\"hints\"><summary>{ReportWords.Hints.In(tongue, hints.Count)}</summary>\n");
            foreach (var hint in hints)
            {
                var (room, card) = rooms[hint];
                html.Write($"{(room == Room.Whole ? card.Whole : room == Room.Line ? card.Line : default)}");
            }

            html.Write($"</details>\n");
        }

        var counted = findings.Count(finding => rooms[finding].Room == Room.None);
        if (counted > 0)
        {
            html.Write($"<p class=\"note\">{ReportWords.MoreFindings.In(tongue, counted)}</p>\n");
        }
    }

    private void WriteRest(ReportDocument document)
    {
        var clean = document.Forms.Where(form => form.Findings.IsEmpty).ToList();
        if (clean.Count > 0)
        {
            var names = string.Join(tongue == Tongue.Chinese ? "、" : "; ", clean.Take(MostNamed).Select(form => Shortened.Name(form.Name)));
            html.Write($"<p class=\"rest\"><b>{ReportWords.CleanOnes.In(tongue, clean.Count)}</b> {names}");
            if (clean.Count > MostNamed)
            {
                html.Write($" {ReportWords.AndMore.In(tongue, clean.Count - MostNamed)}");
            }

            html.Write($"</p>\n");
        }
        else if (document.Forms.IsEmpty && document.Refusal is null)
        {
            html.Write($"<p class=\"rest\">{ReportWords.NoForms.In(tongue)}</p>\n");
        }

        if (!document.LookAlikes.IsEmpty)
        {
            var tables = string.Join(tongue == Tongue.Chinese ? "；" : "; ", document.LookAlikes.Take(MostNamed).Select(table =>
                $"{ReportWords.OnPages.In(tongue, PageRanges.Of(table.Pages))} {Shortened.Name(table.Title)} {(tongue == Tongue.Chinese ? table.Message : table.MessageEn).TrimEnd('。', '.')}"));
            html.Write($"<p class=\"rest\"><b>{ReportWords.LookAlikes.In(tongue, document.LookAlikes.Length)}</b> {tables}</p>\n");
        }
    }

    private string About(ReportDocument document)
    {
        var pages = document.Refusal is null ? ReportWords.Pages.In(tongue, document.PageCount) + " · " : "";
        var places = document.Places.IsEmpty ? "" : $" · {ReportWords.SeenAt.In(tongue)} {document.Places[^1]}";
        return $"{pages}SHA-256 {document.Sha256[..Math.Min(12, document.Sha256.Length)]}{places}{(document.IsSuperseded ? " · " + ReportWords.Superseded.In(tongue) : "")}";
    }

    private Markup Badges(Severities found) => HtmlWriter.Of(badges =>
    {
        if (found.Errors > 0)
        {
            badges.Write($"<span class=\"badge error\">{ReportWords.Of(Severity.Error).In(tongue)} {found.Errors}</span>");
        }

        if (found.Warnings > 0)
        {
            badges.Write($"<span class=\"badge warning\">{ReportWords.Of(Severity.Warning).In(tongue)} {found.Warnings}</span>");
        }

        if (found.Hints > 0)
        {
            badges.Write($"<span class=\"badge info\">{ReportWords.Of(Severity.Info).In(tongue)} {found.Hints}</span>");
        }
    });
}
