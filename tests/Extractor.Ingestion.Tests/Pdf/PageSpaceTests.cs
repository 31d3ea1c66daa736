using CsCheck;
using Extractor.Ingestion.Pdf;

namespace Extractor.Ingestion.Tests.Pdf;

public sealed class PageSpaceTests
{
    private static readonly Gen<(PageSpace Space, double Left, double Bottom, double Width, double Height)> Spaces =
        Gen.Select(Gen.Double[-500, 500], Gen.Double[-500, 500], Gen.Double[1, 2000], Gen.Double[1, 2000], Gen.Int[0, 3])
            .Select((left, bottom, width, height, turns) =>
                (PageSpace.Of(left, bottom, left + width, bottom + height, turns), left, bottom, width, height));

    [Fact]
    public void The_visible_box_of_user_space_is_the_page() => Spaces.Sample(sample =>
    {
        var (space, left, bottom, width, height) = sample;
        var box = space.FromUser.MapBox(left, bottom, left + width, bottom + height);
        Assert.Equal(0, box.Left, 6);
        Assert.Equal(0, box.Top, 6);
        Assert.Equal(space.Width, box.Right, 6);
        Assert.Equal(space.Height, box.Bottom, 6);
    });

    [Fact]
    public void Nothing_is_stretched_or_mirrored_but_for_y() =>
        Spaces.Sample(sample => Assert.Equal(-1, sample.Space.FromUser.Determinant, 9));

    [Fact]
    public void One_map_after_another_is_both() =>
        Gen.Select(Affines, Affines, Gen.Double[-99, 99], Gen.Double[-99, 99]).Sample((first, second, x, y) =>
        {
            var inner = first.Map(x, y);
            var expected = second.Map(inner.X, inner.Y);
            var actual = first.Then(second).Map(x, y);
            Assert.Equal(expected.X, actual.X, 6);
            Assert.Equal(expected.Y, actual.Y, 6);
        });

    [Fact]
    public void A_mapped_box_holds_every_mapped_point() =>
        Gen.Select(Affines, Gen.Double[0, 1], Gen.Double[0, 1]).Sample((map, u, v) =>
            Assert.True(map.MapBox(-3, -4, 5, 6).Inflate(1e-9).Contains(map.Map(-3 + (8 * u), -4 + (10 * v)))));

    private static Gen<Affine> Affines => Gen.Double[-9, 9].Array[6].Select(n => new Affine(n[0], n[1], n[2], n[3], n[4], n[5]));
}
