using System.Collections.Immutable;
using Extractor.Fixtures.Forms;
using Extractor.Fixtures.Tables;

namespace Extractor.Fixtures.Layouts;

/// <summary>What the text beside a label of the heading says.</summary>
public enum HeaderField { Project, Department, Unit, Extra }

/// <summary>A label of the heading with the text beside it.</summary>
public sealed record HeaderCell(HeaderField Field, string Label, string Text);

/// <summary>A form being put on paper, row by row from the top; what is placed is noted as what the form says.</summary>
/// <param name="grid">The edges of the indicator block; other blocks are drawn on them where they almost meet.</param>
public sealed class FormSheet(ImmutableArray<int> grid)
{
    private const int Snap = 26;

    private readonly TableDraft table = new();
    private readonly ImmutableArray<PrintedExtra>.Builder extra = ImmutableArray.CreateBuilder<PrintedExtra>();
    private PrintedForm form = new("", null, null, null, null, null, [], null, null, [], null, null, []);
    private int row;

    /// <summary>Rows across the whole sheet that hold the lines of a title.</summary>
    public void Head(ImmutableArray<HeadLine> lines)
    {
        foreach (var line in lines)
        {
            table.Place(row++, 1, 0, TableDraft.Width, line.Text, line.Role switch
            {
                HeadRole.Title => CellRole.Title,
                HeadRole.Left => CellRole.Text,
                _ => CellRole.Caption,
            });
        }
    }

    /// <summary>One row of labels and texts.</summary>
    public void Heading(params ImmutableArray<HeaderCell> cells)
    {
        var edges = On(Edges.Of(0, cells.Length == 1 ? [150, 850] : Enumerable.Range(0, cells.Length * 2).Select(i => i % 2 == 0 ? 150 : 1000 / cells.Length)));
        for (var i = 0; i < cells.Length; i++)
        {
            var (field, label, text) = cells[i];
            table.Place(row, 1, edges[2 * i], edges[(2 * i) + 1], label, CellRole.Label);
            table.Place(row, 1, edges[(2 * i) + 1], edges[(2 * i) + 2], text, CellRole.Text);
            form = field switch
            {
                HeaderField.Project => form with { ProjectName = text },
                HeaderField.Department => form with { Department = text },
                HeaderField.Unit => form with { ImplementingUnit = text },
                _ => form,
            };
            if (field == HeaderField.Extra)
            {
                extra.Add(new PrintedExtra(label, text));
            }
        }

        row++;
    }

    /// <summary>A label and a text across the sheet that no field claims.</summary>
    public void Wide(string label, string text) => Heading(new HeaderCell(HeaderField.Extra, label, text));

    /// <summary>The funds block: a row of headers, then a row for each line.</summary>
    /// <param name="side">The label at the side of all rows; null for none.</param>
    /// <param name="corner">What stands over the labels of the lines.</param>
    public void Funds(string? unit, string? side, string corner, ImmutableArray<FundColumn> columns, ImmutableArray<FundLine> lines)
    {
        var left = side is null ? 0 : grid[1];
        var edges = On(Edges.Of(left, [150, .. columns.Select(column => column.Width)]));
        Side(side, lines.Length + 1, left);
        table.Place(row, 1, edges[0], edges[1], corner, CellRole.Label);
        Line(edges[1..], CellRole.Label, columns.Select(column => column.Header));
        foreach (var line in lines)
        {
            table.Place(row, 1, edges[0], edges[1], line.Label, CellRole.Label);
            Line(edges[1..], CellRole.Number, columns.Select(column => column.Text(line)));
        }

        form = form with { Unit = unit, Funds = [.. lines.Select(Printed)] };

        PrintedFund Printed(FundLine line)
        {
            return new(line.Label, Of(FundField.Initial), Of(FundField.Annual), Of(FundField.Executed), Of(FundField.Weight), Of(FundField.Rate), Of(FundField.Score));

            string? Of(FundField field) => columns.FirstOrDefault(column => column.Field == field)?.Text(line);
        }
    }

    /// <summary>One row of amounts under their headers, the first few of them under one more.</summary>
    /// <param name="group">The header over the first <paramref name="grouped"/>; null for none.</param>
    public void Across(string side, string? group, int grouped, IReadOnlyList<string> headers, IReadOnlyList<string> amounts)
    {
        var edges = On(Edges.Of(grid[1], headers.Select(_ => 1)));
        var high = group is null ? 1 : 2;
        Side(side, high + 1, grid[1]);
        if (group is not null)
        {
            table.Place(row, 1, edges[0], edges[grouped], group, CellRole.Label);
        }

        for (var i = 0; i < headers.Count; i++)
        {
            var below = i < grouped ? high - 1 : 0;
            table.Place(row + below, high - below, edges[i], edges[i + 1], headers[i], CellRole.Label);
        }

        row += high;
        Line(edges, CellRole.Number, amounts);
    }

    /// <summary>Any rows of cells, for blocks that one family has alone; the caller says what they mean.</summary>
    public void Rows(string? side, ImmutableArray<int> widths, ImmutableArray<ImmutableArray<(string Text, CellRole Role)>> rows)
    {
        var left = side is null ? 0 : grid[1];
        var edges = On(Edges.Of(left, widths));
        Side(side, rows.Length, left);
        foreach (var cells in rows)
        {
            for (var i = 0; i < cells.Length; i++)
            {
                table.Place(row, 1, edges[i], edges[i + 1], cells[i].Text, cells[i].Role);
            }

            row++;
        }
    }

    public void Says(Func<PrintedForm, PrintedForm> change) => form = change(form);

    public void Says(string label, string text) => extra.Add(new PrintedExtra(label, text));

    /// <summary>The goals: a row of headers over a row of texts, beside their label.</summary>
    /// <param name="columns">Header and text; the first is what was expected, the last what came of it.</param>
    public void Goals(string side, params ImmutableArray<(string Header, string Text)> columns)
    {
        var edges = On(Edges.Of(grid[1], columns.Select(_ => 1)));
        Side(side, 2, grid[1], CellRole.Block);
        Line(edges, CellRole.Label, columns.Select(column => column.Header));
        Line(edges, CellRole.Text, columns.Select(column => column.Text));
        form = form with { Expected = columns[0].Text, Actual = columns[^1].Text };
        foreach (var (header, text) in columns[1..^1])
        {
            Says(header, text);
        }
    }

    /// <summary>The goals as one text beside their label.</summary>
    public void Goal(string side, string text)
    {
        table.Place(row, 1, 0, grid[1], side, CellRole.Block).Place(row++, 1, grid[1], TableDraft.Width, text, CellRole.Text);
        form = form with { Expected = text };
    }

    /// <summary>What was aimed at and reached under a numbered label, and under a second what was done.</summary>
    public void Basics(
        string side, string first, (string Header, string Text) expected, (string Header, string Text) actual, string second, string text)
    {
        var edges = On(Edges.Of(grid[1], [150, 350, 350]));
        Side(side, 3, grid[1], CellRole.Block);
        table.Place(row, 2, edges[0], edges[1], first, CellRole.Label);
        Line(edges[1..], CellRole.Label, [expected.Header, actual.Header]);
        Line(edges[1..], CellRole.Text, [expected.Text, actual.Text]);
        table.Place(row, 1, edges[0], edges[1], second, CellRole.Label);
        table.Place(row++, 1, edges[1], TableDraft.Width, text, CellRole.Text);
        form = form with { Expected = expected.Text, Actual = actual.Text };
        Says(second, text);
    }

    /// <summary>The indicator block: headers in one row, or in two where columns are grouped, then a row for each indicator.</summary>
    public void Indicators(string? side, ImmutableArray<IndicatorColumn> columns, ImmutableArray<IndicatorRow> rows)
    {
        var edges = side is null ? grid : grid[1..];
        var headers = columns.Any(column => column.Group is not null) ? 2 : 1;
        Side(side, rows.Length + headers, grid[1], CellRole.Block);
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i].Group is not { } group)
            {
                table.Place(row, headers, edges[i], edges[i + 1], columns[i].Header, CellRole.Label);
                continue;
            }

            table.Place(row + 1, 1, edges[i], edges[i + 1], columns[i].Header, CellRole.Label);
            if (i == 0 || columns[i - 1].Group != group)
            {
                var run = columns.Skip(i).TakeWhile(column => column.Group == group).Count();
                table.Place(row, 1, edges[i], edges[i + run], group, CellRole.Label);
            }
        }

        row += headers;
        for (var i = 0; i < columns.Length; i++)
        {
            Column(columns[i], edges[i], edges[i + 1], rows);
        }

        row += rows.Length;
        form = form with { Indicators = [.. rows.Where(r => r.Measure is not null).Select(r => Printed(r.Measure!, columns))] };
    }

    /// <summary>A row with what the indicators and funds add up to.</summary>
    /// <param name="label">Fills the sheet up to the first text.</param>
    /// <param name="columns">Those of the indicator block: the texts stand under weight and score.</param>
    /// <param name="grade">Stands in what is left at the right.</param>
    public void Total(string label, bool side, ImmutableArray<IndicatorColumn> columns, string? weight, string score, string grade)
    {
        var edges = side ? grid[1..] : grid;
        var texts = columns.Select((column, i) => (Left: edges[i], Right: edges[i + 1], Text: column.Field switch
        {
            IndicatorField.Weight => weight,
            IndicatorField.Score => score,
            _ => null,
        })).Where(cell => cell.Text is not null).ToList();
        table.Place(row, 1, 0, texts[0].Left, label, CellRole.Label);
        for (var i = 0; i < texts.Count; i++)
        {
            table.Place(row, 1, texts[i].Left, texts[i].Right, texts[i].Text, CellRole.Number);
            var next = i + 1 < texts.Count ? texts[i + 1].Left : TableDraft.Width;
            if (texts[i].Right < next)
            {
                table.Place(row, 1, texts[i].Right, next, i + 1 < texts.Count ? "" : grade, CellRole.Number);
            }
        }

        row++;
        form = form with { TotalWeight = weight, TotalScore = score, Grade = grade.Length > 0 ? grade : null };
    }

    /// <summary>The form, with its title inside or above the table.</summary>
    public LaidForm Build(TitleText title) => new(
        form with { Title = title.Title, Year = title.Year, Extra = extra.ToImmutable() }, title.Inside ? [] : title.Lines, table.Build(1));

    private static PrintedIndicator Printed(Measure measure, ImmutableArray<IndicatorColumn> columns)
    {
        return new(
            Of(IndicatorField.Level1), Of(IndicatorField.Level2), Of(IndicatorField.Level3), Of(IndicatorField.Target),
            Of(IndicatorField.Actual), Of(IndicatorField.Weight), Of(IndicatorField.Score), Of(IndicatorField.Deviation));

        string? Of(IndicatorField field) => columns.Any(column => column.Field == field)
            ? string.Concat(columns.Where(column => column.Field == field).Select(column => column.Text(measure)))
            : null;
    }

    /// <summary>A column's cells; one cell for each run of rows with the same label, where the column is a level.</summary>
    private void Column(IndicatorColumn column, int left, int right, ImmutableArray<IndicatorRow> rows)
    {
        for (var i = 0; i < rows.Length;)
        {
            var run = column.Field switch
            {
                IndicatorField.Level1 => rows.Skip(i).TakeWhile(other => other.Level1 == rows[i].Level1).Count(),
                IndicatorField.Level2 => rows.Skip(i).TakeWhile(other => (other.Level1, other.Level2) == (rows[i].Level1, rows[i].Level2)).Count(),
                _ => 1,
            };
            var (text, role) = (column.Field, rows[i].Measure) switch
            {
                (IndicatorField.Level1, _) => (rows[i].Level1, CellRole.Label),
                (IndicatorField.Level2, _) => (rows[i].Level2, CellRole.Label),
                (IndicatorField.Level3, _) => (rows[i].Name, CellRole.Text),
                (_, null) => (column.Empty, column.Role),
                (_, { } measure) => (column.Text(measure), column.Role),
            };
            table.Place(row + i, run, left, right, text, role);
            i += run;
        }
    }

    private void Side(string? label, int rows, int right, CellRole role = CellRole.Label)
    {
        if (label is not null)
        {
            table.Place(row, rows, 0, right, label, role);
        }
    }

    private void Line(ImmutableArray<int> edges, CellRole role, IEnumerable<string> texts)
    {
        foreach (var (text, i) in texts.Select((text, i) => (text, i)))
        {
            table.Place(row, 1, edges[i], edges[i + 1], text, role);
        }

        row++;
    }

    private ImmutableArray<int> On(ImmutableArray<int> edges) => Edges.Snapped(edges, grid, Snap);
}
