using System.Text;
using CsCheck;
using Extractor.Pipeline.Delivery;

namespace Extractor.Pipeline.Tests.Delivery;

public class OutputNamesTests
{
    [Theory]
    [InlineData("/in/预算.pdf", "预算.json")]
    [InlineData("/in/a.b.PDF", "a.b.json")]
    [InlineData("/in/noextension", "noextension.json")]
    public void An_input_gives_its_name_to_its_result(string input, string expected)
    {
        var name = Assert.Single(OutputNames.For([input], ".json"));
        Assert.Equal(expected, name.Name);
        Assert.False(name.Altered);
    }

    [Fact]
    public void A_name_that_is_taken_gets_a_mark_of_its_own()
    {
        var names = OutputNames.For(["/a/x.pdf", "/b/x.pdf", "/c/x.PDF"], ".json");
        Assert.Equal("x.json", names[0].Name);
        Assert.All(names.Skip(1), name =>
        {
            Assert.Matches("^x~[0-9a-f]{8}\\.json$", name.Name);
            Assert.True(name.Altered);
        });
        Assert.Equal(3, names.Select(name => name.Name).Distinct().Count());
    }

    [Theory]
    [InlineData(83, false)]
    [InlineData(84, true)]
    public void A_name_of_Chinese_characters_is_cut_only_when_it_must(int characters, bool cut)
    {
        var stem = new string('财', characters);
        var name = Assert.Single(OutputNames.For([$"/in/{stem}"], ".json"));
        Assert.Equal(cut, name.Altered);
        Assert.True(Encoding.UTF8.GetByteCount(name.Name) <= 255);
        Assert.StartsWith(new string('财', cut ? 80 : 83), name.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_input_has_a_name_of_its_own_that_fits() =>
        Gen.String[Gen.Char["财政a~ "], 0, 100].Array[1, 20].Sample(stems =>
        {
            var inputs = stems.Select((stem, index) => $"/{index}/{stem}.pdf").ToArray();
            var names = OutputNames.For(inputs, ".json");
            Assert.Equal(inputs.Length, names.Select(name => name.Name).Distinct(StringComparer.Ordinal).Count());
            Assert.All(names, name => Assert.True(Encoding.UTF8.GetByteCount(name.Name) <= 255));
        });
}
