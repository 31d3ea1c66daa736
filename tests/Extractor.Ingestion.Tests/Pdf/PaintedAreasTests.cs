using CsCheck;
using Extractor.Core.Geometry;
using Extractor.Ingestion.Pdf;

namespace Extractor.Ingestion.Tests.Pdf;

public sealed class PaintedAreasTests
{
    private static readonly Gen<Box> Boxes = Gen.Select(Gen.Double[0, 90], Gen.Double[0, 90], Gen.Double[1, 40], Gen.Double[1, 40])
        .Select((x, y, width, height) => new Box(x, y, x + width, y + height));

    [Fact]
    public void A_glyph_is_hidden_by_a_cover_painted_after_it_and_by_no_other() =>
        Gen.Select(Boxes.Array[0, 30], Gen.Int[0, 31], Gen.Double[0, 99], Gen.Double[0, 99]).Sample((covers, order, x, y) =>
        {
            var areas = new PaintedAreas();
            for (var i = 0; i < covers.Length; i++)
            {
                areas.AddCover(i + 1, covers[i]);
            }

            var ink = new Box(x, y, x + 2, y + 2);
            var expected = covers.Skip(order).Any(cover => cover.Contains(new Point(x + 0.2, y + 0.2)) && cover.Contains(new Point(x + 1.8, y + 1.8)));
            Assert.Equal(expected, areas.Hides(order, ink));
        });
}
