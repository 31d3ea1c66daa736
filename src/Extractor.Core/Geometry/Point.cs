namespace Extractor.Core.Geometry;

/// <summary>A place in page space: points (1/72 inch) from the top left corner of the page as a person sees it, y down.</summary>
public readonly record struct Point(double X, double Y);
