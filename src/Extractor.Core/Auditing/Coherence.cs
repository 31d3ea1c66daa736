using System.Collections.Immutable;
using Extractor.Core.Auditing.Rules;
using Extractor.Core.Forms;
using Extractor.Core.Normalization;

namespace Extractor.Core.Auditing;

/// <summary>
/// Whether a form that was recognised in a picture holds together. How sure the text of a cell is says nothing of a row that
/// is not there, or of a figure that stands in another column than it was printed in; sums that come out do.
/// </summary>
/// <param name="HasAllPoints">No row of points is missing or too many: what is stated of all of them is their sum. A form that was read well and states no points has none to miss.</param>
/// <param name="HasAllMoney">No source of money is: the rate, or the score for it, is that of the amounts, or the amounts are the sums of their parts.</param>
internal readonly record struct Coherence(bool HasAllPoints, bool HasAllMoney, bool HasAllNames)
{
    /// <summary>Of the fields of a form that was read well, this share at most is doubtful.</summary>
    private const double MostDoubtful = 0.1;

    public bool IsProven => HasAllPoints && HasAllMoney && HasAllNames;

    public static Coherence Of(FormFigures form) => new((AddsUp(form) || StatesNoPoints(form)) && !HasLostColumn(form), IsOfItsMoney(form), form.Indicators.All(row => row.Name.Length > 0));

    /// <summary>
    /// Of a form that does not hold together, what more is to be looked at than its fields: the places that nothing was read in
    /// though something may be printed there, and the table as a whole where a row may be missing.
    /// </summary>
    public IEnumerable<string> Unread(FormFigures form)
    {
        if (!HasAllPoints)
        {
            yield return "/indicators";
        }

        if (!HasAllMoney)
        {
            yield return "/funds";
        }

        if (string.IsNullOrEmpty(form.Form.ProjectName))
        {
            yield return "/projectName";
        }

        if (form.Form.Unit is null && !form.Funds.IsEmpty)
        {
            yield return "/unit";
        }

        var figures = form.Funds.SelectMany(row => row.All).Concat(form.Indicators.SelectMany(row => new[] { row.Weight, row.Score }))
            .Append(form.TotalWeight).Append(form.TotalScore);
        foreach (var figure in figures.Where(figure => figure.Text.Length == 0))
        {
            yield return figure.Pointer;
        }
    }

    /// <summary>Of a form that holds together: points to be had beside which no points given were read, points given without their sum, money without a unit; and the table of one that states no points, of which no sum tells whether a row is missing.</summary>
    public static IEnumerable<string> Blank(FormFigures form)
    {
        var points = form.Indicators.Select(row => (row.Weight, row.Score)).Append((Weight: form.TotalWeight, Score: form.TotalScore));
        var isWithoutSum = form.TotalScore.Text.Length == 0 && form.Indicators.Any(row => row.Score.IsNumber);
        return points.Where(pair => pair.Weight.IsNumber && pair.Score.Text.Length == 0).Select(pair => pair.Score.Pointer)
            .Concat(isWithoutSum ? [form.TotalScore.Pointer] : []).Distinct()
            .Concat(form.Form.Unit is null && !form.Funds.IsEmpty ? ["/unit"] : [])
            .Concat(StatesNoPoints(form) ? ["/indicators"] : []);
    }

    private static bool StatesNoPoints(FormFigures form) =>
        !form.Indicators.IsEmpty && form.Indicators.All(row => row.Weight.Text.Length == 0 && row.Score.Text.Length == 0)
        && form.TotalWeight.Text.Length == 0 && form.TotalScore.Text.Length == 0
        && form.Reliability.Doubtful.Length <= MostDoubtful * form.Form.Provenance.Length;

    /// <summary>Whether a column of numbers is in no field, where a column of points is not there: its header was not read.</summary>
    private static bool HasLostColumn(FormFigures form) =>
        (form.Indicators.All(row => row.Weight.Text.Length == 0) || form.Indicators.All(row => row.Score.Text.Length == 0))
        && form.Form.Extra.Any(cell => cell.Label.Contains(LabelledText.Separator, StringComparison.Ordinal) && NumberText.Read(cell.Text).Value is not null);

    private static bool AddsUp(FormFigures form)
    {
        var weights = form.WeightTerms;
        var scoresAddUp = AddsUp(form.TotalScore, form.ScoreTerms);
        var weightsAddUp = form.TotalWeight.IsNumber
            ? AddsUp(form.TotalWeight, weights)
            : weights.Any(terms => terms.Missing.IsEmpty && terms.Known.Sum(term => term.Value) == PointTerms.FullPoints);
        return weights.IsEmpty ? scoresAddUp : weightsAddUp && (scoresAddUp || !form.TotalScore.IsNumber);
    }

    /// <summary>Digits that floating point left behind are of the publisher: they prove as much.</summary>
    private static bool AddsUp(Figure total, ImmutableArray<PointTerms> readings) =>
        total.IsNumber && Sum.Judge(total, readings) is { Holds: true } or { Habit: Habit.FloatNoise };

    /// <summary>Whether the label of a row has an amount behind it: the ruling before the first column was not seen, and its amounts are in no field.</summary>
    private static bool HoldsAmount(string label)
    {
        const int MostFigures = 4;
        var figures = 0;
        for (var i = 0; i < label.Length; i++)
        {
            figures = char.IsAsciiDigit(label[i]) ? figures + 1 : 0;
            if (figures > MostFigures || (figures > 0 && i + 2 < label.Length && label[i + 1] is ',' or '.' && char.IsAsciiDigit(label[i + 2])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfItsMoney(FormFigures form)
    {
        var whole = form.Whole is { Executed.IsNumber: true, Budget.IsNumber: true } found ? found : null;
        var hasRate = whole is { Rate.IsNumber: true } || (whole is { Score.IsNumber: true } && (whole.Weight is { Number.Value: > 0 } || form.ExecutionPoints is not null));
        return (hasRate || !form.Blocks.IsEmpty) && !form.Form.Funds.Any(row => HoldsAmount(row.Label)) && !form.Funds.Any(row => row.Amounts.Any(amount => amount.IsUnreadable))
            && new ExecutionRateRule().Check(form).Concat(new ExecutionScoreRule().Check(form)).Concat(new FundTotalRule().Check(form)).All(finding => finding.Severity == Severity.Info);
    }
}
