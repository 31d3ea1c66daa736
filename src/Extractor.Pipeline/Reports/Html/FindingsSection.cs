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

    /// <summary>At least one of its findings has room.</summary>
    public bool IsShown(ReportForm form) => form.Findings.Any(finding => rooms[finding].Room != Room.None);

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

        foreach (var document in report.Documents)
        {
            WritePictures(document);
        }

        if (!report.Findings.IsEmpty)
        {
            html.Write($"<section class=\"document\"><h3>{ReportWords.BatchFindings.In(tongue)}</h3>\n<div class=\"form\">\n");
            WriteFindings(report.Findings);
            html.Write($"</div>\n</section>\n");
        }

        foreach (var document in report.Documents.Where(document => document.AllFindings.Any()))
        {
            WriteDocument(document);
        }

        WriteQuiet([.. report.Documents.Where(document => !document.AllFindings.Any())]);
        html.Write($"</section>\n");
    }

    /// <summary>Documents about which nothing was found: a line each.</summary>
    private void WriteQuiet(ImmutableArray<ReportDocument> documents)
    {
        if (documents.IsEmpty)
        {
            return;
        }

        html.Write($"<section class=\"document quiet\"><h3>{ReportWords.NothingFoundIn.In(tongue, documents.Length)}</h3>\n");
        foreach (var document in documents)
        {
            html.Write($"<div id=\"{Anchors.Of(document)}\"><h4>{Shortened.Name(document.Name)}</h4>\n");
            WriteAbout(document);
            WriteRest(document);
            html.Write($"</div>\n");
        }

        html.Write($"</section>\n");
    }

    private void WriteAbout(ReportDocument document)
    {
        html.Write($"<p class=\"about\">{Shortened.Value(About(document))}</p>\n");
        if (document.Refusal is not null || !document.Unread.IsEmpty)
        {
            html.Write($"<p class=\"problem\">{Shortened.Sentence(DocumentIndex.WhyNot(document, tongue))}</p>\n");
        }
    }

    /// <summary>Findings are told apart by being this very object: two may say the same.</summary>
    private Dictionary<ReportFinding, (Room Room, FindingCard Card)> Rooms()
    {
        var cards = new List<(int Document, FindingCard Card)>();
        for (var index = 0; index < report.Findings.Length; index++)
        {
            cards.Add((0, new FindingCard(report.Findings[index], [.. report.Documents.SelectMany(document => PlacesOf(document, document.AllFindings.Count() + index))], NameOf, tongue)));
        }

        foreach (var document in report.Documents)
        {
            var index = 0;
            foreach (var finding in document.AllFindings)
            {
                cards.Add((document.Number, new FindingCard(finding, [.. PlacesOf(document, index++)], NameOf, tongue)));
            }
        }

        var shares = PageBudget.Share([.. cards.Select(each => new Claim(each.Document, each.Card.Finding.Severity, () => each.Card.Whole.Length, () => each.Card.Line.Length))]);
        var rooms = new Dictionary<ReportFinding, (Room, FindingCard)>(ReferenceEqualityComparer.Instance);
        for (var index = 0; index < cards.Count; index++)
        {
            rooms.Add(cards[index].Card.Finding, (shares[index], cards[index].Card));
        }

        return rooms;
    }

    private string NameOf(int document) => report.Documents[document - 1].Name;

    private IEnumerable<ShownPlace> PlacesOf(ReportDocument document, int finding)
    {
        var (plan, files, _) = pictures[document.Number - 1];
        return plan.Views[finding].Where(view => files[view.Strip] is not null).Select(view => new ShownPlace(document, view));
    }

    private void WriteDocument(ReportDocument document)
    {
        html.Write($"""
            <details class="document" id="{Anchors.Of(document)}" open>
            <summary><h3>{Shortened.Name(document.Name)}</h3> {Badges(Severities.Of(document.AllFindings))}</summary>

            """);
        WriteAbout(document);
        if (pictures[document.Number - 1].Problem is { } problem)
        {
            html.Write($"<p class=\"problem\">{ReportWords.NoPicture.In(tongue, Reasons.Of(problem.Reason).In(tongue))}</p>\n");
        }

        var isHinted = !document.Findings.IsEmpty && !document.Findings.Any(IsSerious);
        if (!document.Findings.IsEmpty && !isHinted)
        {
            WriteWhole(document);
        }

        foreach (var form in document.Forms.Where(form => form.Findings.Any(IsSerious) && IsShown(form)))
        {
            WriteForm(document, form);
        }

        var hinted = document.Forms.Where(form => IsShown(form) && !form.Findings.Any(IsSerious)).ToList();
        if (hinted.Count > 0 || isHinted)
        {
            html.Write($"<details class=\"hints\"><summary>{ReportWords.OnlyHints.In(tongue, hinted.Count, hinted.Sum(form => form.Findings.Length) + (isHinted ? document.Findings.Length : 0))}</summary>\n");
            if (isHinted)
            {
                WriteWhole(document);
            }

            hinted.ForEach(form => WriteForm(document, form));
            html.Write($"</details>\n");
        }

        WriteCounted(document.Forms.Where(form => !IsShown(form)).Sum(form => form.Findings.Length));
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

    private void WriteWhole(ReportDocument document)
    {
        html.Write($"<section class=\"form\"><h4>{ReportWords.DocumentFindings.In(tongue)}</h4>\n");
        WriteFindings(document.Findings);
        html.Write($"</section>\n");
    }

    private void WriteForm(ReportDocument document, ReportForm form)
    {
        FormHeading.Write(html, document, form, tongue);
        WriteFindings(form.Findings);
        html.Write($"</section>\n");
    }

    private static bool IsSerious(ReportFinding finding) => finding.Severity != Severity.Info;

    private void WriteFindings(ImmutableArray<ReportFinding> findings)
    {
        foreach (var finding in findings.Where(IsSerious).OrderBy(finding => finding.Severity))
        {
            html.Write($"{Shown(finding)}");
        }

        var hints = findings.Where(finding => !IsSerious(finding)).ToList();
        if (hints.Count > 0 && hints.Count == findings.Length)
        {
            WriteHints(hints);
        }
        else if (hints.Count > 0)
        {
            html.Write($"<details class=\"hints\"><summary>{ReportWords.Hints.In(tongue, hints.Count)}</summary>\n");
            WriteHints(hints);
            html.Write($"</details>\n");
        }

        WriteCounted(findings.Count(finding => rooms[finding].Room == Room.None));
    }

    private void WriteCounted(int count)
    {
        if (count > 0)
        {
            html.Write($"<p class=\"note\">{ReportWords.MoreFindings.In(tongue, count)}</p>\n");
        }
    }

    private void WriteHints(List<ReportFinding> hints)
    {
        foreach (var hint in hints)
        {
            html.Write($"{Shown(hint)}");
        }
    }

    /// <summary>Nothing for one that is only counted.</summary>
    private Markup Shown(ReportFinding finding) => rooms[finding] switch
    {
        (Room.Whole, var card) => card.Whole,
        (Room.Line, var card) => card.Line,
        _ => default,
    };

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
        var places = document.Places.IsEmpty || document.Places is [var only] && only == document.Name ? "" : $" · {ReportWords.SeenAt.In(tongue)} {document.Places[^1]}";
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
