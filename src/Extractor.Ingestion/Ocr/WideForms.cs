using System.Text;

namespace Extractor.Ingestion.Ocr;

/// <summary>For comparison only: engines differ in the width of signs where both saw the same.</summary>
/// <remarks>The program runs without tables of cultures, and so without Unicode's compatibility forms.</remarks>
internal static class WideForms
{
    private const int First = 0xFF01, Last = 0xFF5E, Apart = 0xFEE0;

    /// <summary>The full-width form of an ASCII character as that character (Unicode, block Halfwidth and Fullwidth Forms); any other as it is.</summary>
    public static Rune Narrow(Rune rune) => rune.Value is >= First and <= Last ? new Rune(rune.Value - Apart) : rune;
}
