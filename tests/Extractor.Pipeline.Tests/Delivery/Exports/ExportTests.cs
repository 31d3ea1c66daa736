using System.Globalization;
using System.Security.Cryptography;
using Extractor.Pipeline.Delivery;
using Extractor.Pipeline.Delivery.Exports;

namespace Extractor.Pipeline.Tests.Delivery.Exports;

/// <summary>What holds of every format.</summary>
public class ExportTests
{
    private static readonly ExportOptions Options = new("0.1.0");

    public static TheoryData<ExportFormat> Formats() => new(Enum.GetValues<ExportFormat>());

    /// <summary>All files of an output and of its manifest, by name, with their bytes.</summary>
    internal static SortedDictionary<string, string> Files(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(folder, path), path => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))),
        StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_run_in_every_culture_gives_the_same_bytes(ExportFormat format)
    {
        using var folder = new TemporaryFolder();
        Export.Write(format, folder.At("a", "out"), SampleDocuments.All, Options);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Foreign();
            Export.Write(format, folder.At("b", "out"), SampleDocuments.All, Options);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.NotEmpty(Files(folder.At("a")));
        Assert.Equal(Files(folder.At("a")), Files(folder.At("b")));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_manifest_counts_and_hashes_what_is_there(ExportFormat format)
    {
        using var folder = new TemporaryFolder();
        var manifest = Export.Write(format, folder.At("out"), SampleDocuments.All, Options);

        Assert.Equal((2, 1, 1, 2, 4, 8), (manifest.Results, manifest.Refused, manifest.Superseded, manifest.Forms, manifest.Findings, manifest.UpTo));
        Assert.NotEmpty(manifest.Files);
        foreach (var file in manifest.Files)
        {
            var bytes = File.ReadAllBytes(Export.IsFolder(format) ? folder.At("out", file.Path) : folder.At(file.Path));
            Assert.Equal((bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))), (file.Bytes, file.Sha256));
        }

        Assert.Equal(manifest.ToJson(), Export.Standing(format, folder.At("out"))!.ToJson());
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void An_output_is_replaced_and_nothing_else_is_left(ExportFormat format)
    {
        using var folder = new TemporaryFolder();
        Export.Write(format, folder.At("out"), SampleDocuments.All, Options);
        var names = Files(folder.Path).Keys.ToList();
        Export.Write(format, folder.At("out"), [.. SampleDocuments.All.Take(1)], Options);

        Assert.Equal(3, Export.Standing(format, folder.At("out"))!.UpTo);
        Assert.Empty(Files(folder.Path).Keys.Except(names));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(folder.Path), path => path.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_stood_there_stands_when_documents_fail_in_the_middle(ExportFormat format)
    {
        using var folder = new TemporaryFolder();
        Export.Write(format, folder.At("out"), SampleDocuments.All, Options);
        var before = Files(folder.Path);

        Assert.Throws<IOException>(() => Export.Write(format, folder.At("out"), Failing(), Options));

        Assert.Equal(before, Files(folder.Path));
        Assert.Equal(Directory.EnumerateFileSystemEntries(folder.Path).Count(), Export.IsFolder(format) ? 1 : 2);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void No_document_makes_an_output_all_the_same(ExportFormat format)
    {
        using var folder = new TemporaryFolder();
        var manifest = Export.Write(format, folder.At("out"), [], Options);
        Assert.Equal((0, 0L), (manifest.Results, manifest.UpTo));
        Assert.NotNull(Export.Standing(format, folder.At("out")));
    }

    [Fact]
    public void A_slash_at_the_end_names_the_same_folder()
    {
        using var folder = new TemporaryFolder();
        Export.Write(ExportFormat.Csv, folder.At("out") + "/", SampleDocuments.All, Options);
        Export.Write(ExportFormat.Csv, folder.At("out") + "/", SampleDocuments.All, Options);
        Assert.NotNull(Export.Standing(ExportFormat.Csv, folder.At("out")));
        Assert.Equal([folder.At("out")], Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Json)]
    public void A_folder_that_no_export_made_is_not_replaced(ExportFormat format)
    {
        using var folder = new TemporaryFolder();
        folder.Write("out/mine.txt", "mine"u8);
        Assert.Throws<IOException>(() => Export.Write(format, folder.At("out"), SampleDocuments.All, Options));
        Assert.Equal("mine", File.ReadAllText(folder.At("out", "mine.txt")));
    }

    [Fact]
    public void A_consumer_resumes_after_the_sequence_that_it_has_seen()
    {
        using var folder = new TemporaryFolder();
        var manifest = Export.Write(ExportFormat.Changes, folder.At("changes.ndjson"), SampleDocuments.All, Options with { Since = 3 });
        var lines = File.ReadAllLines(folder.At("changes.ndjson"));
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("{\"event\":\"superseded\",\"document\":\"2222", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("{\"event\":\"result\",\"document\":\"3333", lines[1], StringComparison.Ordinal);
        Assert.Equal((3, 8), (manifest.Since, manifest.UpTo));

        Assert.Equal(8, Export.Write(ExportFormat.Changes, folder.At("changes.ndjson"), SampleDocuments.All, Options with { Since = 8 }).UpTo);
    }

    [Fact]
    public void The_mark_stands_before_every_CSV_file_when_it_is_asked_for()
    {
        using var folder = new TemporaryFolder();
        Export.Write(ExportFormat.Csv, folder.At("with"), SampleDocuments.All, Options with { ByteOrderMark = true });
        Export.Write(ExportFormat.Csv, folder.At("without"), SampleDocuments.All, Options);
        foreach (var path in Directory.EnumerateFiles(folder.At("with"), "*.csv"))
        {
            byte[] bare = File.ReadAllBytes(folder.At("without", Path.GetFileName(path)));
            Assert.Equal([0xEF, 0xBB, 0xBF, .. bare], File.ReadAllBytes(path));
        }
    }

    private static IEnumerable<DeliveredDocument> Failing()
    {
        yield return SampleDocuments.All[0];
        throw new IOException("the disk is gone");
    }

    /// <summary>The program knows no cultures; a test can still make one.</summary>
    private static CultureInfo Foreign()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "~";
        return culture;
    }
}
