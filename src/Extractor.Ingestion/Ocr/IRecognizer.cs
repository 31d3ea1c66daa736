using System.Collections.Immutable;
using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Ocr;

/// <summary>Reads pictures of single lines of text.</summary>
internal interface IRecognizer
{
    /// <summary>Name and version, as results name it.</summary>
    string Engine { get; }

    /// <param name="page">The straightened page, ink dark on light paper.</param>
    /// <param name="lines">Where the lines are on it.</param>
    /// <returns>What each line says, in their order.</returns>
    ImmutableArray<RecognizedLine> Read(Grey page, IReadOnlyList<PixelBox> lines);
}
