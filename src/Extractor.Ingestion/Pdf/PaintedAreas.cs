using Extractor.Core.Geometry;

namespace Extractor.Ingestion.Pdf;

/// <summary>
/// What is painted beneath and above the text. Grounds are areas in a colour: what is white can be seen on them. Covers
/// are opaque rectangles: what was painted before and lies under one cannot be seen.
/// </summary>
internal sealed class PaintedAreas
{
    // Beyond this many, further areas are not remembered: what might be hidden then counts as seen.
    private const int Limit = 4096;

    private readonly List<Box> _grounds = [];
    private readonly List<(int Order, Box Box)> _covers = [];

    // At i: the box around the covers from i on; most glyphs lie outside of it.
    private readonly List<Box> _reach = [];

    public bool HasCovers => _covers.Count > 0;

    public void Clear()
    {
        _grounds.Clear();
        _covers.Clear();
        _reach.Clear();
    }

    public void AddGround(Box box)
    {
        if (_grounds.Count < Limit)
        {
            _grounds.Add(box);
        }
    }

    /// <summary>Covers are added in painting order.</summary>
    public void AddCover(int order, Box box)
    {
        if (_covers.Count < Limit)
        {
            _covers.Add((order, box));
        }
    }

    public bool HasGroundAt(Point point)
    {
        foreach (var ground in _grounds)
        {
            if (ground.Contains(point))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether anything was painted over the place after the given object.</summary>
    public bool Hides(int order, Box ink)
    {
        if (_covers.Count == 0 || _covers[^1].Order <= order)
        {
            return false;
        }

        if (_reach.Count != _covers.Count)
        {
            MeasureReach();
        }

        var (low, high) = (0, _covers.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _covers[middle].Order <= order ? (middle + 1, high) : (low, middle);
        }

        var probe = ink.Inflate(-0.1 * Math.Min(ink.Width, ink.Height));
        if (!Holds(_reach[low], probe))
        {
            return false;
        }

        for (var i = low; i < _covers.Count; i++)
        {
            if (Holds(_covers[i].Box, probe))
            {
                return true;
            }
        }

        return false;
    }

    private void MeasureReach()
    {
        _reach.Clear();
        for (var i = _covers.Count - 1; i >= 0; i--)
        {
            _reach.Add(_reach.Count == 0 ? _covers[i].Box : _reach[^1].Union(_covers[i].Box));
        }

        _reach.Reverse();
    }

    private static bool Holds(Box outer, Box inner) =>
        inner.Left >= outer.Left && inner.Right <= outer.Right && inner.Top >= outer.Top && inner.Bottom <= outer.Bottom;
}
