using System.Collections.Immutable;

namespace Extractor.Fixtures.Layouts;

/// <summary>Where the columns of a standard form stand, the same for all forms of a document.</summary>
/// <param name="Indicator">The ten edges of the indicator block.</param>
/// <param name="Fund">The nine edges of the funds block: block label, row label, three amounts, weight, rate, score.</param>
/// <param name="GoalMiddle">The edge between the expected and the actual goals.</param>
/// <param name="TitleInside">Title and year are rows of the table.</param>
/// <param name="BrokenLabels">The block labels are broken by hand: 年度 / 总体 / 目标.</param>
public sealed record ShanghaiGrid(
    ImmutableArray<int> Indicator, ImmutableArray<int> Fund, int GoalMiddle, bool TitleInside, bool BrokenLabels)
{
    public static ShanghaiGrid Draw(Chance chance)
    {
        var indicator = Edges.Of(0,
        [
            chance.Between(40, 65), chance.Between(65, 95), chance.Between(85, 125), chance.Between(170, 250),
            chance.Between(95, 140), chance.Between(95, 140), chance.Between(48, 70), chance.Between(50, 75), chance.Between(80, 160),
        ]);
        var own = Edges.Of(0,
        [
            chance.Between(80, 125), chance.Between(130, 190), chance.Between(110, 170), chance.Between(110, 170),
            chance.Between(110, 170), chance.Between(50, 75), chance.Between(65, 100), chance.Between(60, 110),
        ]);
        var fund = chance.Percent(65) ? indicator.RemoveAt(1) : Aligned(own, indicator);
        return new ShanghaiGrid(indicator, fund, indicator[4], chance.Percent(30), chance.Percent(25));
    }

    /// <summary>Edges that almost meet an edge of the other block are drawn on it, as a person would.</summary>
    private static ImmutableArray<int> Aligned(ImmutableArray<int> edges, ImmutableArray<int> others) =>
        edges.Select(edge => others.Where(other => Math.Abs(other - edge) <= 18).DefaultIfEmpty(edge).MinBy(other => Math.Abs(other - edge)))
            .Distinct().ToImmutableArray() is { Length: 9 } snapped ? snapped : others.RemoveAt(1);
}
