using System.Collections.Immutable;

namespace Extractor.Pipeline.Delivery.Tables;

/// <summary>What the cells of a column are.</summary>
public enum ColumnType
{
    /// <summary>As printed, or a sentence.</summary>
    Text,

    /// <summary>A text that stands for something: an id, a word of a fixed list. Never a number, however it looks.</summary>
    Code,

    /// <summary>An exact decimal.</summary>
    Decimal,

    Integer,

    Boolean,
}

/// <summary>Whom a column is for.</summary>
public enum Readers
{
    Everyone,

    /// <summary>A table that a person looks at shows it only when asked to.</summary>
    Programs,

    /// <summary>Only in tables that a person looks at: it repeats what programs find by the keys.</summary>
    People,
}

/// <param name="Name">For programs: lower case, words parted by underscores.</param>
/// <param name="Title">For people, in Chinese.</param>
/// <param name="Description">In English.</param>
public sealed record Column(string Name, ColumnType Type, string Title, string Description)
{
    public Readers Readers { get; init; } = Readers.Everyone;

    /// <summary>The only texts that its cells may have; empty where any will do.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>No cell of it is ever empty.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Its texts are sentences and fill several lines.</summary>
    public bool IsLong { get; init; }
}

/// <summary>The value of a cell: a text, a number, a truth, or nothing.</summary>
public readonly record struct Cell
{
    private readonly bool _filled;

    private Cell(string? text, decimal? number, bool? truth, string? shown)
    {
        (Text, Number, Truth, Shown) = (text, number, truth, shown);
        _filled = text is not null || number is not null || truth is not null;
    }

    public static Cell Nothing => default;

    public string? Text { get; }

    public decimal? Number { get; }

    public bool? Truth { get; }

    /// <summary>How the document prints the number, or what it prints where there is none.</summary>
    public string? Shown { get; }

    public bool IsNothing => !_filled;

    public static Cell Of(string? text) => new(text, null, null, null);

    public static Cell Of(decimal? number, string? shown = null) => new(null, number, null, shown);

    public static Cell Of(bool? truth) => new(null, null, truth, null);
}
