using System.Collections.Immutable;
using Extractor.Core.Forms;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>Keeps, while a form is read, which cells have been understood and where every field's text stands.</summary>
internal sealed class FieldLog
{
    private readonly HashSet<TableCell> claimed = new(ReferenceEqualityComparer.Instance);
    private readonly List<FieldProvenance> provenance = [];
    private readonly Table table;

    public FieldLog(Table table) => this.table = table;

    public ImmutableArray<FieldProvenance> Provenance => [.. provenance];

    public bool IsClaimed(TableCell cell) => claimed.Contains(cell);

    /// <summary>Marks a label, a header or a block's side as understood.</summary>
    public void Understand(TableCell cell) => claimed.Add(cell);

    /// <summary>Takes the cells as a field's text.</summary>
    /// <param name="certainty">How sure it is that these cells are this field, from 0 to 1.</param>
    public string Take(string field, IReadOnlyList<TableCell> cells, decimal certainty = 1)
    {
        var text = string.Concat(cells.Select(cell => cell.Text));
        foreach (var cell in cells)
        {
            claimed.Add(cell);
        }

        var parts = cells.SelectMany(cell => cell.Parts.Select(part => (cell, part))).Where(pair => !pair.part.Lines.IsEmpty).ToArray();
        if (parts.Length > 0)
        {
            provenance.Add(new FieldProvenance(field, [.. parts.Select(pair => Place(
                pair.part.PageNumber, pair.part.Lines, parts.Length > 1 ? "joined" : "text",
                Math.Min(certainty, Confidence(pair.cell, pair.part.Lines))))]));
        }

        return text;
    }

    public string Take(string field, HeadingLine line)
    {
        provenance.Add(new FieldProvenance(field, [Place(line.PageNumber, [line.Line], "text", Rounded(line.Line.Confidence))]));
        return line.Line.Text;
    }

    /// <summary>A text is as sure as its least sure glyph and, at a page break, as the decision that was taken there.</summary>
    private decimal Confidence(TableCell cell, ImmutableArray<TextLine> lines)
    {
        var least = lines.Min(line => line.Confidence);
        foreach (var join in table.Joins)
        {
            var touches = cell.Row <= join.Row && cell.EndRow >= join.Row;
            least = touches && (cell.Parts.Length > 1 || cell.RowSpan == 1) ? Math.Min(least, join.Confidence) : least;
        }

        return Rounded(least);
    }

    private static Provenance Place(int page, ImmutableArray<TextLine> lines, string origin, decimal confidence)
    {
        var box = lines.Select(line => line.Box).Aggregate((a, b) => a.Union(b));
        return new Provenance(page, [Points(box.Left), Points(box.Top), Points(box.Right), Points(box.Bottom)], origin, confidence);
    }

    private static decimal Points(double value) => Math.Round((decimal)value, 2, MidpointRounding.AwayFromZero);

    private static decimal Rounded(double probability) => Math.Round((decimal)probability, 3, MidpointRounding.ToZero);
}
