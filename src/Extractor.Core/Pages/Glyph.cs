using System.Text;
using Extractor.Core.Geometry;

namespace Extractor.Core.Pages;

/// <summary>One printed character.</summary>
/// <param name="Character">What it says, as the text layer or a recogniser gives it; never a control character.</param>
/// <param name="Ink">The box of its ink; for a space, its advance by its font size.</param>
/// <param name="Origin">Where its baseline starts.</param>
/// <param name="Size">Its font size in points, the text matrix applied: the height of a CJK glyph's cell.</param>
/// <param name="Turn">How far its own top is turned clockwise from the top of the page: 0, 90, 180 or 270 degrees.</param>
/// <param name="Confidence">The probability that <paramref name="Character"/> is right; 1 for a text layer.</param>
public readonly record struct Glyph(Rune Character, Box Ink, Point Origin, double Size, int Turn, double Confidence)
{
    /// <summary>The place, from 1, of the line that it was recognised in among <see cref="Page.LineReadings"/>; 0 for a text layer.</summary>
    /// <remarks>A number and no reference: glyphs are copied often, and a copy that holds none needs nothing of the garbage collector.</remarks>
    public int ReadingNumber { get; init; }
}
