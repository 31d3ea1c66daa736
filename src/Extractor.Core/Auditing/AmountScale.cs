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
    public static AmountScale Of(string? unit, IEnumerable<Figure> amounts)
    {
        var numbers = amounts.Where(figure => figure.IsNumber).ToList();
        var exponent = Exponent(unit ?? "")
            ?? numbers.Select(figure => Exponent(figure.Number!.Unit)).FirstOrDefault(known => known is not null);
        var decimals = new Dictionary<int, int>();
        foreach (var figure in numbers)
        {
            var own = Exponent(figure.Number!.Unit) ?? exponent ?? 0;
            decimals[own] = Math.Max(decimals.GetValueOrDefault(own), figure.ColumnDecimals);
        }

        return new AmountScale(exponent, decimals);
    }

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
