using System.Text.Json;

namespace Extractor.Cli.Tests;

public sealed class ExtractTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Output => _folder.At("out");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_PDF_gives_a_result_file_of_its_name()
    {
        var input = _folder.Write("自评表.pdf", TestPdf.WithText("one", "two"));
        var run = Extract(input);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("No form was found.", run.Out, StringComparison.Ordinal);
        using var result = Result("自评表.json");
        Assert.Equal("自评表.pdf", result.RootElement.GetProperty("document").GetProperty("fileName").GetString());
        Assert.Equal(2, result.RootElement.GetProperty("pages").GetArrayLength());
        Assert.Equal(595m, result.RootElement.GetProperty("pages")[1].GetProperty("width").GetDecimal());
        Assert.Equal(["自评表.json"], Written());
    }

    [Fact]
    public void A_folder_is_walked_and_nothing_but_results_is_printed_as_JSON()
    {
        _folder.Write("in/b.pdf", TestPdf.WithText("b"));
        _folder.Write("in/a/c", TestPdf.WithText("c"));
        _folder.Write("in/page.pdf", "<!DOCTYPE html><html></html>"u8);
        var run = Extract(_folder.At("in"), "--json");
        Assert.Equal(3, run.ExitCode);
        using var summary = JsonDocument.Parse(run.Out);
        var inputs = summary.RootElement.GetProperty("inputs").EnumerateArray().ToList();
        Assert.Equal(["c", "b.pdf", "page.pdf"], inputs.Select(input => Path.GetFileName(input.GetProperty("input").GetString())));
        Assert.Equal([null, null, "unknown-format"], inputs.Select(input => input.GetProperty("reason").GetString()));
        Assert.Equal("HTML without a table", inputs[2].GetProperty("detail").GetString());
        Assert.Equal(["b.json", "c.json"], Written());
    }

    [Theory]
    [InlineData("empty", "empty")]
    [InlineData("html", "unknown-format")]
    [InlineData("encrypted", "encrypted")]
    [InlineData("truncated", "damaged")]
    [InlineData("missing", "not-found")]
    public void What_cannot_be_read_has_its_reason_and_the_others_are_extracted(string kind, string reason)
    {
        var bad = kind switch
        {
            "empty" => _folder.Write("bad.pdf", []),
            "html" => _folder.Write("bad.pdf", "<html>404</html>"u8),
            "encrypted" => _folder.Write("bad.pdf", TestPdf.Encrypted()),
            "truncated" => _folder.Write("bad.pdf", TestPdf.WithText("cut off").AsSpan(0, 60)),
            _ => _folder.At("bad.pdf"),
        };
        var good = _folder.Write("good.pdf", TestPdf.WithText("good"));
        var run = Extract(bad, good, "--json");
        Assert.Equal(3, run.ExitCode);
        using var summary = JsonDocument.Parse(run.Out);
        Assert.Equal(reason, summary.RootElement.GetProperty("inputs")[0].GetProperty("reason").GetString());
        Assert.Contains("bad.pdf", run.Error, StringComparison.Ordinal);
        Assert.Equal(["good.json"], Written());
    }

    [Theory]
    [InlineData("bomb")]
    [InlineData("endless")]
    [InlineData("treadmill")]
    public void A_page_without_end_is_stopped_by_a_limit_and_the_others_are_extracted(string kind)
    {
        var bad = _folder.Write("bad.pdf", kind switch
        {
            "bomb" => TestPdf.Bomb(),
            "endless" => TestPdf.WithDeadlyPages([null]),
            _ => TestPdf.Treadmill(),
        });
        var good = _folder.Write("good.pdf", TestPdf.WithText("good"));
        var run = Extract(bad, good, "--json");
        Assert.Equal(3, run.ExitCode);
        using var summary = JsonDocument.Parse(run.Out);
        var unread = Assert.Single(summary.RootElement.GetProperty("inputs")[0].GetProperty("unread").EnumerateArray());
        Assert.Equal(kind == "treadmill" ? "time-limit" : "memory-limit", unread.GetProperty("reason").GetString());
        Assert.Equal(["bad.json", "good.json"], Written());
    }

    [Fact]
    public void A_password_that_is_wrong_is_told_from_one_that_is_missing()
    {
        var input = _folder.Write("x.pdf", TestPdf.Encrypted());
        Assert.Contains("--password", Extract(input).Error, StringComparison.Ordinal);
        Assert.Contains("does not open it", Extract(input, "--password", "guess").Error, StringComparison.Ordinal);
        Assert.Contains("does not open it", TestedProgram.Run(["extract", input, "--output", Output], ("EXTRACTOR_PASSWORD", "guess")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_kills_the_reader_does_not_cost_the_others()
    {
        var input = _folder.Write("x.pdf", TestPdf.WithDeadlyPages("first", null, "third"));
        var run = Extract(input);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("page 2 could not be read", run.Error, StringComparison.Ordinal);
        using var result = Result("x.json");
        Assert.Equal(2, Assert.Single(result.RootElement.GetProperty("unread").EnumerateArray()).GetProperty("page").GetInt32());
        Assert.Equal(["text", "none", "text"], result.RootElement.GetProperty("pages").EnumerateArray().Select(page => page.GetProperty("origin").GetString()));
    }

    [Fact]
    public void The_same_inputs_give_the_same_bytes_and_messages_with_any_number_of_workers_in_any_culture()
    {
        for (var index = 0; index < 8; index++)
        {
            _folder.Write($"in/{index}.pdf", index == 5 ? TestPdf.WithText("x").AsSpan(0, 60) : TestPdf.WithTable($"{index}.5", "1,234.50", "34.26%", "x"));
        }

        (string, int, string, string) Outcome(string workers, string locale)
        {
            var run = TestedProgram.Run(
                ["extract", _folder.At("in"), "--output", Output, "--workers", workers, "--lang", "en"],
                ("LC_ALL", locale), ("LANG", locale));
            var bytes = string.Concat(Written().Select(name => name + File.ReadAllText(Path.Combine(Output, name))));
            Directory.Delete(Output, recursive: true);
            return (bytes, run.ExitCode, run.Out, run.Error);
        }

        var expected = Outcome("1", "C");
        Assert.Equal(3, expected.Item2);
        Assert.Equal(expected, Outcome("2", "zh_CN.UTF-8"));
        Assert.Equal(expected, Outcome("3", "de_DE.UTF-8"));
        Assert.Equal(expected, Outcome("2", "tr_TR.UTF-8"));
    }

    [Fact]
    public void The_language_follows_the_environment_and_the_option()
    {
        var input = _folder.At("missing.pdf");
        Assert.Contains("没有这个文件", TestedProgram.Run(["extract", input, "-o", Output], ("LC_ALL", "zh_CN.UTF-8")).Error, StringComparison.Ordinal);
        Assert.Contains("no such file", TestedProgram.Run(["extract", input, "-o", Output, "--lang=en"], ("LC_ALL", "zh_CN.UTF-8")).Error, StringComparison.Ordinal);
        Assert.Contains("没有这个文件", Extract(input, "--lang", "zh").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_fills_the_file_system_s_limit_gives_a_result()
    {
        // 83 characters of three bytes and ".pdf" are 253 bytes; with ".json" they just fit. Without an extension there are 85.
        var fits = _folder.Write(new string('财', 83) + ".pdf", TestPdf.WithText("x"));
        var full = _folder.Write(new string('政', 85), TestPdf.WithText("x"));
        var run = Extract(fits, full);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("too long", run.Error, StringComparison.Ordinal);
        Assert.Contains(new string('财', 83) + ".json", Written());
        Assert.Single(Written(), name => name.StartsWith(new string('政', 80), StringComparison.Ordinal));
    }

    [Fact]
    public void Inputs_of_the_same_name_do_not_overwrite_each_other()
    {
        var first = _folder.Write("a/x.pdf", TestPdf.WithText("first"));
        var second = _folder.Write("b/x.pdf", TestPdf.WithText("second"));
        var run = Extract(first, second);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("x~", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, Written().Count);
    }

    [Fact]
    public void An_output_folder_that_is_a_file_is_refused_before_anything_is_read()
    {
        var file = _folder.Write("file", "content"u8);
        var run = TestedProgram.Run(["extract", _folder.Write("x.pdf", TestPdf.WithText("x")), "--output", file]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is a file", run.Error, StringComparison.Ordinal);
        Assert.Equal("content", File.ReadAllText(file));
    }

    [Fact]
    public void An_output_folder_that_cannot_be_written_to_is_refused()
    {
        // /proc is read-only for everybody, the superuser included.
        var run = TestedProgram.Run(["extract", _folder.Write("x.pdf", TestPdf.WithText("x")), "--output", "/proc/results"]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("cannot be written to", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_costs_the_results_that_do_not_fit_and_leaves_no_half_of_one()
    {
        // A limit on the size of files fails as a full disk does, in the middle of a write; it needs no superuser.
        var small = _folder.Write("in/small.pdf", TestPdf.WithText("x"));
        var large = _folder.Write("in/large.pdf", TestPdf.WithText([.. Enumerable.Repeat("x", 200)]));
        var script = "trap '' XFSZ; ulimit -f 4; exec \"$@\"";
        var run = TestedProgram.RunOther(
            "bash", ["-c", script, "bash", TestedProgram.Path, "extract", large, small, "--output", Output, "--json"],
            ("DOTNET_EnableWriteXorExecute", "0"));
        Assert.Equal(3, run.ExitCode);
        using var summary = JsonDocument.Parse(run.Out);
        Assert.Equal("disk-full", summary.RootElement.GetProperty("inputs")[0].GetProperty("reason").GetString());
        Assert.Equal(["small.json"], Directory.GetFileSystemEntries(Output).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("")]
    [InlineData("extract")]
    [InlineData("extract x.pdf")]
    [InlineData("extract x.pdf --output")]
    [InlineData("extract x.pdf --output out --workers 0")]
    [InlineData("extract x.pdf --output out --otuput")]
    [InlineData("tables")]
    [InlineData("audit")]
    [InlineData("nonsense")]
    public void A_call_that_makes_no_sense_is_refused_with_a_hint(string arguments)
    {
        var run = TestedProgram.Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("extract --help")]
    [InlineData("tables --help")]
    [InlineData("audit --help")]
    [InlineData("schema --help")]
    public void Every_command_has_its_help_in_both_languages(string arguments)
    {
        var english = TestedProgram.Run(arguments.Split(' '));
        Assert.Equal(0, english.ExitCode);
        Assert.Contains("Usage:", english.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(english.Out, character => character >= '\u4e00');
        Assert.Contains("用法：", TestedProgram.Run([.. arguments.Split(' '), "--lang", "zh"]).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Quiet_says_nothing_where_nothing_failed()
    {
        var run = Extract(_folder.Write("x.pdf", TestPdf.WithText("x")), "--quiet");
        Assert.Equal(new Run(0, "", ""), run);
    }

    private Run Extract(params string[] arguments) => TestedProgram.Run(["extract", "--output", Output, .. arguments]);

    private List<string> Written() => [.. Directory.GetFileSystemEntries(Output).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private JsonDocument Result(string name) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Output, name)));
}
