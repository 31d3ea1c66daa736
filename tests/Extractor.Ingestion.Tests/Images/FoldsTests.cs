using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Tests.Images;

/// <summary>A table of 300 dots an inch that a page break cuts above and below: merged cells at its left, so that only two rulings meet its border.</summary>
public sealed class FoldsTests
{
    [Theory]
    [InlineData(258, 1440, false)]
    [InlineData(60, 1490, true)] // on paper beyond the others
    public void A_border_that_ends_where_the_others_do_is_no_fold_though_it_was_found_a_dash_longer(int from, int to, bool isFold)
    {
        var picture = Tones.ToBitmap(Drawn.Paper(1000, 1500).With(new PixelBox(223, from, 227, to)));
        PixelLine border = new(false, 225, from - 46, to + 46, 4);
        List<PixelLine> rulings =
        [
            border, border with { From = from, To = to }, new(true, 593, 225, 900, 4), new(true, 800, 225, 900, 4),
            .. ((int[])[450, 600, 900]).Select(at => new PixelLine(false, at, 258, 1440, 4)),
        ];
        Assert.Equal(isFold, Folds.GoOnBesideTable(border, rulings, picture, picture, dotsPerInch: 300));
    }
}
