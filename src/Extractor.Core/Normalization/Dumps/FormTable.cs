using System.Collections.Immutable;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization.Dumps;

/// <summary>A form of a dump as a table: its blocks one under the other, each under its header row, with a column beside them.</summary>
internal static class FormTable
{
    public static Table Of(int page, int form, FormLines lines, Habits fundHabits, Habits indicatorHabits, Phrases phrases, DumpWords words)
    {
        var funds = FundRows.Solve(form, lines, fundHabits, phrases, words, out var figures);
        var total = TotalRow.Read(lines.Total, lines.IndicatorsHeader, words);
        var indicators = IndicatorRows.Solve(form, lines, figures, total, indicatorHabits, phrases, words);
        var header = HeaderCells.Solve(lines, words);
        var after = lines.After.Select(line => line.Tokens.Select(token => new SolvedCell([token], token.Sure)).ToList()).ToArray();

        var fundColumns = lines.FundsHeader?.Columns ?? [];
        var indicatorColumns = lines.IndicatorsHeader?.Columns ?? [];
        var columns = new[] { 5, fundColumns.Length + 1, indicatorColumns.Length + 1, Widest(header), Widest(after) }.Max();
        var draft = new TableDraft(page, columns);
        foreach (var row in header)
        {
            draft.Add(row);
        }

        AddBlock(draft, fundColumns, funds, lines.FundsBeside);
        AddGoals(draft, lines, columns, words);
        AddBlock(draft, indicatorColumns, indicators, []);
        AddTotal(draft, lines.IndicatorsHeader, total);
        foreach (var row in after)
        {
            draft.Add(row);
        }

        foreach (var left in lines.Left)
        {
            draft.Add([Cell([left])]);
        }

        return draft.Build(lines.Heading);
    }

    private static int Widest(IReadOnlyList<List<SolvedCell>> rows) => rows.Select(row => row.Count).DefaultIfEmpty().Max();

    private static void AddBlock(TableDraft draft, ImmutableArray<BlockColumn> columns, ImmutableArray<SolvedRow> rows, List<Token> beside)
    {
        if (columns.IsEmpty)
        {
            return;
        }

        draft.Add([Cell(beside), .. columns.Select(column => Cell(column.Header))]);
        foreach (var row in rows)
        {
            draft.Add([SolvedCell.Empty, .. row.Cells]);
            foreach (var left in row.Left)
            {
                draft.Add([Cell([left])]);     // nothing printed is dropped: it stands beside the block
            }
        }
    }

    /// <summary>The two texts share the width of the table.</summary>
    private static void AddGoals(TableDraft draft, FormLines lines, int columns, DumpWords words)
    {
        if (lines.GoalsHeader is not { } header)
        {
            return;
        }

        var texts = GoalTexts.Solve(lines, words);
        int First(int column) => 1 + (column * (columns - 1) / header.Columns.Length);
        draft.Add([.. header.Columns.Select((column, i) => (First(i), Cell(column.Header)))]);
        draft.Add([.. texts.Select((text, i) => (First(i), text))]);
    }

    private static void AddTotal(TableDraft draft, HeaderRow? header, TotalRow? total)
    {
        if (header is null || total is null)
        {
            return;
        }

        var cells = Enumerable.Repeat(SolvedCell.Empty, header.Columns.Length + 1).ToArray();
        cells[0] = Cell([total.Label]);
        Set("weight", total.Weight);
        Set("score", total.Score);
        draft.Add(cells);
        foreach (var left in total.Left)
        {
            draft.Add([Cell([left])]);
        }

        void Set(string field, Token? figure)
        {
            if (header.IndexOf(field) is var column and >= 0)
            {
                cells[column + 1] = new SolvedCell(figure is null ? [] : [figure], total.Sure);
            }
        }
    }

    private static SolvedCell Cell(IEnumerable<Token> texts) => new([.. texts], 1);
}
