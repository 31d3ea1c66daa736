using System.Collections.Immutable;
using Extractor.Core.Geometry;

namespace Extractor.Core.Pages;

/// <summary>
/// Text that another program took out of a document: lines whose cells are parted by tabs. It has no pages of its own, so it
/// is one page with a nominal geometry: a line is <see cref="LineHeight"/> points high, a character as wide as in a plain editor.
/// </summary>
/// <param name="Lines">Every line of the file, empty ones too.</param>
public sealed record TextDump(int Number, double Width, double Height, ImmutableArray<DumpLine> Lines)
    : PageReading(Number, Width, Height)
{
    /// <summary>In points.</summary>
    public const double LineHeight = 12;
}

/// <summary>A line of a text dump.</summary>
/// <param name="Number">From 1, as an editor counts.</param>
/// <param name="Cells">What stands between its tabs, left to right; most are empty.</param>
public sealed record DumpLine(int Number, ImmutableArray<DumpCell> Cells);

/// <summary>What stands between two tabs, as it is in the file.</summary>
/// <param name="Box">Where an editor would show it, in points.</param>
public readonly record struct DumpCell(string Text, Box Box);
