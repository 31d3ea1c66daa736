using System.Collections.Immutable;

namespace Extractor.Pipeline.Delivery.Tables;

/// <summary>A long table: its columns, and the rows that a document adds to it.</summary>
/// <param name="Title">In Chinese.</param>
/// <param name="Description">In English: what a row is.</param>
/// <param name="Key">The columns that tell a row from all others.</param>
/// <param name="Parent">The table whose key the first columns of this one refer to; null where there is none.</param>
/// <param name="Rows">In the document's order; a row has a cell for each column.</param>
public sealed record Table(
    string Name, string Title, string Description, ImmutableArray<Column> Columns, ImmutableArray<string> Key, Table? Parent,
    Func<DocumentLine, IEnumerable<Cell[]>> Rows)
{
    /// <summary>The columns that programs are given, with their places in a row.</summary>
    public ImmutableArray<(Column Column, int Index)> ForPrograms { get; } = Without(Columns, Readers.People);

    private static ImmutableArray<(Column, int)> Without(ImmutableArray<Column> columns, Readers left) =>
        [.. columns.Select((column, index) => (column, index)).Where(each => each.column.Readers != left)];
}

/// <summary>Defines the columns of a table one after the other, each with where its cells come from.</summary>
/// <typeparam name="TRow">What a row is made of.</typeparam>
internal sealed class TableDraft<TRow>(string name, string title, string description, Func<DocumentLine, IEnumerable<TRow>> rows)
{
    private static readonly ImmutableArray<string> StatusWords = ["machine", "reviewed", "waived"];

    private readonly List<(Column Column, Func<TRow, Cell> Cell)> _columns = [];
    private readonly List<string> _key = [];

    public Table End(Table? parent = null)
    {
        Func<TRow, Cell>[] cells = [.. _columns.Select(column => column.Cell)];
        return new Table(name, title, description, [.. _columns.Select(column => column.Column)], [.. _key], parent,
            document => rows(document).Select(row => Array.ConvertAll(cells, cell => cell(row))));
    }

    // One column.

    /// <summary>A part of the key.</summary>
    public TableDraft<TRow> Key(string column, string title, string description, Func<TRow, string> cell, Readers readers = Readers.Programs)
    {
        _key.Add(column);
        return Add(new Column(column, ColumnType.Code, title, description) { IsRequired = true, Readers = readers }, row => Cell.Of(cell(row)));
    }

    /// <summary>A part of the key.</summary>
    public TableDraft<TRow> Key(string column, string title, string description, Func<TRow, int> cell)
    {
        _key.Add(column);
        return Add(new Column(column, ColumnType.Integer, title, description) { IsRequired = true, Readers = Readers.Programs }, row => Cell.Of((decimal)cell(row)));
    }

    public TableDraft<TRow> Code(
        string column, string title, string description, Func<TRow, string?> cell, Readers readers = Readers.Everyone, params ImmutableArray<string> words) =>
        Add(new Column(column, ColumnType.Code, title, description) { Readers = readers, Words = words }, row => Cell.Of(cell(row)));

    public TableDraft<TRow> Text(
        string column, string title, string description, Func<TRow, string?> cell, Readers readers = Readers.Everyone, bool isLong = false) =>
        Add(new Column(column, ColumnType.Text, title, description) { Readers = readers, IsLong = isLong }, row => Cell.Of(cell(row)));

    public TableDraft<TRow> Integer(
        string column, string title, string description, Func<TRow, long?> cell, Readers readers = Readers.Everyone) =>
        Add(new Column(column, ColumnType.Integer, title, description) { Readers = readers }, row => Cell.Of((decimal?)cell(row)));

    public TableDraft<TRow> Decimal(
        string column, string title, string description, Func<TRow, decimal?> cell, Readers readers = Readers.Everyone) =>
        Add(new Column(column, ColumnType.Decimal, title, description) { Readers = readers }, row => Cell.Of(cell(row)));

    public TableDraft<TRow> Truth(
        string column, string title, string description, Func<TRow, bool> cell, Readers readers = Readers.Programs) =>
        Add(new Column(column, ColumnType.Boolean, title, description) { Readers = readers, IsRequired = true }, row => Cell.Of(cell(row)));

    // The columns of a reading: what it says, what is printed, how sure that is, and who stands for it.

    /// <summary>A number: the column itself, and <c>_text</c>, <c>_confidence</c> and <c>_status</c>.</summary>
    public TableDraft<TRow> Number(string column, string title, string description, Func<TRow, FieldReading?> reading, Readers readers = Readers.Everyone) =>
        Add(new Column(column, ColumnType.Decimal, title, description + "; null where the text is no number") { Readers = readers }, row => Cell.Of(reading(row)?.Value, reading(row)?.Text))
            .Text(column + "_text", title + "（原文）", $"What is printed for {column}; empty where nothing is, null where the layout has no such cell", row => reading(row)?.Text, Readers.Programs)
            .Trust(column, title, reading);

    /// <summary>A text: the column itself, and <c>_confidence</c> and <c>_status</c>.</summary>
    public TableDraft<TRow> Words(string column, string title, string description, Func<TRow, FieldReading?> reading, bool isLong = false) =>
        Text(column, title, description + ", as printed", row => reading(row)?.Text, isLong: isLong).Trust(column, title, reading);

    /// <summary>A target or an actual value: the columns of a number, and <c>_comparator</c> and <c>_unit</c>.</summary>
    public TableDraft<TRow> Quantity(string column, string title, string description, Func<TRow, FieldReading?> reading) =>
        Add(new Column(column, ColumnType.Decimal, title + "（数值）", description + ": the number before the unit; null where the text is no quantity") { Readers = Readers.Programs }, row => Cell.Of(reading(row)?.Value))
            .Text(column + "_text", title, $"What is printed for {column}; empty where nothing is, null where the layout has no such cell", row => reading(row)?.Text)
            .Code(column + "_comparator", title + "（比较）", $"The comparator of {column}, however it is printed", row => reading(row)?.Comparator, Readers.Programs, "=", ">", "≥", "<", "≤")
            .Text(column + "_unit", title + "（单位）", $"What follows the number of {column}", row => reading(row)?.Unit, Readers.Programs)
            .Trust(column, title, reading);

    private TableDraft<TRow> Trust(string column, string title, Func<TRow, FieldReading?> reading) =>
        Decimal(column + "_confidence", title + "（置信度）", $"The probability that the text of {column} is read right, from 0 to 1; null where nothing is printed", row => reading(row)?.Confidence, Readers.Programs)
            .Code(column + "_status", title + "（状态）", $"Who stands for {column}: machine, or a person who reviewed or waived it", row => reading(row)?.Status, Readers.Programs, StatusWords);

    private TableDraft<TRow> Add(Column column, Func<TRow, Cell> cell)
    {
        _columns.Add((column, cell));
        return this;
    }
}
