using System.Text.RegularExpressions;

namespace Extractor.Core.Tests;

/// <summary>The folders of Core are a chain: each may use those before it. Namespaces follow folders, so the usings tell.</summary>
public class ArchitectureTests
{
    private static readonly string[] Chain = ["Geometry", "Pages", "Reconstruction", "Forms", "Normalization", "Auditing", "Results"];

    private static string CoreFolder => Path.Combine(Repository.Root, "src", "Extractor.Core");

    public static TheoryData<string> Files()
    {
        var data = new TheoryData<string>();
        foreach (var file in Directory.EnumerateFiles(CoreFolder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            data.Add(Path.GetRelativePath(CoreFolder, file));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_of_Core_uses_only_folders_before_its_own(string file)
    {
        var room = Array.IndexOf(Chain, Path.GetDirectoryName(file)!.Split(Path.DirectorySeparatorChar)[0]);
        var text = File.ReadAllText(Path.Combine(CoreFolder, file));
        if (room < 0)
        {
            Assert.Equal("", Path.GetDirectoryName(file));      // the story itself, at the root, may use every room
            return;
        }

        Assert.Contains($"namespace Extractor.Core.{Chain[room]}", text, StringComparison.Ordinal);
        foreach (Match used in Regex.Matches(text, @"Extractor\.Core\.(\w+)"))
        {
            var other = Array.IndexOf(Chain, used.Groups[1].Value);
            Assert.True(other >= 0 && other <= room, $"{file} uses {used.Value}, which stands after its own room in the chain");
        }
    }

    [Fact]
    public void Every_folder_of_Core_is_in_the_chain() =>
        Assert.Empty(Directory.EnumerateDirectories(CoreFolder).Select(Path.GetFileName).Except([.. Chain, "bin", "obj"]));
}
