using Extractor.Core.Forms;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>The unit of a form's amounts: beside or over them, in a cell or a line of its own (单位：万元), or behind every amount.</summary>
internal static class MoneyUnit
{
    /// <summary>Of the doubt about the text that says a unit, so much is about the unit: there are four, and few texts are near to two of them.</summary>
    private const double DoubtOfUnit = 0.1;

    public static string? Read(FormRegion region, FundsBlock funds, HeadingLine? line, FieldLog log)
    {
        var unit = Printed(region, funds, line, log);
        if (unit is null)
        {
            return funds.UnitOfEveryAmount();
        }

        log.IsPart("/unit", DoubtOfUnit);
        return unit;
    }

    private static string? Printed(FormRegion region, FundsBlock funds, HeadingLine? line, FieldLog log)
    {
        if (funds.PrintedUnit(log) is { } beside)
        {
            return beside;
        }

        for (var row = region.FirstRow; row < region.EndRow; row++)
        {
            foreach (var cell in region.StartingIn(row))
            {
                if (cell.Key.Contains("单位:", StringComparison.Ordinal) && !log.IsClaimed(cell) && AmountUnit.Find(cell.Text) is { } said)
                {
                    log.Understand(cell, Role.MoneyUnit);
                    log.Take("/unit", [cell]);
                    return said;
                }
            }
        }

        if (line is not null && AmountUnit.Find(line.Line.Text) is { } above)
        {
            log.Take("/unit", line);
            return above;
        }

        return null;
    }
}
