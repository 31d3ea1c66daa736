using System.Collections.Immutable;
using System.Globalization;

namespace Extractor.Pipeline.Delivery.Tables;

/// <summary>Which row of which table, and which column, a finding is about.</summary>
/// <param name="Form">Null where it is about the document as a whole.</param>
/// <param name="Block">The table of the form's rows; null where it is about the form itself.</param>
/// <param name="Index">Of the row in the form, from 0; null where it is about all.</param>
/// <param name="Title">For people, in Chinese: 资金第2行 全年执行数.</param>
public sealed record FieldPlace(FormLine? Form, Table? Block, int? Index, string Title)
{
    public static FieldPlace Of(FindingLine line)
    {
        ImmutableArray<string> path = [.. line.Finding.Subject.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Unescaped)];
        var form = line.Form;
        // Of a document's findings, a pointer begins at the result file: /forms/1/funds/0/rate.
        if (form is null && path is ["forms", ..])
        {
            form = path.Length > 1 && Number(path[1]) is { } index && index < line.Document.Forms.Length ? line.Document.Forms[index] : null;
            path = path[Math.Min(2, path.Length)..];
        }

        if (form is null)
        {
            return new FieldPlace(null, null, null, "整个文件");
        }

        var block = path is [var name, ..] ? BlockOf(name) : null;
        if (block is null)
        {
            return new FieldPlace(form, null, null, Within(null, form, TitleOf(ExportTables.Forms, string.Join('/', path)) ?? "整张表", line));
        }

        if (block == ExportTables.Extras)
        {
            return new FieldPlace(form, null, null, Within(block, form, path.Length > 1 ? path[1] : "", line));
        }

        var row = path.Length > 1 ? Number(path[1]) : null;
        var column = path.Length > 2 ? TitleOf(block, path[2]) : null;
        return new FieldPlace(form, block, row, Within(block, form, (row is { } at ? $"第{at + 1}行 {column}" : "").Trim(), line));
    }

    private static string Within(Table? block, FormLine form, string title, FindingLine line) =>
        (line.Form is null ? $"表{form.Number} " : "") + block?.Title + title;

    private static Table? BlockOf(string name) => name switch
    {
        "funds" => ExportTables.Funds,
        "indicators" => ExportTables.Indicators,
        "extra" => ExportTables.Extras,
        _ => null,
    };

    private static string? TitleOf(Table table, string field)
    {
        var name = FormLine.ColumnName(field);
        return table.Columns.FirstOrDefault(column => column.Readers == Readers.Everyone && (column.Name == name || column.Name == name + "_text"))?.Title;
    }

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Unescaped(string part) => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
