using System.Text.Json;

namespace Extractor.Cli.Tests;

public sealed class TablesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_table_is_printed_as_the_contract_says()
    {
        var run = TestedProgram.Run(["tables", _folder.Write("x.pdf", TestPdf.WithTable("a", "b", "c", "d")), "--json"]);
        Assert.Equal(0, run.ExitCode);
        using var list = JsonDocument.Parse(run.Out);
        var table = Assert.Single(list.RootElement.GetProperty("tables").EnumerateArray());
        Assert.Equal([1], table.GetProperty("pages").EnumerateArray().Select(page => page.GetInt32()));
        Assert.Equal((2, 2), (table.GetProperty("rowCount").GetInt32(), table.GetProperty("columnCount").GetInt32()));
        var cells = table.GetProperty("cells").EnumerateArray().ToList();
        Assert.Equal(["a", "b", "c", "d"], cells.Select(cell => cell.GetProperty("text").GetString()));
        Assert.Equal((1, 1, 1, 1), (Number(cells[3], "row"), Number(cells[3], "column"), Number(cells[3], "rowSpan"), Number(cells[3], "columnSpan")));
        var place = Assert.Single(cells[0].GetProperty("provenance").EnumerateArray());
        Assert.Equal(1, Number(place, "page"));
        Assert.Equal([100m, 82m, 300m, 112m], place.GetProperty("box").EnumerateArray().Select(side => decimal.Round(side.GetDecimal())));
    }

    [Fact]
    public void Tables_are_listed_row_by_row_for_a_person()
    {
        var run = TestedProgram.Run(["tables", _folder.Write("x.pdf", TestPdf.WithTable("a", "b", "c", "d"))]);
        Assert.Contains("2 rows, 2 columns", run.Out, StringComparison.Ordinal);
        Assert.Contains("   1  a │ b\n   2  c │ d\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_input_that_cannot_be_read_is_told()
    {
        var run = TestedProgram.Run(["tables", _folder.Write("x.pdf", "text"u8), "--json"]);
        Assert.Equal((3, ""), (run.ExitCode, run.Out));
        Assert.Contains("not of a kind that is read", run.Error, StringComparison.Ordinal);
    }

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
