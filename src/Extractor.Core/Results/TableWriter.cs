namespace Extractor.Core.Results;

/// <summary>Writes tables with their cells, and how their parts on several pages were joined.</summary>
internal sealed class TableWriter(ResultLayout layout)
{
    public void Write(ResultTable table)
    {
        layout.Json.WriteStartObject();
        layout.WriteNumbers("pages", table.Pages);
        layout.Json.WriteNumber("rowCount", table.RowCount);
        layout.Json.WriteNumber("columnCount", table.ColumnCount);
        layout.WriteArray("cells", table.Cells, WriteCell);
        layout.WriteArray("joins", table.Joins, WriteJoin);
        layout.Json.WriteEndObject();
    }

    private void WriteJoin(ResultJoin join)
    {
        layout.Json.WriteStartObject();
        layout.Json.WriteNumber("upperPage", join.UpperPage);
        layout.Json.WriteNumber("lowerPage", join.LowerPage);
        layout.Json.WriteNumber("row", join.Row);
        layout.Json.WriteBoolean("rowCut", join.RowCut);
        layout.Json.WriteNumber("repeatedRows", join.RepeatedRows);
        layout.Json.WriteNumber("confidence", join.Confidence);
        layout.WriteArray("evidence", join.Evidence, WriteEvidence);
        layout.Json.WriteEndObject();
    }

    private void WriteEvidence(ResultEvidence evidence)
    {
        var line = layout.BeginItem();
        line.WriteString("observation", evidence.Observation);
        line.WriteNumber("weight", evidence.Weight);
        layout.EndLine();
    }

    private void WriteCell(ResultCell cell)
    {
        var line = layout.BeginItem();
        line.WriteNumber("row", cell.Row);
        line.WriteNumber("column", cell.Column);
        line.WriteNumber("rowSpan", cell.RowSpan);
        line.WriteNumber("columnSpan", cell.ColumnSpan);
        line.WriteString(MemberNames.Text, cell.Text);
        line.WriteStartArray("provenance");
        foreach (var place in cell.Provenance)
        {
            line.WriteStartObject();
            line.WriteNumber(MemberNames.Page, place.Page);
            PlaceWriter.WriteBox(line, place.Box);
            line.WriteEndObject();
        }

        line.WriteEndArray();
        layout.EndLine();
    }
}
