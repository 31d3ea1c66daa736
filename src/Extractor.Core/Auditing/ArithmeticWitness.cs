using Extractor.Core.Forms;

namespace Extractor.Core.Auditing;

/// <summary>
/// Arithmetic as a witness of what was recognised in a picture: a total that is the sum of its terms to the last digit would
/// hardly be it, had one of them been misread. Only confidence is changed, never a reading; where a sum does not come out,
/// nothing is said by that of any of its numbers.
/// </summary>
/// <remarks>
/// By Bayes' rule: of p, the probability that a number was read right, becomes p / (p + (1 - p) q), where q is the
/// probability that the sum comes out though the number was misread.
/// </remarks>
internal static class ArithmeticWitness
{
    /// <summary>Terms that were misread may cancel out.</summary>
    private const decimal ByChance = 0.02m;

    /// <summary>A total with one part is the same number printed twice, and what is misread once may be misread twice.</summary>
    private const decimal OfACopy = 0.2m;

    /// <summary>No number is surer than this by arithmetic alone.</summary>
    private const decimal Surest = 0.999m;

    private const int Digits = 3;

    public static Form Confirmed(Form form)
    {
        if (!Reliability.Of(form).IsRecognized)
        {
            return form;
        }

        var odds = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var figures = FormFigures.Of(form);
        foreach (var verdict in Sums(figures).Where(verdict => verdict is { Outcome: Outcome.Exact, Computation.Operands.IsEmpty: false }))
        {
            var terms = verdict.Computation.Operands;
            var chance = terms.Count(term => term.Value != 0) > 1 ? ByChance : OfACopy;
            foreach (var figure in terms.Prepend(verdict.Stated))
            {
                odds[figure.Pointer] = Math.Min(chance, odds.GetValueOrDefault(figure.Pointer, 1));
            }
        }

        return odds.Count == 0 ? form : form with
        {
            Provenance = [.. form.Provenance.Select(field => odds.TryGetValue(field.Pointer, out var chance) ? Surer(field, chance) : field)],
        };
    }

    private static IEnumerable<Verdict> Sums(FormFigures form)
    {
        var amounts =
            from block in form.Blocks
            from column in AmountColumn.All
            where column.Of(block.Total).IsNumber
            select block.Judge(column);
        var points =
            from of in new[]
            {
                (Total: form.TotalWeight, Terms: form.WeightTerms), (Total: form.TotalScore, Terms: form.ScoreTerms),
            }
            where of.Total.IsNumber
            select Sum.Judge(of.Total, of.Terms);
        return amounts.Concat(points).OfType<Verdict>();
    }

    private static FieldProvenance Surer(FieldProvenance field, decimal chance) => field with
    {
        Places = [.. field.Places.Select(place => place with { Confidence = Math.Max(place.Confidence, Math.Min(Surest, Posterior(place.Confidence, chance))) })],
    };

    private static decimal Posterior(decimal right, decimal chance) =>
        right == 0 ? 0 : Decimals.Round(right / (right + ((1 - right) * chance)), Digits);
}
