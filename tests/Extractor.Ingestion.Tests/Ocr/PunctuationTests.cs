using System.Collections.Immutable;
using System.Text;
using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr;
using Extractor.Ingestion.Ocr.Marks;

namespace Extractor.Ingestion.Tests.Ocr;

/// <summary>Signs that a recogniser confuses while it is sure, each drawn and read wrongly.</summary>
public sealed class PunctuationTests
{
    private const int Em = 40;

    private static readonly MarkModel Model = OcrModels.Shipped.ReadMarks();

    /// <summary>Signs by rows of pixels, four by four each: # is ink.</summary>
    private static readonly Dictionary<char, string[]> Shapes = new()
    {
        ['<'] = ["....#", "...#.", "..#..", ".#...", "#....", ".#...", "..#..", "...#.", "....#"],
        ['≤'] = ["....#", "...#.", ".##..", "#....", ".##..", "...#.", "....#", ".....", "#####"],
        ['≥'] = ["#....", ".#...", "..##.", "....#", "..##.", ".#...", "#....", ".....", "#####"],
        ['>'] = ["#....", ".#...", "..##.", "....#", "..##.", ".#...", "#...."],
        ['2'] = [".###.", "#...#", "....#", "...#.", "..#..", ".#...", "#....", "#####"],
        ['='] = ["######", "######", "......", "......", "######", "######"],
        ['%'] = ["##..#", "##.#.", "...#.", "..#..", ".#...", ".#.##", "#..##"],
        ['；'] = ["#", "#", ".", ".", ".", "#", "#", "#", "#"],
        ['：'] = ["#", "#", ".", ".", ".", ".", ".", "#", "#"],
        ['口'] = ["#######", "#.....#", "#.....#", "#.....#", "#.....#", "#.....#", "#.....#", "#######"],
        ['1'] = [".#.", "##.", ".#.", ".#.", ".#.", ".#.", ".#.", "###"],
        ['—'] = ["##########"],
    };

    [Fact]
    public void A_figure_that_is_lower_than_the_next_is_a_bound()
    {
        var line = ReadLine(('>', '2', 0), ('1', '1', 3));
        Assert.Equal(">1", line.Text);
        Assert.True(line.Least <= 0.6);
    }

    [Theory]
    [InlineData('八')]
    [InlineData('И')]
    public void A_letter_before_a_number_that_is_one_by_its_ink_is_a_bound(char read)
    {
        var line = ReadLine(('≤', read, 0), ('1', '1', 3), ('2', '2', 3));
        Assert.Equal("≤12", line.Text);
        Assert.True(line.Least <= 0.6);
        Assert.Equal("≤", Read(('≤', read, 0)));
    }

    [Fact]
    public void A_letter_that_is_no_bound_stays()
    {
        Assert.Equal("八12", Read(('口', '八', 0), ('1', '1', 3), ('2', '2', 3)));
        Assert.Equal("八口", Read(('≤', '八', 0), ('口', '口', 3)));
    }

    [Fact]
    public void Nor_is_a_figure_lost_where_the_bound_was_read_as_the_first_of_two()
    {
        var ink = Drawing([(Shapes['>'], 0), (Shapes['2'], 3), (Shapes['2'], 3)], out var boxes);
        Assert.Equal(">22", Corrected(Line([(boxes[0], '2'), (boxes[1] with { Right = boxes[2].Right }, '2')]), ink).Text);
    }

    [Fact]
    public void Two_equal_figures_behind_a_bound_that_were_read_as_one_are_two()
    {
        var ink = Drawing([(Shapes['>'], 0), (Shapes['2'], 3), (Shapes['2'], 3)], out var boxes);
        var both = boxes[0] with { Right = boxes[1].Right, Top = boxes[1].Top, Bottom = boxes[1].Bottom };
        var line = Corrected(Line([(both, '>'), (boxes[2], '2')]), ink);
        Assert.Equal(">22", line.Text);
        Assert.True(line.Least <= 0.6);
    }

    [Fact]
    public void Two_characters_that_are_as_wide_as_three_are_in_doubt()
    {
        string[] wide = ["#############"];
        var ink = Drawing([(wide, 0), (Shapes['口'], 2), (Shapes['口'], 2)], out var boxes);
        Assert.True(Corrected(Line([(boxes[0], '目'), (boxes[1] with { Right = boxes[2].Right }, '工')]), ink).Least <= 0.6);
        Assert.True(Corrected(Line([(boxes[1], '目'), (boxes[2], '工')]), ink).Least > 0.9);
    }

    [Theory]
    [InlineData(0.4, "口")]
    [InlineData(0.95, "：口")]
    public void A_doubtful_mark_without_ink_at_the_beginning_is_none(double confidence, string text)
    {
        var ink = Drawing([(Shapes['口'], 20)], out var boxes);
        var line = Line([(new PixelBox(4, 4, 4, 4), '：'), (boxes[0], '口')]);
        Assert.Equal(text, Corrected(line with { Characters = line.Characters.SetItem(0, line.Characters[0].AtMost(confidence)) }, ink).Text);
    }

    [Fact]
    public void One_as_high_as_the_next_stays() => Assert.Equal("21", Read(('2', '2', 0), ('1', '1', 3)));

    [Fact]
    public void A_figure_with_ink_before_it_that_is_no_bound_is_in_doubt() => Assert.True(ReadAsOne('1', '口', '1').Least <= 0.6);

    // In small type a bound and a figure are no wider together than one figure of larger type; but wider than the next figure.
    [Theory]
    [InlineData(29, '0', 0.6)]
    [InlineData(20, '0', 0.99)]
    [InlineData(29, '1', 0.99)]
    public void A_figure_that_is_as_wide_as_two_of_its_line_is_in_doubt(int width, char next, double least)
    {
        var (ink, first, second) = (new Bitmap(600, 60, new byte[600 * 60]), new PixelBox(4, 4, 4 + width, 36), new PixelBox(40, 4, 55, 36));
        foreach (var box in (PixelBox[])[first, second])
        {
            for (var y = box.Top; y < box.Bottom; y++)
            {
                ink.Ink.AsSpan((y * ink.Width) + box.Left, box.Width).Fill(1);
            }
        }

        Assert.Equal(least, Corrected(Line([(first, '2'), (second, next)]), ink).Characters[0].Read.Confidence);
    }

    [Theory]
    [InlineData("136.250.54", "136,250.54")]
    [InlineData("10.720.271.72", "10,720,271.72")]
    [InlineData("253,0036", "253.0036")]
    [InlineData("3,460,880", "3,460,880")]
    [InlineData("3,460", "3,460")]
    [InlineData("1.5", "1.5")]
    [InlineData("1.2.3", "1.2.3")]
    public void Figures_are_grouped_by_three_and_have_one_point(string read, string text) =>
        Assert.Equal(text, MarksOfPart.WithoutBlanksBesideWideForms(Corrected(Line(read.Select(sign => (new PixelBox(0, 0, 0, 0), sign))), new Bitmap(1, 1, new byte[1]))).Text);

    // 6,174 of a coarse scan.
    [Theory]
    [InlineData("6.174", 0.97, 0.6)]
    [InlineData("6.174", 0.99, 0.99)]
    [InlineData("0.174", 0.97, 0.97)] // no number that is grouped begins with 0
    [InlineData("6.17", 0.97, 0.97)]
    [InlineData("1234.567", 0.97, 0.97)]
    public void A_point_before_three_figures_that_may_be_a_comma_is_in_doubt(string read, double sure, double surest)
    {
        var line = Line(read.Select(sign => (new PixelBox(0, 0, 0, 0), sign)));
        var corrected = Corrected(line with { Characters = [.. line.Characters.Select(character => character.AtMost(sure))] }, new Bitmap(1, 1, new byte[1]));
        Assert.Equal((read, surest), (corrected.Text, corrected.Characters[read.IndexOf('.', StringComparison.Ordinal)].Read.Confidence));
    }

    [Theory]
    [InlineData("10.", "10")]
    [InlineData("100)", "100")]
    [InlineData("100）", "100")]
    [InlineData("口.", "口.")]
    [InlineData("(100", "100")]
    [InlineData("(100)", "(100)")]
    [InlineData("5%", "5%")]
    public void What_ends_no_number_is_dust(string read, string text) =>
        Assert.Equal(text, Corrected(Line(read.Select(sign => (new PixelBox(0, 0, 0, 0), sign))), new Bitmap(1, 1, new byte[1])).Text);

    [Theory]
    [InlineData("164.70", "6.2", "164,706.2")]
    [InlineData("1,799,", "520", "1,799,520")]
    [InlineData("12.5", "13.5", "12.513.5")]
    public void A_number_may_go_on_in_the_next_line_where_that_is_shorter(string first, string second, string text) =>
        Assert.Equal(text, string.Concat(CorrectedAll([.. new[] { first, second }.Select(line => Line(line.Select(sign => (new PixelBox(0, 0, 1, 1), sign))))], new Bitmap(1, 1, new byte[1])).Select(line => line.Text)));

    [Theory]
    [InlineData("口，口；口:", "口，口；口：")]
    [InlineData("口,口：", "口,口:")]
    [InlineData("口，口,口:", "口，口,口：")]
    [InlineData("口口,", "口口，")]
    [InlineData("口1,", "口1,")]
    public void A_mark_at_the_end_of_a_line_is_as_wide_as_those_within(string read, string text) =>
        Assert.Equal(text, Corrected(Line(read.Select(sign => (new PixelBox(0, 0, 0, 0), sign))), new Bitmap(1, 1, new byte[1])).Text);

    [Theory]
    [InlineData("1。口", "1.口")]
    [InlineData("12。口", "12.口")]
    [InlineData("口1。", "口1。")]
    public void The_number_of_a_paragraph_ends_with_a_point(string read, string text)
    {
        string[] wide = ["##", "##"];
        var ink = Drawing([.. read.Select(sign => (sign == '。' ? ["..", "..", "..", "..", "..", .. wide] : Shapes[sign == '2' ? '1' : sign], 3))], out var boxes);
        var dot = read.IndexOf('。');
        boxes[dot] = boxes[dot] with { Top = boxes[dot].Top + 20 };
        Assert.Equal(text, Corrected(Line(boxes.Zip(read)), ink).Text);
    }

    [Theory]
    [InlineData("口 （口", "口（口")]
    [InlineData("口） 口", "口）口")]
    [InlineData("口 (口", "口 (口")]
    public void What_looks_like_a_space_beside_a_wide_bracket_is_its_own(string read, string text) => Assert.Equal(
        text, MarksOfPart.WithoutBlanksBesideWideForms(Corrected(Line(read.Select(sign => (new PixelBox(0, 0, 0, 0), sign))), new Bitmap(1, 1, new byte[1]))).Text);

    [Fact]
    public void Holes_tell_per_mille_from_per_cent()
    {
        string[] rings = ["###..###..###", "#.#..#.#..#.#", "###..###..###"];
        var ink = Drawing([(rings, 0)], out var boxes);
        Assert.Equal(3, Ingestion.Ocr.Shapes.Holes(ink, boxes[0], leastPixels: 3));
    }

    [Theory]
    [InlineData("“口\"口“口”", "“口”口“口”")]
    [InlineData("\"口”", "“口”")]
    [InlineData("\"口\"", "\"口\"")]
    public void Quotation_marks_are_paired(string read, string text) =>
        Assert.Equal(text, Corrected(Line(read.Select(sign => (new PixelBox(0, 0, 0, 0), sign))), new Bitmap(1, 1, new byte[1])).Text);

    /// <summary>A line of which two signs were read as one.</summary>
    private static PlacedLine ReadAsOne(char read, params char[] printed)
    {
        var ink = Drawing([.. printed.Select((sign, i) => (Shapes[sign], 5 * i))], out var boxes);
        return Corrected(Line([(boxes[0] with { Right = boxes[^1].Right, Bottom = boxes.Max(box => box.Bottom), Top = boxes.Min(box => box.Top) }, read)]), ink);
    }

    private static string Read(params (char Printed, char Read, int Gap)[] signs) => ReadLine(signs).Text;

    private static PlacedLine ReadLine(params (char Printed, char Read, int Gap)[] signs)
    {
        var ink = Drawing([.. signs.Select(sign => (Shapes[sign.Printed], sign.Gap))], out var boxes);
        return Corrected(Line(boxes.Zip(signs, (box, sign) => (box, sign.Read))), ink);
    }

    /// <summary>By the model that is shipped: ink is black on white.</summary>
    private static PlacedLine Corrected(PlacedLine line, Bitmap ink) => CorrectedAll([line], ink).Single();

    private static ImmutableArray<PlacedLine> CorrectedAll(ImmutableArray<PlacedLine> lines, Bitmap ink)
    {
        var page = new Grey(ink.Width, ink.Height, [.. ink.Ink.Select(sample => sample == 1 ? (byte)0 : byte.MaxValue)]);
        return Punctuation.Corrected(lines, new MarkReader(page, ink, Model));
    }

    private static PlacedLine Line(IEnumerable<(PixelBox Box, char Read)> signs)
    {
        var characters = signs.Select(sign => new PlacedCharacter(
            new RecognizedCharacter(new Rune(sign.Read), 0, 0.99, []), sign.Box, sign.Box)).ToImmutableArray();
        return new PlacedLine(characters, new PixelBox(0, 0, characters[^1].Cell.Right, Em), Em);
    }

    private static Bitmap Drawing((string[] Rows, int Gap)[] shapes, out PixelBox[] boxes)
    {
        const int Dot = 4;
        var ink = new Bitmap(600, 60, new byte[600 * 60]);
        var (x, placed) = (4, new List<PixelBox>());
        foreach (var (rows, gap) in shapes)
        {
            x += gap;
            var top = (Em - (rows.Length * Dot)) / 2;
            foreach (var (y, row) in rows.Index())
            {
                foreach (var (column, _) in row.Index().Where(dot => dot.Item == '#'))
                {
                    for (var line = 0; line < Dot; line++)
                    {
                        ink.Row(top + (y * Dot) + line).Slice(x + (column * Dot), Dot).Fill(1);
                    }
                }
            }

            placed.Add(new PixelBox(x, top, x + (rows[0].Length * Dot), top + (rows.Length * Dot)));
            x = placed[^1].Right;
        }

        boxes = [.. placed];
        return ink;
    }
}
