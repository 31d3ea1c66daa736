using System.Collections.Immutable;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;
using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr;

namespace Extractor.Ingestion.Tests.Ocr;

/// <summary>A cell of 300 pixels between two rulings that a page break cuts, with a line of 40 pixels in it, at 300 dots an inch.</summary>
public sealed class LinesAtBreakTests
{
    private const int Width = 600, Height = 400, Foot = 300, Head = 50, Left = 100, Right = 400, LineHeight = 40;
    private const double Scale = 72 / 300.0;

    private static readonly Bitmap Line = Letters(180, seed: 1), Other = Letters(180, seed: 2);

    [Theory]
    [InlineData(20, 0, 0)]
    [InlineData(8, 0, 0)]
    [InlineData(33, 0, 0)]
    [InlineData(20, 35, 0)] // the sheet lay farther to the right
    [InlineData(20, 0, 4)] // and its rulings do not tell all of it
    public void A_cut_line_is_put_together(int above, int moved, int more)
    {
        var (upper, lower) = (Upper(Line, above), Lower(Line, above, moved, more));
        var (whole, below) = LinesAtBreak.Join(upper, lower);

        Assert.True(LinesAtBreak.MayGoOn(upper));
        var line = new PixelBox(150, Foot - above, 150 + Line.Width, Foot - above + LineHeight);
        Assert.Equal(line, Assert.Single(whole.Spots).Box);
        Assert.Equal(Line.Ink, whole.Ink.Part(line).Ink);
        Assert.Equal(0, whole.Grey.Row(line.Top)[line.Left..line.Right].IndexOf((byte)0) - Line.Row(0).IndexOf((byte)1));
        Assert.Equal(line with { Bottom = Foot }, whole.OnPage(line));
        Assert.Equal(lower.Spots.Select(spot => spot.Box), below);
        Assert.Empty(lower.Without(below).Spots);
    }

    [Fact]
    public void The_upper_page_stays_as_it_was()
    {
        var upper = Upper(Line, 20);
        var ink = upper.Ink.Ink.ToArray();
        _ = LinesAtBreak.Join(upper, Lower(Line, 20));
        Assert.Equal(ink, upper.Ink.Ink);
    }

    [Fact]
    public void What_lies_outside_of_the_cells_is_of_the_line_too()
    {
        var (upper, lower) = (Upper(Line, 20), Lower(Line, 20));
        var (crumb, other) = (new TextSpot(new PixelBox(160, Foot - 2, 200, Foot), 1, false, false), new TextSpot(new PixelBox(160, Head, 200, Head + 2), 1, false, false));
        var (whole, below) = LinesAtBreak.Join(upper with { Spots = [.. upper.Spots, crumb] }, lower with { Spots = [.. lower.Spots, other] });
        Assert.Single(whole.Spots);
        Assert.Equal(2, below.Length);
    }

    [Fact]
    public void Two_lines_are_not_put_together() => AssertApart(Upper(Line, LineHeight), Lower(Line, 0));

    [Fact]
    public void Parts_of_two_lines_are_not_put_together() => AssertApart(Upper(Line, 20), Lower(Other, 20));

    [Fact]
    public void Cells_of_different_widths_are_not_one() => AssertApart(Upper(Line, 20), Lower(Line, 20, right: Right + 60));

    [Fact]
    public void Lines_at_different_places_of_their_cells_are_not_one() => AssertApart(Upper(Line, 20), Lower(Line, 20, more: 60));

    [Fact]
    public void A_line_amid_its_page_is_not_cut()
    {
        var page = Upper(Line, 20);
        Assert.False(LinesAtBreak.MayGoOn(page with { Rulings = [.. page.Rulings.Select(ruling => ruling with { Along = new Extent(0, 90) })] }));
    }

    // To a dotted ruling, a dot more was taken to be of it.
    [Theory]
    [InlineData(16, 0, true)]
    [InlineData(0, 16, true)]
    [InlineData(16, 16, false)]
    [InlineData(20, 0, false)]
    public void One_of_the_rulings_beside_a_cut_line_may_go_on_for_a_dot(int left, int right, bool mayGoOn)
    {
        var page = Upper(Line, 20);
        int[] more = [left, right];
        Assert.Equal(mayGoOn, LinesAtBreak.MayGoOn(page with { Rulings = [.. page.Rulings.Zip(more, (ruling, by) => ruling with { Along = ruling.Along with { To = ruling.Along.To + (by * Scale) } })] }));
    }

    [Fact]
    public void A_cell_that_is_closed_below_its_line_is_not_cut()
    {
        var page = Upper(Line, 20);
        Assert.False(LinesAtBreak.MayGoOn(page with { Rulings = [.. page.Rulings, new Ruling(RulingDirection.Horizontal, (Foot + 5) * Scale, new Extent(Left * Scale, Right * Scale), Scale)] }));
    }

    [Fact]
    public void What_else_stands_below_the_break_is_not_covered()
    {
        var page = Upper(Line, 20);
        AssertApart(page with { Spots = [.. page.Spots, new TextSpot(new PixelBox(200, Foot + 15, 220, Foot + 30), 1, false, false)] }, Lower(Line, 20));
    }

    private static void AssertApart(StraightPicture upper, StraightPicture lower)
    {
        var (whole, below) = LinesAtBreak.Join(upper, lower);
        Assert.Same(upper, whole);
        Assert.Empty(below);
    }

    private static StraightPicture Upper(Bitmap line, int above) =>
        Page(line.Part(new PixelBox(0, 0, line.Width, above)), 150, Foot - above, Left, Right, 20, Foot);

    private static StraightPicture Lower(Bitmap line, int above, int moved = 0, int more = 0, int right = Right) =>
        Page(line.Part(new PixelBox(0, above, line.Width, line.Height)), 150 + moved + more, Head, Left + moved, right + moved, Head, Foot);

    private static StraightPicture Page(Bitmap letters, int left, int top, int before, int behind, int from, int to)
    {
        var ink = new Bitmap(Width, Height, new byte[Width * Height]);
        for (var y = 0; y < letters.Height; y++)
        {
            letters.Row(y).CopyTo(ink.Row(top + y)[left..]);
        }

        var rulings = ImmutableArray.Create(before, behind).Select(at => new Ruling(RulingDirection.Vertical, at * Scale, new Extent(from * Scale, to * Scale), 2 * Scale));
        var spot = new TextSpot(new PixelBox(left, top, left + letters.Width, top + letters.Height), 0, true, true);
        return new StraightPicture(
            new Grey(Width, Height, [.. ink.Ink.Select(pixel => pixel == 1 ? (byte)0 : byte.MaxValue)]), ink, [.. rulings], [spot], LineHeight, 300,
            new PictureTurn(Width * Scale, Height * Scale, 0, 0));
    }

    /// <summary>Upright strokes of three pixels, a few of them joined by flat ones; inked at both ends, and in its first and last row.</summary>
    private static Bitmap Letters(int width, int seed)
    {
        var random = new Random(seed);
        var letters = new Bitmap(width, LineHeight, new byte[width * LineHeight]);
        for (var x = 0; x <= width - 3; x += x == width - 3 ? 1 : Math.Min(random.Next(7, 16), width - 3 - x))
        {
            var flat = random.Next(LineHeight);
            for (var y = 0; y < LineHeight; y++)
            {
                letters.Row(y).Slice(x, y == flat ? Math.Min(12, width - x) : 3).Fill(1);
            }
        }

        return letters;
    }
}
