using System.Collections.Immutable;
using Extractor.Core.Auditing;
using Extractor.Core.Forms;
using Extractor.Core.Normalization;
using Extractor.Core.Pages;
using Extractor.Core.Reconstruction;

namespace Extractor.Core;

/// <summary>Everything that an extraction found, held together: for whoever wants to look at one document whole.</summary>
/// <param name="Pages">Every page of the document in order, read or not.</param>
/// <param name="Tables">Every table, a form or not, in reading order.</param>
/// <param name="Readings">What became of everything that might have been a form, in reading order.</param>
public sealed record ExtractionResult(
    DocumentHead Document, ImmutableArray<PageSummary> Pages, ImmutableArray<UnreadPage> Unread,
    ImmutableArray<Table> Tables, ImmutableArray<FormReading> Readings, ImmutableArray<AuditedForm> Forms)
{
    /// <summary>About the document as a whole.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>What the running text says that forms can be held against, in reading order.</summary>
    public ImmutableArray<Passage> Passages { get; init; } = [];

    /// <summary>The tables that look like forms and are none.</summary>
    public IEnumerable<FormRefused> Refused => Readings.OfType<FormRefused>().Where(refused => refused.IsReported);

    public static ExtractionResult Of(DocumentHead document, IEnumerable<PageReading> pages, FormTemplates templates)
    {
        var all = new Collector();
        Extraction.Run(document, pages, templates, all);
        return new ExtractionResult(
            document, all.Pages.ToImmutable(), [.. all.Unread.OrderBy(page => page.Number)], all.Tables.ToImmutable(), all.Readings.ToImmutable(),
            all.Forms.ToImmutable()) { Findings = all.Findings.ToImmutable(), Passages = all.Passages.ToImmutable() };
    }

    private sealed class Collector : IExtractionSink
    {
        public ImmutableArray<PageSummary>.Builder Pages { get; } = ImmutableArray.CreateBuilder<PageSummary>();

        public ImmutableArray<UnreadPage>.Builder Unread { get; } = ImmutableArray.CreateBuilder<UnreadPage>();

        public ImmutableArray<Table>.Builder Tables { get; } = ImmutableArray.CreateBuilder<Table>();

        public ImmutableArray<FormReading>.Builder Readings { get; } = ImmutableArray.CreateBuilder<FormReading>();

        public ImmutableArray<AuditedForm>.Builder Forms { get; } = ImmutableArray.CreateBuilder<AuditedForm>();

        public ImmutableArray<Finding>.Builder Findings { get; } = ImmutableArray.CreateBuilder<Finding>();

        public ImmutableArray<Passage>.Builder Passages { get; } = ImmutableArray.CreateBuilder<Passage>();

        public void Take(PageSummary page) => Pages.Add(page);

        public void Take(UnreadPage page) => Unread.Add(page);

        public void Take(Table table) => Tables.Add(table);

        public void Take(FormReading reading) => Readings.Add(reading);

        public void Take(AuditedForm form) => Forms.Add(form);

        public void Take(Finding finding) => Findings.Add(finding);

        public void Take(Passage passage) => Passages.Add(passage);
    }
}
