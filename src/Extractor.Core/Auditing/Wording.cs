using System.Collections.Immutable;
using System.Globalization;

namespace Extractor.Core.Auditing;

/// <summary>How numbers stand in messages: plain, with a decimal point, without trailing zeros, in every culture.</summary>
internal static class Wording
{
    private const int MostTerms = 12;

    public static string Number(decimal value) => value.ToString("0.############################", NumberFormatInfo.InvariantInfo);

    public static string Percent(decimal fraction) => Number(fraction * 100) + "%";

    /// <summary>The terms with plus signs; of a long sum, only its first terms.</summary>
    public static (string Chinese, string English) Terms(ImmutableArray<Figure> terms)
    {
        var sum = string.Join('+', terms.Take(MostTerms).Select(term => Number(term.Value)));
        return terms.Length <= MostTerms ? (sum, sum) : ($"{sum}+…（共 {terms.Length} 项）", $"{sum}+… ({terms.Length} terms)");
    }

    /// <summary>A funds row as a message names it.</summary>
    public static string Label(FundFigures row) => row.Row.Label.Length > 0 ? row.Row.Label : $"/funds/{row.Index}";

    /// <summary>An indicator as a message names it.</summary>
    public static string Label(IndicatorFigures row) => row.Row.Level3 is { Length: > 0 } name ? name : $"/indicators/{row.Index}";
}
