using System.Runtime.CompilerServices;

namespace Extractor.Pipeline.Tests;

/// <summary>
/// Holds what is made against a file beside the test, <c>NAME.verified.EXT</c>. What differs is left there as
/// <c>NAME.received.EXT</c>; <c>scripts/accept</c> accepts it.
/// </summary>
internal static class Approved
{
    /// <param name="name">With an extension.</param>
    public static void Check(string folder, string name, string text, [CallerFilePath] string test = "")
    {
        var place = Path.Combine(Path.GetDirectoryName(test)!, "Approved", folder);
        var (stem, extension) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        var verified = Path.Combine(place, $"{stem}.verified{extension}");
        var received = Path.Combine(place, $"{stem}.received{extension}");
        var expected = File.Exists(verified) ? File.ReadAllText(verified) : null;
        if (text == expected)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(place);
        File.WriteAllText(received, text);
        Assert.Equal(expected, text);
    }
}
