using CsCheck;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Tests.Reconstruction;

public class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "甲", 1)]
    [InlineData("项目名称", "项目名称", 0)]
    [InlineData("项目名称", "项日名称", 0.25)]
    [InlineData("项目名称", "项目名", 0.25)]
    [InlineData("免费开放", "免。费开放", 0.2)]
    [InlineData("abc", "cab", 2 / 3.0)]
    public void It_is_the_share_of_the_longer_text_that_is_put_in_taken_out_or_replaced(string one, string other, double share)
    {
        Assert.Equal(share, EditDistance.Share(one, other), 0.0001);
        Assert.Equal(share, EditDistance.Share(other, one), 0.0001);
    }

    [Fact]
    public void So_many_characters_put_in_anywhere_are_so_many() =>
        Gen.Select(Gen.String[Gen.Char['a', 'y'], 1, 12], Gen.Int[0, 5]).SelectMany((text, more) => Gen.Int[0, text.Length].Array[more].Select(places => (text, places)))
            .Sample(drawn =>
            {
                var longer = drawn.places.Aggregate(drawn.text, (text, place) => text.Insert(place, "z"));
                Assert.Equal((double)drawn.places.Length / longer.Length, EditDistance.Share(drawn.text, longer), 0.0001);
            });
}
