using System.Collections.Immutable;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Tests.Reconstruction;

/// <summary>A merged label over a page break that runs through its characters, beside a cell that ends above the break.</summary>
public sealed class LabelsAtBreakTests
{
    private const double Top = 700, Unsure = 0.05, Width = 100;

    [Fact]
    public void What_is_left_of_a_label_below_the_break_is_that_label()
    {
        var lines = Whole(["质量指标"], ["一里日", "质里指你"]);
        Assert.Equal("质量指标", string.Concat(lines.Select(line => line.Text)));
        Assert.All(lines, line => Assert.True(line.Confidence <= Unsure && line.Reading!.Alternatives.Length > 0));
    }

    [Fact]
    public void Another_text_below_stays() => Assert.Equal("时效指标", Only(Whole(["质量指标"], ["时效指标"], below: 0.9)));

    [Fact]
    public void What_is_no_label_above_says_nothing() => Assert.Equal("质里指你", Only(Whole(["质量宿标"], ["质里指你"])));

    [Fact]
    public void A_label_that_is_whole_above_is_not_cut() => Assert.Equal("质里指你", Only(Whole(["质量指标"], ["质里指你"], fromBreak: 20)));

    [Fact]
    public void A_cell_that_is_closed_above_does_not_go_on() => Assert.Equal("质里指你", Only(Whole(["质量指标"], ["质里指你"], isOpen: false)));

    [Fact]
    public void Without_a_page_before_all_stays()
    {
        var page = Page(2, Fragment(2, 50, [("质里指你", Unsure)], 50, isOpen: true));
        Assert.Same(page, LabelsAtBreak.Whole(page, null, ["质量指标"]));
    }

    [Fact]
    public void Flat_strokes_among_what_is_left_are_dashes() =>
        Assert.Equal("质量指标", string.Concat(Whole(["质量指标"], [("———", 0.99), ("坝里]日你", Unsure)]).Select(line => line.Text)));

    private static string Only(IEnumerable<TextLine> lines) => Assert.Single(lines).Text;

    private static ImmutableArray<TextLine> Whole(string[] aboveBreak, string[] belowBreak, double below = Unsure, double fromBreak = 0, bool isOpen = true) =>
        Whole(aboveBreak, [.. belowBreak.Select(text => (text, below))], fromBreak, isOpen);

    private static ImmutableArray<TextLine> Whole(string[] aboveBreak, (string Text, double Confidence)[] belowBreak, double fromBreak = 0, bool isOpen = true)
    {
        var upper = Page(1, Fragment(1, Top, [.. aboveBreak.Select(text => (text, Unsure))], Top + 40 - fromBreak - (7 * aboveBreak.Length), isOpen));
        var lower = Page(2, Fragment(2, 50, belowBreak, 50, isOpen: true));
        return LabelsAtBreak.Whole(lower, upper, ["质量指标", "时效指标"]).Fragments[0].Cells[0].Lines;
    }

    private static PageLayout Page(int number, Fragment fragment) => new(number, 600, 800, [fragment], []);

    private static Fragment Fragment(int page, double top, (string Text, double Confidence)[] label, double first, bool isOpen) => new(
        page, new Box(40, top, 40 + (2 * Width), top + 40), [40, 40 + Width, 40 + (2 * Width)], [top, top + 40],
        [
            new Cell(0, 0, 1, 1, new Box(40, top, 40 + Width, top + 40), [.. label.Select((line, i) => Line(line.Text, 50, first + (7 * i), line.Confidence))], isOpen, isOpen),
            new Cell(0, 1, 1, 1, new Box(40 + Width, top, 40 + (2 * Width), top + 40), [Line("系统可用率", 150, top + 15, 0.99)], false, false),
        ]);

    private static TextLine Line(string text, double left, double top, double confidence) =>
        new(text, new Box(left, top, left + (10 * text.Length), top + 7), 10, 10, 10, 10, false, false, confidence) { Reading = new LineReading(Reader.PpOcr, []) };
}
