using CsCheck;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;
using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Tests.Images;

/// <summary>Lattices that are drawn, bent in a known way, and found straight again.</summary>
public sealed class BendsTests
{
    private const int Rows = 16, Columns = 14;

    /// <summary>How a ruling may be off at most, in pixels.</summary>
    private const double Precision = 1, Waver = 2;

    /// <summary>The upper edge is narrower than the lower by up to 1 % of the width, or wider.</summary>
    private static readonly Gen<Bend> Keystones =
        from isOther in Gen.Bool
        from share in Gen.Double[0.007, 0.012]
        select Keystone(Drawn.Table(Rows, Columns), isOther ? -share : share);

    /// <summary>The left edge is lifted, which fades out to the right.</summary>
    private static readonly Gen<Bend> Curls =
        from isOther in Gen.Bool
        from height in Gen.Double[6, 14]
        select Curl(Drawn.Table(Rows, Columns), isOther ? -height : height);

    [Fact]
    public void A_page_that_was_drawn_out_of_square_is_found_straight() => Keystones.Sample(IsMadeFlat, iter: 6);

    [Fact]
    public void A_page_that_bows_is_found_straight() => Curls.Sample(IsMadeFlat, iter: 6);

    [Fact]
    public void A_flat_page_is_not_bent() =>
        Gen.Select(Gen.Int[4, Rows], Gen.Int[4, Columns], Gen.Double[-4, 4]).Sample(
            (rows, columns, degrees) =>
            {
                var turned = Turning.Straighten(Drawn.Table(rows, columns), -degrees);
                var straight = Turning.Straighten(turned, Skew.Of(Tones.ToBitmap(turned)));
                // Turned twice, its rulings waver by what rounding leaves.
                var off = Bends.Of(Tones.ToFaintBitmap(straight), Drawn.DotsPerInch) is { } bend
                    ? Enumerable.Range(0, 11).SelectMany(x => Enumerable.Range(0, 11).Select(y => new Point(straight.Width * x / 10.0, straight.Height * y / 10.0)))
                        .Max(point => Math.Max(Math.Abs(bend.Drawn(point).X - point.X), Math.Abs(bend.Drawn(point).Y - point.Y)))
                    : 0;
                Assert.InRange(off, 0, Waver);
            },
            iter: 10);

    [Fact]
    public void Lines_of_text_alone_say_nothing_of_a_bend()
    {
        var page = Drawn.Paper(1240, 1754);
        for (var line = 0; line < 40; line++)
        {
            for (var letter = 0; letter < 45; letter++)
            {
                // Strokes of letters at heights of their own, under one another askew.
                var (left, top) = (100 + (22 * letter), 80 + (40 * line) + (letter / 4) + (letter * 7 % 5));
                page.With(new PixelBox(left, top, left + 20, top + 3)).With(new PixelBox(left, top + 12, left + 18, top + 15));
            }
        }

        Assert.Null(Bends.Of(Tones.ToFaintBitmap(page), Drawn.DotsPerInch));
    }

    private static void IsMadeFlat(Bend bend)
    {
        var bent = Bent(Drawn.Table(Rows, Columns), bend);
        var found = Bends.Of(Tones.ToFaintBitmap(bent), Drawn.DotsPerInch);
        Assert.NotNull(found);

        var picture = Tones.ToFaintBitmap(Turning.Straighten(bent, 0, found));
        var lines = LineFinder.Find(picture, [], Drawn.DotsPerInch).Rulings;
        var (level, upright) = (Places(lines, isHorizontal: true), Places(lines, isHorizontal: false));
        Assert.Equal((Rows + 1, Columns + 1), (level.Length, upright.Length));
        Assert.All(lines, line => Assert.InRange(line.Thickness, 1, 4));

        // Where rulings cross, on the page as it was bent.
        for (var row = 0; row <= Rows; row++)
        {
            for (var column = 0; column <= Columns; column++)
            {
                var seen = found.Drawn(new Point(upright[column] - 0.5, level[row] - 0.5));
                var drawn = bend.Drawn(new Point(60.5 + (90 * column), 60.5 + (60 * row)));
                Assert.Equal(drawn.X, seen.X, Precision);
                Assert.Equal(drawn.Y, seen.Y, Precision);
            }
        }
    }

    private static double[] Places(List<PixelLine> lines, bool isHorizontal) =>
        [.. lines.Where(line => line.IsHorizontal == isHorizontal).Select(line => line.Position).Order()];

    /// <summary>The picture as a bend draws it: each of its points is looked up where it was before.</summary>
    private static Grey Bent(Grey flat, Bend bend)
    {
        var bent = Drawn.Paper(flat.Width, flat.Height);
        for (var y = 0; y < flat.Height; y++)
        {
            for (var x = 0; x < flat.Width; x++)
            {
                var from = new Point(x, y);
                for (var step = 0; step < 3; step++)
                {
                    var there = bend.Drawn(from);
                    from = new Point(from.X - (there.X - x), from.Y - (there.Y - y));
                }

                Sampling.Along(flat, from.X, from.Y, 0, 0, bent.Samples.AsSpan((y * flat.Width) + x, 1));
            }
        }

        return bent;
    }

    private static Bend Keystone(Grey page, double share) => new(
        Flat(page.Width, page.Height),
        new Drift(page.Height, page.Width, [0, 0], [-share * page.Width / 4, share * page.Width / 4]));

    private static Bend Curl(Grey page, double height) => new(
        Flat(page.Width, page.Height) with { Middle = [.. Enumerable.Range(0, 65).Select(i => height * Math.Exp(-i / (64 * 0.15)))], Change = [.. new double[65]] },
        Flat(page.Height, page.Width));

    private static Drift Flat(int length, int breadth) => new(length, breadth, [0, 0], [0, 0]);
}
