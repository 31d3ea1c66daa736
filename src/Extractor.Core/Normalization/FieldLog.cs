using System.Collections.Immutable;
using Extractor.Core.Forms;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>Keeps, while a form is read, which cells have been understood and where every field's text stands.</summary>
internal sealed class FieldLog
{
    private readonly HashSet<TableCell> claimed = new(ReferenceEqualityComparer.Instance);
    private readonly List<FieldProvenance> provenance = [];
    private readonly FormRegion region;

    public FieldLog(FormRegion region) => this.region = region;

    public ImmutableArray<FieldProvenance> Provenance => [.. provenance];

    public bool IsClaimed(TableCell cell) => claimed.Contains(cell);

    /// <summary>Marks a label, a header or a block's side as understood.</summary>
    public void Understand(TableCell cell) => claimed.Add(cell);

    /// <summary>Marks the cells of the row that bear one of the labels: what stands beside a block runs over all its rows.</summary>
    public void UnderstandAcross(FormRegion region, int row, Labels labels)
    {
        foreach (var cell in region.Across(row))
        {
            if (labels.Match(cell))
            {
                Understand(cell);
            }
        }
    }

    /// <summary>Takes the cells as a field's text.</summary>
    /// <param name="certainty">How sure it is that these cells are this field, from 0 to 1.</param>
    public string Take(string field, IReadOnlyList<TableCell> cells, decimal certainty = 1)
    {
        var filledParts = 0;
        foreach (var cell in cells)
        {
            claimed.Add(cell);
            filledParts += cell.Parts.Count(part => !part.Lines.IsEmpty);
        }

        if (filledParts > 0)
        {
            var origin = filledParts > 1 ? "joined" : "text";
            var places = ImmutableArray.CreateBuilder<Provenance>(filledParts);
            foreach (var cell in cells)
            {
                foreach (var part in cell.Parts)
                {
                    if (!part.Lines.IsEmpty)
                    {
                        places.Add(Place(part.PageNumber, part.Lines, origin, Math.Min(certainty, Confidence(cell, part.Lines))));
                    }
                }
            }

            provenance.Add(new FieldProvenance(field, places.MoveToImmutable()));
        }

        return cells.Count == 1 ? cells[0].Text : string.Concat(cells.Select(cell => cell.Text));
    }

    public string Take(string field, HeadingLine line)
    {
        provenance.Add(new FieldProvenance(field, [Place(line.PageNumber, [line.Line], "text", Rounded(line.Line.Confidence))]));
        return line.Line.Text;
    }

    /// <summary>A text is as sure as its least sure glyph and, at a page break, as the decision that was taken there.</summary>
    private decimal Confidence(TableCell cell, ImmutableArray<TextLine> lines)
    {
        var least = region.BreakConfidence(cell);
        foreach (var line in lines)
        {
            least = Math.Min(least, line.Confidence);
        }

        return Rounded(least);
    }

    private static Provenance Place(int page, ImmutableArray<TextLine> lines, string origin, decimal confidence)
    {
        var box = lines[0].Box;
        foreach (var line in lines)
        {
            box = box.Union(line.Box);
        }

        return new Provenance(page, [Points(box.Left), Points(box.Top), Points(box.Right), Points(box.Bottom)], origin, confidence);
    }

    /// <summary>Two decimals, without trailing zeros.</summary>
    private static decimal Points(double value)
    {
        var hundredths = (int)Math.Round(value * 100, MidpointRounding.AwayFromZero);
        var magnitude = Math.Abs(hundredths);
        return hundredths % 100 == 0 ? hundredths / 100
            : hundredths % 10 == 0 ? new decimal(magnitude / 10, 0, 0, hundredths < 0, 1)
            : new decimal(magnitude, 0, 0, hundredths < 0, 2);
    }

    private static decimal Rounded(double probability) =>
        probability == 1 ? 1 : Math.Round((decimal)probability, 3, MidpointRounding.ToZero);
}
