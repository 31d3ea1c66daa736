using Extractor.Core.Forms;

namespace Extractor.Core.Normalization;

/// <summary>The goals of the year and what became of them: two texts side by side under their headers.</summary>
internal sealed class GoalsBlock
{
    private enum Column { Expected, Actual }

    private readonly Labels side;
    private readonly (Column, Labels)[] columns;
    private ColumnMap<Column>? map;

    public GoalsBlock(GoalsTemplate template)
    {
        side = new Labels(template.Labels);
        columns = [(Column.Expected, new Labels(template.Expected)), (Column.Actual, new Labels(template.Actual))];
    }

    public Goals? Goals { get; private set; }

    public bool TryReadHeader(FormRegion region, int row, FieldLog log)
    {
        var candidate = ColumnMap<Column>.Read(region, row, columns);
        if (candidate.Count < 2)
        {
            return false;
        }

        map = candidate;
        foreach (var header in map.Headers)
        {
            log.Understand(header);
        }

        UnderstandSide(region, row, log);
        return true;
    }

    public void ReadRow(FormRegion region, int row, FieldLog log)
    {
        if (map is null || map.Headers.Any(header => header.EndRow > row))
        {
            return;
        }

        UnderstandSide(region, row, log);
        if (Goals is null)
        {
            Goals = new Goals(
                log.Take("/goals/expected", map.Under(region, row, Column.Expected)),
                log.Take("/goals/actual", map.Under(region, row, Column.Actual)));
        }
    }

    private void UnderstandSide(FormRegion region, int row, FieldLog log)
    {
        foreach (var cell in region.Across(row).Where(cell => side.Match(cell.Text)))
        {
            log.Understand(cell);
        }
    }
}
