using System.Buffers;
using System.Collections.Immutable;
using Extractor.Core.Auditing;
using Extractor.Core.Forms;
using Extractor.Core.Normalization;
using Extractor.Core.Pages;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Results;

/// <summary>Writes a result file while its document is being extracted: a form is bytes as soon as it is audited, and let go.</summary>
public sealed class ResultStream : IExtractionSink, IDisposable
{
    private readonly ResultDocument document;
    private readonly Producer producer;
    private readonly ImmutableArray<ResultPage>.Builder pages = ImmutableArray.CreateBuilder<ResultPage>();
    private readonly ImmutableArray<ResultUnread>.Builder unread = ImmutableArray.CreateBuilder<ResultUnread>();

    private readonly ImmutableArray<ResultRefused>.Builder refused = ImmutableArray.CreateBuilder<ResultRefused>();

    private readonly ImmutableArray<Passage>.Builder passages = ImmutableArray.CreateBuilder<Passage>();

    private readonly ImmutableArray<Finding>.Builder findings = ImmutableArray.CreateBuilder<Finding>();

    /// <summary>The file from its forms on, as an object of its own; what stands before the forms is known at the end only.</summary>
    private readonly ChunkedBuffer rest = new();
    private readonly ResultWriter restWriter;

    public ResultStream(ResultDocument document, Producer producer)
    {
        (this.document, this.producer) = (document, producer);
        restWriter = new ResultWriter(rest);
        restWriter.BeginForms();
    }

    public void Take(PageSummary page) => pages.Add(ResultPage.From(page));

    public void Take(UnreadPage page) => unread.Add(ResultUnread.From(page));

    /// <summary>Tables are no part of this file.</summary>
    public void Take(Table table)
    {
    }

    public void Take(FormReading reading)
    {
        if (reading is FormRefused { IsReported: true } table)
        {
            refused.Add(ResultRefused.From(table));
        }
    }

    public void Take(AuditedForm form) => Take(ResultForm.From(form));

    public void Take(Finding finding) => findings.Add(finding);

    public void Take(Passage passage) => passages.Add(passage);

    public void Take(ResultRefused table) => refused.Add(table);

    public void Take(ResultForm form) => restWriter.WriteForm(form);

    public void Take(ResultPage page) => pages.Add(page);

    public void Take(ResultUnread page) => unread.Add(page);

    /// <summary>The whole file; nothing can be taken afterwards.</summary>
    /// <param name="more">About the document, beside those that were taken.</param>
    /// <param name="ocrEngine">What read pictures of pages; null where nothing had to, or where the producer names it already.</param>
    public ReadOnlySequence<byte> End(ImmutableArray<Finding> more, string? ocrEngine = null)
    {
        findings.AddRange(more);
        restWriter.EndForms(findings.ToImmutable());
        rest.Write("\n"u8);

        var whole = new ChunkedBuffer();
        using (var head = new ResultWriter(whole))
        {
            head.WriteHead(document, producer with { OcrEngine = ocrEngine ?? producer.OcrEngine }, pages.ToImmutable(), [.. unread.OrderBy(page => page.Page)], refused.ToImmutable(), passages.ToImmutable());
        }

        // One object of two: a comma takes the place of the brace that opens the second.
        whole.Write(","u8);
        return whole.Before(rest, skipped: 1);
    }

    public void Dispose() => restWriter.Dispose();
}
