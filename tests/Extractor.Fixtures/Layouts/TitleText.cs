using System.Collections.Immutable;
using System.Globalization;
using Extractor.Fixtures.Texts;

namespace Extractor.Fixtures.Layouts;

/// <summary>The title of one form as it is printed.</summary>
/// <param name="Title">The whole title line.</param>
/// <param name="Lines">The title with the lines above and under it.</param>
/// <param name="Inside">The lines are rows of the table.</param>
public sealed record TitleText(string Title, string Year, ImmutableArray<HeadLine> Lines, bool Inside);

/// <summary>How a publisher writes titles, the same for all forms of a document.</summary>
/// <param name="Name">Without the year.</param>
/// <param name="Pattern">The title line: <c>{0}</c> is the name, <c>{1}</c> the year.</param>
/// <param name="YearPattern">The line with the year alone; null for none.</param>
/// <param name="YearFirst">The line with the year stands above the title.</param>
/// <param name="Above">Lines above the title.</param>
/// <param name="Inside">Title and year are rows of the table.</param>
public sealed record TitleStyle(
    string Name, string Pattern, string? YearPattern, bool YearFirst, ImmutableArray<HeadLine> Above, bool Inside)
{
    private static readonly string[] OneLine =
        ["{1}年度{0}", "{1}年度{0}", "{0}（{1}年度）", "{0}({1}年度)", "{0}（{1}年）", "{1}年{0}", "{0}( {1} 年度)"];

    private static readonly string[] OwnLine = ["（{0}年度）", "({0}年度)", "（ {0} 年度）", "{0}年度", "（{0}年）", "年度：{0}年"];

    public static TitleStyle Draw(Chance chance, params string[] names)
    {
        var alone = chance.Percent(45);
        var place = chance.Percent(12) ? chance.Pick(Vocabulary.Places) : "";
        ImmutableArray<HeadLine> above = chance.Percent(12) ? [new HeadLine(chance.Pick(["附件3", "附表2", "附件5-1"]), HeadRole.Left)] : [];
        return new TitleStyle(
            place + chance.Pick(names), alone ? "{0}" : chance.Pick(OneLine), alone ? chance.Pick(OwnLine) : null, alone && chance.Percent(15), above, chance.Percent(25));
    }

    /// <param name="under">Lines between the title and the table.</param>
    public TitleText For(int year, params ImmutableArray<HeadLine> under)
    {
        var title = string.Format(CultureInfo.InvariantCulture, Pattern, Name, year);
        var line = new HeadLine(title, HeadRole.Title);
        ImmutableArray<HeadLine> both = YearPattern is null
            ? [line]
            : [line, new HeadLine(string.Format(CultureInfo.InvariantCulture, YearPattern, year), HeadRole.Centre)];
        return new TitleText(
            title, year.ToString(CultureInfo.InvariantCulture), [.. Above, .. YearFirst ? both.Reverse() : both, .. under], Inside);
    }
}
