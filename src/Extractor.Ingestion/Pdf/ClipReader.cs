using Extractor.Core.Geometry;

namespace Extractor.Ingestion.Pdf;

/// <summary>The part of the page that an object may paint on.</summary>
/// <param name="IsRectangle">The clip is <paramref name="Box"/> itself; otherwise some smaller shape inside it.</param>
internal readonly record struct Clip(Box Box, bool IsRectangle);

/// <summary>Reads clip paths as boxes in page space.</summary>
internal unsafe struct ClipReader(Affine toPage, Clip container)
{
    private const int SegmentLimit = 10_000;

    private nint _lastKey;
    private Clip _lastClip;

    /// <summary>
    /// Objects painted under one clip share its storage, and a clip only ever grows by paths at its end: the address of
    /// its last path tells whether it is the clip of the object before.
    /// </summary>
    public Clip Of(nint item)
    {
        var clipPath = PdfiumNative.FPDFPageObj_GetClipPath(item);
        var pathCount = clipPath == 0 ? 0 : PdfiumNative.FPDFClipPath_CountPaths(clipPath);
        if (pathCount <= 0)
        {
            return container;
        }

        var key = PdfiumNative.FPDFClipPath_GetPathSegment(clipPath, pathCount - 1, 0);
        if (key == 0 || key != _lastKey)
        {
            (_lastKey, _lastClip) = (key, Read(clipPath, pathCount));
        }

        return _lastClip;
    }

    private readonly Clip Read(nint clipPath, int pathCount)
    {
        var (box, isRectangle) = (container.Box, container.IsRectangle);
        var budget = SegmentLimit;
        for (var path = 0; path < pathCount && budget > 0; path++)
        {
            var segmentCount = PdfiumNative.FPDFClipPath_CountPathSegments(clipPath, path);
            budget -= Math.Max(segmentCount, 1);
            if (budget < 0)
            {
                isRectangle = false;
                break;
            }

            var outline = Outline.Empty;
            for (var i = 0; i < segmentCount; i++)
            {
                var segment = PdfiumNative.FPDFClipPath_GetPathSegment(clipPath, path, i);
                float x, y;
                if (PdfiumNative.FPDFPathSegment_GetPoint(segment, &x, &y) == 0)
                {
                    continue;
                }

                outline.Add(toPage.Map(x, y), PdfiumNative.FPDFPathSegment_GetType(segment) == PathReader.Bezier);
            }

            isRectangle &= outline.IsRectangle;
            box = box.Intersect(outline.Bounds);
        }

        return new Clip(box, isRectangle);
    }
}
