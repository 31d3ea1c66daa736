namespace Extractor.Core.Auditing.Indicators;

/// <summary>The three grades in which forms say that an aim in words was reached: 达成, 部分达成, 未达成.</summary>
internal static class Achievement
{
    private const int Longest = 24;

    private static readonly string[] Not = ["未达成", "未完成", "未实现", "未达到", "没有完成", "没有达成", "尚未", "未开展", "未实施", "未执行", "不达标", "未达标"];

    private static readonly string[] Part = ["部分达成", "部分完成", "部分实现", "部分达到", "基本完成部分"];

    private static readonly string[] Whole = ["达成预期指标", "达成年度指标", "全部完成", "全部达成", "达成预期目标", "达成预期"];

    /// <summary>What the text says of itself; null where it says neither.</summary>
    public static Reached? Of(string text)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        return StartsWith(text, Part) ? Reached.Partly : StartsWith(text, Not) ? Reached.No : StartsWith(text, Whole) ? Reached.Yes : null;
    }

    private static bool StartsWith(string text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
