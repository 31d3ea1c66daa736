using System.Buffers;
using Extractor.Core.Forms;

namespace Extractor.Core.Auditing.Indicators;

/// <summary>Whether an actual value reaches its target.</summary>
internal enum Reached
{
    /// <summary>It cannot be told: other units, words of judgement, a value that may be either.</summary>
    Unknown,

    Yes,

    /// <summary>In words that say so: 部分完成.</summary>
    Partly,

    No,
}

/// <summary>Which way a target is meant.</summary>
internal enum Direction
{
    Unknown,

    /// <summary>The more the better: 正向.</summary>
    Up,

    /// <summary>The less the better: 反向.</summary>
    Down,

    /// <summary>Between two values.</summary>
    Within,
}

/// <summary>A target held against its actual value.</summary>
/// <param name="IsFirm">A bound or an equals sign is printed, and the units agree: there is one reading.</param>
/// <param name="Ratio">Actual by target where both are positive numbers of one unit; null elsewhere.</param>
internal sealed record Attainment(Claim Target, Claim Actual, Reached Reached, Direction Direction, bool IsFirm, decimal? Ratio)
{
    /// <summary>Names of what is better when it is less, or where an equals sign leaves open what is better.</summary>
    private static readonly SearchValues<string> LessIsBetter = SearchValues.Create(
        ["成本", "费用", "支出", "投入", "标准", "投诉", "事故", "故障", "死亡", "差错", "违规", "违法", "违纪", "时间", "时长", "天数", "工期", "时限", "周期", "响应", "降低", "下降", "减少", "控制", "发生", "发病", "能耗", "排放", "补助", "单价", "失业", "流失", "缺口", "空置"], StringComparison.Ordinal);

    private static readonly (string Name, decimal Factor)[] Money = [("元", 1m), ("千元", 1_000m), ("万元", 10_000m), ("百万元", 1_000_000m), ("亿元", 100_000_000m)];

    /// <param name="year">Of the form.</param>
    public static Attainment Of(Indicator row, int? year)
    {
        var (target, actual) = (ClaimText.Read(row.Target, year), ClaimText.Read(row.Actual, year));
        var direction = DirectionOf(target, row.Level3 ?? "");
        if (target.Kind == ClaimKind.Nothing || actual.Kind == ClaimKind.Nothing)
        {
            return new Attainment(target, actual, Reached.Unknown, direction, false, null);
        }

        return (target.Kind, actual.Kind) switch
        {
            (ClaimKind.Number, ClaimKind.Number) => Numbers(target, actual, direction),
            (ClaimKind.Date, ClaimKind.Date) => new Attainment(target, actual, Dates(target, actual), Direction.Down, target.Form == ClaimForm.AtMost, null),
            _ => new Attainment(target, actual, Words(target.Text, actual.Text), direction, false, null),
        };
    }

    /// <summary>The factor that brings an amount of the unit to 元; null where it is no unit of money.</summary>
    public static decimal? InYuan(string unit)
    {
        foreach (var (name, factor) in Money)
        {
            if (unit == name)
            {
                return factor;
            }
        }

        return null;
    }

    private static Direction DirectionOf(Claim target, string name) => target.Form switch
    {
        ClaimForm.AtLeast or ClaimForm.MoreThan => Direction.Up,
        ClaimForm.AtMost or ClaimForm.LessThan => Direction.Down,
        ClaimForm.Span => Direction.Within,
        _ => name.AsSpan().ContainsAny(LessIsBetter) ? Direction.Unknown : Direction.Up,
    };

    private static Attainment Numbers(Claim target, Claim actual, Direction direction)
    {
        var unknown = new Attainment(target, actual, Reached.Unknown, direction, false, null);
        if (Factor(target.Unit, actual.Unit) is not { } factor)
        {
            return unknown;
        }

        var (goal, reached) = (target.Range, Scale(actual.Range, factor));
        // 0.95 or 1 for 95 % or 100 %: a fraction where the target is a percentage may be either.
        var fraction = target.Unit == "%" && actual.Unit.Length == 0 && actual.Value <= 1 && target.Value > 1;
        if (fraction)
        {
            reached = Scale(reached, 100);
        }

        var result = Compare(goal, reached, target, actual, direction);
        // Many repeat the sign of the target: ≥13648台 says how much at least.
        var isAtLeast = direction == Direction.Up && (actual.Form is ClaimForm.AtLeast or ClaimForm.MoreThan);
        var (wanted, got) = (target.Value, actual.Value * factor * (fraction ? 100 : 1));
        return new Attainment(
            target, actual, result, direction,
            (target.IsBound || target.Form == ClaimForm.Equal) && !fraction && (actual.Unit.Length == 0 || actual.Unit == target.Unit),
            wanted > 0 && got >= 0 && (!actual.IsBound || isAtLeast) && target.Form != ClaimForm.Span ? got / wanted : null);
    }

    /// <summary>A bound that is open towards infinity stays so.</summary>
    private static Interval Scale(Interval range, decimal factor) => range with
    {
        Low = range.Low == decimal.MinValue ? range.Low : range.Low * factor,
        High = range.High == decimal.MaxValue ? range.High : range.High * factor,
    };

    private static Reached Compare(Interval goal, Interval reached, Claim target, Claim actual, Direction direction)
    {
        // 完成 ≥90% of ≥90%: the target said again.
        if (target.Form == actual.Form && target.Value == actual.Value)
        {
            return Reached.Yes;
        }

        switch (direction)
        {
            case Direction.Up:
                return reached.Low >= goal.Low && reached.Low != decimal.MinValue ? Reached.Yes
                    : reached.High < goal.Low ? Reached.No
                    : Reached.Unknown;
            case Direction.Down:
                return reached.High <= goal.High && reached.High != decimal.MaxValue ? Reached.Yes
                    : reached.Low > goal.High ? Reached.No
                    : Reached.Unknown;
            case Direction.Within:
                return reached.Low >= goal.Low && reached.High <= goal.High ? Reached.Yes
                    : reached.High < goal.Low ? Reached.No
                    : Reached.Unknown;
            default:
                return reached.Low >= goal.Low && reached.High <= goal.High ? Reached.Yes : Reached.Unknown;
        }
    }

    /// <summary>What an actual value is multiplied with to be in the target's unit; null where they do not compare.</summary>
    private static decimal? Factor(string target, string actual) =>
        target == actual || target.Length == 0 || actual.Length == 0 ? 1
        : InYuan(target) is { } wanted && InYuan(actual) is { } got ? got / wanted
        : actual.EndsWith(target, StringComparison.Ordinal) || target.EndsWith(actual, StringComparison.Ordinal)
            ? target is "人" or "元" || actual is "人" or "元" || target[0] is '万' or '千' or '百' or '亿' || actual[0] is '万' or '千' or '百' or '亿' ? null : 1
        : null;

    private static Reached Dates(Claim target, Claim actual) =>
        actual.Form == ClaimForm.AtMost ? target.Range.High == actual.Range.High ? Reached.Yes : Reached.Unknown
        : actual.Range.High <= target.Range.High ? Reached.Yes
        : actual.Range.Low > target.Range.High ? Reached.No
        : Reached.Unknown;

    private static Reached Words(string target, string actual)
    {
        if (Achievement.Of(actual) is { } said && Achievement.Of(target) is not (Reached.No or Reached.Partly))
        {
            return said;
        }

        return target == actual || (actual.Length > 1 && target.EndsWith(actual, StringComparison.Ordinal)) ? Reached.Yes
            : (target, actual) is ("是", "否") or ("有", "没有") ? Reached.No
            : target.Length <= LongestGrade && actual.Length == target.Length + 1 && actual[0] is '不' or '未' && actual.AsSpan(1).SequenceEqual(target) ? Reached.No
            : Reached.Unknown;
    }

    private const int LongestGrade = 4;
}
