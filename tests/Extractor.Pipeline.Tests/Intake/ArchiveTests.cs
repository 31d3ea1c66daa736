using System.IO.Compression;
using System.Text;
using Extractor.Pipeline.Intake;
using Extractor.Pipeline.Jobs;

namespace Extractor.Pipeline.Tests.Intake;

/// <summary>ZIP files as folders of inputs.</summary>
public sealed class ArchiveTests : IDisposable
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_can_be_read_in_an_archive_is_an_input_by_name_or_content_and_the_rest_is_passed_over()
    {
        var path = Zip(("自评表/一.pdf", "%PDF-1.7"), ("无后缀", "%PDF-1.4"), ("说明.md", "text"), ("__MACOSX/._x.pdf", "x"), ("a/.hidden.pdf", "x"), ("~$x.docx", "x"), ("empty/", ""), ("b\\二.xlsx", "PK"));
        var inputs = Inputs.Find([path]);
        Assert.Equal(["自评表/一.pdf", "无后缀", "b/二.xlsx"], inputs.Select(input => Path.GetRelativePath(path, input.Shown)));
        Assert.All(inputs, input => Assert.Equal((path, null), (input.Path, input.Refused)));
        Assert.Equal(["一.pdf", "无后缀", "二.xlsx"], inputs.Select(input => input.Entry!.Name));
        Assert.Equal("%PDF-1.7", Encoding.UTF8.GetString(ZipContent.Read(path, inputs[0].Entry!.Index)));
    }

    [Fact]
    public void An_archive_in_a_folder_is_gone_through_and_an_Office_file_is_not()
    {
        Zip(("x.pdf", "%PDF-1.7"));
        var office = _folder.At("document.bin");
        File.Move(Zip("office.zip", ("[Content_Types].xml", "<Types/>"), ("x.pdf", "%PDF-1.7")), office);
        Assert.Equal(["a.zip/x.pdf", "document.bin"], Inputs.Find([_folder.Path]).Select(input => Path.GetRelativePath(_folder.Path, input.Place)));
    }

    [Theory]
    [InlineData("财政局/自评表.pdf", "gb", "财政局/自评表.pdf")]
    [InlineData("财政局/自评表.pdf", "utf-8", "财政局/自评表.pdf")]
    [InlineData("财政局/自评表.pdf", "unmarked-utf-8", "财政局/自评表.pdf")]
    [InlineData("plain.pdf", "gb", "plain.pdf")]
    [InlineData("\u007f\u202ex.pdf", "utf-8", "__x.pdf")]
    public void Names_are_read_as_they_were_meant(string name, string encoding, string expected)
    {
        var bytes = encoding == "gb" ? Gb18030.GetBytes(name) : Encoding.UTF8.GetBytes(name);
        var path = _folder.Write("a.zip", Named(bytes, marked: encoding == "utf-8"));
        Assert.Equal(expected, Path.GetRelativePath(path, Assert.Single(Inputs.Find([path])).Shown));
    }

    [Fact]
    public void A_name_that_no_Chinese_can_be_is_in_the_alphabet_of_the_first_PCs()
    {
        // 0x80 alone is Ç there, and nothing in GB 18030.
        var path = _folder.Write("a.zip", Named([0x80, .. ".pdf"u8], marked: false));
        Assert.Equal("Ç.pdf", Path.GetFileName(Assert.Single(Inputs.Find([path])).Shown));
    }

    [Theory]
    [InlineData("../../etc/x.pdf", "etc/x.pdf")]
    [InlineData("/etc/x.pdf", "etc/x.pdf")]
    [InlineData("a/../../x.pdf", "a/x.pdf")]
    [InlineData("..\\x.pdf", "x.pdf")]
    [InlineData("C:\\x.pdf", "C:/x.pdf")]
    public void A_name_that_leads_out_is_refused_and_shown_without_what_leads(string name, string shown)
    {
        var path = Zip((name, "%PDF-1.7"), ("good.pdf", "%PDF-1.7"));
        var inputs = Inputs.Find([path]);
        Assert.Equal(FailureReason.UnsafeName, inputs[0].Refused?.Reason);
        Assert.Equal(Path.Combine(path, shown), inputs[0].Shown);
        Assert.Null(inputs[1].Refused);
    }

    [Fact]
    public void Two_entries_of_one_name_are_two_inputs()
    {
        var inputs = Inputs.Find([Zip(("x.pdf", "%PDF-1"), ("x.pdf", "%PDF-2"))]);
        Assert.Equal(2, inputs.Select(input => input.Place).Distinct().Count());
        Assert.Equal(["x", "x"], inputs.Select(input => Path.GetFileNameWithoutExtension(input.Place)));
    }

    [Fact]
    public void Encrypted_entries_are_told_and_the_others_are_taken()
    {
        var bytes = Named("x.pdf"u8.ToArray(), marked: false);
        bytes[LastIndexOf(bytes, "PK\x01\x02"u8) + 8] |= 1;
        Assert.Equal(FailureReason.CannotDecrypt, Assert.Single(Inputs.Find([_folder.Write("a.zip", bytes)])).Refused?.Reason);
    }

    [Fact]
    public void A_bomb_is_refused_and_costs_itself_alone()
    {
        var path = Zip(("bomb.pdf", new string('\0', 30_000_000)), ("good.pdf", "%PDF-1.7"));
        Assert.Equal([FailureReason.ExpandsTooFar, null], Inputs.Find([path]).Select(input => input.Refused?.Reason));
    }

    [Fact]
    public void Sizes_that_are_claimed_are_believed_before_anything_is_unpacked()
    {
        var bytes = Named("x.pdf"u8.ToArray(), marked: false);
        var size = LastIndexOf(bytes, "PK\x01\x02"u8) + 24;
        bytes.AsSpan(size, 4).Fill(0xF0);
        Assert.Equal(FailureReason.ExpandsTooFar, Assert.Single(Inputs.Find([_folder.Write("a.zip", bytes)])).Refused?.Reason);
    }

    [Fact]
    public void Entries_that_share_their_data_are_refused()
    {
        var bytes = Named("x.pdf"u8.ToArray(), marked: false);
        bytes.AsSpan(LastIndexOf(bytes, "PK\x01\x02"u8) + 20, 4).Fill(0x01);
        Assert.Equal(FailureReason.ExpandsTooFar, Assert.Single(Inputs.Find([_folder.Write("a.zip", bytes)])).Refused?.Reason);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(1)]
    public void An_archive_that_is_cut_off_is_damaged(int missing)
    {
        var bytes = File.ReadAllBytes(Zip(("x.pdf", "%PDF-1.7")));
        Assert.Equal(FailureReason.Damaged, Assert.Single(Inputs.Find([_folder.Write("cut.zip", bytes.AsSpan(0, bytes.Length - missing))])).Refused?.Reason);
    }

    [Fact]
    public void An_archive_of_too_many_entries_is_refused()
    {
        var path = Zip([.. Enumerable.Range(0, 10_001).Select(i => ($"{i}.pdf", ""))]);
        Assert.Equal(FailureReason.TooLarge, Assert.Single(Inputs.Find([path])).Refused?.Reason);
    }

    [Fact]
    public void An_archive_with_nothing_to_read_says_so() =>
        Assert.Equal(FailureReason.NothingToRead, Assert.Single(Inputs.Find([Zip(("notes.md", "text"))])).Refused?.Reason);

    private string Zip(params (string Name, string Content)[] entries) => Zip("a.zip", entries);

    private string Zip(string file, params (string Name, string Content)[] entries)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return _folder.Write(file, stream.ToArray());
    }

    /// <summary>An archive of one empty entry with the bytes as its name.</summary>
    private static byte[] Named(byte[] name, bool marked)
    {
        byte flags = marked ? (byte)8 : (byte)0, size = (byte)name.Length;
        byte[] local = [.. "PK\x03\x04"u8, 20, 0, 0, flags, 0, 0, 0, 0, 0, 0, .. new byte[12], size, 0, 0, 0, .. name];
        byte[] central = [.. "PK\x01\x02"u8, 20, 0, 20, 0, 0, flags, 0, 0, 0, 0, 0, 0, .. new byte[12], size, 0, 0, 0, 0, 0, .. new byte[12], .. name];
        return [.. local, .. central, .. "PK\x05\x06"u8, 0, 0, 0, 0, 1, 0, 1, 0, (byte)central.Length, 0, 0, 0, (byte)local.Length, 0, 0, 0, 0, 0];
    }

    private static int LastIndexOf(byte[] bytes, ReadOnlySpan<byte> sought) => bytes.AsSpan().LastIndexOf(sought);
}
