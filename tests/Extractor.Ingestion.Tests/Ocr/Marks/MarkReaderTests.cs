namespace Extractor.Ingestion.Tests.Ocr.Marks;

/// <summary>Marks that a recogniser confuses, each drawn and read wrongly.</summary>
public sealed class MarkReaderTests
{
    private const double Unsure = 0.7;

    [Theory]
    [InlineData("田口；田口", "田口：田口")]
    [InlineData("田口，田口", "田口.田口")]
    [InlineData("田口，田口", "田口、田口")]
    [InlineData("田口、田口", "田口，田口")]
    [InlineData("田口。田口", "田口.田口")]
    [InlineData("田“口”田", "田\"口\"田")]
    [InlineData("≥95%", ">95%")]
    [InlineData("≥95%", "V95%")]
    [InlineData("≥95%", "N95%")]
    [InlineData("≤95%", "<95%")]
    [InlineData("≤95%", "M95%")]
    [InlineData(">95%", "≥95%")]
    [InlineData(">95%", "v95%")]
    [InlineData("=95%", "n95%")]
    [InlineData("95%", "959")]
    [InlineData("1—5田", "1一5田")]
    [InlineData("1-5田", "1—5田")]
    [InlineData("1.田口", "1。田口")]
    [InlineData("95.19", "95。19")]
    public void A_mark_is_told_by_its_ink(string printed, string read) => Assert.Equal(printed, DrawnLine.Corrected(printed, read, Unsure).Text);

    [Theory]
    [InlineData("田口；田口，田口：田、口。")]
    [InlineData("田“口”田")]
    [InlineData("≥95%")]
    [InlineData("≤95%")]
    [InlineData(">95%")]
    [InlineData("<95%")]
    [InlineData("=95")]
    [InlineData("1,951.95")]
    [InlineData("19")]
    public void What_was_read_right_stays(string printed) => Assert.Equal(printed, DrawnLine.Corrected(printed, printed, Unsure).Text);

    [Theory]
    [InlineData(">95%")]
    [InlineData("<95%")]
    public void An_angle_without_a_bar_is_not_quite_sure(string printed) => Assert.True(DrawnLine.Corrected(printed, printed, Unsure).Least <= 0.9);

    [Fact]
    public void What_the_ink_says_against_a_recogniser_that_is_sure_is_in_doubt() =>
        Assert.True(DrawnLine.Corrected("田口；田口", "田口：田口", 0.99) is { Text: "田口；田口", Least: <= 0.97 } or { Text: "田口：田口", Least: <= 0.6 });
}
