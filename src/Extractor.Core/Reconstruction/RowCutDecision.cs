using System.Collections.Immutable;

namespace Extractor.Core.Reconstruction;

/// <summary>
/// Decides whether a page break runs through a row, by comparing how likely the two halves are as one row and as two.
/// </summary>
/// <remarks>
/// For each pair of cells the filled and empty halves are compared with how often that column is filled in the rest of
/// the table (naive Bayes over the columns; probabilities with Laplace smoothing). Where both halves have text, what
/// decides is whether the last line above is full. Borders left open at the break speak for a cut.
/// </remarks>
internal sealed record RowCutDecision(bool Cut, double Confidence, ImmutableArray<Evidence> Evidence)
{
    private const double OpenBorder = 5;
    private const double HalfOpenBorder = -3;

    /// <summary>A break at a closed border runs through a row a little less often than between two.</summary>
    private const double Prior = -0.4;

    /// <summary>The most that a merged label can say for a cut.</summary>
    private const double OneMergedLabel = 0.2;

    /// <summary>A whole label may, seldom, have something printed under it in its cell; two whole labels are never one.</summary>
    private const double OneWhole = -4;
    private const double BothWhole = -12;

    /// <summary>The most that columns with nothing on one side can say for a cut, all together.</summary>
    private const double MostOfBlanks = 8;

    /// <summary>A text that begins with a row's number, or stands for a row that nobody filled in.</summary>
    private const double BeginsRow = -25;

    /// <summary>Where all other rows begin with their number, a text that does not is hardly another row's; nor does one often end with a comma.</summary>
    private const double BeginsNone = 5, GoesOn = 2;

    private const int FewestNumbered = 2;

    /// <summary>How far up a table its rows tell what a row at the break looks like.</summary>
    private const int NearbyRows = 80;

    /// <summary>The halves of a row do not stand on two pages between which others are missing.</summary>
    public static RowCutDecision PagesMissing { get; } = new(false, 0.99, [new Evidence("the printed page numbers pass over a page", -5)]);

    public static RowCutDecision Of(TableBuilder upper, Fragment lower, ImmutableArray<CellPair> pairs, TableLandmarks landmarks)
    {
        var firstRow = pairs.IsEmpty ? 0 : pairs.Max(pair => pair.Lower.Row);
        var below = lower.Cells.Count(cell => cell.Row <= firstRow && cell.EndRow > firstRow);
        if (pairs.IsEmpty || pairs.Length != below || pairs.Length != upper.AtFoot.Count)
        {
            return new RowCutDecision(false, 0.99, [new Evidence("the columns are divided otherwise above and below the break", -5)]);
        }

        var evidence = ImmutableArray.CreateBuilder<Evidence>();
        evidence.Add(new Evidence("a break between two rows is a little more frequent than one through a row", Prior));
        AddBorders(pairs, evidence);
        var blanks = 0.0;
        foreach (var pair in pairs)
        {
            var before = evidence.Count;
            AddTexts(upper, lower, pair, landmarks, evidence);
            blanks += pair.IsMerged || (!pair.Upper.LastCell.IsEmpty && !pair.Lower.IsEmpty) ? 0 : evidence.Skip(before).Sum(e => Math.Max(e.Weight, 0));
        }

        if (blanks > MostOfBlanks)
        {
            evidence.Add(new Evidence("a row that is not filled in is blank in many columns at once", MostOfBlanks - blanks));
        }

        var sum = evidence.Sum(e => e.Weight);
        return new RowCutDecision(sum > 0, 1 / (1 + Math.Exp(-Math.Abs(sum))), evidence.ToImmutable());
    }

    private static void AddBorders(ImmutableArray<CellPair> pairs, ImmutableArray<Evidence>.Builder evidence)
    {
        var single = pairs.Where(pair => !pair.IsMerged).DefaultIfEmpty(pairs[^1]).ToArray();
        if (single.All(pair => pair.IsOpen))
        {
            evidence.Add(new Evidence("no border is drawn at the break, above or below", OpenBorder));
        }
        else if (single.All(pair => !pair.IsClosed))
        {
            evidence.Add(new Evidence("a border is drawn on one side of the break only", HalfOpenBorder));
        }
        else if (pairs.Any(pair => pair.IsOpen))
        {
            evidence.Add(new Evidence("a border closes the row at the break, while merged cells are left open", -OpenBorder));
        }
    }

    private static void AddTexts(
        TableBuilder upper, Fragment lower, CellPair pair, TableLandmarks landmarks, ImmutableArray<Evidence>.Builder evidence)
    {
        bool above = !pair.Upper.LastCell.IsEmpty, below = !pair.Lower.IsEmpty;
        if (pair.IsMerged)
        {
            if (above && below)
            {
                // A label of several rows goes on over the break whether one of its rows is cut or not.
                evidence.Add(new Evidence(
                    $"the label “{pair.UpperText}” and “{pair.LowerText}”", Math.Min(pair.SaysOneLabel(landmarks), OneMergedLabel)));
            }

            return;
        }

        if (above && below && WholeLabels(pair, landmarks) is > 0 and var whole)
        {
            evidence.Add(new Evidence(
                $"“{Short(pair.UpperText)}” above and “{Short(pair.LowerText)}” below: {(whole == 2 ? "both are whole labels" : "one is a whole label")}",
                whole == 2 ? BothWhole : OneWhole));
            return;
        }

        if (below && RowBeginnings.Is(pair.LowerText))
        {
            evidence.Add(new Evidence($"“{Short(pair.LowerText)}” begins a row", BeginsRow));
            return;
        }

        if (above && below && BeginsNoRow(lower, pair))
        {
            evidence.Add(new Evidence($"the rows of the column begin with their numbers, “{Short(pair.LowerText)}” does not", BeginsNone));
        }

        if (above && below && pair.EndsInComma)
        {
            evidence.Add(new Evidence($"“{Short(pair.UpperText)}” ends in a comma", GoesOn));
        }

        var header = HeaderOver(upper, pair.Upper, landmarks);
        var filled = FillRate(upper, lower, pair, header, landmarks);
        evidence.Add(Texts(pair, above, below, filled));
        if (header is not null && TableLandmarks.Has(landmarks.SingleRow, header.Key) && upper.RowCount - pair.Upper.Row <= 1)
        {
            evidence.Add(new Evidence($"under “{header.Text}” stands one row", 5));
        }
    }

    private static bool BeginsNoRow(Fragment lower, CellPair pair)
    {
        var rows = Below(lower, pair).Where(cell => !cell.IsEmpty).Select(lower.TextOf).ToArray();
        return RowBeginnings.IsNumbered(pair.UpperText) && rows.Count(RowBeginnings.IsNumbered) is var numbered && numbered >= FewestNumbered && numbered >= rows.Length - 1;
    }

    /// <summary>How many of the two texts are labels or headers that are whole words; none where they make up one label together.</summary>
    private static int WholeLabels(CellPair pair, TableLandmarks landmarks)
    {
        string above = LabelKey.OfLabel(pair.UpperText), below = LabelKey.OfLabel(pair.LowerText);
        return landmarks.IsWholeLabel(above + below) || landmarks.IsHeader(above + below) ? 0 : Count(above) + Count(below);

        int Count(string key) => landmarks.IsWholeLabel(key) || landmarks.IsHeader(key) ? 1 : 0;
    }

    /// <summary>How much likelier the two halves are as one row than as two rows, given how often the column is filled.</summary>
    private static Evidence Texts(CellPair pair, bool above, bool below, double filled)
    {
        const double OnlyAbove = 0.45, OnlyBelow = 0.3, Both = 0.25;      // how a filled cell's text falls when its row is cut
        const double FullIfCut = 0.96;                                    // is the last line above full?
        var rate = FormattableString.Invariant($"{filled:0.00}");
        switch (above, below)
        {
            case (false, false):
                return new Evidence($"empty on both sides; filled in {rate} of the rows", Math.Log((1 - filled) / ((1 - filled) * (1 - filled))));
            case (true, false):
                return new Evidence($"“{Short(pair.UpperText)}” above, nothing below; filled in {rate} of the rows", Math.Log(OnlyAbove / (1 - filled)));
            case (false, true):
                return new Evidence($"nothing above, “{Short(pair.LowerText)}” below; filled in {rate} of the rows", Math.Log(OnlyBelow / (1 - filled)));
            default:
                var fullByChance = pair.FullByChance;
                // What stands in brackets goes on what is before it: a value seldom begins with it.
                var goesOn = pair.Wraps || pair.LowerText[0] is '(' or '（';
                var weight = goesOn
                    ? Math.Log(Both * FullIfCut / (filled * fullByChance))
                    : Math.Log(Both * (1 - FullIfCut) / (filled * (1 - fullByChance)));
                return new Evidence(
                    $"“{Short(pair.UpperText)}” above and “{Short(pair.LowerText)}” below, the last line above {(pair.Wraps ? "full" : "not full")}", weight);
        }
    }

    private static string Short(string text) => text.Length <= 12 ? text : text[..6] + "…" + text[^5..];

    /// <summary>The nearest cell above in the same columns that is a known column header.</summary>
    private static GrowingCell? HeaderOver(TableBuilder upper, GrowingCell cell, TableLandmarks landmarks)
    {
        var column = upper.CellsBetween(cell.Left, cell.Right);
        for (var i = column.Count - 1; i >= FirstNearby(column); i--)
        {
            if (column[i].Row < cell.Row && landmarks.IsHeader(column[i].Key))
            {
                return column[i];
            }
        }

        return null;
    }

    /// <summary>How often the column is filled in the rows that are not at the break, with what is known of its header as a prior.</summary>
    private static double FillRate(TableBuilder upper, Fragment lower, CellPair pair, GrowingCell? header, TableLandmarks landmarks)
    {
        const double PriorRows = 2;
        var prior = header is null ? 0.5
            : TableLandmarks.Has(landmarks.AlwaysFilled, header.Key) ? 0.97
            : TableLandmarks.Has(landmarks.SeldomFilled, header.Key) ? 0.1
            : 0.5;
        int rows = 0, filled = 0;
        var column = upper.CellsBetween(pair.Upper.Left, pair.Upper.Right);
        for (var i = FirstNearby(column); i < column.Count; i++)
        {
            if (column[i].EndRow < upper.RowCount)
            {
                rows++;
                filled += column[i].IsEmpty ? 0 : 1;
            }
        }

        foreach (var cell in Below(lower, pair))
        {
            rows++;
            filled += cell.IsEmpty ? 0 : 1;
        }

        return Math.Clamp((filled + (prior * PriorRows)) / (rows + PriorRows), 0.03, 0.97);
    }

    /// <summary>The cells of the column below the break, but for the one at it.</summary>
    private static IEnumerable<Cell> Below(Fragment lower, CellPair pair) => lower.Cells.Where(cell =>
        cell.Row >= pair.Lower.EndRow && cell.Column == pair.Lower.Column && cell.ColumnSpan == pair.Lower.ColumnSpan);

    private static int FirstNearby(IReadOnlyList<GrowingCell> column) => Math.Max(0, column.Count - NearbyRows);
}
