namespace Extractor.Core.Auditing;

/// <summary>Powers of ten, as the last printed digit counts them.</summary>
internal static class Decimals
{
    private const int Most = 28;

    private static readonly decimal[] Powers = PowersOfTen();

    /// <summary>What one in the last of so many decimals is worth: 0.01 for 2, 100 for -2.</summary>
    public static decimal Unit(int decimals) =>
        decimals > 0 ? new decimal(1, 0, 0, isNegative: false, (byte)Math.Min(decimals, Most)) : Powers[Math.Min(-decimals, Most)];

    private static decimal[] PowersOfTen()
    {
        var powers = new decimal[Most + 1];
        powers[0] = 1;
        for (var i = 1; i <= Most; i++)
        {
            powers[i] = powers[i - 1] * 10;
        }

        return powers;
    }

    /// <summary>Rounds half up, away from zero; more decimals than a decimal has leave it as it is.</summary>
    public static decimal Round(decimal value, int decimals) =>
        Math.Round(value, Math.Clamp(decimals, 0, Most), MidpointRounding.AwayFromZero);

    /// <summary>The decimals that a value needs.</summary>
    public static int Count(decimal value)
    {
        var decimals = 0;
        while (decimals < Most && value != decimal.Truncate(value))
        {
            (value, decimals) = (value * 10, decimals + 1);
        }

        return decimals;
    }
}
