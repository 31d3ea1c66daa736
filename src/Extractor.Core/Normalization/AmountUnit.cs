using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>Finds the unit of money that a label names: 项目资金（万元）, 单位：元.</summary>
internal static class AmountUnit
{
    private static readonly string[] Units = ["万元", "亿元", "千元", "元"];

    public static string? Find(string text)
    {
        var key = LabelKey.Of(text);
        foreach (var unit in Units)
        {
            if (key.Contains($"({unit})", StringComparison.Ordinal)
                || key.Contains($"(单位:{unit})", StringComparison.Ordinal)
                || key.Contains($"单位:{unit}", StringComparison.Ordinal)
                || key.EndsWith($"({unit}", StringComparison.Ordinal)
                || (key.EndsWith($"{unit})", StringComparison.Ordinal) && !key.Contains('(', StringComparison.Ordinal)))
            {
                return unit;
            }
        }

        return null;
    }
}
