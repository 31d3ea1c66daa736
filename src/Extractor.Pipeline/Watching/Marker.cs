using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Extractor.Pipeline.Watching;

/// <summary>
/// The file in an inbox that says which inbox it is. Without it the folder may be the empty place where a share is to be
/// mounted: nothing is concluded from what is not there.
/// </summary>
internal static class Marker
{
    private const int LongestId = 64;

    public static readonly byte[] Name = ".inbox-id"u8.ToArray();

    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Null where there is none that can be read.</summary>
    /// <exception cref="PosixException">The inbox itself cannot be opened.</exception>
    public static string? Read(string inbox)
    {
        using var root = Posix.OpenRoot(inbox);
        return Read(root);
    }

    /// <summary>Puts a marker where there is none yet.</summary>
    /// <exception cref="IOException">The inbox cannot be written to.</exception>
    public static void Write(string inbox, string id)
    {
        using var root = Posix.OpenRoot(inbox);
        using (var file = Posix.CreateFile(root, Name))
        {
            RandomAccess.Write(file, Encoding.ASCII.GetBytes(id + "\n"), 0);
            Posix.Sync(file);
        }

        Posix.Sync(root);
    }

    private static string? Read(SafeFileHandle root)
    {
        try
        {
            using var file = Posix.OpenFile(root, Name);
            if (!Posix.Status(file).IsRegular)
            {
                return null;
            }

            Span<byte> text = stackalloc byte[LongestId];
            var id = Encoding.ASCII.GetString(text[..RandomAccess.Read(file, text, 0)]).Trim();
            return id.Length > 0 && id.All(char.IsAsciiHexDigitLower) ? id : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
