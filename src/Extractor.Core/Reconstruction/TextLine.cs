using Extractor.Core.Geometry;
using Extractor.Core.Pages;

namespace Extractor.Core.Reconstruction;

/// <summary>Glyphs that stand on one line, in reading order, as text.</summary>
/// <param name="Text">With the blanks that are printed inside it; none at either end.</param>
/// <param name="Box">The union of the ink boxes.</param>
/// <param name="Size">The font size of its glyphs, in points (the largest, where they differ).</param>
/// <param name="FirstGlyphWidth">The width of its first glyph.</param>
/// <param name="FirstTokenWidth">The width of what is not broken where it can be helped at its start: one CJK glyph, or a run of Latin letters and digits, with the marks that close it.</param>
/// <param name="LastTokenWidth">The same at its end.</param>
/// <param name="BlankAfter">A blank is printed at its end, so that a word ends there.</param>
/// <param name="Vertical">It is written downwards: its length is its box's height.</param>
/// <param name="Confidence">The lowest confidence of its glyphs.</param>
public sealed record TextLine(
    string Text, Box Box, double Size, double FirstGlyphWidth, double FirstTokenWidth, double LastTokenWidth,
    bool BlankAfter, bool Vertical, double Confidence)
{
    /// <summary>What recognised it; null for a text layer.</summary>
    public LineReading? Reading { get; init; }

    /// <summary>Where a person sees it on the page.</summary>
    public Box SeenBox => Reading?.Turn?.Seen(Box) ?? Box;

    /// <summary>Its extent along its own direction, in points.</summary>
    public double Length => Vertical ? Box.Height : Box.Width;
}
