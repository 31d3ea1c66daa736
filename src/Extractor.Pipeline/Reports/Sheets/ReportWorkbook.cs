using System.Collections.Immutable;
using Extractor.Pipeline.Delivery.Tables;
using Extractor.Pipeline.Delivery.Xlsx;
using Extractor.Pipeline.Language;
using Extractor.Pipeline.Reports.Model;

namespace Extractor.Pipeline.Reports.Sheets;

/// <summary>The report as a workbook: 概览, 问题, 自评表 and 文件, each with its headings in sight, filters and links.</summary>
public static class ReportWorkbook
{
    /// <param name="path">Of the file that is written; its folder also holds what is needed meanwhile.</param>
    public static void Write(string path, MismatchReport report, Tongue tongue)
    {
        using var book = new XlsxFile(Path.GetDirectoryName(path)!);
        var documents = report.Documents.Select((document, index) => (document, row: Row(index))).ToDictionary(each => each.document.Number, each => each.row);
        var forms = report.Documents.SelectMany(document => document.Forms.Select(form => new FormRow(document, form))).ToImmutableArray();
        var formRows = forms.Select((form, index) => ((form.Document.Number, form.Form.Number), row: Row(index))).ToDictionary(each => each.Item1, each => each.row);
        var findings = FindingRow.All(report).OrderBy(row => row.Finding.Severity).ToImmutableArray();

        var documentSheet = DocumentRow.Table.Title.In(tongue);
        XlsxTarget ToDocument(ReportDocument document) => new(documentSheet, documents[document.Number]);
        WriteSheet(book, SummaryRow.Table, SummaryRow.All(Overview.Of(report), tongue), tongue, (_, _) => null);
        WriteSheet(book, FindingRow.Table, findings, tongue, (row, link) => (link, row) switch
        {
            (SheetLink.Document, { Document: { } document }) => ToDocument(document),
            (SheetLink.Form, { Document: { } document, Form: { } form }) => new XlsxTarget(FormRow.Table.Title.In(tongue), formRows[(document.Number, form.Number)]),
            _ => null,
        });
        WriteSheet(book, FormRow.Table, forms, tongue, (row, _) => ToDocument(row.Document));
        WriteSheet(book, DocumentRow.Table, report.Documents, tongue, (_, _) => null);
        using var output = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024);
        book.Save(output);
    }

    /// <summary>Of the item with that index: the first row is the header.</summary>
    private static int Row(int index) => index + 2;

    private static void WriteSheet<TRow>(
        XlsxFile book, ReportTable<TRow> table, IEnumerable<TRow> rows, Tongue tongue, Func<TRow, SheetLink, XlsxTarget?> target)
    {
        var sheet = book.Add(table.Title.In(tongue), [.. table.Columns.Select(column => new XlsxColumn(column.Title.In(tongue), column.Width, column.IsFolded))]);
        foreach (var row in rows)
        {
            if (sheet.IsFull)
            {
                return;
            }

            var cells = table.Columns.Select(column => column.Of(row, tongue)).ToImmutableArray();
            sheet.BeginRow(table.Columns.Zip(cells).Where(each => each.First.IsLong && each.Second.Text is not null)
                .Select(each => XlsxSheet.LinesOf(each.Second.Text!, each.First.Width)).DefaultIfEmpty(1).Max());
            for (var index = 0; index < cells.Length; index++)
            {
                var column = table.Columns[index];
                WriteCell(sheet, column.IsLong, cells[index], column.Link == SheetLink.None ? null : target(row, column.Link), row as FindingRow, index);
            }

            sheet.EndRow();
        }
    }

    private static void WriteCell(XlsxSheet sheet, bool isLong, Cell cell, XlsxTarget? link, FindingRow? finding, int column)
    {
        if (cell.Number is { } number)
        {
            sheet.WriteNumber(number, cell.Shown);
        }
        else if (cell.Truth is { } truth)
        {
            sheet.WriteText(truth ? "1" : "0");
        }
        else if ((cell.Text ?? cell.Shown) is not { Length: > 0 } text)
        {
            sheet.Skip();
        }
        else if (link is not null)
        {
            sheet.WriteLink(text, link);
        }
        else
        {
            sheet.WriteText(text, finding is not null && column == 0 ? StyleOf(finding) : isLong ? XlsxStyle.LongText : XlsxStyle.Text);
        }
    }

    private static XlsxStyle StyleOf(FindingRow row) => row.Finding.Severity switch
    {
        Core.Auditing.Severity.Error => XlsxStyle.Error,
        Core.Auditing.Severity.Warning => XlsxStyle.Warning,
        _ => XlsxStyle.Info,
    };
}
