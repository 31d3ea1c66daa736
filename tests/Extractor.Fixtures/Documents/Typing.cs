using System.Collections.Immutable;
using Extractor.Fixtures.Forms;
using Extractor.Fixtures.Layouts;
using Extractor.Fixtures.Tables;

namespace Extractor.Fixtures.Documents;

/// <summary>
/// What the person at the keyboard does to the texts of a document: marks of either width, and what is behind the name of an
/// office. A text becomes the same wherever it stands, so that truth and print go together.
/// </summary>
public sealed class Typing
{
    private const string Wide = "（）：，；", Narrow = "():,;";

    /// <summary>Sentences are typed with the marks of one keyboard, names and labels often with those of another.</summary>
    private const int LongestName = 24;

    /// <summary>Of a hundred documents, how many have a mark narrow in names, and how many in sentences: brackets, colons, commas, semicolons.</summary>
    private static readonly ImmutableArray<(string Marks, int InNames, int InSentences)> Habits =
        [("（）", 45, 20), ("：", 30, 15), ("，", 20, 12), ("；", 12, 8)];

    private static readonly string[] Suffixes = ["(汇总)", "（汇总）", "(本级)", "（本级）", "", "", "", ""];

    private readonly string _inNames, _inSentences, _suffix;

    public Typing(Chance chance)
    {
        _inNames = Drawn(chance.Fork("names"), habit => habit.InNames);
        _inSentences = Drawn(chance.Fork("sentences"), habit => habit.InSentences);
        _suffix = chance.Fork("suffix").Pick(Suffixes);
    }

    private static string Drawn(Chance chance, Func<(string Marks, int InNames, int InSentences), int> percent) =>
        string.Concat(Habits.Where(habit => chance.Percent(percent(habit))).Select(habit => habit.Marks));

    public Dossier Typed(Dossier dossier)
    {
        var offices = dossier.Forms.Select(form => form.Department).OfType<string>().Where(office => office.Length > 0).ToHashSet(StringComparer.Ordinal);
        string Text(string text) => (offices.Contains(text) ? text + _suffix : string.Concat(text.Select(letter => Mark(letter, text.Length))));
        string? Maybe(string? text) => text is null ? null : Text(text);
        return dossier with
        {
            Blocks = [.. dossier.Blocks.Select(block => Typed(block, Text))],
            Forms = [.. dossier.Forms.Select(form => form with
            {
                Title = Text(form.Title), ProjectName = Maybe(form.ProjectName), Department = Maybe(form.Department), ImplementingUnit = Maybe(form.ImplementingUnit),
                Expected = Maybe(form.Expected), Actual = Maybe(form.Actual),
                Funds = [.. form.Funds.Select(fund => fund with { Label = Text(fund.Label) })],
                Indicators = [.. form.Indicators.Select(row => new PrintedIndicator(
                    Maybe(row.Level1), Maybe(row.Level2), Maybe(row.Level3), Maybe(row.Target), Maybe(row.Actual), row.Weight, row.Score, Maybe(row.Deviation)))],
                Extra = [.. form.Extra.Select(extra => new PrintedExtra(Text(extra.Label), Text(extra.Text)))],
            })],
        };
    }

    private static Block Typed(Block block, Func<string, string> text) => block switch
    {
        Heading heading => new Heading(text(heading.Text)),
        Paragraph paragraph => new Paragraph(text(paragraph.Text)),
        TitleLines title => new TitleLines([.. title.Lines.Select(line => new HeadLine(text(line.Text), line.Role))]),
        TableBlock table => new TableBlock(table.Table with
        {
            Cells = [.. table.Table.Cells.Select(cell => cell.Role == CellRole.Number ? cell : cell with { Text = text(cell.Text) })],
        }),
        _ => block,
    };

    private char Mark(char letter, int length) =>
        (length <= LongestName ? _inNames : _inSentences).Contains(letter) ? Narrow[Wide.IndexOf(letter)] : letter;
}
