using System.Collections.Immutable;

namespace Extractor.Core.Auditing;

/// <summary>The arithmetic behind a finding: what the stated value was held against, and how far it is off.</summary>
/// <param name="Outcome">How well the stated value agrees.</param>
/// <param name="Rounding">For <see cref="Outcome.OtherRounding"/>: what explains the difference; null elsewhere.</param>
/// <param name="Difference">Between stated and computed, without a sign, as the message shows it; null where one of them is missing.</param>
/// <param name="Allowed">What could be stated, rounding half up; null where it is the computed value alone, or nothing could be computed.</param>
/// <param name="Terms">What was computed from, in order, each in the unit that it was computed in.</param>
public sealed record Relation(Outcome Outcome, Habit? Rounding, string? Difference, AllowedRange? Allowed, ImmutableArray<Term> Terms)
{
    private const int ShownDecimals = 6;

    /// <summary>A relation that no rounding explains and that is not judged by the ladder.</summary>
    /// <param name="isRate">The values are fractions that people read as percentages.</param>
    internal static Relation Broken(decimal stated, decimal computed, IEnumerable<Figure> terms, bool isRate = false, Outcome outcome = Outcome.Inconsistent, AllowedRange? allowed = null) => new(
        outcome, null, Shown(Math.Abs(stated - computed), isRate), allowed, Of(terms));

    internal static ImmutableArray<Term> Of(IEnumerable<Figure> terms)
    {
        var found = ImmutableArray.CreateBuilder<Term>();
        foreach (var term in terms)
        {
            if (term.IsNumber)
            {
                found.Add(new Term(term.Pointer, term.Value));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>A difference of rates is one of percentage points.</summary>
    private static string Shown(decimal difference, bool isRate) => Wording.Number(Decimals.Round(isRate ? difference * 100 : difference, ShownDecimals));
}

/// <summary>The least and the greatest value that could be stated, shown as the message shows values.</summary>
public sealed record AllowedRange(string Low, string High);

/// <summary>A number that a computation used.</summary>
/// <param name="Pointer">The field it stands in.</param>
/// <param name="Value">In the unit of the computation; a rate as a fraction of one.</param>
public sealed record Term(string Pointer, decimal Value);
