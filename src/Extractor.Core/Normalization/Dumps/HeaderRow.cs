using System.Collections.Immutable;

namespace Extractor.Core.Normalization.Dumps;

/// <summary>A column of a block, as its header row names it.</summary>
/// <param name="Field">Which field it is; the printed text where no template knows it.</param>
/// <param name="Printed">Where its header was left.</param>
/// <param name="Width">How many cells its header fills, repeated over a merged one.</param>
internal sealed record BlockColumn(BlockRole Role, string Field, int Printed, int Width, ImmutableArray<Token> Header);

/// <summary>A row that names the columns of a block, in the order that its rows keep wherever their cells slid to.</summary>
internal sealed record HeaderRow(ImmutableArray<BlockColumn> Columns, ImmutableArray<Token> Beside)
{
    /// <summary>
    /// Reads a line as a header row: known labels give their fields, unknown texts between them columns of their own, and
    /// what stands before the first known one is beside the block.
    /// </summary>
    /// <param name="isBeside">Labels of blocks. Some are headers of columns in other layouts: they are here where no other text is that column's.</param>
    public static HeaderRow Read(TokenLine line, ImmutableArray<ColumnWords> fields, Func<Token, bool> isBeside)
    {
        var columns = ImmutableArray.CreateBuilder<BlockColumn>();
        var beside = ImmutableArray.CreateBuilder<Token>();
        var taken = new HashSet<ColumnWords>();
        foreach (var token in line.Tokens)
        {
            if (columns.Count > 0 && columns[^1].Header[0].Key == token.Key)
            {
                columns[^1] = columns[^1] with { Width = token.Column - columns[^1].Printed + 1 };
            }
            else if (fields.FirstOrDefault(field => !taken.Contains(field) && field.Labels.Match(token.Text) && !(isBeside(token) && IsNamedElsewhere(field, token))) is { } known)
            {
                taken.Add(known);
                columns.Add(new BlockColumn(known.Role, known.Field, token.Column, 1, [token]));
            }
            else if (columns.Count == 0)
            {
                beside.Add(token);
            }
            else
            {
                columns.Add(new BlockColumn(BlockRole.Other, token.Key, token.Column, 1, [token]));
            }
        }

        return new HeaderRow(columns.ToImmutable(), beside.ToImmutable());

        bool IsNamedElsewhere(ColumnWords field, Token token) =>
            line.Tokens.Any(other => other != token && !isBeside(other) && field.Labels.Match(other.Text));
    }

    /// <summary>With a column of its own, before the others, for the texts that name the rows.</summary>
    public HeaderRow WithRowLabels() => Columns.IsEmpty ? this : this with
    {
        Columns = Columns.Insert(0, new BlockColumn(BlockRole.FundLabel, "label", Math.Max(0, Columns[0].Printed - 1), 1, [])),
    };

    /// <summary>Do both name the same fields in the same order, wherever they stand?</summary>
    public bool NamesAs(HeaderRow other) => Columns.Select(column => column.Field).SequenceEqual(other.Columns.Select(column => column.Field));

    public bool Has(string field) => Columns.Any(column => column.Field == field);

    /// <summary>How many of its columns a template knows.</summary>
    public int Known => Columns.Count(column => column.Role != BlockRole.Other);

    public int IndexOf(string field)
    {
        for (var i = 0; i < Columns.Length; i++)
        {
            if (Columns[i].Field == field)
            {
                return i;
            }
        }

        return -1;
    }
}
