using System.Runtime.CompilerServices;

namespace Extractor.Pipeline.Tests.Reports;

/// <summary>
/// Files that a person has looked at: what is made must be what they say. What differs is written beside the file as
/// <c>.received.</c>, and <c>scripts/accept</c> makes it the approved one.
/// </summary>
internal static class Approved
{
    public static void Check(string name, string extension, string made, [CallerFilePath] string test = "")
    {
        var approved = Path.Combine(Path.GetDirectoryName(test)!, $"{name}.verified.{extension}");
        var received = Path.Combine(Path.GetDirectoryName(test)!, $"{name}.received.{extension}");
        if (File.Exists(approved) && File.ReadAllText(approved) == made)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, made);
        Assert.Fail($"{name} is not as approved: look at {received}");
    }
}
