namespace Extractor.Pipeline.Watching;

/// <summary>Names that are never taken: what systems leave behind, locks of open documents, and files on their way.</summary>
internal static class Junk
{
    private static readonly byte[][] Names =
    [
        "thumbs.db"u8.ToArray(), "desktop.ini"u8.ToArray(), "@eadir"u8.ToArray(), "#recycle"u8.ToArray(), "__macosx"u8.ToArray(),
        "$recycle.bin"u8.ToArray(), "system volume information"u8.ToArray(), "lost+found"u8.ToArray(),
    ];

    private static readonly byte[][] Endings =
    [
        ".tmp"u8.ToArray(), ".temp"u8.ToArray(), ".part"u8.ToArray(), ".partial"u8.ToArray(), ".crdownload"u8.ToArray(),
        ".filepart"u8.ToArray(), ".download"u8.ToArray(),
    ];

    /// <summary>Whatever begins with a dot is hidden, the marker of the inbox among it.</summary>
    public static bool Is(ReadOnlySpan<byte> name)
    {
        if (name.StartsWith("."u8) || name.StartsWith("~$"u8))
        {
            return true;
        }

        Span<byte> lower = name.Length <= 256 ? stackalloc byte[name.Length] : new byte[name.Length];
        for (var index = 0; index < name.Length; index++)
        {
            lower[index] = name[index] is >= (byte)'A' and <= (byte)'Z' ? (byte)(name[index] | 0x20) : name[index];
        }

        foreach (var junk in Names)
        {
            if (lower.SequenceEqual(junk))
            {
                return true;
            }
        }

        foreach (var ending in Endings)
        {
            if (lower.EndsWith(ending))
            {
                return true;
            }
        }

        return false;
    }
}
