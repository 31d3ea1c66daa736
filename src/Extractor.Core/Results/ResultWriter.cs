using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Extractor.Core.Auditing;
using Extractor.Core.Forms;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Results;

/// <summary>Writes the members of a result, one after the other, in the order of the contract.</summary>
internal sealed class ResultWriter : IDisposable
{
    private readonly ResultLayout _layout;
    private readonly Utf8JsonWriter _json;
    private readonly FindingWriter _findings;
    private readonly FormWriter _forms;

    public ResultWriter(IBufferWriter<byte> output)
    {
        _layout = new ResultLayout(output);
        _json = _layout.Json;
        _findings = new FindingWriter(_layout);
        _forms = new FormWriter(_layout, _findings);
    }

    public void Dispose() => _layout.Dispose();

    /// <summary>All that stands before the forms, the object left open.</summary>
    public void WriteHead(ResultDocument document, Producer producer, ImmutableArray<ResultPage> pages, ImmutableArray<ResultUnread> unread, ImmutableArray<ResultRefused> refused, ImmutableArray<Passage> passages)
    {
        _json.WriteStartObject();
        _json.WriteString("schemaVersion", ResultFile.CurrentSchemaVersion);
        WriteDocument(document);
        WriteProducer(producer);
        _layout.WriteArray("pages", pages, WritePage);
        _layout.WriteArray("unread", unread, WriteUnread);
        _layout.WriteArray("refused", refused, WriteRefused);
        _layout.WriteArray("passages", passages, WritePassage);
        _json.Flush();
    }

    /// <summary>Begins the forms, in an object of which nothing has been written.</summary>
    public void BeginForms()
    {
        _json.WriteStartObject();
        _json.WriteStartArray("forms");
    }

    public void WriteForm(ResultForm form) => _forms.Write(form);

    /// <summary>Ends the forms, and the object with what stands after them.</summary>
    public void EndForms(ImmutableArray<Finding> findings)
    {
        _json.WriteEndArray();
        _layout.WriteArray("findings", findings, _findings.Write);
        _json.WriteEndObject();
        _json.Flush();
    }

    public void Write(TableList list)
    {
        _json.WriteStartObject();
        _layout.WriteArray("tables", list.Tables, new TableWriter(_layout).Write);
        _layout.WriteArray("unread", list.Unread, WriteUnread);
        _json.WriteEndObject();
    }

    private void WriteDocument(ResultDocument document)
    {
        _json.WriteStartObject("document");
        _json.WriteString("fileName", document.FileName);
        _json.WriteString("sha256", document.Sha256);
        _json.WriteNumber("pageCount", document.PageCount);
        _json.WriteString("mediaType", document.MediaType);
        _layout.WriteStrings("remarks", document.Remarks);
        _json.WriteEndObject();
    }

    private void WriteProducer(Producer producer)
    {
        _json.WriteStartObject("producer");
        _json.WriteString("name", producer.Name);
        _json.WriteString("version", producer.Version);
        _json.WriteString("pdfEngine", producer.PdfEngine);
        _json.WriteString("ocrEngine", producer.OcrEngine);
        _json.WriteEndObject();
    }

    private void WritePage(ResultPage page)
    {
        var line = _layout.BeginItem();
        line.WriteNumber("number", page.Number);
        line.WriteNumber("width", page.Width);
        line.WriteNumber("height", page.Height);
        line.WriteString(MemberNames.Origin, ResultWords.Of(page.Origin));
        line.WriteNumber("rotation", page.Rotation);
        line.WriteNumber("skew", page.Skew);
        WritePrinted(line, page.Printed);
        _layout.EndLine();
    }

    private static void WritePrinted(Utf8JsonWriter line, PageNumber? printed)
    {
        if (printed is null)
        {
            line.WriteNull("printed");
            return;
        }

        line.WriteStartObject("printed");
        line.WriteString("text", printed.Text);
        line.WriteNumber("number", printed.Number);
        if (printed.Of is { } of)
        {
            line.WriteNumber("of", of);
        }
        else
        {
            line.WriteNull("of");
        }

        line.WriteEndObject();
    }

    private void WritePassage(Passage passage)
    {
        _json.WriteStartObject();
        _json.WriteString("text", passage.Text);
        PlaceWriter.Write(_layout, _layout.BeginLine("place"), passage.Place);
        _json.WriteEndObject();
    }

    private void WriteUnread(ResultUnread unread)
    {
        var line = _layout.BeginItem();
        line.WriteNumber(MemberNames.Page, unread.Page);
        line.WriteString("reason", ResultWords.Of(unread.Reason));
        line.WriteString("detail", unread.Detail);
        _layout.EndLine();
    }

    private void WriteRefused(ResultRefused refused)
    {
        _json.WriteStartObject();
        _layout.WriteNumbers("pages", refused.Pages);
        _json.WriteString("title", refused.Title);
        _json.WriteString("reason", ResultWords.Of(refused.Reason));
        _json.WriteString("message", refused.Message);
        _json.WriteString("messageEn", refused.MessageEn);
        _json.WriteEndObject();
    }
}
