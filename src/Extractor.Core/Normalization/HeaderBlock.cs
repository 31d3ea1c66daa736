namespace Extractor.Core.Normalization;

/// <summary>The labelled cells above the funds: each value stands to the right of its label.</summary>
internal sealed class HeaderBlock(HeaderLabels labels)
{
    public string? ProjectName { get; private set; }

    public string? Department { get; private set; }

    public string? ImplementingUnit { get; private set; }

    public void ReadRow(FormRegion region, int row, FieldLog log)
    {
        var cells = region.StartingIn(row);
        for (var i = 0; i + 1 < cells.Length; i++)
        {
            var (label, value) = (cells[i], cells[i + 1]);
            if (ProjectName is null && labels.ProjectName.Match(label))
            {
                log.Understand(label);
                ProjectName = log.Take("/projectName", [value]);
                i++;
            }
            else if (Department is null && labels.Department.Match(label))
            {
                log.Understand(label);
                Department = log.Take("/department", [value]);
                i++;
            }
            else if (ImplementingUnit is null && labels.ImplementingUnit.Match(label))
            {
                log.Understand(label);
                ImplementingUnit = log.Take("/implementingUnit", [value]);
                i++;
            }
        }
    }
}
