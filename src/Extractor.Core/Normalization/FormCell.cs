using Extractor.Core.Forms;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>A cell of a table with what it means as a label; looked up once.</summary>
/// <param name="Index">Its place among the cells of the table.</param>
internal sealed record FormCell(int Index, TableCell Table, Meaning Meaning)
{
    public int Row => Table.Row;

    public int Column => Table.Column;

    public int EndRow => Table.EndRow;

    public int EndColumn => Table.EndColumn;

    public string Text => Table.Text;

    /// <summary>Its text as a label key; empty where it is too long for a label.</summary>
    public string Key => Table.Key;

    public bool IsEmpty => Table.Text.Length == 0;

    public bool Is(Role role) => Meaning.Is(role);

    public bool IsAny(RoleSet roles) => Meaning.Roles.HasAny(roles);

    public bool Equals(FormCell? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Index;
}
