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
    private readonly List<HeadingText> taken = [];

    private sealed record Candidate(Role Role, int Rank, FormCell? Label, FormCell? Value, string? Part, HeadingText? Above);

    public string? ProjectName { get; private set; }

    public string? Department { get; private set; }

    public string? ImplementingUnit { get; private set; }

    /// <summary>No project is named, but a department.</summary>
    public bool IsWholeDepartment => ProjectName is null && Department is not null;

    /// <summary>How many of the fields have a label in the table.</summary>
    public int Labels { get; private set; }

    /// <summary>The score of the whole form where it stands in the header: 自评总分. It stays for extra, too.</summary>
    public FormCell? TotalScore { get; private set; }

    public void ReadRow(FormRegion region, int row, FieldLog log)
    {
        if (region.RolesIn(row).Has(Role.TotalScore))
        {
            ReadTotalScore(region, row);
        }

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

    public void ReadAbove(Meaning meaning, HeadingText text) => Add(meaning, null, null, text.Value, text);

    /// <summary>Takes the fields, when all labels are known.</summary>
    public void Finish(FieldLog log)
    {
        Labels = candidates.Where(candidate => candidate.Above is null).DistinctBy(candidate => candidate.Role).Count();
        ProjectName = Take("/projectName", RoleSet.Of(Role.ProjectName), log);
        Department = Take("/department", RoleSet.Of(Role.Department, Role.WholeDepartment), log);
        ImplementingUnit = Take("/implementingUnit", RoleSet.Of(Role.ImplementingUnit), log);
        foreach (var above in candidates.Select(candidate => candidate.Above).OfType<HeadingText>().Distinct().Except(taken))
        {
            log.Keep(above);
        }
    }

    private void ReadTotalScore(FormRegion region, int row)
    {
        var cells = region.StartingIn(row);
        for (var i = 0; i + 1 < cells.Length; i++)
        {
            if (cells[i].Is(Role.TotalScore) && NumberText.Read(cells[i + 1].Text).Value is not null)
            {
                TotalScore ??= cells[i + 1];
            }
        }
    }

    private string? Take(string field, RoleSet roles, FieldLog log)
    {
        if (candidates.Where(candidate => roles.Has(candidate.Role)).MinBy(candidate => candidate.Rank) is not { } found)
        {
            return null;
        }

        candidates.Remove(found);
        if (found.Above is { } above)
        {
            taken.Add(above);
            log.Take(field, above.Line);
            return above.Value;
        }

        log.Understand(found.Label!, found.Role);
        return found.Value is null ? "" : log.Take(field, [found.Value]) is var text && found.Part is null ? text : found.Part;
    }

    private void Add(Meaning meaning, FormCell? label, FormCell? value, string? part, HeadingText? above)
    {
        foreach (var role in meaning.Roles & Fields)
        {
            var rank = meaning.Rank(role) + (role == Role.WholeDepartment ? LessSure : 0) + (above is null ? 0 : 10 * LessSure);
            candidates.Add(new Candidate(role, rank, label, value, part, above));
        }
    }
}
