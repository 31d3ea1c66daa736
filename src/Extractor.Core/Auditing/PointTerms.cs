using System.Collections.Immutable;
using Extractor.Core.Normalization;

namespace Extractor.Core.Auditing;

/// <summary>The points of a form, given (scores) or to be had (weights), that its total row sums.</summary>
/// <param name="Missing">Blank or unreadable ones in rows that take part.</param>
internal sealed record PointTerms(ImmutableArray<Figure> Known, ImmutableArray<Figure> Missing)
{
    /// <summary>What the points of a form add up to.</summary>
    public const decimal FullPoints = 100;

    /// <summary>
    /// The sets of terms that the total may sum, likeliest first: every row with points; and, of the funds block, the total
    /// rows only, where its parts have points that are those of the total once more.
    /// </summary>
    public static ImmutableArray<PointTerms> Of(FormFigures form, Func<FundFigures, Figure> ofFunds, Func<IndicatorFigures, Figure> ofIndicator)
    {
        // A number in it is what makes a row take part.
        if (!form.Indicators.Any(row => ofIndicator(row).IsNumber))
        {
            return [];
        }

        var (funds, totals) = (0, 0);
        foreach (var row in form.Funds)
        {
            if (TakesPart(row))
            {
                funds++;
                totals += row.IsTotal ? 1 : 0;
            }
        }

        return totals == 0 || totals == funds ? [Split(ofTotals: false)] : [Split(ofTotals: false), Split(ofTotals: true)];

        PointTerms Split(bool ofTotals)
        {
            var known = ImmutableArray.CreateBuilder<Figure>(form.Funds.Length + form.Indicators.Length);
            ImmutableArray<Figure>.Builder? missing = null;
            void Add(Figure figure) => (figure.IsNumber ? known : missing ??= ImmutableArray.CreateBuilder<Figure>()).Add(figure);

            if (form.LacksPages)
            {
                Add(new Figure("/indicators", "", null, NumberProblem.Nothing));
            }

            // A form may print the points for execution in a place that it has no field for.
            if (funds == 0)
            {
                Add(new Figure("/funds", "", null, NumberProblem.Nothing));
            }

            foreach (var row in form.Funds)
            {
                if (TakesPart(row) && (row.IsTotal || !ofTotals))
                {
                    Add(ofFunds(row));
                }
            }

            foreach (var row in form.Indicators)
            {
                if (TakesPart(row))
                {
                    Add(ofIndicator(row));
                }
            }

            return new PointTerms(known.DrainToImmutable(), missing?.ToImmutable() ?? []);
        }
    }

    /// <summary>A template row that is left empty has no points to miss.</summary>
    private static bool TakesPart(Figure weight, Figure score) =>
        weight.IsNumber || score.IsNumber || weight.IsUnreadable || score.IsUnreadable;

    private static bool TakesPart(FundFigures row) => TakesPart(row.Weight, row.Score);

    private static bool TakesPart(IndicatorFigures row) => TakesPart(row.Weight, row.Score);
}
