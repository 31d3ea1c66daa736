using Extractor.Pipeline.Delivery.Exports;

namespace Extractor.Pipeline.Tests.Delivery.Exports;

public class ParquetTests
{
    /// <summary>What a query over Parquet files gives, as CSV without a header.</summary>
    private static string Query(TemporaryFolder folder, string sql)
    {
        var answer = folder.At("answer.csv");
        using (var database = DuckDatabase.Create(folder.At("reading.duckdb")))
        {
            database.Execute($"COPY ({sql}) TO {DuckDatabase.Literal(answer)} (HEADER false)");
        }

        File.Delete(folder.At("reading.duckdb"));
        return File.ReadAllText(answer);
    }

    [Fact]
    public void Numbers_are_exact_decimals_and_texts_texts()
    {
        using var folder = new TemporaryFolder();
        Export.Write(ExportFormat.Parquet, folder.At("out"), SampleDocuments.All, new ExportOptions("0.1.0"));
        var funds = DuckDatabase.Literal(folder.At("out", "funds.parquet"));
        Assert.Equal(
            "1,342.770000000000,342.77,0.342600000000,34.26%,\"DECIMAL(38,12)\",VARCHAR,false\n2,-5.000000000000,-5.00,,136.250.54,\"DECIMAL(38,12)\",VARCHAR,false\n",
            Query(folder, $"SELECT row, executed, executed_text, rate, rate_text, typeof(executed), typeof(document), superseded FROM {funds}"));
        Assert.Equal("1000.500000000000\n", Query(folder, $"SELECT sum(annual_budget) FROM {funds}"));
    }

    [Fact]
    public void Documents_that_could_not_be_read_and_texts_with_a_NUL_are_there()
    {
        using var folder = new TemporaryFolder();
        Export.Write(ExportFormat.Parquet, folder.At("out"), [SampleDocuments.All[1], SampleDocuments.Saying("a\0𠮷b", sequence: 9)], new ExportOptions("0.1.0"));
        Assert.Equal("refused,encrypted\nresult,\n", Query(folder, $"SELECT outcome, reason FROM {DuckDatabase.Literal(folder.At("out", "documents.parquet"))}"));
        Assert.Equal("4,98\n", Query(folder, $"SELECT length(title), unicode(title[4]) FROM {DuckDatabase.Literal(folder.At("out", "forms.parquet"))}"));
    }

    [Fact]
    public void A_failing_statement_says_why()
    {
        using var folder = new TemporaryFolder();
        using var database = DuckDatabase.Create(folder.At("x.duckdb"));
        Assert.Contains("no_such_table", Assert.Throws<IOException>(() => database.Execute("SELECT * FROM no_such_table")).Message, StringComparison.Ordinal);
    }
}
