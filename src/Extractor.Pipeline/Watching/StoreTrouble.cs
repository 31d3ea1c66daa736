using Microsoft.Data.Sqlite;

namespace Extractor.Pipeline.Watching;

/// <summary>What goes wrong with the machine and not with a document: a disk that is full or gone. It is waited for.</summary>
public static class StoreTrouble
{
    public static bool Is(Exception exception) => exception is IOException or UnauthorizedAccessException or SqliteException;
}
