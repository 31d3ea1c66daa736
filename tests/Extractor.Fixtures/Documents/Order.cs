using System.Collections.Immutable;
using Extractor.Fixtures.Layouts;
using Extractor.Fixtures.Layouts.Families;

namespace Extractor.Fixtures.Documents;

/// <summary>What a document shall be made of; what is not said is drawn.</summary>
/// <param name="Forms">How many forms.</param>
public sealed record Order(string Name, int Forms)
{
    /// <summary>The name of a family of layouts, or <see cref="FormFamily.LookAlikes"/>.</summary>
    public string Family { get; init; } = ShanghaiLayout.Template;

    /// <summary>Changes the drawn look.</summary>
    public Func<Look, Look> Look { get; init; } = look => look;

    /// <summary>The kinds of faults one of which is planted in the form with this number (from 0), the first that it has a place for; none for a form that adds up.</summary>
    public Func<Chance, int, IReadOnlyList<string>> Faults { get; init; } = (_, _) => [];

    /// <summary>How many of a hundred forms have goals longer than a page.</summary>
    public int LongGoalPercent { get; init; }

    /// <summary>How many indicators a form has, both ends included; by default 3 to 25, mostly 5 to 13.</summary>
    public (int Low, int High)? Indicators { get; init; }

    /// <summary>How many of a hundred places for text and other tables are used.</summary>
    public int SurroundingsPercent { get; init; } = 100;

    /// <summary>The document begins with a report that says what its forms say, or something else.</summary>
    public bool HasReport { get; init; }

    /// <summary>Every form starts on a page of its own; drawn where it is not said.</summary>
    public bool? NewPages { get; init; }

    /// <summary>What is done to the file after it was printed; null for nothing.</summary>
    public Tampering? Tampering { get; init; }

    /// <summary>Plants one of these kinds of faults in so many of a hundred forms.</summary>
    public static Func<Chance, int, IReadOnlyList<string>> Often(int percent, IReadOnlyList<string> kinds) =>
        (chance, _) => chance.Percent(percent) ? [chance.Pick(kinds)] : [];

    /// <summary>Plants one in every second form, on the average: the first of the kinds that it has a place for, another one first in each.</summary>
    public static Func<Chance, int, IReadOnlyList<string>> HalfOfThem(IReadOnlyList<string> kinds) =>
        (chance, form) => chance.Percent(50) ? [.. kinds.Skip(form), .. kinds.Take(form)] : [];

    /// <summary>Plants these, one a form, in order; forms beyond them add up.</summary>
    public static Func<Chance, int, IReadOnlyList<string>> InOrder(params ImmutableArray<string?> kinds) =>
        (_, form) => form < kinds.Length && kinds[form] is { } kind ? [kind] : [];
}

/// <summary>What somebody does to a printed file: takes a page out, or pastes the picture of another figure over one.</summary>
public enum Tampering { MissingPage, PastedFigure }
