using System.Collections.Immutable;
using System.Text.Json;
using Extractor.Core.Forms;

namespace Extractor.Core.Results;

/// <summary>Writes forms: their fields, where these stand, and what the audit says of them.</summary>
internal sealed class FormWriter(ResultLayout layout, FindingWriter audit)
{
    public void Write(ResultForm form)
    {
        layout.Json.WriteStartObject();
        layout.Json.WriteString("id", form.Id);
        layout.Json.WriteString("template", form.Template);
        layout.Json.WriteString("title", form.Title);
        WriteNumber("year", form.Year);
        layout.WriteNumbers("pages", form.Pages);
        layout.Json.WriteString("projectName", form.ProjectName);
        layout.Json.WriteString("department", form.Department);
        layout.Json.WriteString("implementingUnit", form.ImplementingUnit);
        layout.Json.WriteString("unit", form.Unit);
        WriteReading("executionPoints", form.ExecutionPoints);
        layout.WriteArray("funds", form.Funds, WriteFundRow);
        WriteGoals(form.Goals);
        layout.WriteArray("indicators", form.Indicators, WriteIndicator);
        WriteTotal(form.Total);
        WriteExtra(form.Extra);
        WriteProvenance(form.Provenance);
        audit.Write(form.Profile);
        layout.WriteStrings("needsReview", form.NeedsReview);
        layout.WriteArray("findings", form.Findings, audit.Write);
        layout.Json.WriteEndObject();
    }

    private void WriteFundRow(FundRow row)
    {
        layout.Json.WriteStartObject();
        layout.Json.WriteString("kind", row.Kind);
        layout.Json.WriteString("label", row.Label);
        WriteReading("initialBudget", row.InitialBudget);
        WriteReading("annualBudget", row.AnnualBudget);
        WriteReading("executed", row.Executed);
        WriteReading("weight", row.Weight);
        WriteReading("rate", row.Rate);
        WriteReading("score", row.Score);
        layout.Json.WriteEndObject();
    }

    private void WriteGoals(Goals? goals)
    {
        if (goals is null)
        {
            layout.Json.WriteNull("goals");
            return;
        }

        layout.Json.WriteStartObject("goals");
        layout.Json.WriteString("expected", goals.Expected);
        layout.Json.WriteString("actual", goals.Actual);
        layout.Json.WriteEndObject();
    }

    private void WriteIndicator(Indicator indicator)
    {
        layout.Json.WriteStartObject();
        layout.Json.WriteString("level1", indicator.Level1);
        layout.Json.WriteString("level2", indicator.Level2);
        layout.Json.WriteString("level3", indicator.Level3);
        WriteReading("target", indicator.Target);
        WriteReading("actual", indicator.Actual);
        WriteReading("weight", indicator.Weight);
        WriteReading("score", indicator.Score);
        layout.Json.WriteString("deviation", indicator.Deviation);
        layout.Json.WriteEndObject();
    }

    private void WriteTotal(Total? total)
    {
        if (total is null)
        {
            layout.Json.WriteNull("total");
            return;
        }

        layout.Json.WriteStartObject("total");
        WriteReading("weight", total.Weight);
        WriteReading("score", total.Score);
        layout.Json.WriteEndObject();
    }

    private void WriteExtra(ImmutableArray<LabelledText> extra)
    {
        layout.Json.WriteStartObject("extra");
        foreach (var cell in extra)
        {
            layout.Json.WriteString(cell.Label, cell.Text);
        }

        layout.Json.WriteEndObject();
    }

    /// <summary>A single place stands as it is, several as a list.</summary>
    private void WriteProvenance(ImmutableArray<FieldProvenance> fields)
    {
        layout.Json.WriteStartObject("provenance");
        foreach (var field in fields)
        {
            if (field.Places is [var only])
            {
                PlaceWriter.Write(layout, layout.BeginLine(field.Pointer), only);
            }
            else
            {
                layout.WriteArray(field.Pointer, field.Places, place => PlaceWriter.Write(layout, layout.BeginItem(), place));
            }
        }

        layout.Json.WriteEndObject();
    }

    private void WriteReading(string name, NumberReading? reading)
    {
        if (reading is null)
        {
            layout.Json.WriteNull(name);
            return;
        }

        var line = layout.BeginLine(name);
        line.WriteString(MemberNames.Text, reading.Text);
        WriteValue(line, reading.Value);
        layout.EndLine();
    }

    private void WriteReading(string name, QuantityReading? reading)
    {
        if (reading is null)
        {
            layout.Json.WriteNull(name);
            return;
        }

        var line = layout.BeginLine(name);
        line.WriteString(MemberNames.Text, reading.Text);
        line.WriteString(MemberNames.Comparator, reading.Comparator);
        WriteValue(line, reading.Value);
        line.WriteString(MemberNames.Unit, reading.Unit);
        layout.EndLine();
    }

    private static void WriteValue(Utf8JsonWriter line, decimal? value)
    {
        if (value is { } number)
        {
            line.WriteNumber(MemberNames.Value, number);
        }
        else
        {
            line.WriteNull(MemberNames.Value);
        }
    }

    private void WriteNumber(string name, int? number)
    {
        if (number is { } known)
        {
            layout.Json.WriteNumber(name, known);
        }
        else
        {
            layout.Json.WriteNull(name);
        }
    }
}
