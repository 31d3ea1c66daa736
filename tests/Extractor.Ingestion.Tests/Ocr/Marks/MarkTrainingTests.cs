using System.Text;
using Extractor.Ingestion.Ocr.Marks;

namespace Extractor.Ingestion.Tests.Ocr.Marks;

public sealed class MarkTrainingTests
{
    private static readonly PerceptronFitting Fitting = new(HiddenUnits: 8, Rounds: 60, Decay: 0.01);
    private static readonly Rune[] Printed = [new('；'), new('：'), new('字')];

    [Fact]
    public void What_tells_marks_apart_is_learned()
    {
        var model = MarkTraining.Fit(Drawn(300, 1), Fitting).Model;
        var unseen = Drawn(300, 2);
        Assert.All(unseen, example => Assert.Equal(MarkClasses.Of(example.Printed), model.Read(example.Figures.AsSpan()).Best));
    }

    [Fact]
    public void Each_document_is_judged_by_models_that_have_not_seen_it_and_what_was_made_is_not_judged()
    {
        var examples = Drawn(300, 3);
        var judged = MarkTraining.Fit([.. examples, .. examples.Take(50).Select(example => example with { IsMade = true })], Fitting).HeldOut;
        Assert.Equal(examples.Count, judged.Length);
        Assert.All(judged, mark => Assert.True(mark.IsRight));
    }

    [Fact]
    public void The_same_examples_give_the_same_file_and_it_reads_back_the_same()
    {
        var json = MarkTraining.Fit(Drawn(120, 4), Fitting).Model.ToJson("drawn");
        Assert.Equal(json, MarkTraining.Fit(Drawn(120, 4), Fitting).Model.ToJson("drawn"));
        var read = MarkModel.Parse(json);
        Assert.NotNull(read);
        Assert.Equal(json, read.ToJson("drawn"));
    }

    [Fact]
    public void A_sign_that_was_hardly_seen_is_not_known()
    {
        var model = MarkTraining.Fit(Drawn(300, 5), Fitting).Model;
        Assert.True(model.Knows(MarkClasses.Of(new Rune('；'))));
        Assert.False(model.Knows(MarkClasses.Of(new Rune('‰'))));
    }

    [Fact]
    public void Marks_of_one_document_are_too_few() =>
        Assert.Throws<ArgumentException>(() => MarkTraining.Fit([.. Drawn(30, 6).Select(example => example with { Document = 1 })]));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"features":"marks 1"}""")]
    [InlineData("""{"features":"another","signs":"","temperature":1,"examples":[],"hidden":[],"output":[]}""")]
    [InlineData("""{"features":"marks 1","signs":"","temperature":1,"examples":["x"],"hidden":[[]],"output":[]}""")]
    public void What_is_no_model_of_this_version_is_none(string json) => Assert.Null(MarkModel.Parse(Encoding.UTF8.GetBytes(json)));

    /// <summary>Each kind has figures of its own, and noise.</summary>
    private static List<MarkExample> Drawn(int count, int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, count).Select(i =>
            {
                var figures = Enumerable.Range(0, MarkFeatures.Count).Select(at => (float)(random.NextDouble() * 0.2)).ToArray();
                figures.AsSpan(40 * (i % Printed.Length), 40).Fill(0.8f);
                return new MarkExample(i / Printed.Length % 6, new Rune('：'), Printed[i % Printed.Length], [.. figures]);
            }),
        ];
    }
}
