using Extractor.Core.Geometry;

namespace Extractor.Ingestion.Ocr.Confidence;

/// <summary>A line that was read from the picture of a page.</summary>
/// <param name="Box">Where it is on the page after that was turned straight, in points.</param>
public sealed record LineRead(Box Box, LineEvidence Evidence);
