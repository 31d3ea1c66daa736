using Extractor.Core.Forms;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>
/// The labelled cells around the blocks: each value stands to the right of its label, or after it in the same cell or line.
/// Where several labels could be one field, the surest is; the others stay for extra.
/// </summary>
internal sealed class HeaderBlock
{
    /// <summary>The values that a form's labels name, and nothing else in it does.</summary>
    private static readonly RoleSet Fields = RoleSet.Of(Role.ProjectName, Role.Department, Role.WholeDepartment, Role.ImplementingUnit);

    /// <summary>A word for the department stands after all others; what is printed above the table, after what is in it.</summary>
    private const int LessSure = 100;

    private readonly List<Candidate> candidates = [];

    private sealed record Candidate(Role Role, int Rank, FormCell? Label, FormCell? Value, string? Part, HeadingLine? Line);

    public string? ProjectName { get; private set; }

    public string? Department { get; private set; }

    public string? ImplementingUnit { get; private set; }

    public bool IsWholeDepartment { get; private set; }

    /// <summary>How many of the fields have a label.</summary>
    public int Labels => candidates.Where(candidate => candidate.Line is null).DistinctBy(candidate => candidate.Role).Count();

    public void ReadRow(FormRegion region, int row, FieldLog log)
    {
        if (!region.RolesIn(row).HasAny(Fields) && !region.StartingIn(row).Any(cell => cell.Text.AsSpan().IndexOfAny(':', '：') > 0))
        {
            return;
        }

        var cells = region.StartingIn(row);
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].IsEmpty || log.IsClaimed(cells[i]))
            {
                continue;
            }

            if (cells[i].IsAny(Fields))
            {
                var value = i + 1 < cells.Length && cells[i + 1].Column == cells[i].EndColumn && !cells[i + 1].IsAny(Fields) ? cells[i + 1] : null;
                Add(cells[i].Meaning, cells[i], value, null, null);
                i += value is null ? 0 : 1;
            }
            else if (InlineLabel.Of(cells[i].Text) is { } inline && region.Vocabulary.Of(LabelKey.Of(inline.Label)) is var meaning && meaning.Roles.HasAny(Fields))
            {
                Add(meaning, cells[i], cells[i], inline.Value, null);
            }
        }
    }

    public void ReadLine(Meaning meaning, string value, HeadingLine line) => Add(meaning, null, null, value, line);

    /// <summary>Takes the fields, when all labels are known.</summary>
    public void Finish(FieldLog log)
    {
        ProjectName = Take("/projectName", RoleSet.Of(Role.ProjectName), log);
        IsWholeDepartment = ProjectName is null && candidates.Exists(candidate => candidate.Role == Role.WholeDepartment && candidate.Line is null);
        Department = Take("/department", RoleSet.Of(Role.Department, Role.WholeDepartment), log);
        ImplementingUnit = Take("/implementingUnit", RoleSet.Of(Role.ImplementingUnit), log);
    }

    /// <summary>What stands above the table and is no field after all.</summary>
    public IEnumerable<HeadingLine> LinesLeft(FieldLog log) =>
        candidates.Where(candidate => candidate.Line is not null).Select(candidate => candidate.Line!);

    private string? Take(string field, RoleSet roles, FieldLog log)
    {
        if (candidates.Where(candidate => roles.Has(candidate.Role)).MinBy(candidate => candidate.Rank) is not { } found)
        {
            return null;
        }

        candidates.Remove(found);
        if (found.Line is { } line)
        {
            log.Take(field, line);
            return found.Part;
        }

        log.Understand(found.Label!, found.Role);
        return found.Value is null ? "" : log.Take(field, [found.Value]) is var text && found.Part is null ? text : found.Part;
    }

    private void Add(Meaning meaning, FormCell? label, FormCell? value, string? part, HeadingLine? line)
    {
        foreach (var role in meaning.Roles & Fields)
        {
            var rank = meaning.Rank(role) + (role == Role.WholeDepartment ? LessSure : 0) + (line is null ? 0 : 10 * LessSure);
            candidates.Add(new Candidate(role, rank, label, value, part, line));
        }
    }
}
