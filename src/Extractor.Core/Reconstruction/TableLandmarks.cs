using System.Collections.Frozen;

namespace Extractor.Core.Reconstruction;

/// <summary>
/// What is known of the tables to expect, as label keys (<see cref="LabelKey"/>): it tells where one table ends and the next
/// begins, and what a whole row looks like. Without any landmark geometry alone decides.
/// </summary>
/// <param name="Titles">Texts that name a kind of table: a row that holds one may be the first of a table.</param>
/// <param name="FirstRow">Labels that stand in the first row of a table under its title, and nowhere else.</param>
/// <param name="LastRow">Labels that stand in the last row of a table.</param>
/// <param name="BeforeLastRow">Column headers one of which stands above the last row: until then its label is another row's, or a header.</param>
/// <param name="AlwaysFilled">Column headers under which every row has a text.</param>
/// <param name="SeldomFilled">Column headers under which most rows are empty.</param>
/// <param name="SingleRow">Column headers under which exactly one row stands.</param>
/// <param name="Labels">Labels that are whole words: one of them is never the rest of another.</param>
public sealed record TableLandmarks(
    FrozenSet<string> Titles,
    FrozenSet<string> FirstRow,
    FrozenSet<string> LastRow,
    FrozenSet<string> BeforeLastRow,
    FrozenSet<string> AlwaysFilled,
    FrozenSet<string> SeldomFilled,
    FrozenSet<string> SingleRow,
    FrozenSet<string> Labels)
{
    public static TableLandmarks None { get; } = new([], [], [], [], [], [], [], []);

    /// <summary>Column headers: nothing that stands under one is part of it.</summary>
    public FrozenSet<string> Headers { get; init; } = [];

    /// <summary>Every label that is known, of whatever meaning: a text that was recognised and is nearly one of them is that one.</summary>
    public FrozenSet<string> Words { get; init; } = [];

    /// <param name="key">A label key.</param>
    public bool IsHeader(string key) => Has(Headers, key) || Has(AlwaysFilled, key) || Has(SeldomFilled, key) || Has(SingleRow, key);

    public bool IsTitle(string text) => LabelKey.OfLabel(text) is { Length: > 0 } key && Titles.Any(key.Contains);

    /// <summary>A line that says a year and nothing else, as stands under a title: (2022 年度).</summary>
    public static bool IsYearLine(string text) =>
        LabelKey.OfLabel(text).Trim('(', ')') is { Length: <= 9 } key && key.Any(char.IsAsciiDigit) && key.Contains('年', StringComparison.Ordinal);

    /// <summary>Does the label stand in the first row of a table?</summary>
    /// <param name="key">A label key.</param>
    public bool StartsTable(string key) => Has(FirstRow, key);

    /// <summary>Does the label stand in the last row of a table?</summary>
    /// <param name="key">A label key.</param>
    public bool EndsTable(string key) => Has(LastRow, key);

    /// <summary>May the last row come after a row with this label?</summary>
    /// <param name="key">A label key.</param>
    public bool LeadsToLastRow(string key) => Has(BeforeLastRow, key);

    /// <summary>Is it a label that is a whole word, alone or as the first of several: 其中：财政资金?</summary>
    /// <param name="key">A label key.</param>
    public bool IsWholeLabel(string key) =>
        Has(Labels, key) || (key.StartsWith(OfWhich, StringComparison.Ordinal) && Has(Labels, key[OfWhich.Length..].TrimStart(':', '-')));

    private const string OfWhich = "其中";

    /// <summary>Is the label one of them, alone or with something in brackets after it?</summary>
    internal static bool Has(FrozenSet<string> labels, string key)
    {
        if (labels.Contains(key))
        {
            return true;
        }

        var bare = LabelKey.WithoutBracket(key);
        return bare.Length < key.Length && labels.Contains(bare);
    }
}
