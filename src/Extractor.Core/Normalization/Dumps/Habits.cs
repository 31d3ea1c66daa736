namespace Extractor.Core.Normalization.Dumps;

/// <summary>
/// What the rows of a file do, learned from those that can be read in one way only: forms made by one program repeat one
/// template, so a column that is blank in ten forms is blank in the eleventh, and what one row of a page lost all lost.
/// </summary>
internal sealed class Habits
{
    /// <summary>How many rows what is usual everywhere counts for.</summary>
    private const double Usual = 5;

    /// <summary>Stands for rows of all kinds: what they do is what a kind that was seldom seen is expected to do.</summary>
    private const string AnyRow = "*";

    private readonly Dictionary<(string Row, string Field), (double Filled, double Rows)> fills = [];
    private readonly Dictionary<(int Form, int Sheet, int Shift), double> shifts = [];
    private readonly Dictionary<(int Form, int Sheet), double> shifted = [];

    /// <summary>The probability that a row of a kind has something in a column.</summary>
    public double Fill(string row, BlockColumn column)
    {
        var usual = Usually(column.Role);
        foreach (var kind in (string[])[AnyRow, row])
        {
            var (filled, rows) = fills.GetValueOrDefault((kind, column.Field));
            usual = (filled + (Usual * usual)) / (rows + Usual);
        }

        // A column that is never blank says nothing about the form that lost it.
        return Math.Clamp(usual, 0.02, 0.998);
    }

    private static double Usually(BlockRole role) => role switch
    {
        BlockRole.Level1 or BlockRole.Level2 or BlockRole.Other => 0.5,
        BlockRole.Level3 => 0.998,
        BlockRole.Value or BlockRole.Points => 0.97,
        BlockRole.Score => 0.96,
        BlockRole.Remark => 0.1,
        BlockRole.FundLabel => 0.99,
        BlockRole.Amount => 0.8,
        BlockRole.FundPoints => 0.8,
        _ => 0.4,
    };

    /// <summary>How unlikely it is that the cells of a row on a sheet stand that many columns to the right of their headers.</summary>
    public double ShiftCost(int form, int sheet, int shift)
    {
        var usual = Math.Abs(shift) switch { 0 => 0.6, 1 => 0.14, 2 => 0.04, 3 => 0.01, _ => 0.003 };
        return Likelihood.Of((shifts.GetValueOrDefault((form, sheet, shift)) + (4 * usual)) / (shifted.GetValueOrDefault((form, sheet)) + 4));
    }

    public void LearnFill(string row, string field, bool filled)
    {
        foreach (var kind in (string[])[AnyRow, row])
        {
            var (before, rows) = fills.GetValueOrDefault((kind, field));
            fills[(kind, field)] = (before + (filled ? 1 : 0), rows + 1);
        }
    }

    public void LearnShift(int form, int sheet, int shift)
    {
        shifts[(form, sheet, shift)] = shifts.GetValueOrDefault((form, sheet, shift)) + 1;
        shifted[(form, sheet)] = shifted.GetValueOrDefault((form, sheet)) + 1;
    }
}
