namespace Extractor.Core.Normalization.Dumps;

/// <summary>A line of a block, with the header row that was printed last above it: each page may have its own.</summary>
internal sealed record BlockLine(TokenLine Line, HeaderRow Header);

/// <summary>The lines of one form, by the block that they belong to; blank lines, page numbers and repeated titles left out.</summary>
internal sealed class FormLines
{
    /// <summary>Title and year, and what else stands above the form.</summary>
    public List<TokenLine> Heading { get; } = [];

    public List<TokenLine> Header { get; } = [];

    /// <summary>Labels of the blocks, which say no more than that they are; the funds' one names the unit.</summary>
    public List<Token> FundsBeside { get; } = [];

    public HeaderRow? FundsHeader { get; set; }

    public List<BlockLine> Funds { get; } = [];

    public HeaderRow? GoalsHeader { get; set; }

    public List<BlockLine> Goals { get; } = [];

    public HeaderRow? IndicatorsHeader { get; set; }

    public List<BlockLine> Indicators { get; } = [];

    /// <summary>The total row: its label and figures, on one line or several.</summary>
    public List<TokenLine> Total { get; } = [];

    public List<TokenLine> After { get; } = [];

    /// <summary>Texts beside a header row that no template knows: they are no label of the block.</summary>
    public List<Token> Left { get; } = [];
}
