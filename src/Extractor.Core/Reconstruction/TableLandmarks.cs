using System.Collections.Immutable;

namespace Extractor.Core.Reconstruction;

/// <summary>
/// What is known of the tables to expect, as label keys (<see cref="LabelKey"/>): it tells where one table ends and the next
/// begins, and what a whole row looks like. Without any landmark geometry alone decides.
/// </summary>
/// <param name="Titles">Texts that name a kind of table: a row that holds one may be the first of a table.</param>
/// <param name="FirstRow">Labels that stand in the first row of a table under its title, and nowhere else.</param>
/// <param name="LastRow">Labels that stand in the last row of a table.</param>
/// <param name="AlwaysFilled">Column headers under which every row has a text.</param>
/// <param name="SeldomFilled">Column headers under which most rows are empty.</param>
/// <param name="SingleRow">Column headers under which exactly one row stands.</param>
/// <param name="Labels">Labels that are whole words: one of them is never the rest of another.</param>
public sealed record TableLandmarks(
    ImmutableHashSet<string> Titles,
    ImmutableHashSet<string> FirstRow,
    ImmutableHashSet<string> LastRow,
    ImmutableHashSet<string> AlwaysFilled,
    ImmutableHashSet<string> SeldomFilled,
    ImmutableHashSet<string> SingleRow,
    ImmutableHashSet<string> Labels)
{
    public static TableLandmarks None { get; } = new([], [], [], [], [], [], []);

    public bool IsTitle(string text) => text.Length <= 60 && Titles.Any(LabelKey.Of(text).Contains);

    /// <summary>A line that says a year and nothing else, as stands under a title: (2022 年度).</summary>
    public static bool IsYearLine(string text) =>
        LabelKey.Of(text).Trim('(', ')') is { Length: <= 9 } key && key.Any(char.IsAsciiDigit) && key.Contains('年', StringComparison.Ordinal);

    public bool StartsTable(IEnumerable<string> rowTexts) => rowTexts.Any(text => Has(FirstRow, text));

    public bool EndsTable(IEnumerable<string> rowTexts) => rowTexts.Any(text => Has(LastRow, text));

    /// <summary>Is the text one of the labels, alone or with something in brackets after it?</summary>
    internal static bool Has(ImmutableHashSet<string> labels, string text)
    {
        var key = LabelKey.Of(text);
        return labels.Contains(key) || labels.Contains(LabelKey.WithoutBracket(key));
    }
}
