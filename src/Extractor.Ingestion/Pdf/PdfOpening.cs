namespace Extractor.Ingestion.Pdf;

/// <summary>What opening a file gave: the <see cref="OpenedPdf"/>, or a <see cref="RefusedPdf"/> that says why not.</summary>
public abstract record PdfOpening;

/// <param name="File">The caller owns it and disposes of it.</param>
public sealed record OpenedPdf(PdfFile File) : PdfOpening;

/// <param name="Message">What is wrong and what to do about it, in one sentence or two.</param>
public sealed record RefusedPdf(OpenFailure Reason, string Message) : PdfOpening;

/// <summary>Why a file could not be opened.</summary>
public enum OpenFailure
{
    /// <summary>It has no bytes.</summary>
    Empty,

    /// <summary>It is something else than a PDF.</summary>
    NotPdf,

    /// <summary>It opens with a password only, and none was given.</summary>
    Encrypted,

    /// <summary>The password given does not open it.</summary>
    WrongPassword,

    /// <summary>It is protected by a scheme other than the standard password.</summary>
    UnsupportedEncryption,

    /// <summary>A PDF, too broken to open, and the one attempt to repair it failed too.</summary>
    Damaged,

    /// <summary>It has no page.</summary>
    NoPages,

    /// <summary>It has more pages than the limits allow.</summary>
    TooManyPages,
}
