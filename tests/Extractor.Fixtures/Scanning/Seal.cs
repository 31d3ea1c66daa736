using Extractor.Fixtures.Printing;

namespace Extractor.Fixtures.Scanning;

/// <summary>The round red seal of an office: its name along the ring, a star in the middle.</summary>
public static class Seal
{
    private const double Inches = 1.65;

    /// <summary>Of the arc that the name stands on.</summary>
    private const double RingLength = 285;

    /// <summary>The seal on white, printed by Chromium from a drawing.</summary>
    /// <param name="office">Its name.</param>
    public static Raster Of(string office, int dotsPerInch, Chance chance)
    {
        Raster? stamp = null;
        Programs.InNewDirectory(work =>
        {
            var pdf = Path.Combine(work, "seal.pdf");
            ChromiumPrinter.Print(Drawing(office, chance), work, pdf);
            stamp = PrintedPage.Picture(pdf, 1, dotsPerInch);
        });
        return stamp!;
    }

    /// <summary>In a unit of a hundredth of the seal's radius.</summary>
    private static string Drawing(string office, Chance chance)
    {
        var star = string.Join(' ', Enumerable.Range(0, 10).Select(i => Point(i % 2 == 0 ? 32 : 12.2, (i - 2.5) * Math.PI / 5)));
        var size = Math.Min(24, RingLength / office.Length);
        var red = chance.Pick(["#d8121b", "#e0262c", "#c81e2e", "#e8402f"]);
        // The arc runs from the lower left over the top to the lower right.
        return FormattableString.Invariant($$"""
            <!DOCTYPE html><html><head><meta charset="utf-8"><style>@page { size: {{Inches}}in {{Inches}}in; margin: 0 } body { margin: 0 } svg { display: block; width: {{Inches}}in; height: {{Inches}}in }</style></head>
            <body><svg viewBox="-104 -104 208 208" xmlns="http://www.w3.org/2000/svg"><g transform="rotate({{chance.Within(-15, 15)}})" fill="{{red}}">
            <circle r="97" fill="none" stroke="{{red}}" stroke-width="6"/><polygon points="{{star}}"/>
            <path id="ring" d="M {{Point(72, 0.84 * Math.PI)}} A 72 72 0 1 1 {{Point(72, 0.16 * Math.PI)}}" fill="none"/>
            <text font-family="{{chance.Pick(["Noto Serif CJK SC", "AR PL UMing CN"])}}" font-weight="bold" font-size="{{size}}" text-anchor="middle"><textPath href="#ring" startOffset="50%" textLength="{{size * office.Length}}">{{office}}</textPath></text>
            </g></svg></body></html>
            """);
    }

    private static string Point(double radius, double angle) => FormattableString.Invariant($"{radius * Math.Cos(angle):0.##} {radius * Math.Sin(angle):0.##}");
}
