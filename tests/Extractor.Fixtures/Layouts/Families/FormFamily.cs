using System.Collections.Immutable;

namespace Extractor.Fixtures.Layouts.Families;

/// <summary>A family of layouts, by the name of its folder under <c>fixtures/</c>.</summary>
/// <param name="Draw">What the documents of the family differ in is drawn.</param>
public sealed record FormFamily(string Name, Func<Chance, FormLayout> Draw)
{
    /// <summary>Documents in which nothing is a form, however much it looks like one.</summary>
    public const string LookAlikes = "look-alikes";

    public static ImmutableArray<FormFamily> All { get; } =
    [
        new(ShanghaiLayout.Template, ShanghaiLayout.Draw),
        new("standard-letters", StandardLetters.Draw),
        new("points-first", PointsFirst.Draw),
        new("sichuan", Sichuan.Draw),
        new("yunnan", Yunnan.Draw),
        new("points-in-labels", PointsInLabels.Draw),
        new("sources-across", SourcesAcross.Draw),
        new("execution-20", Execution20.Draw),
        new("transfer", Transfer.Draw),
        new("four-levels", FourLevels.Draw),
        new("flat", Flat.Draw),
        new("department", WholeDepartment.Draw),
        new("old-form", OldForm.Draw),
    ];

    /// <summary>All names that can be asked for, look-alikes included.</summary>
    public static IEnumerable<string> Names => All.Select(family => family.Name).Append(LookAlikes);

    public static FormFamily Named(string name) => All.Single(family => family.Name == name);
}
