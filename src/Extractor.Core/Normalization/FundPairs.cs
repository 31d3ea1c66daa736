using Extractor.Core.Forms;

namespace Extractor.Core.Normalization;

/// <summary>A row of the funds block without headers: 预算数： 120, 执行数： 118; and below it 其中-财政拨款： 100, 其中-财政拨款： 98.</summary>
/// <param name="IsInitial">The budget is the one of the year's beginning.</param>
internal sealed record FundPairs(FormCell BudgetLabel, FormCell Budget, FormCell ExecutedLabel, FormCell Executed, bool IsInitial)
{
    private static readonly RoleSet Budgets = RoleSet.Of(Role.InitialBudget, Role.AnnualBudget);
    private static readonly RoleSet Labels = Budgets.With(Role.Executed);

    /// <summary>Is what looks like a header such a row: does an unknown cell follow each of the two labels?</summary>
    public static bool AreIn(ColumnMap map)
    {
        var known = 0;
        for (var i = 0; i < map.Columns.Length; i++)
        {
            if (map.Columns[i].Role is { } role && Labels.Has(role))
            {
                known++;
                if (i + 1 >= map.Columns.Length || map.Columns[i + 1].Role is not null || !IsAmount(map.Columns[i + 1].Header))
                {
                    return false;
                }
            }
        }

        return known == 2;
    }

    /// <param name="first">The first row has the labels of the columns; the others, twice the label of a source of funds.</param>
    public static FundPairs? Of(FormRegion region, int row, bool first)
    {
        var cells = region.StartingIn(row).Where(cell => !cell.Is(Role.FundsSide)).ToArray();
        if (cells is not [var left, var budget, var right, var executed] || !IsAmount(budget) || !IsAmount(executed) || left.IsEmpty || right.IsEmpty)
        {
            return null;
        }

        var known = first
            ? left.IsAny(Budgets) && right.Is(Role.Executed)
            : Words(left).SequenceEqual(Words(right)) && FundLabel.KindOf(left, region.Vocabulary) != "unknown";
        return known ? new FundPairs(left, budget, right, executed, left.Is(Role.InitialBudget)) : null;
    }

    /// <summary>A recogniser may take the same mark of two labels for two.</summary>
    private static IEnumerable<char> Words(FormCell label) => label.Key.Where(char.IsLetterOrDigit);

    private static bool IsAmount(FormCell cell) => cell.IsEmpty || BlankText.IsBlank(cell.Text) || NumberText.Read(cell.Text).Value is not null;
}
