using Extractor.Pipeline.Delivery;
using Extractor.Pipeline.Jobs;

namespace Extractor.Pipeline.Tests.Delivery;

public class AtomicFileTests
{
    [Fact]
    public void A_file_is_written_and_replaced_whole()
    {
        using var folder = new TemporaryFolder();
        var path = folder.At("result.json");
        AtomicFile.Write(path, new("first, and longer"u8.ToArray()));
        AtomicFile.Write(path, new("second"u8.ToArray()));
        Assert.Equal("second", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_name_that_fills_the_file_system_s_limit_is_written()
    {
        using var folder = new TemporaryFolder();
        var path = folder.At(new string('财', 85));
        AtomicFile.Write(path, new("whole"u8.ToArray()));
        Assert.Equal("whole", File.ReadAllText(path));
    }

    [Fact]
    public void A_folder_in_the_way_is_told_and_nothing_is_left_behind()
    {
        using var folder = new TemporaryFolder();
        var path = folder.At("result.json");
        Directory.CreateDirectory(Path.Combine(path, "inner"));
        var refused = Record.Exception(() => AtomicFile.Write(path, new("x"u8.ToArray())));
        Assert.True(refused is IOException or UnauthorizedAccessException);
        Assert.Equal(FailureReason.NotWritable, WriteFailure.Of(refused).Reason);
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_device_without_space_is_told_from_other_failures()
    {
        using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        var refused = Assert.ThrowsAny<IOException>(() => full.Write(new("x"u8.ToArray())));
        Assert.Equal(FailureReason.DiskFull, WriteFailure.Of(refused).Reason);
    }
}
