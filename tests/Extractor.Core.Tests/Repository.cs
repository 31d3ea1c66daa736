namespace Extractor.Core.Tests;

/// <summary>Where the repository lies, seen from the tests' output.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Extractor.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("no Extractor.sln above the tests");
        }

        return folder.FullName;
    }
}
