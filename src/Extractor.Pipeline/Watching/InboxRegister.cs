using Extractor.Pipeline.Ledger;

namespace Extractor.Pipeline.Watching;

/// <summary>Which inbox a folder is.</summary>
public static class InboxRegister
{
    /// <summary>
    /// The inbox at a path: the one that was last known there, whether it is there now or not; else by the marker in it; else
    /// a new one, with a marker where the folder can be written to.
    /// </summary>
    /// <exception cref="IOException">The ledger knows no inbox there, and there is no folder.</exception>
    public static Inbox Find(Store store, string folder)
    {
        if (store.Ledger.Inboxes().FirstOrDefault(inbox => inbox.Path == folder) is { } known)
        {
            return known;
        }

        return Registered(store, Marker.Read(folder) is { } id ? new Inbox(id, folder, IsMarked: true) : Marked(folder) ?? new Inbox(Marker.NewId(), folder, IsMarked: false));
    }

    /// <summary>Makes the folder that is there now the inbox of its path, whatever was known there before.</summary>
    /// <exception cref="IOException">There is no folder, or it cannot be written to.</exception>
    public static Inbox Init(Store store, string folder)
    {
        var id = Marker.Read(folder);
        if (id is null)
        {
            id = Marker.NewId();
            Marker.Write(folder, id);
        }

        return Registered(store, new Inbox(id, folder, IsMarked: true));
    }

    /// <summary>Is a folder the inbox or in it, by whatever links? What is written there would be taken in again.</summary>
    public static bool Contains(string inbox, string folder)
    {
        try
        {
            return new InboxTree(inbox).Holds(folder);
        }
        catch (PosixException)
        {
            // The inbox is not there now: by its name, then.
            return (Path.GetFullPath(folder) + "/").StartsWith(Path.GetFullPath(inbox).TrimEnd('/') + "/", StringComparison.Ordinal);
        }
    }

    /// <summary>Is the inbox there, by its marker?</summary>
    public static bool IsThere(Inbox inbox)
    {
        try
        {
            return inbox.IsMarked ? Marker.Read(inbox.Path) == inbox.Id : Directory.Exists(inbox.Path);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static Inbox? Marked(string folder)
    {
        try
        {
            var inbox = new Inbox(Marker.NewId(), folder, IsMarked: true);
            Marker.Write(folder, inbox.Id);
            return inbox;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static Inbox Registered(Store store, Inbox inbox)
    {
        store.Ledger.Register(inbox);
        return inbox;
    }
}
