namespace Extractor.Core.Pages;

/// <summary>Which pages are read from their picture.</summary>
public enum OcrChoice
{
    /// <summary>Those whose text layer is missing or does not say what is printed.</summary>
    Auto,

    /// <summary>All that have a picture.</summary>
    Always,

    /// <summary>None: pages without a text layer are left unread.</summary>
    Never,
}
