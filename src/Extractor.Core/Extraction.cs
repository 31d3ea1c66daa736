using System.Collections.Immutable;
using Extractor.Core.Auditing;
using Extractor.Core.Forms;
using Extractor.Core.Normalization;
using Extractor.Core.Normalization.Dumps;
using Extractor.Core.Pages;
using Extractor.Core.Reconstruction;

namespace Extractor.Core;

/// <summary>Everything that an extraction found, with what the stages made on the way.</summary>
/// <param name="Pages">Every page of the document in order, read or not; glyphs and rulings are let go once a page is laid out.</param>
/// <param name="Tables">Every table, a form or not, in reading order.</param>
/// <param name="Findings">About the document, not one form.</param>
public sealed record ExtractionResult(
    DocumentHead Document, ImmutableArray<PageSummary> Pages, ImmutableArray<UnreadPage> Unread,
    ImmutableArray<Table> Tables, ImmutableArray<AuditedForm> Forms, ImmutableArray<Finding> Findings);

/// <summary>A page as the result file lists it.</summary>
public sealed record PageSummary(int Number, double Width, double Height, PageOrigin Origin, int Rotation, double Skew);

/// <summary>The stages, in order.</summary>
public static class Extraction
{
    /// <summary>Pulls the pages one by one, so that a long document never stands in memory whole.</summary>
    public static ExtractionResult Run(
        DocumentHead document, IEnumerable<PageReading> pages, ImmutableArray<FormTemplate> templates)
    {
        var landmarks = TemplateLandmarks.Of(templates);
        var summaries = ImmutableArray.CreateBuilder<PageSummary>();
        var unread = ImmutableArray.CreateBuilder<UnreadPage>();
        var layouts = new List<PageLayout>();
        var dumped = ImmutableArray.CreateBuilder<Table>();
        foreach (var reading in pages)
        {
            if (reading is UnreadPage why)
            {
                unread.Add(why);
                summaries.Add(new PageSummary(why.Number, why.Width, why.Height, PageOrigin.None, 0, 0));
            }
            else if (reading is TextDump dump)
            {
                summaries.Add(new PageSummary(dump.Number, dump.Width, dump.Height, PageOrigin.Text, 0, 0));
                dumped.AddRange(DumpTables.Of(dump, templates));
            }
            else if (reading is Page page)
            {
                summaries.Add(new PageSummary(page.Number, page.Width, page.Height, page.Origin, page.Rotation, page.Skew));
                layouts.Add(LayoutAnalysis.Of(page, landmarks, before: layouts is [.., var last] && last.Number == page.Number - 1 ? last : null));
            }
        }

        var tables = TableStitcher.Join(layouts, landmarks).AddRange(dumped);
        var forms = FormReader.Read(document, FormFinder.Find(tables, landmarks), templates);
        var audited = forms.Select(Auditor.Audit).ToImmutableArray();
        return new ExtractionResult(document, summaries.ToImmutable(), unread.ToImmutable(), tables, audited, []);
    }
}
