using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Extractor.Cli.Tests;

/// <summary>The report through the real program: from documents with planted faults to a page that shows each where it is.</summary>
public sealed partial class ReportTests : IDisposable
{
    private static readonly string Faults = Path.Combine(TestedProgram.Repository, "fixtures", "shanghai-2018", "writer-every-fault", "input.pdf");

    private readonly TemporaryFolder _folder = new();

    private string Results => _folder.At("results");

    public ReportTests() => TestedProgram.Run(["extract", Faults, "--output", Results, "--quiet"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_error_is_shown_with_a_picture_in_which_something_is_printed_in_the_box()
    {
        var (run, page) = Report("--documents", Faults);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using var result = JsonDocument.Parse(File.ReadAllText(Path.Combine(Results, "input.json")));
        var errors = result.RootElement.GetProperty("forms").EnumerateArray().SelectMany(form => form.GetProperty("findings").EnumerateArray())
            .Where(finding => finding.GetProperty("severity").GetString() == "error").ToList();
        var cards = ErrorPattern().Matches(page).Select(card => card.Value).ToList();
        Assert.NotEmpty(errors);
        Assert.Equal(errors.Count, cards.Count);
        var strips = StripPattern().Matches(page).ToDictionary(strip => strip.Groups[1].Value, strip => Drawn.Of(strip));
        foreach (var card in cards)
        {
            var boxes = FigurePattern().Matches(card).SelectMany(figure => BoxPattern().Matches(figure.Value).Select(box => (Strip: strips[figure.Groups[1].Value], Box: box))).ToList();
            Assert.NotEmpty(boxes);
            Assert.All(boxes, box => Assert.True(box.Strip.HasInkIn(box.Box), card));
        }
    }

    [Fact]
    public void The_same_documents_give_the_same_bytes_with_any_number_of_workers()
    {
        foreach (var kind in new[] { "html", "xlsx", "csv" })
        {
            var made = new[] { "1", "2" }.Select(workers =>
            {
                var output = _folder.At($"report{workers}.{kind}");
                Assert.Equal(0, TestedProgram.Run(["report", "--results", Results, "--documents", Faults, "--output", output, "--workers", workers], ("TZ", workers == "1" ? "UTC" : "Asia/Shanghai")).ExitCode);
                return File.ReadAllBytes(output);
            }).ToList();
            Assert.Equal(made[0], made[1]);
        }
    }

    [Fact]
    public void A_document_in_an_archive_is_found_by_its_bytes()
    {
        using (var zip = ZipFile.Open(_folder.At("originals.zip"), ZipArchiveMode.Create))
        {
            zip.CreateEntryFromFile(Faults, "another name.pdf");
        }

        Assert.Contains("data:image/png", Report("--documents", _folder.At("originals.zip")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_is_not_there_costs_its_pictures_and_is_named()
    {
        Directory.CreateDirectory(_folder.At("empty"));
        var (run, page) = Report("--documents", _folder.At("empty"));

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("input.pdf: the document was not found", run.Error, StringComparison.Ordinal);
        Assert.Contains("No picture: no such file or folder", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data:image/png", page, StringComparison.Ordinal);
        Assert.Contains("stated is", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_documents_there_are_no_pictures_and_the_cells_are_told_as_texts()
    {
        var (run, page) = Report();

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.DoesNotContain("data:image/png", page, StringComparison.Ordinal);
        Assert.Matches("<tr><td><span class=\"key stated\"></span>[^<]+</td><td class=\"n\">[^<]+</td></tr>", page);
    }

    [Fact]
    public void A_store_is_reported_with_its_own_copies()
    {
        _folder.Write("inbox/表.pdf", File.ReadAllBytes(Faults));
        _folder.Write("inbox/locked.pdf", TestPdf.Encrypted());
        TestedProgram.Run(["watch", _folder.At("inbox"), "--store", _folder.At("store"), "--output", _folder.At("out"), "--once", "--settle", "0.2", "--scan", "0.2", "--quiet"]);
        Directory.Delete(_folder.At("inbox"), recursive: true);

        var run = TestedProgram.Run(["report", "--store", _folder.At("store"), "--output", _folder.At("report.html"), "--lang", "zh"]);

        Assert.Equal(0, run.ExitCode);
        var page = File.ReadAllText(_folder.At("report.html"));
        Assert.Contains("<h3>表.pdf</h3>", page, StringComparison.Ordinal);
        Assert.Contains("data:image/png", page, StringComparison.Ordinal);
        Assert.Matches("<td>locked.pdf</td><td>文件已加密", page);
    }

    [Fact]
    public void A_workbook_and_a_table_have_every_finding()
    {
        var all = JsonDocument.Parse(TestedProgram.Run(["report", "--results", Results, "--output", _folder.At("r.csv"), "--json"]).Out).RootElement.GetProperty("findings");
        var count = all.EnumerateObject().Sum(severity => severity.Value.GetInt32());
        var lines = File.ReadAllText(_folder.At("r.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(_folder.At("r.csv"))[..3]);
        Assert.StartsWith("Severity,Rule,Document,", lines[0], StringComparison.Ordinal);
        Assert.Equal(count + 1, lines.Length);

        Assert.Equal(0, TestedProgram.Run(["report", "--results", Results, "--output", _folder.At("r.xlsx")]).ExitCode);
        using var workbook = ZipFile.OpenRead(_folder.At("r.xlsx"));
        using var sheet = new StreamReader(workbook.GetEntry("xl/worksheets/sheet2.xml")!.Open());
        Assert.Equal(count + 1, RowPattern().Count(sheet.ReadToEnd()));
    }

    [Theory]
    [InlineData("--results", "nowhere", "report.html", "nowhere")]
    [InlineData("--results", ".", "report.docx", "report.docx")]
    [InlineData("--store", "nowhere", "report.html", "nowhere")]
    [InlineData("--documents", ".", "report.html", "--results")]
    public void What_makes_no_sense_is_bad_usage(string option, string value, string output, string named)
    {
        var run = TestedProgram.Run(["report", option, value, "--output", _folder.At(output)]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.At(output)));
    }

    private (Run Run, string Page) Report(params string[] more)
    {
        var output = _folder.At("report.html");
        var run = TestedProgram.Run(["report", "--results", Results, "--output", output, .. more]);
        return (run, File.ReadAllText(output));
    }

    /// <summary>A strip of a page: where it is, and its pixels, of which 3 is white.</summary>
    private sealed record Drawn(double Left, double Top, double Width, double Height, int Columns, byte[][] Rows)
    {
        public static Drawn Of(Match strip)
        {
            double Measure(int group) => double.Parse(strip.Groups[group].Value, CultureInfo.InvariantCulture);
            var (columns, rows) = FourGreys.Decode(Convert.FromBase64String(strip.Groups[6].Value));
            return new Drawn(Measure(2), Measure(3), Measure(4), Measure(5), columns, rows);
        }

        public bool HasInkIn(Match box)
        {
            double Measure(int group) => double.Parse(box.Groups[group].Value, CultureInfo.InvariantCulture);
            int Column(double points) => Math.Clamp((int)((points - Left) / Width * Columns), 0, Columns - 1);
            int Row(double points) => Math.Clamp((int)((points - Top) / Height * Rows.Length), 0, Rows.Length - 1);
            var (left, top) = (Measure(1), Measure(2));
            return Rows[Row(top)..Row(top + Measure(4))].Any(row => row.AsSpan(Column(left)..Column(left + Measure(3))).Contains((byte)0));
        }
    }

    [GeneratedRegex("<article class=\"finding error.*?</article>", RegexOptions.Singleline)]
    private static partial Regex ErrorPattern();

    [GeneratedRegex("<image id=\"([^\"]*)\" x=\"([^\"]*)\" y=\"([^\"]*)\" width=\"([^\"]*)\" height=\"([^\"]*)\" preserveAspectRatio=\"none\" href=\"data:image/png;base64,([^\"]*)\"/>")]
    private static partial Regex StripPattern();

    [GeneratedRegex("<figure>.*?<use href=\"#([^\"]*)\"/>.*?</figure>", RegexOptions.Singleline)]
    private static partial Regex FigurePattern();

    [GeneratedRegex("<rect class=\"(?:stated|term)\" x=\"([^\"]*)\" y=\"([^\"]*)\" width=\"([^\"]*)\" height=\"([^\"]*)\"/>")]
    private static partial Regex BoxPattern();

    [GeneratedRegex("<row ")]
    private static partial Regex RowPattern();
}
