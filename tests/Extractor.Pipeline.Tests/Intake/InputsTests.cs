using System.Diagnostics;
using Extractor.Pipeline.Intake;
using Extractor.Pipeline.Jobs;

namespace Extractor.Pipeline.Tests.Intake;

public sealed class InputsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_gives_its_PDFs_by_content_or_name_in_a_fixed_order()
    {
        _folder.Write("b.pdf", "%PDF-1.7"u8);
        _folder.Write("a/无后缀", "\n%PDF-1.4"u8);
        _folder.Write("B.PDF", "<html>"u8);
        _folder.Write("notes.txt", "not a PDF"u8);
        Assert.Equal(["B.PDF", "a/无后缀", "b.pdf"], Found());
    }

    [Fact]
    public void A_text_with_tabs_is_a_table_and_other_text_is_passed_over()
    {
        _folder.Write("a.txt", "项目名称\t道路养护"u8);
        _folder.Write("b.TSV", "a\tb"u8);
        _folder.Write("c.log", "a\tb"u8);
        _folder.Write("readme.txt", "words"u8);
        Assert.Equal(["a.txt", "b.TSV"], Found());
    }

    [Fact]
    public void Hidden_files_and_folders_are_left_out()
    {
        _folder.Write(".hidden.pdf", "%PDF-1.7"u8);
        _folder.Write(".folder/x.pdf", "%PDF-1.7"u8);
        _folder.Write("seen.pdf", "%PDF-1.7"u8);
        Assert.Equal(["seen.pdf"], Found());
    }

    [Fact]
    public void Links_to_files_are_followed_and_links_to_folders_are_not()
    {
        _folder.Write("inner/x.pdf", "%PDF-1.7"u8);
        Directory.CreateSymbolicLink(_folder.At("inner/loop"), _folder.Path);
        File.CreateSymbolicLink(_folder.At("link.pdf"), _folder.At("inner/x.pdf"));
        File.CreateSymbolicLink(_folder.At("broken.pdf"), _folder.At("nowhere.pdf"));
        Assert.Equal(["inner/x.pdf", "link.pdf"], Found());
    }

    [Fact]
    public void A_pipe_is_never_opened()
    {
        using (var made = Process.Start("mkfifo", [_folder.At("pipe.pdf")]))
        {
            made.WaitForExit();
        }

        Assert.Equal(FailureReason.NotAFile, Assert.Single(Inputs.Find([_folder.At("pipe.pdf")])).Refused?.Reason);
        Assert.Equal(FailureReason.NothingToRead, Assert.Single(Inputs.Find([_folder.Path])).Refused?.Reason);
    }

    [Fact]
    public void A_file_whose_name_is_not_UTF_8_is_told_with_the_way_out()
    {
        using (var made = Process.Start("bash", ["-c", $"touch \"$(printf '{_folder.Path}/\\xb2\\xc6.pdf')\""]))
        {
            made.WaitForExit();
        }

        var refused = Assert.Single(Inputs.Find([_folder.Path])).Refused;
        Assert.Equal(FailureReason.NotReadable, refused?.Reason);
        Assert.Contains("rename", refused?.Detail, StringComparison.Ordinal);

        // .NET could not delete the folder with the file in it.
        using var removed = Process.Start("bash", ["-c", $"rm {_folder.Path}/*"]);
        removed.WaitForExit();
    }

    [Fact]
    public void What_is_not_there_is_told_and_the_others_are_taken()
    {
        var there = _folder.Write("there.pdf", "%PDF-1.7"u8);
        var inputs = Inputs.Find([_folder.At("missing.pdf"), there]);
        Assert.Equal(FailureReason.NotFound, inputs[0].Refused?.Reason);
        Assert.Null(inputs[1].Refused);
    }

    [Fact]
    public void A_file_named_twice_is_read_once()
    {
        var file = _folder.Write("x.pdf", "%PDF-1.7"u8);
        Assert.Equal(file, Assert.Single(Inputs.Find([file, _folder.Path, file])).Path);
    }

    [Fact]
    public void A_file_that_is_named_is_taken_whatever_it_is()
    {
        var file = _folder.Write("notes.txt", "text"u8);
        Assert.Null(Assert.Single(Inputs.Find([file])).Refused);
    }

    private IEnumerable<string> Found() => Inputs.Find([_folder.Path]).Select(input => Path.GetRelativePath(_folder.Path, input.Path));
}
