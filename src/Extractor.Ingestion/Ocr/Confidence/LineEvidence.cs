namespace Extractor.Ingestion.Ocr.Confidence;

/// <summary>What is known of how well a line of a picture was read.</summary>
/// <param name="Text">What is reported.</param>
/// <param name="LowestProbability">Of its characters, as the first engine gives them, from 0 to 1.</param>
/// <param name="MeanProbability">Of its characters.</param>
public sealed record LineEvidence(string Text, double LowestProbability, double MeanProbability)
{
    /// <summary>What the second engine read; null where it was not asked.</summary>
    public string? Second { get; init; }

    /// <summary>The line was read as a number.</summary>
    public bool IsNumber { get; init; }

    /// <summary>The least lead of a character over the next likely one, from 0 to 1.</summary>
    public double SmallestMargin { get; init; } = 1;

    /// <summary>The share of the line's box with red ink in it.</summary>
    public double SealOverlap { get; init; }

    /// <summary>By how much the ink is darker than the paper around it, from 0 to 1.</summary>
    public double Contrast { get; init; } = 1;

    /// <summary>The lowest probability of a character in each line of the page: all but one line in ten are above this.</summary>
    public double PageSureness { get; init; } = 1;

    /// <summary>How high the ink is in the picture as it came, in its own pixels.</summary>
    public double InkHeight { get; init; } = 30;
}
