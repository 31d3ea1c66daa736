namespace Extractor.Core.Normalization.Dumps;

/// <summary>How well a reading of a row fits what rows of its block are.</summary>
internal sealed class RowFit(int form, HeaderRow header, Habits habits, Phrases phrases)
{
    public HeaderRow Header { get; } = header;

    public Habits Habits { get; } = habits;

    public Phrases Phrases { get; } = phrases;

    public int Form { get; } = form;

    private readonly int level1 = header.IndexOf("level1");
    private readonly int level2 = header.IndexOf("level2");
    private readonly int target = header.IndexOf("target");
    private readonly int actual = header.IndexOf("actual");
    private readonly int weight = header.IndexOf("weight");
    private readonly int score = header.IndexOf("score");
    private readonly int fundLabel = header.IndexOf("label");

    public IReadOnlyList<RowReading> Read(BlockLine line) =>
        [.. Placement.Of(line.Line.Tokens, line.Header.Columns, shift => Habits.ShiftCost(Form, line.Line.Sheet, shift)).Select(placement => RowReading.Of(line, placement))];

    /// <summary>Two lines with figures each are two rows: nothing need be tried.</summary>
    public static bool AreTwoRows(TokenLine upper, TokenLine lower) => Figures(upper) >= 2 && Figures(lower) >= 2;

    /// <summary>The reading as a whole row: with what it lacks, and with what its figures say of each other.</summary>
    public RowReading Whole(RowReading reading)
    {
        reading = WithRightLevel(reading);
        var cost = reading.Cost;
        var row = RowKey(reading);
        for (var column = 0; column < Header.Columns.Length; column++)
        {
            var fill = Habits.Fill(row, Header.Columns[column]);
            cost += Likelihood.Of(reading.Has(column) ? fill : 1 - fill);
        }

        if (reading.Only(target) is { } aim && reading.Only(actual) is { } reached && aim.Text == reached.Text)
        {
            cost -= 0.7;
        }

        if (reading.Only(weight) is { Number: { } points } && reading.Only(score) is { Number: { } given })
        {
            cost += given > points ? 4 : given == points ? -0.3 : 0;
        }

        return reading with { Cost = cost };
    }

    /// <summary>成本指标 alone is of the second level: as one of the first it would have 经济成本指标 or the like beside it.</summary>
    private RowReading WithRightLevel(RowReading reading) =>
        level1 >= 0 && level2 >= 0 && !reading.Has(level2) && reading.Only(level1) is { Kind: TokenKind.EitherLevel } label
            && DumpWords.FamilyOf(label.Key) != DumpWords.FamilyOfFirst(label.Key)
            ? reading with { Cells = reading.Cells.SetItem(level1, []).SetItem(level2, [label]) }
            : reading;

    /// <summary>Rows of funds by their label; all indicators are one kind of row.</summary>
    public string RowKey(RowReading reading) => fundLabel >= 0 && reading.Has(fundLabel) ? reading.Cells[fundLabel][0].Key : "";

    private static int Figures(TokenLine line) => line.Tokens.Count(token => token.Kind == TokenKind.Number);
}
