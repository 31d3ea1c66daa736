using Extractor.Ingestion.Images;

namespace Extractor.Ingestion;

/// <summary>An open document whose pages can be drawn.</summary>
public interface IPicturedFile : IDocumentFile
{
    /// <summary>Draws one page as a person sees it; null where that fails.</summary>
    /// <param name="number">From 1 to the head's page count.</param>
    Raster? RenderPage(int number, double dotsPerInch);
}
