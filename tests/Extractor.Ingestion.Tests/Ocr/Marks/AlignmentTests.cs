using Extractor.Ingestion.Ocr.Marks;

namespace Extractor.Ingestion.Tests.Ocr.Marks;

public sealed class AlignmentTests
{
    [Theory]
    [InlineData("归档：细化", "归档；细化", "01234")]
    [InlineData("V95%", "≥95%", "0123")]
    [InlineData("归档细化", "归档；细化", "0  4")]
    [InlineData("W95%", "95%", "  12")]
    [InlineData("一二三", "甲乙丙", "   ")]
    [InlineData("", "", "")]
    public void What_stands_for_what_is_said_where_it_is_sure(string read, string printed, string places) =>
        Assert.Equal(places, string.Concat(Alignment.Of(read, printed).Select(place => place is { } there ? (char)('0' + there) : ' ')));
}
