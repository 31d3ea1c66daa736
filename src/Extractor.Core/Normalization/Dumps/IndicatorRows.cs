using System.Collections.Immutable;

namespace Extractor.Core.Normalization.Dumps;

/// <summary>Puts the rows of the indicators back: which lines are one row, which text belongs to which column, which labels to which rows.</summary>
internal static class IndicatorRows
{
    /// <summary>Sums of printed points may be off by this much: binary noise.</summary>
    private const decimal Noise = 0.005m;

    public static ImmutableArray<SolvedRow> Solve(int form, FormLines lines, FundFigures funds, TotalRow? total, Habits habits, Phrases phrases, DumpWords words)
    {
        if (lines.IndicatorsHeader is not { } header)
        {
            return [];
        }

        var (body, lone) = LoneLabel.TakeOut(lines.Indicators);
        var rows = Read(form, header, body, habits, phrases);
        int weight = header.IndexOf("weight"), score = header.IndexOf("score");
        rows = RowChoice.Choose(rows, header.Columns, choice =>
            Gap(choice, weight, total?.Weight?.Number - (funds.Points ?? 0)) + Gap(choice, score, total?.Score?.Number - (funds.Score ?? 0)));
        var solved = SolvedRow.Of(rows, body, header.Columns);
        return LevelLabels.Assign(solved, header, lone, words);
    }

    public static ImmutableArray<RowUnit> Read(int form, HeaderRow header, ImmutableArray<BlockLine> body, Habits habits, Phrases phrases) =>
        RowCutting.Cut(body, new RowFit(form, header, habits, phrases));

    private static double Gap(IReadOnlyList<RowReading> rows, int column, decimal? stated)
    {
        if (column < 0 || stated is null)
        {
            return 0;
        }

        var sum = rows.Sum(row => row.Only(column)?.Number ?? 0);
        return Math.Abs(sum - stated.Value) <= Noise ? 0 : RowChoice.Broken;
    }
}
