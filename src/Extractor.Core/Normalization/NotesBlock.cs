using Extractor.Core.Forms;

namespace Extractor.Core.Normalization;

/// <summary>
/// A block of texts that no field has, under headers of its own: 资金管理情况 with 情况说明 and 存在问题和改进措施 for each of its
/// rows. Every text is kept by its row and, where there are several, its column.
/// </summary>
internal sealed class NotesBlock
{
    private readonly List<FormCell> headers = [];
    private int firstColumn;

    /// <summary>Are there headers in the row, and under each of them a cell of the next row, which has a label beside them?</summary>
    public bool TryReadHeader(FormRegion region, int row, FieldLog log)
    {
        if (!region.RolesIn(row).Has(Role.NoteColumn) || row + 1 >= region.EndRow)
        {
            return false;
        }

        var found = region.StartingIn(row).Where(cell => cell.Is(Role.NoteColumn) && !log.IsClaimed(cell)).ToList();
        var below = region.StartingIn(row + 1);
        if (found.Count == 0
            || !found.TrueForAll(header => below.Any(cell => cell.Column == header.Column && cell.EndColumn == header.EndColumn && !cell.Is(Role.NoteColumn)))
            || !below.Any(cell => cell.EndColumn <= found[0].Column && !cell.IsEmpty)
            || (found.Count == 1 && !region.StartingIn(row).Any(cell => cell.EndColumn <= found[0].Column && cell.EndRow > row + 1 && !cell.IsEmpty)))
        {
            return false;
        }

        headers.Clear();
        headers.AddRange(found);
        firstColumn = found[0].Column;
        foreach (var cell in region.StartingIn(row))
        {
            if (cell.Column < firstColumn || found.Contains(cell))
            {
                log.Understand(cell, Role.NoteColumn);
            }
        }

        return true;
    }

    /// <summary>Reads a row of texts under the headers; false where this is none.</summary>
    public bool TryReadRow(FormRegion region, int row, FieldLog log)
    {
        if (headers.Count > 0 && row == headers[0].Row)
        {
            return true;
        }

        var cells = region.StartingIn(row);
        if (headers.Count == 0 || !headers.TrueForAll(header => cells.Any(cell => cell.Column == header.Column && cell.EndColumn == header.EndColumn)))
        {
            headers.Clear();
            return false;
        }

        var labels = cells.Where(cell => cell.EndColumn <= firstColumn && !cell.IsEmpty && !log.IsClaimed(cell)).ToArray();
        if (labels.Length == 0)
        {
            headers.Clear();
            return false;
        }

        var label = string.Concat(labels.Select(cell => cell.Text));
        foreach (var cell in labels)
        {
            log.Understand(cell, Role.NoteLabel);
        }

        foreach (var header in headers)
        {
            var cell = cells.First(cell => cell.Column == header.Column && cell.EndColumn == header.EndColumn);
            if (!log.IsClaimed(cell))
            {
                log.Keep(headers.Count > 1 ? label + LabelledText.Separator + header.Text : label, cell, cell);
            }
        }

        return true;
    }
}
