using System.Collections.Immutable;

namespace Extractor.Fixtures.Scanning;

/// <summary>What is kept of the colours.</summary>
public enum Tint { Colour, Grey, BlackAndWhite }

/// <summary>What was done to a document between its print and its scan, and so what a <c>fixture.json</c> says about it.</summary>
/// <param name="Variant">The kind of scan, one of <see cref="ScanVariants"/>.</param>
/// <param name="Grain">Noise, in tones.</param>
/// <param name="Blur">Deviation of the focus, in inches: so the same glass at any resolution.</param>
/// <param name="JpegQuality">From 1 to 100; not of black and white, which is CCITT G4.</param>
public sealed record ScanSettings(string Variant, int DotsPerInch, Tint Tint, Bending Bending, double Grain, double Blur, int JpegQuality)
{
    /// <summary>How much of the ink is there.</summary>
    public double Ink { get; init; } = 1;

    /// <summary>How much light is missing where it is darkest.</summary>
    public double Shading { get; init; }

    /// <summary>Round red seals a page.</summary>
    public int Seals { get; init; }

    /// <summary>Its ink covers what it lies on, as that of a picture put over the page does; else it is clear.</summary>
    public bool SealsCover { get; init; }

    public bool Folds { get; init; }

    public bool PunchHoles { get; init; }

    public bool BlackEdges { get; init; }

    /// <summary>The brightest tone that a copier makes black.</summary>
    public double BlackBelow { get; init; } = 150;

    /// <summary>Specks of dust for a million pixels.</summary>
    public int Specks { get; init; }

    /// <summary>How often the sheets were turned by 90 degrees clockwise.</summary>
    public int QuarterTurns { get; init; }

    /// <summary>Of a hundred characters of an invisible layer of text, how many are wrong; null where there is no layer.</summary>
    public int? WrongInLayer { get; init; }
}

/// <summary>The kinds of scans that are made, each with its strengths drawn.</summary>
public static class ScanVariants
{
    private static readonly ImmutableArray<(string Name, Func<Chance, ScanSettings> Draw)> Kinds =
    [
        ("clean-200", chance => Clean(chance, 200)),
        ("office-200", chance => Office(chance, 200)),
        ("seal-200", chance => Office(chance, 200) with { Tint = Tint.Colour, Seals = 1 }),
        ("office-150", chance => Office(chance, 150)),
        ("fax-200", chance => Copy(chance, 200)),
        ("office-300", chance => Office(chance, 300)),
        ("seal-grey-200", chance => Office(chance, 200) with { Tint = Tint.Grey, Seals = 1 }),
        ("clean-300", chance => Clean(chance, 300)),
        ("worn-200", chance => Worn(chance, 200)),
        ("seal-300", chance => Office(chance, 300) with { Tint = Tint.Colour, Seals = 2 }),
        ("clean-150", chance => Clean(chance, 150)),
        ("fax-300", chance => Copy(chance, 300)),
        ("turned-200", chance => Clean(chance, 200) with { QuarterTurns = chance.Between(1, 3) }),
        ("layer-200", chance => Clean(chance, 200) with { WrongInLayer = chance.Between(10, 60) }),
        ("office-120", chance => Office(chance, 120) with { Blur = 0 }),
        ("keystone-200", chance => Office(chance, 200) with { Bending = new Bending(chance.Within(-1, 1), chance.Pick([-1, 1]) * chance.Within(0.005, 0.01), 0) }),
        ("render-300", chance => new ScanSettings("", 300, Tint.Grey, new Bending(0, 0, 0), chance.Within(0.1, 0.5), 0, 100)),
        ("seal-cover-200", chance => Office(chance, 200) with { Tint = Tint.Colour, Seals = 1, SealsCover = true }),
        ("mono-200", chance => Print(chance, 200)),
        ("curl-200", chance => Office(chance, 200) with { Bending = new Bending(chance.Within(-1, 1), 0, chance.Within(0.002, 0.007)) }),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. Kinds.Select(kind => kind.Name)];

    public static ScanSettings Draw(string variant, Chance chance) =>
        Kinds.Single(kind => kind.Name == variant).Draw(chance) with { Variant = variant };

    private static ScanSettings Clean(Chance chance, int dotsPerInch) => new(
        "", dotsPerInch, chance.Pick([Tint.Colour, Tint.Grey]), new Bending(chance.Within(-0.4, 0.4), 0, 0),
        chance.Within(1, 3), chance.Within(0, 0.002), chance.Between(75, 92));

    private static ScanSettings Office(Chance chance, int dotsPerInch) => new(
        "", dotsPerInch, chance.Pick([Tint.Colour, Tint.Grey]), new Bending(chance.Within(-2, 2), chance.Within(-0.004, 0.004), 0),
        chance.Within(3, 8), chance.Within(0.002, 0.0045), chance.Between(40, 75))
    {
        Ink = chance.Within(0.75, 1), Shading = chance.Within(0, 0.15),
    };

    private static ScanSettings Worn(Chance chance, int dotsPerInch) => Office(chance, dotsPerInch) with
    {
        Bending = new Bending(chance.Within(-1.5, 1.5), chance.Within(-0.012, 0.012), chance.Within(0, 0.006)),
        Shading = chance.Within(0.1, 0.3), Folds = true, PunchHoles = true, BlackEdges = true,
    };

    /// <summary>A clean print in black and white, hardly turned: hairlines break where they pass from a row of pixels to the next.</summary>
    private static ScanSettings Print(Chance chance, int dotsPerInch) => new(
        "", dotsPerInch, Tint.BlackAndWhite, new Bending(chance.Within(-0.5, 0.5), 0, 0), chance.Within(1, 6), 0, 100)
    {
        BlackBelow = chance.Within(150, 200),
    };

    private static ScanSettings Copy(Chance chance, int dotsPerInch) => new(
        "", dotsPerInch, Tint.BlackAndWhite, new Bending(chance.Within(-1.5, 1.5), chance.Within(-0.004, 0.004), 0),
        chance.Within(8, 18), chance.Within(0.002, 0.004), 100)
    {
        BlackBelow = chance.Within(120, 185), Specks = chance.Between(0, 40), BlackEdges = chance.Percent(30),
    };
}
