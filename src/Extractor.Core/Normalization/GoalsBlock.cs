using Extractor.Core.Forms;

namespace Extractor.Core.Normalization;

/// <summary>The goals of the year and what became of them: two texts side by side under their headers.</summary>
internal sealed class GoalsBlock(GoalsLabels labels)
{
    private ColumnMap? map;

    public Goals? Goals { get; private set; }

    public bool TryReadHeader(FormRegion region, int row, FieldLog log)
    {
        var candidate = ColumnMap.Read(region, row, labels.Columns);
        if (candidate.Headers.Length < 2)
        {
            return false;
        }

        map = candidate;
        foreach (var header in map.Headers)
        {
            log.Understand(header);
        }

        log.UnderstandAcross(region, row, labels.Side);
        return true;
    }

    public void ReadRow(FormRegion region, int row, FieldLog log)
    {
        if (map is null || map.IsHeaderRow(row))
        {
            return;
        }

        log.UnderstandAcross(region, row, labels.Side);
        if (Goals is null)
        {
            Goals = new Goals(
                log.Take("/goals/expected", map.Under(region, row, Column.Expected)),
                log.Take("/goals/actual", map.Under(region, row, Column.Actual)));
        }
    }
}
