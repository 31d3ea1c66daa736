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

    public ResultWriter(IBufferWriter<byte> output)
    {
        _layout = new ResultLayout(output);
        _json = _layout.Json;
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

    /// <summary>Ends the forms, and the object with what stands after them.</summary>
    public void EndForms(ImmutableArray<Finding> findings)
    {
        _json.WriteEndArray();
        _layout.WriteArray("findings", findings, WriteFinding);
        _json.WriteEndObject();
        _json.Flush();
    }

    public void Write(TableList list)
    {
        _json.WriteStartObject();
        _layout.WriteArray("tables", list.Tables, WriteTable);
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
        line.WriteString(Names.Origin, ResultWords.Of(page.Origin));
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
        WritePlace(_layout.BeginLine("place"), passage.Place);
        _json.WriteEndObject();
    }

    private void WriteUnread(ResultUnread unread)
    {
        var line = _layout.BeginItem();
        line.WriteNumber(Names.Page, unread.Page);
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

    public void WriteForm(ResultForm form)
    {
        _json.WriteStartObject();
        _json.WriteString("id", form.Id);
        _json.WriteString("template", form.Template);
        _json.WriteString("title", form.Title);
        WriteNumber("year", form.Year);
        _layout.WriteNumbers("pages", form.Pages);
        _json.WriteString("projectName", form.ProjectName);
        _json.WriteString("department", form.Department);
        _json.WriteString("implementingUnit", form.ImplementingUnit);
        _json.WriteString("unit", form.Unit);
        WriteReading("executionPoints", form.ExecutionPoints);
        _layout.WriteArray("funds", form.Funds, WriteFundRow);
        WriteGoals(form.Goals);
        _layout.WriteArray("indicators", form.Indicators, WriteIndicator);
        WriteTotal(form.Total);
        WriteExtra(form.Extra);
        WriteProvenance(form.Provenance);
        WriteProfile(form.Profile);
        _layout.WriteStrings("needsReview", form.NeedsReview);
        _layout.WriteArray("findings", form.Findings, WriteFinding);
        _json.WriteEndObject();
    }

    private void WriteProfile(ResultProfile? profile)
    {
        if (profile is null)
        {
            _json.WriteNull("profile");
            return;
        }

        var line = _layout.BeginLine("profile");
        line.WriteString("id", profile.Id);
        line.WriteString("reason", profile.Reason);
        line.WriteString("reasonEn", profile.ReasonEn);
        _layout.EndLine();
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
                WritePlace(_layout.BeginLine(field.Pointer), only);
            }
            else
            {
                _layout.WriteArray(field.Pointer, field.Places, place => WritePlace(_layout.BeginItem(), place));
            }
        }

        _json.WriteEndObject();
    }

    private void WritePlace(Utf8JsonWriter line, Provenance place)
    {
        line.WriteNumber(Names.Page, place.Page);
        WriteBox(line, place.Box);
        line.WriteString(Names.Origin, place.Origin);
        line.WriteNumber(Names.Confidence, place.Confidence);
        if (!place.Alternatives.IsEmpty)
        {
            line.WriteStartArray(Names.Alternatives);
            foreach (var alternative in place.Alternatives)
            {
                line.WriteStringValue(alternative);
            }

            line.WriteEndArray();
        }

        if (place.TextLayer is { } layer)
        {
            line.WriteString("textLayer", layer);
        }

        _layout.EndLine();
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
        _layout.WriteStrings("evidence", finding.Evidence);
        _json.WriteString("explanation", ResultWords.Of(finding.Explanation));
        _json.WriteNumber("version", finding.Version);
        _json.WriteString("profile", finding.Profile);
        WriteRelation(finding.Relation);
        _json.WriteEndObject();
    }

    private void WriteRelation(Relation? relation)
    {
        if (relation is null)
        {
            _json.WriteNull("relation");
            return;
        }

        _json.WriteStartObject("relation");
        _json.WriteString("outcome", ResultWords.Outcomes[(int)relation.Outcome]);
        _json.WriteString("rounding", relation.Rounding is { } rounding ? ResultWords.Habits[(int)rounding] : null);
        _json.WriteString("difference", relation.Difference);
        if (relation.Allowed is { } allowed)
        {
            var line = _layout.BeginLine("allowed");
            line.WriteString("low", allowed.Low);
            line.WriteString("high", allowed.High);
            _layout.EndLine();
        }
        else
        {
            _json.WriteNull("allowed");
        }

        _layout.WriteArray("terms", relation.Terms, WriteTerm);
        _json.WriteEndObject();
    }

    private void WriteTerm(Term term)
    {
        var line = _layout.BeginItem();
        line.WriteString("pointer", term.Pointer);
        line.WriteNumber(Names.Value, term.Value);
        _layout.EndLine();
    }

    private void WriteTable(ResultTable table)
    {
        _json.WriteStartObject();
        _layout.WriteNumbers("pages", table.Pages);
        _json.WriteNumber("rowCount", table.RowCount);
        _json.WriteNumber("columnCount", table.ColumnCount);
        _layout.WriteArray("cells", table.Cells, WriteCell);
        _layout.WriteArray("joins", table.Joins, WriteJoin);
        _json.WriteEndObject();
    }

    private void WriteJoin(ResultJoin join)
    {
        _json.WriteStartObject();
        _json.WriteNumber("upperPage", join.UpperPage);
        _json.WriteNumber("lowerPage", join.LowerPage);
        _json.WriteNumber("row", join.Row);
        _json.WriteBoolean("rowCut", join.RowCut);
        _json.WriteNumber("repeatedRows", join.RepeatedRows);
        _json.WriteNumber("confidence", join.Confidence);
        _layout.WriteArray("evidence", join.Evidence, WriteEvidence);
        _json.WriteEndObject();
    }

    private void WriteEvidence(ResultEvidence evidence)
    {
        var line = _layout.BeginItem();
        line.WriteString("observation", evidence.Observation);
        line.WriteNumber("weight", evidence.Weight);
        _layout.EndLine();
    }

    private void WriteCell(ResultCell cell)
    {
        var line = _layout.BeginItem();
        line.WriteNumber("row", cell.Row);
        line.WriteNumber("column", cell.Column);
        line.WriteNumber("rowSpan", cell.RowSpan);
        line.WriteNumber("columnSpan", cell.ColumnSpan);
        line.WriteString(Names.Text, cell.Text);
        line.WriteStartArray("provenance");
        foreach (var place in cell.Provenance)
        {
            line.WriteStartObject();
            line.WriteNumber(Names.Page, place.Page);
            WriteBox(line, place.Box);
            line.WriteEndObject();
        }

        line.WriteEndArray();
        _layout.EndLine();
    }

    private void WriteReading(string name, NumberReading? reading)
    {
        if (reading is null)
        {
            _json.WriteNull(name);
            return;
        }

        var line = _layout.BeginLine(name);
        line.WriteString(Names.Text, reading.Text);
        WriteValue(line, reading.Value);
        _layout.EndLine();
    }

    private void WriteReading(string name, QuantityReading? reading)
    {
        if (reading is null)
        {
            _json.WriteNull(name);
            return;
        }

        var line = _layout.BeginLine(name);
        line.WriteString(Names.Text, reading.Text);
        line.WriteString(Names.Comparator, reading.Comparator);
        WriteValue(line, reading.Value);
        line.WriteString(Names.Unit, reading.Unit);
        _layout.EndLine();
    }

    private static void WriteValue(Utf8JsonWriter line, decimal? value)
    {
        if (value is { } number)
        {
            line.WriteNumber(Names.Value, number);
        }
        else
        {
            line.WriteNull(Names.Value);
        }
    }

    private static void WriteBox(Utf8JsonWriter line, ImmutableArray<decimal> box)
    {
        line.WriteStartArray(Names.Box);
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

    /// <summary>The names that stand in every field, encoded once.</summary>
    private static class Names
    {
        public static readonly JsonEncodedText Page = JsonEncodedText.Encode("page");
        public static readonly JsonEncodedText Box = JsonEncodedText.Encode("box");
        public static readonly JsonEncodedText Origin = JsonEncodedText.Encode("origin");
        public static readonly JsonEncodedText Confidence = JsonEncodedText.Encode("confidence");
        public static readonly JsonEncodedText Alternatives = JsonEncodedText.Encode("alternatives");
        public static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");
        public static readonly JsonEncodedText Value = JsonEncodedText.Encode("value");
        public static readonly JsonEncodedText Comparator = JsonEncodedText.Encode("comparator");
        public static readonly JsonEncodedText Unit = JsonEncodedText.Encode("unit");
    }
}
