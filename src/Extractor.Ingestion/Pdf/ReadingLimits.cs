namespace Extractor.Ingestion.Pdf;

/// <summary>
/// How much one document or page may hold before the reader gives up on it. Far above any published form, and low
/// enough that a crafted file cannot make the reader's own lists grow without bound.
/// </summary>
internal static class ReadingLimits
{
    public const int Pages = 10_000;

    /// <summary>The longest side of a page, in points: the largest that PDF 1.7 readers promise to show (ISO 32000-1, annex C).</summary>
    public const double PageSide = 14_400;

    /// <summary>Page objects of one page, those inside form XObjects included.</summary>
    public const int Objects = 300_000;

    /// <summary>Path segments of one page.</summary>
    public const int Segments = 2_000_000;

    /// <summary>Characters of one page.</summary>
    public const int Characters = 200_000;

    /// <summary>How deep form XObjects may nest.</summary>
    public const int FormDepth = 12;
}
