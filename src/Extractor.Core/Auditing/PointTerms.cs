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
        if (!form.Indicators.Any(row => TakesPart(row) && ofIndicator(row).IsNumber))
        {
            return [];
        }

        var (funds, totals) = (form.Funds.Count(TakesPart), form.Funds.Count(row => row.IsTotal && TakesPart(row)));
        // A form may print the points for execution in a place that it has no field for.
        var all = Split(form.Funds.Where(TakesPart).Select(ofFunds).DefaultIfEmpty(Unknown));
        return totals == 0 || totals == funds ? [all] : [all, Split(form.Funds.Where(row => row.IsTotal && TakesPart(row)).Select(ofFunds))];

        PointTerms Split(IEnumerable<Figure> ofExecution)
        {
            var known = ImmutableArray.CreateBuilder<Figure>(form.Funds.Length + form.Indicators.Length);
            var missing = ImmutableArray.CreateBuilder<Figure>();
            if (form.LacksPages)
            {
                missing.Add(new Figure("/indicators", "", null, NumberProblem.Nothing));
            }

            foreach (var figure in ofExecution.Concat(form.Indicators.Where(TakesPart).Select(ofIndicator)))
            {
                (figure.IsNumber ? known : missing).Add(figure);
            }

            return new PointTerms(known.DrainToImmutable(), missing.DrainToImmutable());
        }
    }

    private static Figure Unknown => new("/funds", "", null, NumberProblem.Nothing);

    /// <summary>A template row that is left empty has no points to miss.</summary>
    private static bool TakesPart(Figure weight, Figure score) =>
        weight.IsNumber || score.IsNumber || weight.IsUnreadable || score.IsUnreadable;

    private static bool TakesPart(FundFigures row) => TakesPart(row.Weight, row.Score);

    private static bool TakesPart(IndicatorFigures row) => TakesPart(row.Weight, row.Score);
}
