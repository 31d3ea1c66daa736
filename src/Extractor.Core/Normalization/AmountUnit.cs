using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>Finds the unit of money that a label names: 项目资金（万元）, 单位：元.</summary>
internal static class AmountUnit
{
    /// <summary>What is left of a bracket at the end of a label looks like these.</summary>
    private const string LikeBrackets = "!|1lI',.、";

    public static string? Find(string text)
    {
        // A bracket that is close to 万 makes it look like 方 to a recogniser, a mark beside 元 like another bracket; there are no such units.
        var key = LabelKey.Of(text).Replace("(方元", "(万元", StringComparison.Ordinal).Replace("方元)", "(万元)", StringComparison.Ordinal).Replace("(万(元)", "(万元)", StringComparison.Ordinal);
        foreach (var unit in LabelKey.MoneyUnits)
        {
            if (key.Contains($"({unit})", StringComparison.Ordinal)
                || key.Contains($"(单位:{unit})", StringComparison.Ordinal)
                || key.Contains($"单位:{unit}", StringComparison.Ordinal)
                || key.AsSpan().TrimEnd(LikeBrackets).EndsWith($"({unit}", StringComparison.Ordinal)
                || LacksBracket(key, unit))
            {
                return unit;
            }
        }

        return null;
    }

    /// <summary>Nothing opens before the bracket that closes behind the unit: the opening one was not seen.</summary>
    private static bool LacksBracket(string key, string unit) =>
        key.IndexOf($"{unit})", StringComparison.Ordinal) is var at and >= 0
        && !key.AsSpan(0, at).ContainsAny('(', ')') && (at == 0 || !char.IsAsciiDigit(key[at - 1]));
}
