using Extractor.Core.Geometry;

namespace Extractor.Ingestion.Pdf;

/// <summary>How a path is painted.</summary>
/// <param name="Fills">Its inside is painted.</param>
/// <param name="FillIsWhite">Seen only where something darker lies under it.</param>
/// <param name="FillIsOpaque">It hides what was painted before, and there is text that it may hide.</param>
/// <param name="HorizontalStroke">Thickness of its horizontal lines in page space, in points.</param>
/// <param name="VerticalStroke">Thickness of its vertical lines.</param>
internal readonly record struct PathPaint(
    bool Fills, bool FillIsWhite, bool FillIsOpaque, bool FillIsEvenOdd,
    bool Strokes, bool StrokeIsWhite, double HorizontalStroke, double VerticalStroke);

/// <summary>Turns one path object into what it leaves on paper: marks that may be rulings, grounds, and covers.</summary>
internal sealed unsafe class PathReader(RulingMarks marks, PaintedAreas areas)
{
    public const int Line = 0;
    public const int Bezier = 1;
    public const int Move = 2;

    /// <summary>Points of curves seen so far on the page: many of them and no text say that the text was turned into outlines.</summary>
    public int CurvePointCount { get; set; }

    /// <param name="order">The place of the object in the page's painting order.</param>
    public void Read(nint path, int segmentCount, in Affine toPage, in PathPaint paint, in Clip clip, int order)
    {
        var outline = Outline.Empty;
        var ring = default(Ring);
        for (var i = 0; i < segmentCount; i++)
        {
            var segment = PdfiumNative.FPDFPath_GetPathSegment(path, i);
            float x, y;
            if (PdfiumNative.FPDFPathSegment_GetPoint(segment, &x, &y) == 0)
            {
                continue;
            }

            var point = toPage.Map(x, y);
            var type = PdfiumNative.FPDFPathSegment_GetType(segment);
            if (type == Move)
            {
                Fill(outline, paint, clip, order, ref ring);
                outline = Outline.Empty;
            }
            else if (type == Bezier)
            {
                CurvePointCount++;
            }
            else if (paint.Strokes && !outline.IsEmpty)
            {
                Stroke(outline.Last, point, paint, clip, order);
            }

            outline.Add(point, type == Bezier);
            if (paint.Strokes && PdfiumNative.FPDFPathSegment_GetClose(segment) != 0)
            {
                Stroke(point, outline.First, paint, clip, order);
            }
        }

        Fill(outline, paint, clip, order, ref ring);
        ring.Flush(this, paint, clip, order);
    }

    private void Fill(in Outline outline, in PathPaint paint, in Clip clip, int order, ref Ring ring)
    {
        if (!paint.Fills || outline.IsEmpty)
        {
            return;
        }

        if (!outline.IsRectangle)
        {
            FillShape(outline.Bounds, outline.IsCurved, false, paint, clip, order);
        }
        else if (!ring.TryClose(this, outline, paint, clip, order))
        {
            ring.Flush(this, paint, clip, order);
            ring = new Ring(outline.Bounds, outline.SignedArea);
        }
    }

    private void FillShape(Box bounds, bool isCurved, bool isRectangle, in PathPaint paint, in Clip clip, int order)
    {
        var box = bounds.Intersect(clip.Box);
        if (!box.IsReal() || (paint.FillIsWhite && !areas.HasGroundAt(box.Centre) && !paint.FillIsOpaque))
        {
            return;
        }

        var isSeen = !paint.FillIsWhite || areas.HasGroundAt(box.Centre);
        if (isSeen && marks.AddFilled(box, isCurved))
        {
            return;
        }

        if (isSeen && !paint.FillIsWhite)
        {
            areas.AddGround(box);
        }

        if (paint.FillIsOpaque && isRectangle && clip.IsRectangle)
        {
            areas.AddCover(order, box);
        }
    }

    private void Stroke(Point from, Point to, in PathPaint paint, in Clip clip, int order)
    {
        if (RulingMarks.LineBetween(from, to, paint.HorizontalStroke, paint.VerticalStroke) is not { } line)
        {
            return;
        }

        var box = line.Intersect(clip.Box);
        if (!box.IsReal() || (paint.StrokeIsWhite && !areas.HasGroundAt(box.Centre)))
        {
            return;
        }

        if (!marks.AddStroked(box) && !paint.StrokeIsWhite)
        {
            areas.AddGround(box);
        }
    }

    /// <summary>
    /// A rectangle that waits for the next subpath: where that is a hole in it, the two draw a frame of four thin bars
    /// and not an area.
    /// </summary>
    private struct Ring(Box outer, double signedArea)
    {
        private readonly Box _outer = outer;
        private readonly double _signedArea = signedArea;
        private bool _waits = true;

        public void Flush(PathReader reader, in PathPaint paint, in Clip clip, int order)
        {
            if (_waits)
            {
                _waits = false;
                reader.FillShape(_outer, false, true, paint, clip, order);
            }
        }

        public bool TryClose(PathReader reader, in Outline inner, in PathPaint paint, in Clip clip, int order)
        {
            var hole = inner.Bounds;
            var isHole = _waits
                && hole.Left >= _outer.Left && hole.Right <= _outer.Right && hole.Top >= _outer.Top && hole.Bottom <= _outer.Bottom
                && (paint.FillIsEvenOdd || inner.SignedArea * _signedArea < 0);
            if (!isHole)
            {
                return false;
            }

            _waits = false;
            reader.FillShape(_outer with { Bottom = hole.Top }, false, true, paint, clip, order);
            reader.FillShape(_outer with { Top = hole.Bottom }, false, true, paint, clip, order);
            reader.FillShape(_outer with { Right = hole.Left }, false, true, paint, clip, order);
            reader.FillShape(_outer with { Left = hole.Right }, false, true, paint, clip, order);
            return true;
        }
    }
}
