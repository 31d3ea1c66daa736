using System.Collections.Immutable;

namespace Extractor.Core.Normalization.Dumps;

/// <summary>Sorts the lines of a dump into forms and blocks. Titles and header rows switch; all else belongs to the block that it stands in.</summary>
internal sealed class FormSplitter
{
    private enum Block { Heading, Header, Funds, Goals, Indicators, Total, After }

    /// <summary>Lines that may stand between a title and the first labelled cells.</summary>
    private const int MostAboveHeader = 20;

    private readonly DumpWords words;
    private readonly ImmutableArray<TokenLine> lines;
    private readonly LineRole[] roles;
    private readonly List<FormLines> forms = [];
    private readonly List<TokenLine> outside = [];
    private FormLines? form;
    private HeaderRow? lastHeader;
    private Block block;
    private int sheet;

    private FormSplitter(ImmutableArray<TokenLine> lines, DumpWords words)
    {
        (this.lines, this.words) = (lines, words);
        roles = [.. lines.Select(line => LineRoles.Of(line, words))];
    }

    /// <summary>Given all lines, returns the forms in order, and the lines that belong to none.</summary>
    public static (IReadOnlyList<FormLines> Forms, IReadOnlyList<TokenLine> Outside) Split(ImmutableArray<TokenLine> lines, DumpWords words)
    {
        var splitter = new FormSplitter(lines, words);
        for (var i = 0; i < lines.Length; i++)
        {
            splitter.Take(i);
        }

        return (splitter.forms, splitter.outside);
    }

    private void Take(int at)
    {
        var line = lines[at] with { Sheet = sheet };
        switch (roles[at])
        {
            case LineRole.Blank:
                sheet++;
                break;
            case LineRole.PageNumber:
                TakePageNumber(line);
                break;
            case LineRole.Title or LineRole.Year:
                TakeTitle(line, at);
                break;
            case LineRole.Header when line.Tokens.Any(token => words.ProjectName.Match(token.Text)) && (form is null || block >= Block.Funds || form.Header.Count > 0):
                Begin().Header.Add(line);
                block = Block.Header;
                break;
            case LineRole.Header when form is not null && block <= Block.Header:
                block = Block.Header;
                form.Header.Add(line);
                break;
            case LineRole.FundsHeader when block <= Block.Funds:
                Switch(Block.Funds);
                form!.FundsHeader = TakeHeader(Header(line, words.FundColumns), form.FundsHeader)?.WithRowLabels() ?? form.FundsHeader;
                break;
            case LineRole.GoalsHeader when block <= Block.Goals:
                Switch(Block.Goals);
                form!.GoalsHeader = TakeHeader(Header(line, words.GoalColumns), form.GoalsHeader) ?? form.GoalsHeader;
                break;
            case LineRole.IndicatorsHeader when block <= Block.Indicators:
                Switch(Block.Indicators);
                TakeIndicatorsHeader(line);
                break;
            case LineRole.Total when block == Block.Indicators:
                block = Block.Total;
                form!.Total.Add(line);
                break;
            default:
                TakeBody(line);
                break;
        }
    }

    private FormLines Begin()
    {
        form = new FormLines();
        forms.Add(form);
        sheet++;
        return form;
    }

    /// <summary>A block that begins ends the one before; one that begins again does so on another page.</summary>
    private void Switch(Block to)
    {
        sheet += block == to ? 1 : 0;
        form ??= Begin();
        block = to;
    }

    /// <summary>A bare number may also be the total row's, where that lost its figures to the lines below.</summary>
    private void TakePageNumber(TokenLine line)
    {
        if (block == Block.Total && line.Tokens[0].Kind == TokenKind.Number && TotalFigures() < 2)
        {
            form!.Total.Add(line);
            return;
        }

        sheet++;
    }

    /// <summary>A title begins a form where the header cells follow; elsewhere it was printed again at the top of a page.</summary>
    private void TakeTitle(TokenLine line, int at)
    {
        if (form is not null && block == Block.Heading)
        {
            form.Heading.Add(line);
            return;
        }

        var next = at + 1;
        while (next < Math.Min(roles.Length, at + MostAboveHeader) && (roles[next] is LineRole.Blank or LineRole.PageNumber or LineRole.Title or LineRole.Year
            || (roles[next] == LineRole.Body && lines[next].Tokens.Count(token => token.Kind == TokenKind.Number) < 2)))
        {
            next++;
        }

        if (next < roles.Length && roles[next] is LineRole.Header or LineRole.FundsHeader)
        {
            Begin().Heading.Add(line);
            block = Block.Heading;
        }
        else
        {
            sheet++;
        }
    }

    private HeaderRow Header(TokenLine line, ImmutableArray<ColumnWords> fields) => HeaderRow.Read(line, fields, words.IsBeside);

    /// <summary>Takes the header of a block; null where the block has one, and this one was printed again on the next page.</summary>
    private HeaderRow? TakeHeader(HeaderRow header, HeaderRow? before)
    {
        form!.FundsBeside.AddRange(header.Beside.Where(token => words.IsFundsSide(token.Text)));
        form.Left.AddRange(header.Beside.Where(token => !words.IsFundsSide(token.Text) && !words.IsSide(token.Text) && !token.IsLabel));
        if (before is null)
        {
            return header;
        }

        // What is no header slid into it.
        form.Left.AddRange(header.Columns.Where(column => column.Role == BlockRole.Other && !before.Has(column.Field)).SelectMany(column => column.Header));
        return null;
    }

    /// <summary>A first-level label may have slid into the header row: it is the label of the rows below.</summary>
    private void TakeIndicatorsHeader(TokenLine line)
    {
        var read = Header(line, words.IndicatorColumns);
        form!.IndicatorsHeader = TakeHeader(read, form.IndicatorsHeader) ?? form.IndicatorsHeader!;
        var header = read.NamesAs(form.IndicatorsHeader) ? read : form.IndicatorsHeader;
        var labels = read.Beside.Where(token => token.IsLabel).ToArray();
        if (labels.Length > 0)
        {
            form.Indicators.Add(new BlockLine((line with { Sheet = sheet }).With(labels), header));
        }

        lastHeader = header;
    }

    private int TotalFigures() => form!.Total.SelectMany(line => line.Tokens).Count(token => token.Kind == TokenKind.Number);

    private void TakeBody(TokenLine line)
    {
        if (form is null)
        {
            outside.Add(line);
            return;
        }

        switch (block)
        {
            case Block.Heading:
                form.Heading.Add(line);
                break;
            case Block.Header when line.Tokens.All(token => words.IsFundsSide(token.Text)):
                form.FundsBeside.AddRange(line.Tokens);
                break;
            case Block.Header:
                form.Header.Add(line);
                break;
            case Block.Funds:
                form.FundsBeside.AddRange(line.Tokens.Where(token => words.IsFundsSide(token.Text)));
                AddTo(form.Funds, line, form.FundsHeader!, token => words.IsFundsSide(token.Text) || words.IsSide(token.Text));
                break;
            case Block.Goals:
                AddTo(form.Goals, line, form.GoalsHeader!, token => words.IsSide(token.Text));
                break;
            case Block.Indicators when IsBareTotal(line, form):
                block = Block.Total;
                form.Total.Add(line);
                break;
            case Block.Indicators:
                AddTo(form.Indicators, line, lastHeader!, token => words.IsSide(token.Text));
                break;
            case Block.Total when line.Tokens.All(token => token.IsFigure) && TotalFigures() < 2:
                form.Total.Add(line);
                break;
            default:
                block = Block.After;
                form.After.Add(line);
                break;
        }
    }

    /// <summary>A total row whose label was lost: two figures alone on a line, no less than the points of all rows above.</summary>
    private static bool IsBareTotal(TokenLine line, FormLines form)
    {
        if (line.Tokens is not [{ Kind: TokenKind.Number } weight, { Kind: TokenKind.Number } score] || weight.Number < score.Number)
        {
            return false;
        }

        var points = form.Indicators.Sum(row => row.Line.Tokens.Where(token => token.Kind == TokenKind.Number).Select(token => token.Number!.Value).LastOrDefault());
        return points > 0 && score.Number >= points;
    }

    /// <summary>What stands beside a block says nothing that is not known: its side labels are left out.</summary>
    private static void AddTo(List<BlockLine> block, TokenLine line, HeaderRow header, Func<Token, bool> isBeside)
    {
        var rest = line.With(line.Tokens.Where(token => !isBeside(token)));
        if (!rest.IsBlank)
        {
            block.Add(new BlockLine(rest, header));
        }
    }
}
