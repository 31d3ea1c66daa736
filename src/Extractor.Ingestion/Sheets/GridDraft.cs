using System.Collections.Immutable;
using Extractor.Core.Pages;

namespace Extractor.Ingestion.Sheets;

/// <summary>A table while its cells are placed: nobody's slots become empty cells, and no slot has two.</summary>
internal sealed class GridDraft
{
    private readonly Dictionary<(int Row, int Column), int> _owners = [];
    private readonly List<SheetCell> _cells = [];

    public int RowCount { get; private set; }

    public int ColumnCount { get; private set; }

    public bool IsTaken(int row, int column) => _owners.ContainsKey((row, column));

    /// <summary>The row is there, even where no cell begins in it.</summary>
    public void AddRow(int row) => RowCount = Math.Max(RowCount, row + 1);

    /// <summary>Places a cell; where another has some of its slots, it is made narrower, and lower, until it fits. At least one slot must be free.</summary>
    /// <exception cref="SheetTooLargeException">The table has more slots than the limits allow.</exception>
    public void Add(SheetCell cell)
    {
        var width = 1;
        while (width < cell.ColumnSpan && !IsTaken(cell.Row, cell.Column + width))
        {
            width++;
        }

        var height = 1;
        while (height < cell.RowSpan && Enumerable.Range(cell.Column, width).All(column => !IsTaken(cell.Row + height, column)))
        {
            height++;
        }

        SheetLimits.Check(_owners.Count + ((long)width * height));
        for (var row = cell.Row; row < cell.Row + height; row++)
        {
            for (var column = cell.Column; column < cell.Column + width; column++)
            {
                _owners.Add((row, column), _cells.Count);
            }
        }

        _cells.Add(cell with { RowSpan = height, ColumnSpan = width });
        AddRow(cell.Row + height - 1);
        ColumnCount = Math.Max(ColumnCount, cell.Column + width);
    }

    /// <summary>Lets a cell that stands at the slot reach one row further down, where the slots there are free.</summary>
    /// <returns>False where no such cell ends right above the row.</returns>
    public bool Prolong(int row, int column, int columnSpan)
    {
        if (!_owners.TryGetValue((row - 1, column), out var owner))
        {
            return false;
        }

        var above = _cells[owner];
        if ((above.Column, above.ColumnSpan) != (column, columnSpan) || Enumerable.Range(column, columnSpan).Any(c => IsTaken(row, c)))
        {
            return false;
        }

        SheetLimits.Check(_owners.Count + columnSpan);
        for (var c = column; c < column + columnSpan; c++)
        {
            _owners.Add((row, c), owner);
        }

        _cells[owner] = above with { RowSpan = row + 1 - above.Row };
        AddRow(row);
        return true;
    }

    /// <summary>Every slot covered by exactly one cell, by row, then by column.</summary>
    public ImmutableArray<SheetCell> Cells()
    {
        SheetLimits.Check((long)RowCount * ColumnCount);
        var all = new List<SheetCell>(_cells);
        for (var row = 0; row < RowCount; row++)
        {
            for (var column = 0; column < ColumnCount; column++)
            {
                if (!IsTaken(row, column))
                {
                    all.Add(new SheetCell(row, column, 1, 1, ""));
                }
            }
        }

        return [.. all.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)];
    }
}
