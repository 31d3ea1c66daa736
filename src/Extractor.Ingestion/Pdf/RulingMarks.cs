using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;

namespace Extractor.Ingestion.Pdf;

/// <summary>
/// Gathers the marks of a page that are or make up rulings, and gives the rulings: long marks as they are, dashes of
/// one line joined, rows of dots as one line.
/// </summary>
internal sealed class RulingMarks
{
    /// <summary>In points. What is thicker is an area: cell backgrounds start above, the thickest table frames end below.</summary>
    private const double Thickest = 6;

    /// <summary>In points. Up to this long, a mark about as long as thick may be a dot of a dotted line.</summary>
    private const double LargestDot = 4.5;

    /// <summary>A mark this many times as long as thick has a direction; dashes have at least twice their thickness.</summary>
    private const double Elongated = 1.75;

    /// <summary>In points. Scans come in strips of some points each; a line drawn as a picture is thinner.</summary>
    private const double ThickestPicture = 1.5;

    /// <summary>In points. Longer marks are lines in their own right, never dashes.</summary>
    private const double LongestDash = 12;

    /// <summary>In points. No row is as low: what is drawn no longer is no cell's edge, however wide the gaps are.</summary>
    private const double SurelyDash = 6;

    /// <summary>In points. Below the height of any row, so that edges of neighbouring cells are not taken for dashes.</summary>
    private const double WidestGap = 4.5;

    /// <summary>A line of no width is drawn as thin as the printer can: one dot at 300 dpi.</summary>
    private const double Hairline = 0.24;

    /// <summary>Marks that differ less than this across, in points, lie on one line.</summary>
    private const double SameLine = 0.1;

    private const int FewestDots = 4;

    private readonly List<Ruling> _marks = [];
    private readonly List<Box> _dots = [];

    public void Clear()
    {
        _marks.Clear();
        _dots.Clear();
    }

    /// <summary>
    /// The area that a stroke from one point to another paints, if it runs along an axis within one part in a hundred.
    /// </summary>
    public static Box? LineBetween(Point from, Point to, double horizontalStroke, double verticalStroke)
    {
        var (dx, dy) = (Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y));
        if (dx > dy && dy <= Math.Max(0.05, dx / 100))
        {
            var (y, half) = ((from.Y + to.Y) / 2, Math.Max(horizontalStroke, Hairline) / 2);
            return new Box(Math.Min(from.X, to.X), y - half, Math.Max(from.X, to.X), y + half);
        }

        if (dy > dx && dx <= Math.Max(0.05, dy / 100))
        {
            var (x, half) = ((from.X + to.X) / 2, Math.Max(verticalStroke, Hairline) / 2);
            return new Box(x - half, Math.Min(from.Y, to.Y), x + half, Math.Max(from.Y, to.Y));
        }

        return null;
    }

    /// <summary>Takes a filled shape by its bounds; false where it is an area rather than a mark.</summary>
    /// <param name="isCurved">It has curves: only a long one can be a line then, a short one is a letter's outline or a dot.</param>
    public bool AddFilled(Box box, bool isCurved)
    {
        var (thin, along) = (Math.Min(box.Width, box.Height), Math.Max(box.Width, box.Height));
        if (thin > Thickest || along == 0)
        {
            return false;
        }

        if (along < Elongated * thin)
        {
            if (along <= LargestDot)
            {
                _dots.Add(box);
            }

            return along <= LargestDot;
        }

        if (isCurved && along < 2 * LongestDash)
        {
            return false;
        }

        Add(box, box.Width > box.Height ? RulingDirection.Horizontal : RulingDirection.Vertical);
        return true;
    }

    /// <summary>Takes a stroked line by the area it paints; false where it is so thick that it is an area.</summary>
    public bool AddStroked(Box box)
    {
        var (thin, along) = (Math.Min(box.Width, box.Height), Math.Max(box.Width, box.Height));
        if (thin > Thickest)
        {
            return false;
        }

        if (along < Elongated * thin && along <= LargestDot)
        {
            _dots.Add(box);
        }
        else
        {
            Add(box, box.Width > box.Height ? RulingDirection.Horizontal : RulingDirection.Vertical);
        }

        return true;
    }

    /// <summary>Takes a picture by its area if it is drawn as thin as a line: one stretched pixel serves some producers as a pen.</summary>
    public bool AddPicture(Box box)
    {
        var (thin, along) = (Math.Min(box.Width, box.Height), Math.Max(box.Width, box.Height));
        var isLine = thin <= ThickestPicture && along > LongestDash;
        if (isLine)
        {
            Add(box, box.Width > box.Height ? RulingDirection.Horizontal : RulingDirection.Vertical);
        }

        return isLine;
    }

    /// <summary>Horizontal rulings before vertical ones, each by position, then by start.</summary>
    public ImmutableArray<Ruling> ToRulings()
    {
        AddDottedLines(RulingDirection.Horizontal);
        AddDottedLines(RulingDirection.Vertical);
        SortByLine(CollectionsMarshal.AsSpan(_marks));
        return JoinDashes(CollectionsMarshal.AsSpan(_marks));
    }

    private void Add(Box box, RulingDirection direction) => _marks.Add(Ruling(box, direction));

    private static Ruling Ruling(Box box, RulingDirection direction) => direction == RulingDirection.Horizontal
        ? new Ruling(direction, box.Vertical.Middle, box.Horizontal, Math.Max(box.Height, Hairline))
        : new Ruling(direction, box.Horizontal.Middle, box.Vertical, Math.Max(box.Width, Hairline));

    private static ImmutableArray<Ruling> JoinDashes(ReadOnlySpan<Ruling> marks)
    {
        var rulings = ImmutableArray.CreateBuilder<Ruling>(marks.Length);
        var lastLength = 0.0;
        foreach (var mark in marks)
        {
            if (rulings.Count > 0 && IsSameLine(rulings[^1], mark) && ContinuesDash(rulings[^1], lastLength, mark))
            {
                rulings[^1] = rulings[^1] with { Along = rulings[^1].Along.Union(mark.Along) };
            }
            else
            {
                rulings.Add(mark);
            }

            lastLength = mark.Along.Length;
        }

        return rulings.DrainToImmutable();
    }

    private static bool IsSameLine(Ruling line, Ruling mark) =>
        line.Direction == mark.Direction && Math.Abs(line.Position - mark.Position) <= SameLine
        && Math.Abs(line.Thickness - mark.Thickness) <= 2 * SameLine;

    /// <summary>Whether the mark is drawn over the line again, or is the next dash of a dashed one.</summary>
    private static bool ContinuesDash(Ruling line, double lastLength, Ruling mark)
    {
        var gap = mark.Along.From - line.Along.To;
        var (shorter, longer) = (Math.Min(lastLength, mark.Along.Length), Math.Max(lastLength, mark.Along.Length));
        return gap <= 0 || (longer <= LongestDash && gap <= 1.5 * shorter && (gap <= WidestGap || longer <= SurelyDash));
    }

    /// <summary>A dot has no direction of its own: a run of them along an axis has.</summary>
    private void AddDottedLines(RulingDirection direction)
    {
        if (_dots.Count < FewestDots)
        {
            return;
        }

        var dots = _dots.ConvertAll(dot => Ruling(dot, direction));
        SortByLine(CollectionsMarshal.AsSpan(dots));
        var start = 0;
        for (var i = 1; i <= dots.Count; i++)
        {
            if (i < dots.Count && IsSameLine(dots[i - 1], dots[i]) && FollowsDot(dots[i - 1], dots[i]))
            {
                continue;
            }

            if (i - start >= FewestDots)
            {
                _marks.Add(dots[start] with { Along = dots[start].Along.Union(dots[i - 1].Along) });
            }

            start = i;
        }
    }

    private static bool FollowsDot(Ruling dot, Ruling next) =>
        next.Along.From - dot.Along.To <= Math.Min(2.5 * dot.Along.Length, WidestGap);

    /// <summary>
    /// By direction, line and start. Marks of one line may differ in their last digits, so that lines are told apart
    /// by gaps between positions and not by the positions themselves.
    /// </summary>
    private static void SortByLine(Span<Ruling> marks)
    {
        marks.Sort(static (a, b) => a.Direction != b.Direction ? a.Direction.CompareTo(b.Direction) : a.Position.CompareTo(b.Position));
        var start = 0;
        for (var i = 1; i <= marks.Length; i++)
        {
            if (i < marks.Length && marks[i].Direction == marks[start].Direction && marks[i].Position - marks[start].Position <= SameLine)
            {
                continue;
            }

            marks[start..i].Sort(static (a, b) =>
                a.Along.From != b.Along.From ? a.Along.From.CompareTo(b.Along.From)
                : a.Along.To != b.Along.To ? a.Along.To.CompareTo(b.Along.To)
                : a.Position != b.Position ? a.Position.CompareTo(b.Position)
                : a.Thickness.CompareTo(b.Thickness));
            start = i;
        }
    }
}
