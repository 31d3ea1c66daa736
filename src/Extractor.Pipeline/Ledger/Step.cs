namespace Extractor.Pipeline.Ledger;

/// <summary>
/// The points between which a file's way through the store can be cut off by a crash. Production is told of them and does
/// nothing; tests end the program there.
/// </summary>
public enum Step
{
    /// <summary>A source is copied, and not yet compared with what stands at its name.</summary>
    Copied,

    /// <summary>Bytes are on the disk under a temporary name.</summary>
    BeforeRename,

    /// <summary>They are there under their own name, and no ledger says so.</summary>
    AfterRename,

    BeforeCommit,
    AfterCommit,

    /// <summary>An output file is about to be written.</summary>
    BeforeOutput,

    /// <summary>It is written, and the ledger does not say so.</summary>
    AfterOutput,

    /// <summary>A source is done and about to be moved or deleted.</summary>
    BeforeSourceRemoval,

    /// <summary>A source that is to be deleted has another name.</summary>
    SourceAside,
    AfterSourceRemoval,
}
