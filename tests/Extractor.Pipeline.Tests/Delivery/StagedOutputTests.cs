using Extractor.Pipeline.Delivery;

namespace Extractor.Pipeline.Tests.Delivery;

public class StagedOutputTests
{
    [Fact]
    public void A_folder_changes_places_with_the_one_before_in_one_step()
    {
        using var folder = new TemporaryFolder();
        StagedOutput.WriteFolder(folder.At("out"), made => File.WriteAllText(Path.Combine(made, "a"), "old"), _ => true);
        StagedOutput.WriteFolder(
            folder.At("out"),
            made =>
            {
                File.WriteAllText(Path.Combine(made, "b"), "new");
                Assert.Equal("old", File.ReadAllText(folder.At("out", "a")));
            },
            _ => true);
        Assert.Equal(["b"], Directory.EnumerateFileSystemEntries(folder.At("out")).Select(Path.GetFileName));
        Assert.Equal([folder.At("out")], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void What_a_killed_program_left_is_removed_and_what_another_is_making_is_not()
    {
        using var folder = new TemporaryFolder();
        var stage = "";
        StagedOutput.WriteFile(folder.At("out"), made =>
        {
            stage = Path.GetDirectoryName(made)!;
            File.WriteAllText(made, "");
        });
        var mark = stage[..(stage.LastIndexOf('-') + 1)];
        // No process has this id; process 1 is there always.
        Directory.CreateDirectory(mark + "999999999.tmp");
        Directory.CreateDirectory(mark + "1.tmp");
        StagedOutput.WriteFile(folder.At("out"), made => File.WriteAllText(made, "whole"));

        Assert.False(Directory.Exists(mark + "999999999.tmp"));
        Assert.True(Directory.Exists(mark + "1.tmp"));
        Assert.Equal("whole", File.ReadAllText(folder.At("out")));
    }

    [Fact]
    public void A_file_that_cannot_be_made_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<IOException>(() => StagedOutput.WriteFile(folder.At("out"), made =>
        {
            File.WriteAllText(made, "half");
            throw new IOException("no space is left");
        }));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_file_in_the_place_of_a_folder_is_told()
    {
        using var folder = new TemporaryFolder();
        folder.Write("out", "a file"u8);
        Assert.Throws<IOException>(() => StagedOutput.WriteFolder(folder.At("out"), _ => { }, _ => true));
    }
}
