using System.Collections.Immutable;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;

namespace Extractor.Ingestion.Pdf;

/// <summary>The place of a text object in painting order, and the box of its letters.</summary>
internal readonly record struct PaintedText(int Order, Box Bounds);

/// <summary>Where a text object stands in the painting of its page.</summary>
/// <param name="Order">Its place in painting order.</param>
/// <param name="Clip">What of it can be seen.</param>
internal readonly record struct TextPlacement(int Order, Box Clip);

/// <summary>
/// Walks the objects of a page once, in painting order and into form XObjects, and keeps what matters of everything
/// but the characters. One reader serves many pages, one after the other.
/// </summary>
internal sealed unsafe class DrawingReader
{
    /// <summary>Of the page. A larger picture painted over text is looked into: it may be a scan over its text layer.</summary>
    private const double CoveringPicture = 0.6;

    // Channels from here up are white on paper.
    private const uint NearWhite = 250;

    private readonly RulingMarks _marks = new();
    private readonly PathReader _paths;
    private readonly Dictionary<nint, TextPlacement> _texts = [];
    private readonly List<PaintedText> _textsOverCovers = [];
    private nint _document;
    private nint _page;
    private PageSpace _space;
    private double _pictureArea;
    private int _objectBudget;
    private int _segmentBudget;
    private int _order;

    public DrawingReader() => _paths = new PathReader(_marks, Areas);

    public PaintedAreas Areas { get; } = new();

    /// <summary>The texts painted after the first cover that may hide another text.</summary>
    public IReadOnlyList<PaintedText> TextsOverCovers => _textsOverCovers;

    /// <summary>The share of the page that pictures and shadings cover, from 0 to 1.</summary>
    public double PictureShare => Math.Min(1, _pictureArea / (_space.Width * _space.Height));

    /// <summary>The page draws nothing whatever.</summary>
    public bool IsEmpty => _order == 0;

    public int CurvePointCount => _paths.CurvePointCount;

    /// <summary>False where the page holds more than <see cref="ReadingLimits"/> allow.</summary>
    public bool Read(nint document, nint page, in PageSpace space)
    {
        (_document, _page, _space) = (document, page, space);
        _pictureArea = 0;
        _objectBudget = ReadingLimits.Objects;
        _segmentBudget = ReadingLimits.Segments;
        _order = 0;
        _paths.CurvePointCount = 0;
        _marks.Clear();
        _texts.Clear();
        _textsOverCovers.Clear();
        Areas.Clear();
        return ReadObjects(new ObjectList(page, false), space.FromUser, new Clip(space.Bounds, true), 0);
    }

    public ImmutableArray<Ruling> ToRulings() => _marks.ToRulings();

    public TextPlacement PlacementOf(nint text) =>
        _texts.TryGetValue(text, out var placement) ? placement : new TextPlacement(int.MaxValue, _space.Bounds);

    private bool ReadObjects(in ObjectList objects, in Affine toPage, Clip container, int depth)
    {
        var count = objects.Count;
        if (count > _objectBudget || depth > ReadingLimits.FormDepth)
        {
            return false;
        }

        _objectBudget -= count;
        var clips = new ClipReader(toPage, container);
        for (var i = 0; i < count; i++)
        {
            var item = objects[i];
            if (item == 0)
            {
                continue;
            }

            _order++;
            var clip = clips.Of(item);
            if (!clip.Box.IsReal())
            {
                clip = new Clip(default, true);
            }

            switch (PdfiumNative.FPDFPageObj_GetType(item))
            {
                case ObjectType.Text:
                    _texts[item] = new TextPlacement(_order, clip.Box);
                    if (Areas.HasCovers)
                    {
                        _textsOverCovers.Add(new PaintedText(_order, BoundsOf(item, toPage)));
                    }

                    break;
                case ObjectType.Path when !ReadPath(item, toPage, clip):
                    return false;
                case ObjectType.Image:
                    ReadImage(item, toPage, clip);
                    break;
                case ObjectType.Shading:
                    AddPicture(BoundsOf(item, toPage).Intersect(clip.Box));
                    break;
                case ObjectType.Form when !ReadObjects(new ObjectList(item, true), MatrixOf(item).Then(toPage), clip, depth + 1):
                    return false;
            }
        }

        return true;
    }

    private bool ReadPath(nint path, in Affine toPage, in Clip clip)
    {
        var segmentCount = PdfiumNative.FPDFPath_CountSegments(path);
        _segmentBudget -= Math.Max(segmentCount, 0);
        if (_segmentBudget < 0)
        {
            return false;
        }

        var matrix = MatrixOf(path).Then(toPage);
        if (PaintOf(path, matrix) is { } paint)
        {
            _paths.Read(path, segmentCount, matrix, paint, clip, _order);
        }

        return true;
    }

    private void ReadImage(nint image, in Affine toPage, in Clip clip)
    {
        var own = MatrixOf(image);
        var box = own.Then(toPage).MapBox(0, 0, 1, 1).Intersect(clip.Box);
        AddPicture(box);
        if (_texts.Count > 0 && clip.IsRectangle && box.Width * box.Height >= CoveringPicture * _space.Width * _space.Height
            && PictureOpacity.IsOpaque(_document, _page, image, own))
        {
            Areas.AddCover(_order, box);
        }
    }

    /// <summary>A picture is a ground for white text, and a line where it is drawn as thin as one.</summary>
    private void AddPicture(Box box)
    {
        if (!box.IsReal() || _marks.AddPicture(box))
        {
            return;
        }

        _pictureArea += box.Width * box.Height;
        Areas.AddGround(box);
    }

    /// <summary>Null where the path leaves nothing on paper.</summary>
    private PathPaint? PaintOf(nint path, in Affine matrix)
    {
        int fillMode, stroke;
        if (PdfiumNative.FPDFPath_GetDrawMode(path, &fillMode, &stroke) == 0)
        {
            return null;
        }

        uint r, g, b, a;
        var (fills, fillIsWhite, fillIsOpaque) = (fillMode != 0, false, false);
        if (fills && PdfiumNative.FPDFPageObj_GetFillColor(path, &r, &g, &b, &a) != 0)
        {
            fills = a > 0;
            fillIsWhite = Math.Min(r, Math.Min(g, b)) >= NearWhite;
            fillIsOpaque = a == 255 && _texts.Count > 0 && PdfiumNative.FPDFPageObj_HasTransparency(path) == 0;
        }

        var (strokes, strokeIsWhite, horizontal, vertical) = (stroke != 0, false, 0.0, 0.0);
        if (strokes)
        {
            if (PdfiumNative.FPDFPageObj_GetStrokeColor(path, &r, &g, &b, &a) != 0)
            {
                strokes = a > 0;
                strokeIsWhite = Math.Min(r, Math.Min(g, b)) >= NearWhite;
            }

            float width;
            if (PdfiumNative.FPDFPageObj_GetStrokeWidth(path, &width) != 0)
            {
                // The pen is round in the path's own space; the matrix may press it flat.
                horizontal = width * double.Hypot(matrix.B, matrix.D);
                vertical = width * double.Hypot(matrix.A, matrix.C);
            }
        }

        return fills || strokes
            ? new PathPaint(fills, fillIsWhite, fillIsOpaque, fillMode == FillMode.EvenOdd, strokes, strokeIsWhite, horizontal, vertical)
            : null;
    }

    private static Affine MatrixOf(nint item)
    {
        FsMatrix matrix;
        return PdfiumNative.FPDFPageObj_GetMatrix(item, &matrix) == 0 ? Affine.Identity : matrix.ToAffine();
    }

    private static Box BoundsOf(nint item, in Affine toPage)
    {
        float left, bottom, right, top;
        return PdfiumNative.FPDFPageObj_GetBounds(item, &left, &bottom, &right, &top) == 0
            ? default
            : toPage.MapBox(left, bottom, right, top);
    }

    private static class FillMode
    {
        public const int EvenOdd = 1;
    }
}
