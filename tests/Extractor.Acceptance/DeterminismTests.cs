using System.Buffers;
using Extractor.Core.Results;

namespace Extractor.Acceptance;

public class DeterminismTests
{
    [Fact]
    public void A_result_read_back_and_written_again_is_the_same_bytes()
    {
        var file = ResultFile.From(Fixture.Extract("sample"), new Producer("extractor", "test", "pdfium", null));
        var bytes = ResultFormat.Write(file).ToArray();
        Assert.Equal(bytes, ResultFormat.Write(ResultFormat.ReadResultFile(bytes)).ToArray());
    }

    [Fact]
    public void A_list_of_tables_is_written_again_byte_for_byte_with_the_evidence_of_its_joins()
    {
        var list = TableList.From(Fixture.Extract("shanghai-2018/writer-rows-cut"));
        var bytes = ResultFormat.Write(list).ToArray();
        var read = ResultFormat.ReadTableList(new(bytes));

        Assert.Equal(bytes, ResultFormat.Write(read).ToArray());
        Assert.Contains(read.Tables, table => table.Joins.Any(join => join.RowCut && !join.Evidence.IsEmpty));
    }
}
