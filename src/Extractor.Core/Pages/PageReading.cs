using System.Collections.Immutable;
using Extractor.Core.Geometry;

namespace Extractor.Core.Pages;

/// <summary>What a page's text was read from.</summary>
public enum PageOrigin { None, Text, Ocr }

/// <summary>What reading one page of a document gave: the <see cref="Page"/>, the <see cref="Sheet"/>, or an <see cref="UnreadPage"/> that says why not.</summary>
/// <param name="Number">The page's place in the document, from 1.</param>
/// <param name="Width">Width as a person sees the page (after rotation and crop), in points.</param>
/// <param name="Height">Height as a person sees the page, in points.</param>
public abstract record PageReading(int Number, double Width, double Height);

/// <summary>A page as it was read: what is printed on it and where, in page space.</summary>
/// <param name="Rotation">By how much the page was turned clockwise to be upright, in degrees: what the file asks for, or what its picture shows; already applied to everything here.</param>
/// <param name="Skew">How far the picture was turned straight, in degrees; 0 where there was no picture.</param>
/// <param name="Glyphs">In the order of the content stream; hidden, doubled and off-page ones are left out.</param>
/// <param name="Rulings">As drawn, not yet merged.</param>
public sealed record Page(
    int Number, double Width, double Height, PageOrigin Origin, int Rotation, double Skew,
    ImmutableArray<Glyph> Glyphs, ImmutableArray<Ruling> Rulings) : PageReading(Number, Width, Height)
{
    public Box Bounds => new(0, 0, Width, Height);

    /// <summary>How its picture was turned, so that everything here is in the space of the upright, straight page; null where it was not.</summary>
    public PictureTurn? Turn { get; init; }

    /// <summary>What was recognised, line by line, where the page was read from its picture; its glyphs name theirs.</summary>
    public ImmutableArray<LineReading> LineReadings { get; init; } = [];
}

/// <summary>A page that could not be read, and why; it is reported, never dropped.</summary>
public sealed record UnreadPage(int Number, double Width, double Height, UnreadReason Reason, string Detail)
    : PageReading(Number, Width, Height)
{
    /// <summary>The lines that it draws, where it is no picture but its text layer is not to be trusted: they are exact, whoever reads its text.</summary>
    public ImmutableArray<Ruling> Rulings { get; init; } = [];
}

/// <summary>Why a page was not read.</summary>
public enum UnreadReason
{
    /// <summary>It shows pictures and no text: a scan, to be read by OCR.</summary>
    NoTextLayer,

    /// <summary>Its text layer does not say what is printed (glyphs without Unicode, invisible text of an unknown origin).</summary>
    BadTextLayer,

    /// <summary>The reader failed on its content.</summary>
    Damaged,

    /// <summary>Larger, or with more content, than the limits allow.</summary>
    TooLarge,

    /// <summary>Reading it took more time than the limits allow.</summary>
    TimeLimit,

    /// <summary>Reading it took more memory than the limits allow.</summary>
    MemoryLimit,

    /// <summary>The reader died on it.</summary>
    ReaderCrashed,

    /// <summary>Its picture would have to be read, and what recognises text is not on this machine, or damaged.</summary>
    NoRecognition,

    /// <summary>What was recognised on its picture is not to be trusted: a photograph, handwriting, another script.</summary>
    NotRecognized,

    /// <summary>Nothing is on its picture.</summary>
    BlankPage,

    /// <summary>Its picture is stored in a way that is not read.</summary>
    Unsupported,

    /// <summary>It was read, but a form stands on it in no table: its lines are lost, and with them what belongs to which label.</summary>
    NoTable,
}

public static class UnreadReasons
{
    /// <summary>Whether something that may be on the page is missing from the result.</summary>
    public static bool IsLoss(this UnreadReason reason) => reason != UnreadReason.BlankPage;
}
