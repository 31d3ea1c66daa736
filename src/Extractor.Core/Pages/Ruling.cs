using Extractor.Core.Geometry;

namespace Extractor.Core.Pages;

public enum RulingDirection { Horizontal, Vertical }

/// <summary>A drawn straight line along one axis of page space, in points.</summary>
/// <param name="Direction">Along x (horizontal) or along y (vertical).</param>
/// <param name="Position">The middle of its thickness on the other axis: y of a horizontal ruling, x of a vertical one.</param>
/// <param name="Along">Where it starts and ends on its own axis.</param>
/// <param name="Thickness">How thick it is drawn; a hairline has the width it is printed with.</param>
public readonly record struct Ruling(RulingDirection Direction, double Position, Extent Along, double Thickness);
