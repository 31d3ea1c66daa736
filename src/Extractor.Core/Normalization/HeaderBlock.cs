using Extractor.Core.Forms;

namespace Extractor.Core.Normalization;

/// <summary>The labelled cells above the funds: each value stands to the right of its label.</summary>
internal sealed class HeaderBlock
{
    private readonly Labels projectName;
    private readonly Labels department;
    private readonly Labels implementingUnit;

    public HeaderBlock(HeaderTemplate template)
    {
        projectName = new Labels(template.ProjectName);
        department = new Labels(template.Department);
        implementingUnit = new Labels(template.ImplementingUnit);
    }

    public string? ProjectName { get; private set; }

    public string? Department { get; private set; }

    public string? ImplementingUnit { get; private set; }

    public void ReadRow(FormRegion region, int row, FieldLog log)
    {
        var cells = region.StartingIn(row).ToArray();
        for (var i = 0; i + 1 < cells.Length; i++)
        {
            var (label, value) = (cells[i], cells[i + 1]);
            if (ProjectName is null && projectName.Match(label.Text))
            {
                log.Understand(label);
                ProjectName = log.Take("/projectName", [value]);
                i++;
            }
            else if (Department is null && department.Match(label.Text))
            {
                log.Understand(label);
                Department = log.Take("/department", [value]);
                i++;
            }
            else if (ImplementingUnit is null && implementingUnit.Match(label.Text))
            {
                log.Understand(label);
                ImplementingUnit = log.Take("/implementingUnit", [value]);
                i++;
            }
        }
    }
}
