using Extractor.Core.Auditing;
using Extractor.Core.Auditing.Documents;
using Extractor.Core.Forms;
using Extractor.Core.Normalization;
using Extractor.Core.Normalization.Dumps;
using Extractor.Core.Pages;
using Extractor.Core.Reconstruction;

namespace Extractor.Core;

/// <summary>Takes what an extraction finds as soon as it is found, so that nobody need hold a long document whole.</summary>
public interface IExtractionSink
{
    /// <summary>Every page in order, read or not.</summary>
    void Take(PageSummary page);

    /// <summary>Every page that was not read; a form without a table is seen some pages later than what else was not.</summary>
    void Take(UnreadPage page);

    /// <summary>Every table, a form or not, in reading order; its forms follow it.</summary>
    void Take(Table table);

    /// <summary>What became of everything that might have been a form, in reading order.</summary>
    void Take(FormReading reading);

    /// <summary>Every form in reading order, after its reading.</summary>
    void Take(AuditedForm form);

    /// <summary>Every finding about the document as a whole, after its forms.</summary>
    void Take(Finding finding);

    /// <summary>Every passage of the running text that may speak of forms, in reading order.</summary>
    void Take(Passage passage);
}

/// <summary>A page as the result file lists it.</summary>
public sealed record PageSummary(int Number, double Width, double Height, PageOrigin Origin, int Rotation, double Skew)
{
    /// <summary>The number that the page prints on itself; null where it prints none that is clear.</summary>
    public PageNumber? Printed { get; init; }

    public static PageSummary Of(PageReading reading) => reading switch
    {
        Page { Turn: { } turn } page => new PageSummary(page.Number, turn.Width, turn.Height, page.Origin, page.Rotation, page.Skew),
        Page page => new PageSummary(page.Number, page.Width, page.Height, page.Origin, page.Rotation, page.Skew),
        Sheet or TextDump => new PageSummary(reading.Number, reading.Width, reading.Height, PageOrigin.Text, 0, 0),
        _ => new PageSummary(reading.Number, reading.Width, reading.Height, PageOrigin.None, 0, 0),
    };
}

/// <summary>The stages, in order.</summary>
public static class Extraction
{
    /// <summary>
    /// Pulls the pages one by one and lets go of each as soon as what stands on it is settled: a thousand pages take no
    /// more memory than a hundred, but for what the sink keeps.
    /// </summary>
    /// <param name="profiles">What the audit goes by; null for what holds in general.</param>
    public static void Run(
        DocumentHead document, IEnumerable<PageReading> pages, FormTemplates templates, IExtractionSink sink, AuditProfiles? profiles = null)
    {
        var landmarks = templates.Landmarks;
        var reader = new FormReader(document, templates);
        var audit = new DocumentAudit(profiles ?? AuditProfiles.Default);
        var dumps = new List<TextDump>();
        var flowing = Noted(PageFurniture.Remove(LayOut(pages, landmarks, sink, audit, dumps), landmarks), new FormWithoutTable(templates), sink, audit);
        foreach (var table in TableStitcher.Join(flowing, landmarks).Concat(dumps.SelectMany(dump => DumpTables.Of(dump, templates))))
        {
            sink.Take(table);
            foreach (var region in FormFinder.Find(table, templates))
            {
                var reading = Confirmed(reader.Read(region));
                sink.Take(reading);
                if (reading is FormFound found)
                {
                    sink.Take(audit.Audit(found.Form));
                }
            }
        }

        foreach (var finding in audit.End())
        {
            sink.Take(finding);
        }
    }

    private static FormReading Confirmed(FormReading reading) =>
        reading is FormFound found ? found with { Form = ArithmeticWitness.Confirmed(found.Form) } : reading;

    /// <summary>Lays out the pages; text dumps, which have no layout, are put aside.</summary>
    private static IEnumerable<PageLayout> LayOut(
        IEnumerable<PageReading> pages, TableLandmarks landmarks, IExtractionSink sink, DocumentAudit audit, List<TextDump> dumps)
    {
        PageLayout? before = null;
        foreach (var reading in pages)
        {
            var layout = reading switch
            {
                Page { LineReadings.IsEmpty: false } recognized => LabelReadings.Corrected(LayoutAnalysis.Of(recognized, landmarks, before), landmarks.Words),
                Page page => LayoutAnalysis.Of(page, landmarks, before),
                Sheet sheet => SheetLayout.Of(sheet),
                _ => null,
            };
            var printed = layout is null ? null : PageNumber.On(layout);
            sink.Take(PageSummary.Of(reading) with { Printed = printed });
            audit.Take(new NumberedPage(reading.Number, printed));
            switch (reading)
            {
                case UnreadPage why:
                    sink.Take(why);
                    audit.Unread(why.Number);
                    before = null;
                    break;
                case TextDump dump:
                    dumps.Add(dump);
                    break;
            }

            if (layout is not null)
            {
                yield return before = layout;
            }
        }
    }

    /// <summary>Notes what stands outside tables.</summary>
    private static IEnumerable<FlowingPage> Noted(IEnumerable<FlowingPage> pages, FormWithoutTable formWithoutTable, IExtractionSink sink, DocumentAudit audit)
    {
        foreach (var page in pages)
        {
            foreach (var passage in Passages.On(page))
            {
                sink.Take(passage);
                audit.Take(passage);
            }

            if (formWithoutTable.On(page) is { } lost)
            {
                sink.Take(lost);
                audit.Unread(lost.Number);
            }

            yield return page;
        }
    }
}
