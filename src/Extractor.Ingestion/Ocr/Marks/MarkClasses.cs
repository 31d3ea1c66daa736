using System.Collections.Immutable;
using System.Text;

namespace Extractor.Ingestion.Ocr.Marks;

/// <summary>The signs that a <see cref="MarkModel"/> tells apart, and one class for all that is none of them.</summary>
internal static class MarkClasses
{
    /// <summary>In the order of their classes, from 1 on.</summary>
    public const string Signs = "，、。；：.,;:“”\"（）()≥≤><=%‰-—～~·《》";

    /// <summary>The class of figures, letters, Chinese characters and all other signs.</summary>
    public const int None = 0;

    /// <summary>What is read for a sign that has one shape in different codes.</summary>
    private const string Variants = "．·•–―─－＝＜＞％", Usual = ".··———-=<>%";

    public static int Count => Signs.Length + 1;

    public static int Of(Rune rune)
    {
        var sign = rune.IsBmp ? (char)rune.Value : '\0';
        var variant = Variants.IndexOf(sign);
        return Signs.IndexOf(variant >= 0 ? Usual[variant] : sign) + 1;
    }

    public static char SignOf(int markClass) => Signs[markClass - 1];

    public static ImmutableArray<int> Among(string signs) => [.. signs.Select(sign => Of(new Rune(sign)))];
}
