using System.Collections.Immutable;
using System.Numerics;
using Extractor.Core.Forms;

namespace Extractor.Core.Auditing.Documents;

/// <summary>What publishers round by habit.</summary>
internal enum Rounded
{
    /// <summary>The execution rate, to the digits printed.</summary>
    Rate,

    /// <summary>The points for execution, of the quotient of the amounts or of the rate as printed.</summary>
    Score,
}

/// <summary>A way to round that may be somebody's habit.</summary>
internal sealed record Way(string Chinese, string English)
{
    private static readonly ImmutableArray<Way> OfRates =
        [new("四舍五入", "rounding half up"), new("向上取整", "rounding up"), new("舍去尾数", "cutting off digits")];

    private static readonly ImmutableArray<Way> OfScores =
    [
        new("按未取整的执行率四舍五入", "rounding the unrounded rate's points half up"),
        new("按表列执行率四舍五入", "rounding the printed rate's points half up"),
        new("按未取整的执行率向上取整", "rounding the unrounded rate's points up"),
        new("按未取整的执行率舍去尾数", "cutting off digits of the unrounded rate's points"),
        new("按表列执行率向上取整", "rounding the printed rate's points up"),
        new("按表列执行率舍去尾数", "cutting off digits of the printed rate's points"),
    ];

    /// <summary>The usual one first.</summary>
    public static ImmutableArray<Way> Of(Rounded what) => what == Rounded.Rate ? OfRates : OfScores;
}

/// <summary>One form's rate or score, and which ways to round explain it.</summary>
/// <param name="Form">The form's place in the document, from 0.</param>
/// <param name="Ways">A bit for each of <see cref="Way.Of"/> that explains it; some do.</param>
internal sealed record RoundingSeen(Rounded What, int Form, Figure Stated, decimal Computed, int Ways)
{
    private static readonly Rounding[] Roundings = [Rounding.HalfUp, Rounding.Ceiling, Rounding.Truncated];

    /// <summary>Relative to the result file.</summary>
    public string Pointer => FieldPointer.OfForm(Form, Stated.Pointer);

    public bool Fits(int way) => (Ways & (1 << way)) != 0;

    /// <summary>The usual way explains it: nothing needs be said of it.</summary>
    public bool IsUsual => Fits(0);

    /// <summary>Rounded half up, of the unrounded rate or of the printed one: either is right.</summary>
    public bool IsAccepted => Fits(0) || (What == Rounded.Score && Fits(1));

    /// <summary>Some ways explain it and others do not: it tells something.</summary>
    public bool Tells => BitOperations.PopCount((uint)Ways) < Way.Of(What).Length;

    /// <summary>The rate and the score of the row that is about the whole project; none where there is nothing to compare, or no rounding explains it: that is the rules'.</summary>
    public static IEnumerable<RoundingSeen> In(int form, FormFigures figures)
    {
        if (figures.Whole is not { } row || ExecutionRate.Computed(row, row.Budget) is not { } quotient || quotient.Value > 1)
        {
            yield break;
        }

        // The amounts' own rounding does not follow the rate's.
        var range = quotient.Range(Rounding.HalfUp);
        if (row.Rate is { Number.IsRate: true })
        {
            var ways = 0;
            for (var way = 0; way < Roundings.Length; way++)
            {
                ways |= Bit(way, row.Rate, quotient.Value, range, Roundings[way]);
            }

            if (ways != 0)
            {
                yield return new RoundingSeen(Rounded.Rate, form, row.Rate, quotient.Value, ways);
            }
        }

        if (row is { Score: { IsNumber: true, IsFloat: false }, Weight.Number.Value: > 0 and var weight, Rate.Number: { IsRate: true } rate } && rate.Value <= 1)
        {
            var (exact, exactRange, printed) = (Math.Clamp(quotient.Value, -1, 1) * weight, range.AtMost(1).AtLeast(-1) * weight, rate.Value * weight);
            var printedRange = Interval.Point(printed);
            var ways = Bit(0, row.Score, exact, exactRange, Rounding.HalfUp) | Bit(1, row.Score, printed, printedRange, Rounding.HalfUp)
                | Bit(2, row.Score, exact, exactRange, Rounding.Ceiling) | Bit(3, row.Score, exact, exactRange, Rounding.Truncated)
                | Bit(4, row.Score, printed, printedRange, Rounding.Ceiling) | Bit(5, row.Score, printed, printedRange, Rounding.Truncated);
            if (ways != 0)
            {
                yield return new RoundingSeen(Rounded.Score, form, row.Score, exact, ways);
            }
        }
    }

    private static int Bit(int way, Figure stated, decimal computed, Interval range, Rounding rounding) =>
        stated.Value == computed || stated.Range(rounding).Meets(range) ? 1 << way : 0;
}
