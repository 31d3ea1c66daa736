using System.Collections.Immutable;
using Extractor.Core.Forms;

namespace Extractor.Core.Auditing.Texts;

/// <summary>A number that running text states of a form, and the form does not have.</summary>
/// <param name="Field">What the form states.</param>
/// <param name="Passage">The place of the passage in its document, from 0.</param>
/// <param name="IsNamed">The text names the form's project.</param>
internal sealed record ReportedMismatch<T>(T Form, Figure Field, int Passage, bool IsNamed, string Chinese, string English, string Number, Severity Severity, Explanation? Who)
    where T : FormSummary
{
    private const decimal Hundred = 100;

    /// <summary>What passages say of forms and the forms do not; each field once.</summary>
    /// <param name="forms">All forms that the passages may be about.</param>
    public static IEnumerable<ReportedMismatch<T>> Of(IReadOnlyCollection<T> forms, IEnumerable<(int Index, Passage Passage)> passages)
    {
        PassageSubjects<T>? subjects = null;
        var told = new HashSet<(T, string)>();
        foreach (var (index, passage) in passages)
        {
            subjects ??= new PassageSubjects<T>(forms);
            foreach (var reported in subjects.In(passage))
            {
                if (Contradicting(reported.Form, reported.Figure) is { } field && told.Add((reported.Form, field.Pointer)))
                {
                    yield return Between(reported, field, index, passage);
                }
            }
        }
    }

    private static ReportedMismatch<T> Between(ReportedOfForm<T> reported, Figure field, int index, Passage passage)
    {
        var isSure = passage.Place.Confidence >= FormFigures.ReviewThreshold && reported.Form.IsSure(field);
        return new ReportedMismatch<T>(
            reported.Form, field, index, reported.IsNamed,
            $"与正文不一致（{reported.Form.Name}）：正文称“{reported.Figure.Said}”，自评表所列为 {field.Text}。",
            $"The text says otherwise ({reported.Form.Name}): “{reported.Figure.Said}” is said, the form states {field.Text}.",
            reported.Figure.Number,
            !isSure ? Severity.Info : reported.IsNamed ? Severity.Error : Severity.Warning,
            isSure ? Explanation.Published : null);
    }

    /// <summary>The field that contradicts what is said; null where one agrees, or none can be held against it.</summary>
    private static Figure? Contradicting(FormSummary form, ReportedFigure said) => said.Kind switch
    {
        ReportedKind.Score => form.TotalScore is { IsNumber: true } total && form.TotalWeight is not { Number.Value: not Hundred } && !said.Range.Meets(total.Range(Rounding.HalfUp)) ? total : null,
        ReportedKind.Rate => form.Whole is { } whole ? Rate(whole, said.Range) : null,
        // Its parts are amounts of the project too.
        ReportedKind.Budget => Amount(form, said.Range, row => row.Budget, [.. form.Funds.SelectMany(row => new[] { row.InitialBudget, row.AnnualBudget })]),
        _ => Amount(form, said.Range, row => row.Executed, [.. form.Funds.Select(row => row.Executed)]),
    };

    private static Figure? Amount(FormSummary form, Interval said, Func<FundFigures, Figure> ofWhole, ImmutableArray<Figure> all) =>
        form.Whole is { } whole && ofWhole(whole) is { IsNumber: true } field && form.MoneyExponent is not null
        && !all.Any(amount => amount.IsUnreadable || (form.RangeInYuan(amount) is { } range && range.Meets(said)))
            ? field
            : null;

    private static Figure? Rate(FundFigures whole, Interval said)
    {
        if (ExecutionRate.Readings(whole.Rate).Any(rate => rate.Range(Rounding.HalfUp).Meets(said)))
        {
            return null;
        }

        var computed = new[] { ExecutionRate.Computed(whole, whole.Budget), ExecutionRate.Computed(whole, whole.InitialBudget) };
        return computed.Any(rate => rate is not null && rate.Range(Rounding.HalfUp).Meets(said)) ? null
            : whole.Rate.IsNumber ? whole.Rate
            : computed[0] is not null ? whole.Executed
            : null;
    }
}
