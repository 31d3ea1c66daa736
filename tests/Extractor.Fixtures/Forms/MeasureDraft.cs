using System.Globalization;
using Extractor.Fixtures.Texts;

namespace Extractor.Fixtures.Forms;

/// <summary>Draws single indicators of every kind; each is fair: full points exactly where the target is met.</summary>
public sealed class MeasureDraft(Chance chance, int year)
{
    private const int MetPercent = 88;

    /// <param name="entry"><c>name|unit|lowest|highest</c></param>
    public Measure Count(string entry)
    {
        var (name, unit, low, high) = Split(entry);
        var target = (decimal)chance.Between(low, high);
        if (target > 100)
        {
            target -= target % 10;
        }
        else if (unit is "公里" or "万亩" or "万人" && chance.Percent(50))
        {
            target += chance.Between(1, 9) / 10m;
        }

        if (Misses())
        {
            var actual = Math.Max(1, Math.Floor(target * chance.Between(60, 97) / 100));
            return actual < target ? Missed(name, unit, target, actual) : Met(name, unit, target, target);
        }

        return Met(name, unit, target, chance.Percent(60) ? target : Math.Max(target, Math.Floor(target * chance.Between(100, 118) / 100)));
    }

    public Measure Rate(string name)
    {
        var target = (decimal)chance.Pick([80, 85, 90, 90, 95, 95, 98, 100, 100]);
        if (Misses())
        {
            return Missed(name, "%", target, target - chance.Between(1, 30) - (chance.Percent(50) ? 0 : chance.Between(1, 99) / 100m));
        }

        var spare = (int)((100 - target) * 100);
        var above = chance.Percent(50) ? 0 : chance.Between(0, spare) / 100m;
        return Met(name, "%", target, target + above);
    }

    /// <summary>A value that must not be passed, and is not.</summary>
    public Measure Cost(string entry)
    {
        var (name, unit, low, high) = Split(entry);
        var target = (decimal)chance.Between(low, high);
        var actual = Math.Floor(target * chance.Between(80, 100) / 100);
        return Numbers(name, Comparison.AtMost, target, actual, unit, null);
    }

    /// <param name="entry"><c>name|expected words</c>, where the words may name the year.</param>
    public Measure Words(string entry)
    {
        var cut = entry.IndexOf('|', StringComparison.Ordinal);
        var name = entry[..cut];
        var expected = entry[(cut + 1)..].Replace("{年}", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        if (expected.EndsWith("月底前", StringComparison.Ordinal))
        {
            return Text(name, expected, $"{year}年{chance.Between(9, 12)}月完成", null);
        }

        return Vocabulary.Phrases.Partly.TryGetValue(expected, out var partly) && Misses()
            ? Text(name, expected, partly, chance.Pick(Vocabulary.Phrases.Reasons))
            : Text(name, expected, expected, null);
    }

    /// <summary>The execution rate of the project's own funds, claimed as an indicator.</summary>
    /// <param name="percent">As the funds block prints it.</param>
    public Measure Execution(string name, decimal percent)
    {
        var target = chance.Pick([80m, 90m, 95m]);
        return percent >= target
            ? Numbers(name, Comparison.AtLeast, target, percent, "%", null)
            : Numbers(name, Comparison.AtLeast, target, percent, "%", chance.Pick(Vocabulary.Phrases.Reasons));
    }

    private bool Misses() => !chance.Percent(MetPercent);

    private Measure Met(string name, string unit, decimal target, decimal actual)
    {
        var comparison = actual == target
            ? chance.Pick([Comparison.Equal, Comparison.AtLeast, Comparison.AtLeast, Comparison.None])
            : chance.Pick([Comparison.AtLeast, Comparison.AtLeast, Comparison.MoreThan]);
        return Numbers(name, comparison, target, actual, unit, null);
    }

    private Measure Missed(string name, string unit, decimal target, decimal actual) =>
        Numbers(name, chance.Pick([Comparison.Equal, Comparison.AtLeast]), target, actual, unit, chance.Pick(Vocabulary.Phrases.Reasons));

    private static Measure Numbers(string name, Comparison comparison, decimal target, decimal actual, string unit, string? reason) =>
        new("", "", name, comparison, target, actual, unit, "", "", 0, 0, reason);

    private static Measure Text(string name, string expected, string actual, string? reason) =>
        new("", "", name, Comparison.None, null, null, "", expected, actual, 0, 0, reason);

    private static (string Name, string Unit, int Low, int High) Split(string entry)
    {
        var parts = entry.Split('|');
        return (parts[0], parts[1], int.Parse(parts[2], CultureInfo.InvariantCulture), int.Parse(parts[3], CultureInfo.InvariantCulture));
    }
}
