using System.Globalization;
using Extractor.Pipeline.Language;

namespace Extractor.Pipeline.Reports.Html;

/// <summary>Numbers as a person reads them.</summary>
internal static class Figures
{
    private const decimal TenThousand = 10_000, Million = 1_000_000;

    /// <summary>Chinese readers count in 万元, as budgets do.</summary>
    public static string Money(decimal yuan, Tongue tongue) => (tongue, Math.Abs(yuan)) switch
    {
        (Tongue.Chinese, >= TenThousand) => $"{Grouped(yuan / TenThousand, "N2")} 万元",
        (Tongue.Chinese, _) => $"{Grouped(yuan, "N2")} 元",
        (_, >= Million) => $"CNY {Grouped(yuan / Million, "N2")} million",
        _ => $"CNY {Grouped(yuan, "N2")}",
    };

    /// <summary>Without the unit, which stands in the column's head: <see cref="ReportWords.MoneyUnit"/>.</summary>
    public static string MoneyInColumn(decimal yuan, Tongue tongue) => Grouped(yuan / (tongue == Tongue.Chinese ? TenThousand : Million), tongue == Tongue.Chinese ? "N2" : "N3");

    /// <summary>To the 分, as a cell of a spreadsheet shows it.</summary>
    public static string Yuan(decimal yuan) => Grouped(yuan, "N2");

    public static string Rate(decimal fraction) => Grouped(fraction * 100, "N1") + "%";

    public static string Count(int number) => Grouped(number, "N0");

    private static string Grouped(decimal number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
