using System.Collections.Immutable;
using Extractor.Core.Forms;
using Extractor.Core.Pages;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization.Dumps;

/// <summary>
/// Puts the tables of a text dump back together. Another extractor left cells in other columns, cut rows at page breaks, lost
/// columns and set labels on lines of their own; what a form must satisfy says where they belong: columns keep their order, figures
/// stand under figures, labels come in order, sums hold, and the forms of a file repeat one template. What stays open has a
/// low confidence.
/// </summary>
public static class DumpTables
{
    /// <summary>Rows that can be read otherwise are not learned from.</summary>
    private const double Clear = 0.8;

    /// <summary>Given a dump, returns a table for each form in it, in order, and one for each stretch of other lines before the first.</summary>
    public static ImmutableArray<Table> Of(TextDump dump, FormTemplates templates)
    {
        var words = new DumpWords(templates);
        ImmutableArray<TokenLine> lines = [.. CutLabels.Mend([.. TokenLine.Of(dump, words)], words)];
        var (forms, outside) = FormSplitter.Split(lines, words);
        var phrases = Phrases.Of(lines);
        var (fundHabits, indicatorHabits) = (new Habits(), new Habits());
        for (var form = 0; form < forms.Count; form++)
        {
            Learn(form, forms[form], phrases, fundHabits, indicatorHabits);
        }

        var tables = ImmutableArray.CreateBuilder<Table>();
        if (outside.Count > 0)
        {
            tables.Add(Plain(dump.Number, outside));
        }

        for (var form = 0; form < forms.Count; form++)
        {
            tables.Add(FormTable.Of(dump.Number, form, forms[form], fundHabits, indicatorHabits, phrases, words));
        }

        return tables.ToImmutable();
    }

    /// <summary>Reads the form once, to see what its rows do.</summary>
    private static void Learn(int form, FormLines lines, Phrases phrases, Habits funds, Habits indicators)
    {
        if (lines.FundsHeader is { } fundHeader)
        {
            Learn(form, fundHeader, FundRows.Read(form, fundHeader, [.. lines.Funds.Select(FundRows.WithPrefixes)], new Habits(), phrases), funds);
        }

        if (lines.IndicatorsHeader is { } header)
        {
            Learn(form, header, IndicatorRows.Read(form, header, LoneLabel.TakeOut(lines.Indicators).Body, new Habits(), phrases), indicators);
        }
    }

    private static void Learn(int form, HeaderRow header, ImmutableArray<RowUnit> rows, Habits habits)
    {
        var fit = new RowFit(form, header, habits, Phrases.None);
        foreach (var row in rows)
        {
            if (row.Sure * Likelihood.Share(row.Cost, Likelihood.Either(row.Readings.Select(reading => reading.Cost))) < Clear)
            {
                continue;
            }

            var reading = row.Readings[0];
            for (var column = 0; column < header.Columns.Length; column++)
            {
                habits.LearnFill(fit.RowKey(reading), header.Columns[column].Field, reading.Has(column));
            }

            foreach (var (sheet, shift) in reading.Shifts)
            {
                habits.LearnShift(form, sheet, shift);
            }
        }
    }

    /// <summary>Lines that are no form, as they stand.</summary>
    private static Table Plain(int page, IReadOnlyList<TokenLine> lines)
    {
        var draft = new TableDraft(page, lines.Max(line => line.Tokens.Max(token => token.Column)) + 1);
        foreach (var line in lines)
        {
            draft.Add([.. line.Tokens.Select(token => (token.Column, new SolvedCell([token], token.Sure)))]);
        }

        return draft.Build([]);
    }
}
