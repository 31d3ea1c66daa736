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
}
