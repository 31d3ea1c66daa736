using System.Collections.Immutable;

namespace Extractor.Core.Reconstruction;

/// <summary>A page taken apart: its fragments of tables, and the text lines outside them.</summary>
/// <param name="Fragments">Top to bottom, then left to right.</param>
/// <param name="Lines">Top to bottom, then left to right; the lines inside fragments are in their cells.</param>
public sealed record PageLayout(
    int Number, double Width, double Height, ImmutableArray<Fragment> Fragments, ImmutableArray<TextLine> Lines)
{
    /// <summary>No table goes on from it or to it, and no line on it is a running header: a worksheet, a web page.</summary>
    public bool IsWhole { get; init; }
}
