using System.Collections.Immutable;
using Extractor.Core.Pages;
using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Ocr;

/// <summary>The picture of a page with its tones evened out, before it is turned.</summary>
/// <param name="Even">The picture as it is: in it faint rulings are whole.</param>
/// <param name="Clear">The same with the paper around red ink cleared, to read text in.</param>
/// <param name="Width">Of the page as a person sees it, in points.</param>
/// <param name="Height">Of the page as a person sees it, in points.</param>
internal sealed record PagePicture(Grey Even, Grey Clear, double Width, double Height)
{
    private const int PointsPerInch = 72;

    /// <summary>The lines that the page itself draws, in its own space; of a picture none.</summary>
    public ImmutableArray<Ruling> Drawn { get; init; } = [];

    /// <summary>Where it has seals; null where it has none.</summary>
    public SealInk? Seals { get; init; }

    /// <summary>The picture as it was before grey seals were taken out; null where it had none.</summary>
    public Grey? WithSeals { get; init; }

    public double DotsPerInch => Even.Width * PointsPerInch / Width;

    /// <summary>Its own lines enclose something: they are its tables, and nothing is skewed.</summary>
    public bool DrawsTables => Drawn.Count(line => line.Direction == RulingDirection.Horizontal) > 1 && Drawn.Count(line => line.Direction == RulingDirection.Vertical) > 1;
}
