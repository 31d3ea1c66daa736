using System.Collections.Immutable;

namespace Extractor.Core.Pages;

/// <summary>What recognisers made of the picture of one line of text, beside its glyphs.</summary>
/// <param name="Reader">Whose reading the glyphs are.</param>
/// <param name="Alternatives">What else the whole line may say, the likeliest first; empty where there is no doubt.</param>
/// <param name="Turn">How its page was turned; null where it was not.</param>
public sealed record LineReading(Reader Reader, ImmutableArray<string> Alternatives, PictureTurn? Turn = null)
{
    /// <summary>What the text layer of the document says where the line stands, where that is another text and recognition is sure of its own; null elsewhere.</summary>
    public string? TextLayer { get; init; }
}

/// <summary>A recogniser of text in pictures.</summary>
public enum Reader : byte { PpOcr, Tesseract }
