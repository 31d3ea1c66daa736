namespace Extractor.Fixtures.Forms;

/// <summary>The amounts of one budget column. The total is the sum of the parts until a planted fault changes one of them.</summary>
public sealed record Parts(decimal Fiscal, decimal Carryover, decimal Other)
{
    public decimal Total { get; init; } = Fiscal + Carryover + Other;
}

/// <summary>The funds of a project before they are written down. The rate is executed / annual; annual is never zero.</summary>
public sealed record Money(Parts Initial, Parts Annual, Parts Executed)
{
    public const decimal Points = 10;

    public decimal Rate => Executed.Total / Annual.Total;

    /// <summary>Half up to 0.01 from the unrounded rate.</summary>
    public decimal Score(decimal points) => Math.Round(Rate * points, 2, MidpointRounding.AwayFromZero);

    public static Money Draw(Chance chance, string unit)
    {
        var annual = new Parts(
            Budget(chance, unit),
            chance.Percent(12) ? Budget(chance, unit) : 0,
            chance.Percent(12) ? Budget(chance, unit) : 0);
        var initial = chance.Between(1, 20) switch
        {
            1 => new Parts(0, 0, 0),
            <= 9 => annual,
            _ => new Parts(Budget(chance, unit), annual.Carryover, annual.Other),
        };
        var full = chance.Percent(20);
        var executed = new Parts(
            full ? annual.Fiscal : Spent(chance, annual.Fiscal, unit),
            full ? annual.Carryover : Spent(chance, annual.Carryover, unit),
            full ? annual.Other : Spent(chance, annual.Other, unit));
        return new Money(initial, annual, executed);
    }

    private static decimal Budget(Chance chance, string unit)
    {
        var digits = chance.Between(2, 4);
        var leading = chance.Between(11, digits switch { 2 => 99, 3 => 999, _ => 9999 });
        var yuan = leading * chance.Pick([1000m, 10000m, 10000m, 100000m]);
        if (chance.Percent(15))
        {
            yuan += chance.Between(1, 9999);
        }

        return unit == "元" ? yuan : yuan / 10000;
    }

    private static decimal Spent(Chance chance, decimal budget, string unit)
    {
        var share = chance.Percent(75) ? 0.8m + (chance.Fraction() / 5) : chance.Fraction();
        var decimals = unit == "元" ? chance.Pick([0, 1, 2, 2, 2]) : chance.Pick([2, 2, 4, 6]);
        return Math.Round(budget * share, decimals, MidpointRounding.ToZero);
    }
}
