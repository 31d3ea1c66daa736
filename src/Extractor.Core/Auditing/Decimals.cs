namespace Extractor.Core.Auditing;

/// <summary>Powers of ten, as the last printed digit counts them.</summary>
internal static class Decimals
{
    private const int Most = 28;

    /// <summary>What one in the last of so many decimals is worth: 0.01 for 2, 100 for -2.</summary>
    public static decimal Unit(int decimals)
    {
        var unit = 1m;
        for (var i = 0; i < Math.Min(Math.Abs(decimals), Most); i++)
        {
            unit = decimals > 0 ? unit / 10 : unit * 10;
        }

        return unit;
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
