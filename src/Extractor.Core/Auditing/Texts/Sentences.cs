using System.Globalization;
using System.Text.RegularExpressions;
using Extractor.Core.Normalization;

namespace Extractor.Core.Auditing.Texts;

/// <summary>Takes running text apart.</summary>
internal static partial class Sentences
{
    /// <summary>With one form of each mark and without blanks; a line is a sentence.</summary>
    public static string Folded(string text) => PrintedText.Fold(PrintedText.Tighten(text.Replace('\n', '。')));

    /// <param name="folded">As <see cref="Folded"/> gives it.</param>
    public static string[] Of(string folded) => folded.Split(['。', ';', '!'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The years that a folded text names: 2023年.</summary>
    public static HashSet<int> YearsIn(string folded) =>
        [.. Year().Matches(folded).Select(match => int.Parse(match.Groups["y"].ValueSpan, NumberStyles.None, NumberFormatInfo.InvariantInfo))];

    [GeneratedRegex("(?<y>(?:19|20)[0-9]{2})年", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
