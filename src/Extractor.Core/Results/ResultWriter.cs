using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Extractor.Core.Auditing;
using Extractor.Core.Forms;

namespace Extractor.Core.Results;

/// <summary>Writes the members of a result, one after the other, in the order of the contract.</summary>
internal sealed class ResultWriter : IDisposable
{
    private const int IndentSize = 2;

    private readonly Utf8JsonWriter _json;

    /// <summary>Takes what is to stand on one line, before it is copied.</summary>
    private readonly Utf8JsonWriter _line;

    private readonly ArrayBufferWriter<byte> _lineBuffer = new();

    public ResultWriter(IBufferWriter<byte> output)
    {
        _json = new Utf8JsonWriter(output, new JsonWriterOptions
        {
            Indented = true, IndentCharacter = ' ', IndentSize = IndentSize, NewLine = "\n", Encoder = ResultFormat.Encoder,
        });
        _line = new Utf8JsonWriter(_lineBuffer, new JsonWriterOptions { Encoder = ResultFormat.Encoder });
    }

    public void Dispose()
    {
        _json.Dispose();
        _line.Dispose();
    }

    public void Write(ResultFile file)
    {
        _json.WriteStartObject();
        _json.WriteString("schemaVersion", file.SchemaVersion);
        WriteDocument(file.Document);
        WriteProducer(file.Producer);
        WriteArray("pages", file.Pages, WritePage);
        WriteArray("unread", file.Unread, WriteUnread);
        WriteArray("forms", file.Forms, WriteForm);
        WriteArray("findings", file.Findings, WriteFinding);
        _json.WriteEndObject();
    }

    public void Write(TableList list)
    {
        _json.WriteStartObject();
        WriteArray("tables", list.Tables, WriteTable);
        WriteArray("unread", list.Unread, WriteUnread);
        _json.WriteEndObject();
    }

    private void WriteDocument(ResultDocument document)
    {
        _json.WriteStartObject("document");
        _json.WriteString("fileName", document.FileName);
        _json.WriteString("sha256", document.Sha256);
        _json.WriteNumber("pageCount", document.PageCount);
        _json.WriteString("mediaType", document.MediaType);
        WriteStrings("remarks", document.Remarks);
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
        var line = BeginItem();
        line.WriteNumber("number", page.Number);
        line.WriteNumber("width", page.Width);
        line.WriteNumber("height", page.Height);
        line.WriteString("origin", ResultWords.Of(page.Origin));
        line.WriteNumber("rotation", page.Rotation);
        line.WriteNumber("skew", page.Skew);
        EndLine();
    }

    private void WriteUnread(ResultUnread unread)
    {
        var line = BeginItem();
        line.WriteNumber("page", unread.Page);
        line.WriteString("reason", ResultWords.Of(unread.Reason));
        line.WriteString("detail", unread.Detail);
        EndLine();
    }

    private void WriteForm(ResultForm form)
    {
        _json.WriteStartObject();
        _json.WriteString("id", form.Id);
        _json.WriteString("template", form.Template);
        _json.WriteString("title", form.Title);
        WriteNumber("year", form.Year);
        WriteNumbers("pages", form.Pages);
        _json.WriteString("projectName", form.ProjectName);
        _json.WriteString("department", form.Department);
        _json.WriteString("implementingUnit", form.ImplementingUnit);
        _json.WriteString("unit", form.Unit);
        WriteArray("funds", form.Funds, WriteFundRow);
        WriteGoals(form.Goals);
        WriteArray("indicators", form.Indicators, WriteIndicator);
        WriteTotal(form.Total);
        WriteExtra(form.Extra);
        WriteProvenance(form.Provenance);
        WriteStrings("needsReview", form.NeedsReview);
        WriteArray("findings", form.Findings, WriteFinding);
        _json.WriteEndObject();
    }

    private void WriteFundRow(FundRow row)
    {
        _json.WriteStartObject();
        _json.WriteString("kind", row.Kind);
        _json.WriteString("label", row.Label);
        WriteReading("initialBudget", row.InitialBudget);
        WriteReading("annualBudget", row.AnnualBudget);
        WriteReading("executed", row.Executed);
        WriteReading("weight", row.Weight);
        WriteReading("rate", row.Rate);
        WriteReading("score", row.Score);
        _json.WriteEndObject();
    }

    private void WriteGoals(Goals? goals)
    {
        if (goals is null)
        {
            _json.WriteNull("goals");
            return;
        }

        _json.WriteStartObject("goals");
        _json.WriteString("expected", goals.Expected);
        _json.WriteString("actual", goals.Actual);
        _json.WriteEndObject();
    }

    private void WriteIndicator(Indicator indicator)
    {
        _json.WriteStartObject();
        _json.WriteString("level1", indicator.Level1);
        _json.WriteString("level2", indicator.Level2);
        _json.WriteString("level3", indicator.Level3);
        WriteReading("target", indicator.Target);
        WriteReading("actual", indicator.Actual);
        WriteReading("weight", indicator.Weight);
        WriteReading("score", indicator.Score);
        _json.WriteString("deviation", indicator.Deviation);
        _json.WriteEndObject();
    }

    private void WriteTotal(Total? total)
    {
        if (total is null)
        {
            _json.WriteNull("total");
            return;
        }

        _json.WriteStartObject("total");
        WriteReading("weight", total.Weight);
        WriteReading("score", total.Score);
        _json.WriteEndObject();
    }

    private void WriteExtra(ImmutableArray<LabelledText> extra)
    {
        _json.WriteStartObject("extra");
        foreach (var cell in extra)
        {
            _json.WriteString(cell.Label, cell.Text);
        }

        _json.WriteEndObject();
    }

    /// <summary>A single place stands as it is, several as a list.</summary>
    private void WriteProvenance(ImmutableArray<FieldProvenance> fields)
    {
        _json.WriteStartObject("provenance");
        foreach (var field in fields)
        {
            if (field.Places is [var only])
            {
                WritePlace(BeginLine(field.Pointer), only);
            }
            else
            {
                WriteArray(field.Pointer, field.Places, place => WritePlace(BeginItem(), place));
            }
        }

        _json.WriteEndObject();
    }

    private void WritePlace(Utf8JsonWriter line, Provenance place)
    {
        line.WriteNumber("page", place.Page);
        WriteBox(line, place.Box);
        line.WriteString("origin", place.Origin);
        line.WriteNumber("confidence", place.Confidence);
        EndLine();
    }

    private void WriteFinding(Finding finding)
    {
        _json.WriteStartObject();
        _json.WriteString("rule", finding.Rule);
        _json.WriteString("severity", ResultWords.Of(finding.Severity));
        _json.WriteString("subject", finding.Subject);
        _json.WriteString("message", finding.Message);
        _json.WriteString("messageEn", finding.MessageEn);
        _json.WriteString("stated", finding.Stated);
        _json.WriteString("computed", finding.Computed);
        WriteStrings("evidence", finding.Evidence);
        _json.WriteString("explanation", ResultWords.Of(finding.Explanation));
        _json.WriteEndObject();
    }

    private void WriteTable(ResultTable table)
    {
        _json.WriteStartObject();
        WriteNumbers("pages", table.Pages);
        _json.WriteNumber("rowCount", table.RowCount);
        _json.WriteNumber("columnCount", table.ColumnCount);
        WriteArray("cells", table.Cells, WriteCell);
        _json.WriteEndObject();
    }

    private void WriteCell(ResultCell cell)
    {
        var line = BeginItem();
        line.WriteNumber("row", cell.Row);
        line.WriteNumber("column", cell.Column);
        line.WriteNumber("rowSpan", cell.RowSpan);
        line.WriteNumber("columnSpan", cell.ColumnSpan);
        line.WriteString("text", cell.Text);
        line.WriteStartArray("provenance");
        foreach (var place in cell.Provenance)
        {
            line.WriteStartObject();
            line.WriteNumber("page", place.Page);
            WriteBox(line, place.Box);
            line.WriteEndObject();
        }

        line.WriteEndArray();
        EndLine();
    }

    private void WriteReading(string name, NumberReading? reading)
    {
        if (reading is null)
        {
            _json.WriteNull(name);
            return;
        }

        var line = BeginLine(name);
        line.WriteString("text", reading.Text);
        WriteValue(line, reading.Value);
        EndLine();
    }

    private void WriteReading(string name, QuantityReading? reading)
    {
        if (reading is null)
        {
            _json.WriteNull(name);
            return;
        }

        var line = BeginLine(name);
        line.WriteString("text", reading.Text);
        line.WriteString("comparator", reading.Comparator);
        WriteValue(line, reading.Value);
        line.WriteString("unit", reading.Unit);
        EndLine();
    }

    private static void WriteValue(Utf8JsonWriter line, decimal? value)
    {
        if (value is { } number)
        {
            line.WriteNumber("value", number);
        }
        else
        {
            line.WriteNull("value");
        }
    }

    private static void WriteBox(Utf8JsonWriter line, ImmutableArray<decimal> box)
    {
        line.WriteStartArray("box");
        foreach (var side in box)
        {
            line.WriteNumberValue(side);
        }

        line.WriteEndArray();
    }

    private void WriteNumber(string name, int? number)
    {
        if (number is { } known)
        {
            _json.WriteNumber(name, known);
        }
        else
        {
            _json.WriteNull(name);
        }
    }

    private void WriteNumbers(string name, ImmutableArray<int> numbers)
    {
        _json.WritePropertyName(name);
        _line.WriteStartArray();
        foreach (var number in numbers)
        {
            _line.WriteNumberValue(number);
        }

        _line.WriteEndArray();
        CopyLine();
    }

    private void WriteStrings(string name, ImmutableArray<string> texts)
    {
        _json.WriteStartArray(name);
        foreach (var text in texts)
        {
            _json.WriteStringValue(text);
        }

        _json.WriteEndArray();
    }

    private void WriteArray<T>(string name, ImmutableArray<T> items, Action<T> write)
        where T : class
    {
        _json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        _json.WriteEndArray();
    }

    /// <summary>The value of a member, an object on one line; its members are written to what is returned.</summary>
    private Utf8JsonWriter BeginLine(string name)
    {
        _json.WritePropertyName(name);
        _line.WriteStartObject();
        return _line;
    }

    /// <summary>An item of an array, an object on a line of its own; its members are written to what is returned.</summary>
    private Utf8JsonWriter BeginItem()
    {
        // A raw value is copied as it is: the writer does not lay it out.
        _lineBuffer.Write("\n"u8);
        var indent = _json.CurrentDepth * IndentSize;
        _lineBuffer.GetSpan(indent)[..indent].Fill((byte)' ');
        _lineBuffer.Advance(indent);
        _line.WriteStartObject();
        return _line;
    }

    private void EndLine()
    {
        _line.WriteEndObject();
        CopyLine();
    }

    private void CopyLine()
    {
        _line.Flush();
        _json.WriteRawValue(_lineBuffer.WrittenSpan, skipInputValidation: true);
        _lineBuffer.ResetWrittenCount();
        _line.Reset();
    }
}
