using System.Collections.Immutable;
using System.Text;
using Extractor.Core.Reconstruction;

namespace Extractor.Ingestion.Ocr.Confidence;

/// <summary>The figures of a line that its confidence is computed from. A model names those it was fitted to.</summary>
internal static class LineFeatures
{
    /// <summary>Odds of a million to one are taken for no more than this.</summary>
    private const double SurestProbability = 0.9999, LeastProbability = 0.01;

    /// <summary>Signs that engines confuse with each other while they are sure.</summary>
    private const string Signs = "‰%≥≤<>=", Widths = "（）()：:；;，,", Ends = "。.、";

    private static readonly ImmutableArray<(string Name, Func<LineEvidence, double> Of)> All =
    [
        ("lowest odds", line => Odds(line.LowestProbability)),
        ("mean odds", line => Odds(line.MeanProbability)),
        ("margin odds", line => Odds(line.SmallestMargin)),
        ("page odds", line => Odds(line.PageSureness)),
        ("number, page odds", line => line.IsNumber ? Odds(line.PageSureness) : 0),
        ("lowest odds, page odds", line => Odds(line.LowestProbability) * Odds(line.PageSureness)),
        ("margin odds, page odds", line => Odds(line.SmallestMargin) * Odds(line.PageSureness)),
        ("length, page odds", line => Math.Log(1 + line.Text.Length) * Odds(line.PageSureness)),
        ("number, second agrees", line => line.IsNumber && Agrees(line) ? 1 : 0),
        ("figures", line => Math.Log(1 + line.Text.Count(char.IsAsciiDigit))),
        ("length", line => Math.Log(1 + line.Text.Length)),
        ("number", line => line.IsNumber ? 1 : 0),
        ("number, lowest odds", line => line.IsNumber ? Odds(line.LowestProbability) : 0),
        ("second agrees", line => Agrees(line) ? 1 : 0),
        ("second differs", line => line.Second is { } second ? EditDistance.Share(Folded(line.Text), Folded(second)) : 0),
        ("signs", line => Math.Log(1 + line.Text.Count(Signs.Contains))),
        ("widths", line => Math.Log(1 + line.Text.Count(Widths.Contains))),
        ("ends", line => line.Text.Length > 0 && Ends.Contains(line.Text[^1]) ? 1 : 0),
        ("seal", line => Math.Min(1, line.SealOverlap * 5)),
        ("contrast", line => line.Contrast),
        ("ink height", line => Math.Log(Math.Max(1, line.InkHeight))),
    ];

    public static ImmutableArray<string> Names { get; } = [.. All.Select(feature => feature.Name)];

    public static double[] Of(LineEvidence line) => [.. All.Select(feature => feature.Of(line))];

    private static double Odds(double probability)
    {
        var bounded = Math.Clamp(probability, LeastProbability, SurestProbability);
        return Math.Log(bounded / (1 - bounded));
    }

    private static bool Agrees(LineEvidence line) => line.Second is { } second && Folded(second) == Folded(line.Text);

    /// <summary>For comparison only: engines differ in the form of signs where both saw the same.</summary>
    private static string Folded(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => !Rune.IsWhiteSpace(rune)).Select(rune => WideForms.Narrow(rune)).Select(rune => rune.Value switch { '—' or '–' or '−' => "-", '丶' => "、", _ => rune.ToString() }));
}
