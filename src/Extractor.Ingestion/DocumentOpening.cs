namespace Extractor.Ingestion;

/// <summary>What opening a file gave: the <see cref="OpenedDocument"/>, or a <see cref="RefusedDocument"/> that says why not.</summary>
public abstract record DocumentOpening;

/// <param name="File">The caller owns it and disposes of it.</param>
public sealed record OpenedDocument(IDocumentFile File) : DocumentOpening;

/// <param name="Message">What is wrong and what to do about it, in one sentence or two.</param>
public sealed record RefusedDocument(OpenFailure Reason, string Message) : DocumentOpening;

/// <summary>Why a file could not be opened.</summary>
public enum OpenFailure
{
    /// <summary>It has no bytes.</summary>
    Empty,

    /// <summary>It is of no kind that is read.</summary>
    UnknownKind,

    /// <summary>An archive of other files: each is to be opened by itself.</summary>
    Archive,

    /// <summary>A Word or Excel file of the formats before 2007, or of a binary one: to be saved as .docx or .xlsx.</summary>
    OldOffice,

    /// <summary>It opens with a password only, and none was given.</summary>
    Encrypted,

    /// <summary>The password given does not open it.</summary>
    WrongPassword,

    /// <summary>It is protected by a scheme other than the standard password.</summary>
    UnsupportedEncryption,

    /// <summary>An Office file that opens with a password only: to be saved without one.</summary>
    EncryptedOffice,

    /// <summary>Too broken to open, and where there is a way to repair it, that failed too.</summary>
    Damaged,

    /// <summary>It has no page.</summary>
    NoPages,

    /// <summary>It has more pages, or more content, than the limits allow.</summary>
    TooLarge,

    /// <summary>A decompression bomb: small, and enormous once it is expanded.</summary>
    Bomb,

    /// <summary>It holds what no honest file of its kind holds, and what is not read for safety: a document type definition, elements nested without end.</summary>
    Unsafe,
}
