using System.Collections.Immutable;

namespace Extractor.Fixtures.Layouts.Families;

/// <summary>A family of layouts, by the name of its folder under <c>fixtures/</c>.</summary>
/// <param name="Story">What is special about it.</param>
/// <param name="Draw">What the documents of the family differ in is drawn.</param>
public sealed record FormFamily(string Name, string Story, Func<Chance, FormLayout> Draw)
{
    /// <summary>Documents in which nothing is a form, however much it looks like one.</summary>
    public const string LookAlikes = "look-alikes";

    public static ImmutableArray<FormFamily> All { get; } =
    [
        new(ShanghaiLayout.Template, "The standard form with initial and annual budget.", ShanghaiLayout.Draw),
        new("standard-letters", "Letters for the formula of the rate, often no initial budget.", StandardLetters.Draw),
        new("points-first", "Points before the values, how they are counted, the rate of the initial budget.", PointsFirst.Draw),
        new("sichuan", "A target in three cells, sources by kind of account, conclusions below.", Sichuan.Draw),
        new("yunnan", "A target in three cells, other matters, a total with its grade.", Yunnan.Draw),
        new("points-in-labels", "The points of a level in its label.", PointsInLabels.Draw),
        new("sources-across", "Sources side by side, tick boxes, a second score.", SourcesAcross.Draw),
        new("execution-20", "20 points for execution, scores without points, reasons below.", Execution20.Draw),
        new("transfer", "Transfer payments: no points, how funds were managed.", Transfer.Draw),
        new("four-levels", "Decision and management beside output and effect, a second score.", FourLevels.Draw),
        new("flat", "Indicators without levels, goals in three columns, the total in the heading.", Flat.Draw),
        new("department", "A whole department instead of a project.", WholeDepartment.Draw),
        new("old-form", "The form of the years to 2020: no points, amounts beside labels of their own.", OldForm.Draw),
    ];

    /// <summary>All names that can be asked for, look-alikes included.</summary>
    public static IEnumerable<string> Names => All.Select(family => family.Name).Append(LookAlikes);

    public static FormFamily Named(string name) => All.Single(family => family.Name == name);
}
