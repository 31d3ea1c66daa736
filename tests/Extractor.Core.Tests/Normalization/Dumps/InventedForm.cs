using System.Globalization;

namespace Extractor.Core.Tests.Normalization.Dumps;

internal sealed record InventedFund(string Label, string Initial, string Annual, string Executed, string Weight, string Rate, string Score);

internal sealed record InventedIndicator(
    string Level1, string Level2, string Level3, string Target, string Actual, string Weight, string Score, string Deviation);

/// <summary>A form that nobody published, every text drawn at random, which adds up.</summary>
internal sealed record InventedForm(
    string Project, string Department, string Unit, IReadOnlyList<InventedFund> Funds, string Expected, string Actual,
    IReadOnlyList<InventedIndicator> Indicators, string TotalScore)
{
    private static readonly string[] Things =
        ["河道", "绿化带", "公交站亭", "图书", "路灯", "农田水渠", "社区食堂", "校舍", "消防栓", "老旧电梯", "古树名木", "健身步道", "菜市场", "垃圾分类点", "养老床位", "档案"];

    private static readonly string[] Doings = ["养护", "更新", "巡查", "维修", "采购", "改造", "清理", "培训", "宣传", "检测", "登记", "普查"];

    private static readonly string[] Measures = ["数量", "覆盖率", "完成率", "合格率", "及时率", "次数", "面积", "投诉处理情况", "长效管理机制健全性", "使用情况"];

    private static readonly (string Level1, string[] Level2)[] Levels =
    [
        ("产出指标", ["数量指标", "质量指标", "时效指标", "成本指标"]),
        ("效益指标", ["经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"]),
        ("满意度指标", ["服务对象满意度指标"]),
    ];

    public static InventedForm Draw(Random chance)
    {
        var (funds, fundScore) = DrawFunds(chance);
        var indicators = new List<InventedIndicator>();
        foreach (var (level1, seconds) in Levels)
        {
            foreach (var level2 in seconds.Where((_, i) => i == 0 || chance.Next(100) < 55))
            {
                for (var n = chance.Next(100) < 50 ? 1 : chance.Next(2, 5); n > 0; n--)
                {
                    indicators.Add(new InventedIndicator(level1, level2, Name(chance), "", "", "", "", ""));
                }
            }
        }

        var weights = Weights(chance, indicators.Count);
        var total = fundScore;
        for (var i = 0; i < indicators.Count; i++)
        {
            var lost = chance.Next(100) < 12 ? Math.Min(weights[i], chance.Next(1, 30) / 10m) : 0;
            var (target, actual) = Values(chance, lost > 0);
            target = chance.Next(100) < 2 ? "" : target;
            total += weights[i] - lost;
            indicators[i] = indicators[i] with
            {
                Target = target, Actual = actual, Weight = Text(weights[i]), Score = Text(weights[i] - lost),
                Deviation = lost > 0 ? $"因{Thing(chance)}{Doing(chance)}进度推迟，下一年度抓紧落实" : "",
            };
        }

        var goal = string.Join("；", Enumerable.Range(0, chance.Next(1, 5)).Select(_ => $"完成{Thing(chance)}{Doing(chance)}，提高{Thing(chance)}{Doing(chance)}水平")) + "。";
        return new InventedForm(
            Thing(chance) + Doing(chance) + "经费", $"某市{Thing(chance)}管理局", $"某市{Thing(chance)}服务中心", funds,
            goal, chance.Next(2) == 0 ? goal : $"已{Doing(chance)}{Thing(chance)}，{goal}", indicators, Text(total));
    }

    private static (List<InventedFund> Funds, decimal Score) DrawFunds(Random chance)
    {
        decimal[] Amounts() => [chance.Next(100, 90000) * 100, chance.Next(100, 90000) * 100, 0];
        var own = Amounts();
        own[2] = decimal.Round(own[1] * chance.Next(300, 1000) / 1000m, 2);
        var other = chance.Next(3) == 0 ? Amounts() : [0, 0, 0];
        other[2] = decimal.Round(other[1] * chance.Next(300, 1000) / 1000m, 2);
        var ratio = (own[2] + other[2]) / (own[1] + other[1]);
        var score = decimal.Round(ratio * 10, 2, MidpointRounding.AwayFromZero);
        var rate = (decimal.Ceiling(ratio * 10000) / 100).ToString("0.00", CultureInfo.InvariantCulture) + "%";
        return ([
            new("年度资金总额", (own[0] + other[0]).ToString("0.00", CultureInfo.InvariantCulture), (own[1] + other[1]).ToString("0.00", CultureInfo.InvariantCulture),
                (own[2] + other[2]).ToString("#,0.##", CultureInfo.InvariantCulture), "10", rate, Text(score)),
            new("其中：当年财政拨款", Text(own[0]), Text(own[1]), Text(own[2]), "—", "", ""),
            new("上年结转资金", "0", "0", "", "—", "", ""),
            new("其他资金", Text(other[0]), Text(other[1]), other[2] == 0 ? "" : Text(other[2]), "—", "", ""),
        ], score);
    }

    /// <summary>Points that add up to 90.</summary>
    private static decimal[] Weights(Random chance, int count)
    {
        var weights = Enumerable.Range(0, count).Select(_ => (decimal)chance.Next(2, 9)).ToArray();
        while (weights.Sum() != 90)
        {
            var at = chance.Next(count);
            weights[at] += weights.Sum() < 90 ? 1 : weights[at] > 1 ? -1 : 0;
        }

        return weights;
    }

    private static (string Target, string Actual) Values(Random chance, bool missed)
    {
        var n = chance.Next(2, 100);
        var same = !missed && chance.Next(3) > 0;
        return chance.Next(7) switch
        {
            0 => ($"={n}次", same ? $"={n}次" : $"={n + 2}次"),
            1 => ($"≥{n}%", same ? $"≥{n}%" : $"{n + 1}%"),
            2 => ("及时", missed ? "基本及时" : "及时"),
            3 => ("完成", missed ? "部分完成" : "完成"),
            4 => ("2023年11月底前完成", missed ? "2023年12月完成" : "2023年11月完成"),
            5 => ($"{n}人左右", $"{n}人左右"),
            _ => ("健全", missed ? "基本健全" : "健全"),
        };
    }

    private static string Name(Random chance) => chance.Next(4) switch
    {
        0 => $"{Thing(chance)}{Doing(chance)}{chance.GetItems(Measures, 1)[0]}",
        1 => $"完成{Thing(chance)}和{Thing(chance)}的{Doing(chance)}、{Doing(chance)}，建立{Thing(chance)}{Doing(chance)}台账",
        2 => Thing(chance) + chance.GetItems(Measures, 1)[0],
        _ => $"对{Thing(chance)}开展{Doing(chance)}和{Doing(chance)}的{chance.GetItems(Measures, 1)[0]}",
    };

    private static string Thing(Random chance) => chance.GetItems(Things, 1)[0];

    private static string Doing(Random chance) => chance.GetItems(Doings, 1)[0];

    private static string Text(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
