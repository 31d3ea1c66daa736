using System.Text;
using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr;

namespace Extractor.Ingestion.Tests.Ocr;

/// <summary>Marks that stand alone in a cell.</summary>
public sealed class LoneMarksTests
{
    [Fact]
    public void Two_bars_in_which_nothing_was_seen_are_an_equals_sign() => Assert.Equal("=", Read("", ["########", "........", "########"]));

    [Fact]
    public void No_figure_is_wider_than_high() => Assert.Equal("=", Read("8", ["########", "##....##", "########"]));

    // A narrow column leaves the colon of a label on a line of its own.
    [Theory]
    [InlineData("8", ":", "##", "##", "..", "..", "..", "##", "##")]
    [InlineData("", ":", "##", "##", "..", "..", "..", "##", "##")]
    [InlineData("8", "8", "##", "##", "..", "##", "##")]             // a pale figure
    [InlineData("i", "i", "##", "..", "..", "##", "##", "##", "##")] // a dot on a stroke
    [InlineData("8", "8", "##", "##", "..", "##", "..", "##", "##")]
    public void Two_dots_one_above_the_other_are_a_colon(string read, string text, params string[] rows) => Assert.Equal(text, Read(read, rows));

    [Fact]
    public void A_short_flat_stroke_is_a_hyphen() => Assert.Equal("-", Read(".", ["##"]));

    // Pale ink of a seal or a fold, in which nothing was seen.
    [Fact]
    public void What_is_nearly_as_high_as_letters_is_no_hyphen() => Assert.Equal("", Read("", [.. Enumerable.Repeat("##########", 4)]));

    [Theory]
    [InlineData("##..##..##..##..##..##", "……")]
    [InlineData("##..##..##", "…")]
    [InlineData("##..##..##..##..##..##..##..##..##", "………")]
    [InlineData("#..##..##..##..##..##", "……")]      // a ruling took a part of the first
    [InlineData("##..##..##..##..##..#", "……")]      // and of the last
    [InlineData("##..##..##..##..##", "……")]         // and all of it
    [InlineData("##..##..##..##", null)]             // neither three nor six
    [InlineData("##..##......##..##..##..##", null)] // not at equal steps
    [InlineData("#####.#####.#####", null)]          // dashes
    [InlineData("##", null)]
    [InlineData("....................", null)]      // paler than ink
    public void Dots_in_a_row_alone_are_an_ellipsis(string columns, string? text)
    {
        const int Scale = 3, Height = 6;
        var ink = new Bitmap(columns.Length * Scale, Height, new byte[columns.Length * Scale * Height]);
        for (var i = 0; i < ink.Ink.Length; i++)
        {
            ink.Ink[i] = columns[i % ink.Width / Scale] == '#' ? (byte)1 : (byte)0;
        }

        Assert.Equal(text, LoneMarks.Ellipsis(new PixelBox(0, 0, ink.Width, Height), ink, lineHeight: 40)?.Text);
        Assert.Null(LoneMarks.Ellipsis(new PixelBox(0, 0, ink.Width, Height), ink, lineHeight: 12));
    }

    [Theory]
    [InlineData("I")]
    [InlineData("1")]
    [InlineData("\\")]
    [InlineData("V")]                                      // with a ruling beside it
    public void A_thick_stroke_that_leans_is_a_slash(string read) => Assert.Equal("/", Read(read, ["...##", "...##", "..##.", "..##.", ".##..", ".##..", "##...", "##..."]));

    // Thin, it is any letter to a recogniser, and no sure one, or nothing.
    [Theory]
    [InlineData("", 0, "/")]
    [InlineData("L", 0.2, "/")]
    [InlineData("t", 0.65, "/")]
    [InlineData("L", 0.99, "L")]
    public void A_doubtful_letter_that_is_a_leaning_stroke_is_a_slash(string read, double confidence, string text) =>
        Assert.Equal(text, Read(read, ["...##", "...##", "..##.", "..##.", ".##..", ".##..", "##...", "##..."], confidence));

    [Theory]
    [InlineData("1", new[] { "..#", ".##", "..#", "..#", "..#", "..#" })]
    [InlineData("7", new[] { "####", "...#", "..#.", "..#.", ".#..", ".#.." })]
    [InlineData("I", new[] { "##", "##", "##", "##", "##", "##" })]
    [InlineData("V", new[] { "#...#", "#...#", ".#.#.", ".#.#.", "..#..", "..#.." })]
    public void Strokes_that_do_not_lean_and_figures_stay(string read, string[] shape) => Assert.Equal(read, Read(read, shape));

    [Fact]
    public void Other_marks_stay() => Assert.Equal("8", Read("8", ["####", "#..#", "####", "#..#", "####"]));

    [Theory]
    [InlineData(3, "------....##....------")]              // — 1 —
    [InlineData(3, "------....##.##....------")]           // — 12 —
    [InlineData(1, "------....##....-")]                   // nothing answers the dash
    [InlineData(1, "------....------")]                    // nothing is between
    public void What_stands_between_two_dashes_is_read_by_itself(int pieces, string columns)
    {
        const int Width = 8, Height = 32;
        var ink = new Bitmap(columns.Length * Width, Height, new byte[columns.Length * Width * Height]);
        foreach (var (at, column) in columns.Index().Where(column => column.Item != '.'))
        {
            for (var y = column == '-' ? 14 : 0; y < (column == '-' ? 18 : Height); y++)
            {
                ink.Ink.AsSpan((y * ink.Width) + (Width * at), Width).Fill(1);
            }
        }

        // A bad copy broke the first dash.
        for (var y = 0; y < Height; y++)
        {
            ink.Ink.AsSpan((y * ink.Width) + Width, 2).Clear();
        }

        var found = LoneMarks.BetweenDashes(new PixelBox(0, 0, ink.Width, Height), ink, 300, Height);
        Assert.Equal(pieces, found.Length);
        Assert.Equal(pieces == 3 ? columns.IndexOf('#', StringComparison.Ordinal) * Width : 0, found[found.Length / 2].Left);
    }

    private static string Read(string read, string[] shape, double confidence = 0.99)
    {
        const int Scale = 4, LineHeight = 32;
        var (width, height) = (shape[0].Length * Scale, shape.Length * Scale);
        var ink = new byte[width * height];
        for (var i = 0; i < ink.Length; i++)
        {
            ink[i] = shape[i / width / Scale][i % width / Scale] == '#' ? (byte)1 : (byte)0;
        }

        var line = new RecognizedLine([.. read.Select(sign => new RecognizedCharacter(new Rune(sign), 0.5, confidence, []))]);
        return LoneMarks.Corrected(line, new PixelBox(0, 0, width, height), new Bitmap(width, height, ink), LineHeight).Text;
    }
}
