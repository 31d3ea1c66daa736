using System.Collections.Immutable;
using Extractor.Core.Normalization;

namespace Extractor.Core.Auditing;

/// <summary>The points of a form, given (scores) or to be had (weights), that its total row sums.</summary>
/// <param name="Missing">Blank or unreadable ones in rows that take part.</param>
internal sealed record PointTerms(ImmutableArray<Figure> Known, ImmutableArray<Figure> Missing)
{
    /// <summary>
    /// The sets of terms that the total may sum, likeliest first: every row with points; and, of the funds block, the total
    /// rows only, where its parts have points that are those of the total once more.
    /// </summary>
    public static ImmutableArray<PointTerms> Of(FormFigures form, Func<FundFigures, Figure> ofFunds, Func<IndicatorFigures, Figure> ofIndicator)
    {
        var indicators = form.Indicators.Where(row => TakesPart(row.Weight, row.Score)).Select(ofIndicator).ToList();
        if (!indicators.Any(figure => figure.IsNumber))
        {
            return [];
        }

        if (form.LacksPages)
        {
            indicators.Add(new Figure("/indicators", "", null, NumberProblem.Nothing));
        }

        var funds = form.Funds.Where(row => TakesPart(row.Weight, row.Score)).ToList();
        if (funds.Count == 0)
        {
            // A form may print the points for execution in a place that it has no field for.
            return [Split([Unknown, .. indicators])];
        }

        var totals = funds.Where(row => row.IsTotal).ToList();
        var all = Split([.. funds.Select(ofFunds), .. indicators]);
        return totals.Count == 0 || totals.Count == funds.Count ? [all] : [all, Split([.. totals.Select(ofFunds), .. indicators])];
    }

    private static Figure Unknown => new("/funds", "", null, NumberProblem.Nothing);

    /// <summary>A template row that is left empty has no points to miss.</summary>
    private static bool TakesPart(Figure weight, Figure score) =>
        weight.IsNumber || score.IsNumber || weight.IsUnreadable || score.IsUnreadable;

    private static PointTerms Split(ImmutableArray<Figure> figures) =>
        new([.. figures.Where(figure => figure.IsNumber)], [.. figures.Where(figure => !figure.IsNumber)]);
}
