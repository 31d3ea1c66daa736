namespace Extractor.Core.Auditing;

/// <summary>Brings the amounts of a funds block to one unit and one precision.</summary>
/// <param name="BaseExponent">The power of ten of the block's unit, counted in 元: 4 for 万元; null where no unit is known.</param>
/// <param name="Decimals">The most decimals shown, by the power of ten of the unit that is printed with them.</param>
internal sealed record AmountScale(int? BaseExponent, IReadOnlyDictionary<int, int> Decimals)
{
    /// <summary>Money has no parts below 分, a hundredth of 元: an amount that shows them is not rounded.</summary>
    private const int SmallestDecimals = 2;

    /// <summary>Longer names before those that end them.</summary>
    private static readonly (string Name, int Exponent)[] Units =
        [("千万元", 7), ("百万元", 6), ("亿元", 8), ("万元", 4), ("千元", 3), ("万", 4), ("元", 0)];

    /// <param name="unit">The unit of the block as printed, or null: then the first unit printed in a cell.</param>
    public static AmountScale Of(string? unit, IReadOnlyList<FundFigures> funds)
    {
        var exponent = Exponent(unit ?? "");
        for (var i = 0; exponent is null && i < funds.Count; i++)
        {
            var row = funds[i];
            exponent = Own(row.InitialBudget) ?? Own(row.AnnualBudget) ?? Own(row.Executed);
        }

        var decimals = new Dictionary<int, int>();
        foreach (var row in funds)
        {
            foreach (var column in AmountColumn.All)
            {
                if (column.Of(row) is { Number: { } number } figure)
                {
                    var own = Exponent(number.Unit) ?? exponent ?? 0;
                    decimals[own] = Math.Max(decimals.GetValueOrDefault(own), figure.ColumnDecimals);
                }
            }
        }

        return new AmountScale(exponent, decimals);
    }

    private static int? Own(Figure amount) => amount.Number is { } number ? Exponent(number.Unit) : null;

    public Figure Align(Figure amount)
    {
        if (amount.Number is not { } number)
        {
            return amount;
        }

        var exponent = Exponent(number.Unit) ?? BaseExponent ?? 0;
        var decimals = Math.Max(amount.Decimals, Decimals[exponent]);
        var shift = exponent - (BaseExponent ?? 0);
        return amount with
        {
            Number = number with { Value = number.Value * Auditing.Decimals.Unit(-shift), ShownDecimals = number.ShownDecimals - shift },
            Decimals = decimals - shift,
            IsExact = number.Value == 0 || (BaseExponent is not null && decimals - exponent >= SmallestDecimals),
        };
    }

    private static int? Exponent(string unit)
    {
        // Most amounts are printed without one.
        if (unit.Length == 0)
        {
            return null;
        }

        foreach (var (name, exponent) in Units)
        {
            if (unit.Contains(name, StringComparison.Ordinal))
            {
                return exponent;
            }
        }

        return null;
    }
}
