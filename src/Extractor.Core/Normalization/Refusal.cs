using Extractor.Core.Forms;

namespace Extractor.Core.Normalization;

/// <summary>Says why what was read is no self-evaluation form.</summary>
internal static class Refusal
{
    private static readonly RoleSet Levels = RoleSet.Of(Role.Level1, Role.Level2, Role.Level3);
    private static readonly RoleSet Targets = RoleSet.Of(Role.Target, Role.TargetNature);
    private static readonly RoleSet Points = RoleSet.Of(Role.Weight, Role.Score, Role.Standard);

    /// <summary>Null where it is one.</summary>
    public static RefusalReason? Of(
        FormRegion region, FormTitle title, HeaderBlock header, FundsBlock funds, GoalsBlock goals, IndicatorBlock indicators)
    {
        if (indicators.Columns is null)
        {
            return WithoutResults(region, title, header, funds, goals);
        }

        var hasResults = indicators.Rows.Any(row => !BlankText.IsBlank(row.Actual?.Text ?? "") || !BlankText.IsBlank(row.Score?.Text ?? ""));
        if (!indicators.Columns.Has(Role.Actual) && (!hasResults || (header.Labels == 0 && funds.Rows.IsEmpty)))
        {
            // Without a column for what was reached, points that nobody gave, or nobody was given, make no evaluation.
            return title.Kind == Role.Title && !hasResults ? RefusalReason.BlankForm : RefusalReason.EvaluationIndexTable;
        }

        if (!IsFilled(header, funds, goals, indicators))
        {
            return RefusalReason.BlankForm;
        }

        if (title.Kind == Role.TitleOfTargets && !hasResults)
        {
            return RefusalReason.TargetTable;
        }

        var anchored = title.Kind is not null || header.Labels > 0 || !funds.Rows.IsEmpty || indicators.Total is not null;
        return anchored ? null : RefusalReason.NotAForm;
    }

    private static RefusalReason WithoutResults(FormRegion region, FormTitle title, HeaderBlock header, FundsBlock funds, GoalsBlock goals)
    {
        var found = RoleSet.None;
        for (var row = region.FirstRow; row < region.EndRow; row++)
        {
            var here = region.RolesIn(row) | (row + 1 < region.EndRow ? region.RolesIn(row + 1) : default);
            found |= (here & Levels).Count > 1 ? here : default;
        }

        if (!found.IsEmpty)
        {
            return title.Kind == Role.TitleOfIndex || (title.Kind != Role.TitleOfTargets && !found.HasAny(Targets) && found.HasAny(Points))
                ? RefusalReason.EvaluationIndexTable
                : RefusalReason.TargetTable;
        }

        var anchors = header.Labels + (funds.Columns is null ? 0 : 1) + (goals.Goals is null ? 0 : 1);
        return title.Kind == Role.TitleOfTargets ? RefusalReason.TargetTable
            : title.Kind == Role.TitleOfIndex ? RefusalReason.EvaluationIndexTable
            : anchors > 1 ? RefusalReason.BudgetTable
            : RefusalReason.NotAForm;
    }

    /// <summary>Has somebody filled in anything? Names and points of indicators may be printed in the blank form.</summary>
    private static bool IsFilled(HeaderBlock header, FundsBlock funds, GoalsBlock goals, IndicatorBlock indicators) =>
        !BlankText.IsBlank(header.ProjectName ?? "")
        || funds.Rows.Any(row => row.InitialBudget?.Value is not null || row.AnnualBudget?.Value is not null || row.Executed?.Value is not null)
        || !BlankText.IsBlank((goals.Goals?.Expected ?? "") + goals.Goals?.Actual)
        || indicators.Rows.Any(row => !BlankText.IsBlank((row.Target?.Text ?? "") + row.Actual?.Text + row.Score?.Text + row.Deviation));
}
