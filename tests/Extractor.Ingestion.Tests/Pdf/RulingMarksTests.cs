using System.Collections.Immutable;
using CsCheck;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;
using Extractor.Ingestion.Pdf;

namespace Extractor.Ingestion.Tests.Pdf;

public sealed class RulingMarksTests
{
    [Fact]
    public void A_dotted_line_is_one_ruling_wherever_it_lies_and_in_whatever_order_its_dots_come() =>
        Gen.Select(Gen.Double[0, 500], Gen.Double[0, 500], Gen.Double[0.3, 4], Gen.Double[0.2, 2.4], Gen.Int[4, 300], Gen.Bool, Gen.Int[0, 1000])
            .Sample((x, y, side, gapShare, count, isVertical, seed) =>
            {
                var pitch = side + Math.Min(side * gapShare, 4.4);
                var dots = Enumerable.Range(0, count).Select(i => isVertical
                    ? new Box(x, y + (i * pitch), x + side, y + (i * pitch) + side)
                    : new Box(x + (i * pitch), y, x + (i * pitch) + side, y + side)).ToArray();
                var marks = new RulingMarks();
                new Random(seed).Shuffle(dots);
                foreach (var dot in dots)
                {
                    Assert.True(marks.AddFilled(dot, false));
                }

                var ruling = Assert.Single(marks.ToRulings());
                Assert.Equal(isVertical ? RulingDirection.Vertical : RulingDirection.Horizontal, ruling.Direction);
                Assert.Equal(side, ruling.Thickness, 6);
                Assert.Equal(((count - 1) * pitch) + side, ruling.Along.Length, 6);
            });

    [Fact]
    public void What_is_painted_stays_under_the_rulings() =>
        Gen.Select(Gen.Double[0, 500], Gen.Double[0, 500], Gen.Double[10, 300], Gen.Double[0.3, 4], Gen.Bool).Array[1, 40].Sample(lines =>
        {
            var marks = new RulingMarks();
            var boxes = lines.Select(line => line.Item5
                ? new Box(line.Item1, line.Item2, line.Item1 + line.Item4, line.Item2 + line.Item3)
                : new Box(line.Item1, line.Item2, line.Item1 + line.Item3, line.Item2 + line.Item4)).ToArray();
            Assert.All(boxes, box => Assert.True(marks.AddFilled(box, false)));

            var rulings = marks.ToRulings();

            Assert.InRange(rulings.Length, 1, boxes.Length);
            Assert.All(boxes, box => Assert.Contains(rulings, ruling => ruling.Direction == RulingDirection.Horizontal
                ? Math.Abs(ruling.Position - box.Centre.Y) <= 0.11 && ruling.Along.From <= box.Left && ruling.Along.To >= box.Right
                : Math.Abs(ruling.Position - box.Centre.X) <= 0.11 && ruling.Along.From <= box.Top && ruling.Along.To >= box.Bottom));
        });

    [Fact]
    public void The_order_of_marks_is_no_matter() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int[1, 20], Gen.Int[1, 4], Gen.Bool).Array[1, 30]
            .Select(lines => Array.ConvertAll(lines, line => line.Item5
                ? new Box(line.Item1, line.Item2, line.Item1 + (line.Item4 / 2.0), line.Item2 + line.Item3)
                : new Box(line.Item1, line.Item2, line.Item1 + line.Item3, line.Item2 + (line.Item4 / 2.0))))
            .Sample(boxes => Assert.Equal(RulingsOf(boxes).AsEnumerable(), RulingsOf(boxes.Reverse().ToArray()).AsEnumerable()));

    private static ImmutableArray<Ruling> RulingsOf(Box[] boxes)
    {
        var marks = new RulingMarks();
        foreach (var box in boxes)
        {
            marks.AddFilled(box, false);
        }

        return marks.ToRulings();
    }
}
