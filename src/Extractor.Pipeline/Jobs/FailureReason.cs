namespace Extractor.Pipeline.Jobs;

/// <summary>Why a document gave no result. Every one costs that document alone.</summary>
public enum FailureReason
{
    /// <summary>There is no such file.</summary>
    NotFound,

    /// <summary>A folder, or an archive, in which nothing was found that is read.</summary>
    NothingToRead,

    /// <summary>A pipe, a device, a socket: never opened.</summary>
    NotAFile,

    /// <summary>It may not be opened, or reading its bytes failed.</summary>
    NotReadable,

    /// <summary>It has no bytes.</summary>
    Empty,

    /// <summary>It is of no kind that is read.</summary>
    UnknownFormat,

    /// <summary>An Office file of a format before 2007, or of a binary one: to be saved as .docx or .xlsx.</summary>
    OldOfficeFormat,

    /// <summary>An archive where one document is expected: in an archive, or where a command takes one document.</summary>
    ArchiveNotOpened,

    /// <summary>It is not a result file, where one was asked for.</summary>
    NotAResult,

    /// <summary>It is encrypted and no password was given.</summary>
    Encrypted,

    /// <summary>It is encrypted and the password does not open it.</summary>
    WrongPassword,

    /// <summary>It is protected by something else than a password.</summary>
    UnsupportedEncryption,

    /// <summary>An Office file, or a file in an archive, that is encrypted: to be saved without a password.</summary>
    CannotDecrypt,

    /// <summary>A decompression bomb.</summary>
    ExpandsTooFar,

    /// <summary>It holds what honest files of its kind never hold and what is not read for safety: a document type definition, nesting without end.</summary>
    UnsafeContent,

    /// <summary>A file in an archive whose name leads out of it.</summary>
    UnsafeName,

    /// <summary>Cut short, or damaged beyond what the reader can mend.</summary>
    Damaged,

    /// <summary>Larger, or with more in it, than the limits allow.</summary>
    TooLarge,

    /// <summary>It took more time than the limits allow.</summary>
    TimeLimit,

    /// <summary>It took more memory than the limits allow.</summary>
    MemoryLimit,

    /// <summary>The worker process died on it.</summary>
    ReaderCrashed,

    /// <summary>The PDF engine is not installed.</summary>
    ReaderMissing,

    /// <summary>A form template is none, or contradicts another.</summary>
    BadTemplate,

    /// <summary>An audit profile cannot be used: the detail says which and why.</summary>
    BadProfile,

    /// <summary>The worker could not be started, or a fault of the program itself stopped it.</summary>
    Internal,

    /// <summary>The result could not be written.</summary>
    NotWritable,

    /// <summary>The result could not be written: no space is left.</summary>
    DiskFull,
}
