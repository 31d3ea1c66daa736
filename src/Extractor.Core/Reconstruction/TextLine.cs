using Extractor.Core.Geometry;

namespace Extractor.Core.Reconstruction;

/// <summary>Glyphs that stand on one line, left to right, as text.</summary>
/// <param name="Text">With the blanks that are printed inside it; none at either end.</param>
/// <param name="Box">The union of the ink boxes.</param>
/// <param name="Size">The font size of its glyphs, in points (the largest, where they differ).</param>
/// <param name="FirstTokenWidth">The width of what could not have been broken at its start: one CJK glyph, or a run of Latin letters and digits.</param>
/// <param name="Confidence">The lowest confidence of its glyphs.</param>
public sealed record TextLine(string Text, Box Box, double Size, double FirstTokenWidth, double Confidence);
