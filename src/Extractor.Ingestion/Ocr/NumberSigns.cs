using System.Collections.Frozen;
using System.Text;

namespace Extractor.Ingestion.Ocr;

/// <summary>What numbers, rates and bounds are printed with.</summary>
internal static class NumberSigns
{
    /// <summary>The signs that are not figures.</summary>
    private const string Marks = ".,%-+≥≤><=()";

    public static FrozenSet<Rune> All { get; } = $"0123456789{Marks}".EnumerateRunes().ToFrozenSet();

    public static bool IsFigure(Rune rune) => rune.Value is >= '0' and <= '9';
}
