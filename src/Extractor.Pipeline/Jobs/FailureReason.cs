namespace Extractor.Pipeline.Jobs;

/// <summary>Why a document gave no result. Every one costs that document alone.</summary>
public enum FailureReason
{
    /// <summary>There is no such file.</summary>
    NotFound,

    /// <summary>A folder in which no PDF was found.</summary>
    NoPdfInFolder,

    /// <summary>A pipe, a device, a socket: never opened.</summary>
    NotAFile,

    /// <summary>It may not be opened, or reading its bytes failed.</summary>
    NotReadable,

    /// <summary>It has no bytes.</summary>
    Empty,

    /// <summary>It is something else than a PDF.</summary>
    NotPdf,

    /// <summary>It is not a result file, where one was asked for.</summary>
    NotAResult,

    /// <summary>It is encrypted and no password was given.</summary>
    Encrypted,

    /// <summary>It is encrypted and the password does not open it.</summary>
    WrongPassword,

    /// <summary>It is protected by something else than a password.</summary>
    UnsupportedEncryption,

    /// <summary>It is a PDF, cut short or damaged beyond what the reader can mend.</summary>
    Damaged,

    /// <summary>Larger, or with more pages, than the limits allow.</summary>
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

    /// <summary>The worker could not be started, or a fault of the program itself stopped it.</summary>
    Internal,

    /// <summary>The result could not be written.</summary>
    NotWritable,

    /// <summary>The result could not be written: no space is left.</summary>
    DiskFull,
}
