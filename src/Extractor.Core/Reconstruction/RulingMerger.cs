using System.Collections.Immutable;
using Extractor.Core.Pages;

namespace Extractor.Core.Reconstruction;

/// <summary>Makes one ruling of the pieces that a producer drew for it: an edge per cell, dashes, both lines of a double border.</summary>
public static class RulingMerger
{
    /// <summary>Pieces whose positions differ by at most this are drawn on the same line (points).</summary>
    private const double SamePosition = 0.8;

    /// <summary>Pieces closer than this along the line belong together: LibreOffice leaves gaps of up to 1 pt in double borders.</summary>
    private const double SmallGap = 2.5;

    /// <summary>Between short pieces (dashes) the gap may be as long as a dash.</summary>
    private const double LongestDash = 9;

    /// <summary>Given rulings as drawn, returns rulings as meant: by direction, then position, then start.</summary>
    public static ImmutableArray<Ruling> Merge(ImmutableArray<Ruling> drawn)
    {
        return [.. MergeDirection(drawn, RulingDirection.Horizontal), .. MergeDirection(drawn, RulingDirection.Vertical)];
    }

    private static List<Ruling> MergeDirection(ImmutableArray<Ruling> drawn, RulingDirection direction)
    {
        var pieces = new List<Ruling>(drawn.Length);
        foreach (var ruling in drawn)
        {
            if (ruling.Direction == direction)
            {
                pieces.Add(ruling);
            }
        }

        pieces.Sort(ByPosition);
        var merged = new List<Ruling>();
        for (var start = 0; start < pieces.Count;)
        {
            var end = start + 1;
            while (end < pieces.Count && pieces[end].Position - pieces[start].Position <= SamePosition)
            {
                end++;
            }

            MergeLine(pieces.GetRange(start, end - start), merged);
            start = end;
        }

        merged.Sort(ByPosition);
        return merged;
    }

    private static int ByPosition(Ruling a, Ruling b) =>
        a.Position != b.Position ? a.Position.CompareTo(b.Position) : a.Along.From.CompareTo(b.Along.From);

    /// <summary>Joins the pieces of one line along it.</summary>
    private static void MergeLine(List<Ruling> pieces, List<Ruling> merged)
    {
        pieces.Sort(static (a, b) => a.Along.From.CompareTo(b.Along.From));
        var current = pieces[0];
        var lastPiece = current.Along.Length;
        for (var i = 1; i < pieces.Count; i++)
        {
            var next = pieces[i];
            var gap = next.Along.From - current.Along.To;
            var dashed = lastPiece <= LongestDash && next.Along.Length <= LongestDash && gap <= LongestDash * 0.7;
            if (gap <= SmallGap || dashed)
            {
                var longer = next.Along.Length > current.Along.Length ? next : current;
                current = new Ruling(
                    current.Direction, longer.Position, current.Along.Union(next.Along), Math.Max(current.Thickness, next.Thickness));
            }
            else
            {
                merged.Add(current);
                current = next;
            }

            lastPiece = next.Along.Length;
        }

        merged.Add(current);
    }
}
