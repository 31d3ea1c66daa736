using System.Text;
using Extractor.Ingestion.Ocr.Confidence;

namespace Extractor.Ingestion.Tests.Ocr.Confidence;

public class ConfidenceTrainingTests
{
    [Fact]
    public void Confidence_means_what_it_says_on_documents_not_learned_from()
    {
        var trained = ConfidenceTraining.Fit(Drawn(6000, 1));
        var unseen = Drawn(6000, 2).Select(example => (trained.Model.Probability(example.Line), example.IsRight)).ToArray();
        Assert.All(
            ReliabilityTable.Of(unseen).Where(bin => bin.Count >= 200),
            bin => Assert.InRange(bin.MeanConfidence - ((double)bin.Right / bin.Count), -0.05, 0.05));
    }

    [Fact]
    public void Engines_that_agree_make_a_line_surer_and_a_doubtful_character_less()
    {
        var model = ConfidenceTraining.Fit(Drawn(4000, 3)).Model;
        var line = new LineEvidence("3,082.00", 0.9, 0.98);
        Assert.True(model.Probability(line with { Second = "3,082.00" }) > model.Probability(line with { Second = "3,002.00" }));
        Assert.True(model.Probability(line with { LowestProbability = 0.4 }) < model.Probability(line));
    }

    [Fact]
    public void A_model_says_the_same_after_it_was_written_and_read()
    {
        var trained = ConfidenceTraining.Fit(Drawn(1000, 4));
        var json = trained.Model.ToJson("drawn lines", trained.HeldOut);
        var read = ConfidenceModel.Parse(json);
        Assert.NotNull(read);
        Assert.All(Drawn(50, 5), example => Assert.Equal(trained.Model.Probability(example.Line), read.Probability(example.Line)));
        Assert.Equal(json, ConfidenceTraining.Fit(Drawn(1000, 4)).Model.ToJson("drawn lines", trained.HeldOut));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"bias":1}""")]
    [InlineData("""{"bias":1,"features":[{"name":"another","mean":0,"scale":1,"weight":1}],"curve":[]}""")]
    public void What_is_no_model_of_this_version_is_none(string json) => Assert.Null(ConfidenceModel.Parse(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Lines_of_one_document_are_too_few() =>
        Assert.Throws<ArgumentException>(() => ConfidenceTraining.Fit([.. Drawn(100, 6).Select(example => example with { Document = 3 })]));

    /// <summary>Right as often as the lowest probability says, more often where the second engine agrees.</summary>
    private static List<ConfidenceExample> Drawn(int count, int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, count).Select(i =>
            {
                var lowest = 1 - Math.Pow(random.NextDouble(), 2);
                var right = random.NextDouble() < lowest;
                var agrees = random.NextDouble() < (right ? 0.9 : 0.05);
                var text = new string('1', random.Next(1, 9));
                return new ConfidenceExample(i % 20, new LineEvidence(text, lowest, Math.Sqrt(lowest)) { Second = agrees ? text : text + "7", IsNumber = i % 3 == 0 }, right);
            }),
        ];
    }
}
