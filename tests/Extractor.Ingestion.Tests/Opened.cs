using Extractor.Core.Pages;

namespace Extractor.Ingestion.Tests;

/// <summary>Opens what a test composed, as the program does: by its content.</summary>
internal static class Opened
{
    public static IDocumentFile File(byte[] content, string name = "file") =>
        Assert.IsType<OpenedDocument>(DocumentFile.Open(name, content)).File;

    public static RefusedDocument Refusal(byte[] content) => Assert.IsType<RefusedDocument>(DocumentFile.Open("file", content));

    public static Sheet Sheet(byte[] content, int number = 1) => Assert.IsType<Sheet>(File(content).ReadPage(number));

    public static UnreadPage Unread(byte[] content, int number = 1) => Assert.IsType<UnreadPage>(File(content).ReadPage(number));

    public static string[] Remarks(byte[] content) => [.. File(content).Head.Remarks];

    /// <summary>Rows as strings: each cell where it begins, with its size where it is more than one slot.</summary>
    public static string[] Drawn(this SheetTable table) =>
    [
        .. table.Cells.GroupBy(cell => cell.Row).Select(row => string.Join(" | ", row.Select(cell =>
            cell.Text.Replace("\n", "/", StringComparison.Ordinal) + (cell.RowSpan * cell.ColumnSpan > 1 ? $" {cell.RowSpan}x{cell.ColumnSpan}" : "")))),
    ];
}
