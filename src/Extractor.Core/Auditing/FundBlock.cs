using System.Collections.Immutable;

namespace Extractor.Core.Auditing;

/// <summary>A column of amounts, with its names.</summary>
internal sealed record AmountColumn(string Chinese, string English, Func<FundFigures, Figure> Of)
{
    public static readonly ImmutableArray<AmountColumn> All =
    [
        new("年初预算数", "initial budget", row => row.InitialBudget),
        new("全年预算数", "annual budget", row => row.AnnualBudget),
        new("全年执行数", "executed", row => row.Executed),
    ];
}

/// <summary>The amounts of one column that a total sums.</summary>
/// <param name="Missing">Blank or unreadable ones of rows that have money elsewhere.</param>
internal sealed record FundTerms(ImmutableArray<Figure> Known, ImmutableArray<Figure> Missing);

/// <summary>A total row and the rows below it that may be its parts.</summary>
/// <param name="Readings">The sets of rows that the total may sum, likeliest first: it contradicts them only if it contradicts every one.</param>
internal sealed record FundBlock(FundFigures Total, ImmutableArray<ImmutableArray<FundFigures>> Readings)
{
    /// <summary>One block for each total row that has parts.</summary>
    public static ImmutableArray<FundBlock> Of(ImmutableArray<FundFigures> funds)
    {
        var blocks = ImmutableArray.CreateBuilder<FundBlock>();
        var totals = funds.Where(row => row.IsTotal).ToList();
        for (var i = 0; i < totals.Count; i++)
        {
            var end = i + 1 < totals.Count ? totals[i + 1].Index : funds.Length;
            var below = funds[(totals[i].Index + 1)..end];
            // A lone total at the foot sums what stands above it.
            var parts = below.IsEmpty && totals.Count == 1 ? funds[..totals[i].Index] : below;
            var readings = Parts(parts);
            if (!readings.IsEmpty)
            {
                blocks.Add(new FundBlock(totals[i], readings));
            }
        }

        return blocks.ToImmutable();
    }

    /// <summary>A column's total, which is a number, by that of the sets of its parts which fits it best; null where no parts say anything of it.</summary>
    public Verdict? Judge(AmountColumn column)
    {
        var total = column.Of(Total);
        return Ladder.Best(Verdicts());

        IEnumerable<Verdict> Verdicts()
        {
            foreach (var parts in Readings)
            {
                var terms = Terms(parts, column);
                if (!terms.Known.IsEmpty || (!terms.Missing.IsEmpty && total.Value != 0))
                {
                    yield return Sum.Judge(total, terms.Known, terms.Missing);
                }
            }
        }
    }

    /// <summary>
    /// The terms of one column. A blank says nothing where its whole row has no money (no such source); where the row has
    /// some, the amount is missing.
    /// </summary>
    public static FundTerms Terms(ImmutableArray<FundFigures> parts, AmountColumn column)
    {
        var known = ImmutableArray.CreateBuilder<Figure>(parts.Length);
        List<Figure>? missing = null;
        foreach (var row in parts)
        {
            var amount = column.Of(row);
            if (amount.IsNumber)
            {
                known.Add(amount);
            }
            else if (amount.IsUnreadable || (amount.IsNothing && HasMoney(row)))
            {
                (missing ??= []).Add(amount);
            }
        }

        return known.Count == 0 && missing is null
            ? new FundTerms([], [.. parts.Select(column.Of).Where(figure => figure.IsNothing)])
            : new FundTerms(known.DrainToImmutable(), [.. missing ?? []]);
    }

    private static bool HasMoney(FundFigures row) => IsMoney(row.InitialBudget) || IsMoney(row.AnnualBudget) || IsMoney(row.Executed);

    private static bool IsMoney(Figure amount) => amount.IsUnreadable || amount is { Number.Value: not 0 };

    /// <summary>
    /// Every row; or, where a 其中 below the first part says again what is in the row above it, without it and some of the
    /// rows that follow, for nothing tells where it ends; and all of these without rows of an unknown kind, which need not be
    /// parts.
    /// </summary>
    private static ImmutableArray<ImmutableArray<FundFigures>> Parts(ImmutableArray<FundFigures> rows)
    {
        if (rows.IsEmpty)
        {
            return [];
        }

        var nested = rows.Skip(1).FirstOrDefault(row => row.Row.Label.StartsWith("其中", StringComparison.Ordinal));
        if (nested is null && !rows.Any(row => row.Row.Kind == "unknown"))
        {
            return [rows];
        }

        var start = nested is null ? rows.Length : rows.IndexOf(nested);
        var readings = Enumerable.Range(start + 1, rows.Length - start)
            .Select(end => rows.RemoveRange(start, end - start))
            .Append(rows).ToList();
        return
        [
            .. readings.Concat(readings.Select(reading => reading.RemoveAll(row => row.Row.Kind == "unknown")))
                .Where(reading => !reading.IsEmpty)
                .DistinctBy(reading => string.Join(',', reading.Select(row => row.Index))),
        ];
    }
}
