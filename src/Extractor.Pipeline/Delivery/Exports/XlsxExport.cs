using System.Collections.Immutable;
using Extractor.Pipeline.Delivery.Tables;
using Extractor.Pipeline.Delivery.Xlsx;

namespace Extractor.Pipeline.Delivery.Exports;

/// <summary>
/// A workbook for people: 汇总, 资金, 指标, 问题 and 说明. What programs need is there too, in columns that are folded. A sheet
/// that is full goes on in another.
/// </summary>
internal static class XlsxExport
{
    public static void Write(string path, IEnumerable<DocumentLine> documents)
    {
        using var book = new XlsxFile(Path.GetDirectoryName(path)!);
        var summary = new SheetRows(book, ExportTables.Summary);
        var funds = new SheetRows(book, ExportTables.Funds);
        var indicators = new SheetRows(book, ExportTables.Indicators);
        var findings = new SheetRows(book, ExportTables.FindingRows);
        var (documentCount, formCount, findingCount) = (0, 0, 0);
        foreach (var line in documents)
        {
            var targets = new DocumentRows(line, summary.Write(line), funds.Write(line), indicators.Write(line));
            findings.Write(line, targets);
            documentCount++;
            formCount += line.Forms.Length;
            findingCount += line.Findings.Length;
        }

        WriteNotes(book, $"共 {documentCount} 个文件，{formCount} 张自评表，{findingCount} 个问题。");
        using var output = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024);
        book.Save(output);
    }

    private static readonly ImmutableArray<string> Notes =
    [
        "数据提取自公开的财政项目支出绩效自评表。文字与原文一致，不作改正；没有数值的单元格显示原文。",
        "“问题”表的“位置”可以点击，跳到所指的一行。",
        "折叠的列（点击列标上方的“+”展开）：原文、置信度、状态和标识。置信度是识别正确的概率；状态：machine 机器识别，reviewed 人工核对，waived 人工放行。",
        "“待核对”列出应当人工核对的列，最可疑的在前。",
        "超过 15 位有效数字的数按文本保存；超过 32767 个字符的文字截断并以“…”结尾；每张工作表最多 65530 个链接。",
    ];

    private static void WriteNotes(XlsxFile book, string counts)
    {
        var sheet = book.Add("说明", [new("工作表", 14), new("列", 24), new("程序用名", 28), new("类型", 10), new("说明", 100)]);
        foreach (var note in Notes.Prepend(counts))
        {
            sheet.WriteRow(["关于本文件", "", "", "", note], text => sheet.WriteText(text, XlsxStyle.LongText));
        }

        foreach (var table in new[] { ExportTables.Summary, ExportTables.Funds, ExportTables.Indicators, ExportTables.FindingRows })
        {
            foreach (var column in table.Columns)
            {
                sheet.WriteRow([table.Title, column.Title, column.Name, TypeOf(column.Type), column.Description], text => sheet.WriteText(text));
            }
        }
    }

    private static string TypeOf(ColumnType type) => type switch
    {
        ColumnType.Decimal => "数值",
        ColumnType.Integer => "整数",
        ColumnType.Boolean => "是否",
        ColumnType.Code => "代码",
        _ => "文字",
    };

    /// <summary>The rows of a document, for links to them.</summary>
    private sealed record DocumentRows(
        DocumentLine Document, ImmutableArray<XlsxTarget> Summary, ImmutableArray<XlsxTarget> Funds, ImmutableArray<XlsxTarget> Indicators)
    {
        public XlsxTarget Of(FieldPlace place)
        {
            if (place.Form is not { } form)
            {
                return Summary[0];
            }

            var (rows, before, count) = place.Block == ExportTables.Funds
                ? (Funds, Document.Forms.Take(form.Number - 1).Sum(other => other.Form.Funds.Length), form.Form.Funds.Length)
                : place.Block == ExportTables.Indicators
                    ? (Indicators, Document.Forms.Take(form.Number - 1).Sum(other => other.Form.Indicators.Length), form.Form.Indicators.Length)
                    : (Summary, form.Number - 1, 1);
            var index = place.Index ?? 0;
            return index < count ? rows[before + index] : Summary[form.Number - 1];
        }
    }

    /// <summary>The sheet of a table, and those in which it goes on.</summary>
    private sealed class SheetRows(XlsxFile book, Table table)
    {
        private XlsxSheet _sheet = book.Add(table.Title, Columns(table));
        private int _sheets = 1;

        public ImmutableArray<XlsxTarget> Write(DocumentLine line) => [.. table.Rows(line).Select(row => Write(row, null))];

        /// <summary>The rows of findings, each with a link to the row that it is about.</summary>
        public void Write(DocumentLine line, DocumentRows targets)
        {
            foreach (var (row, finding) in table.Rows(line).Zip(line.Findings))
            {
                Write(row, targets.Of(FieldPlace.Of(finding)));
            }
        }

        private XlsxTarget Write(Cell[] row, XlsxTarget? link)
        {
            if (_sheet.IsFull)
            {
                _sheet = book.Add($"{table.Title} ({++_sheets})", Columns(table));
            }

            _sheet.BeginRow(Lines(row));
            for (var index = 0; index < row.Length; index++)
            {
                Write(table.Columns[index], row[index], link);
            }

            _sheet.EndRow();
            return new XlsxTarget(_sheet.Name, _sheet.Rows);
        }

        private int Lines(Cell[] row) => Enumerable.Range(0, row.Length)
            .Where(index => table.Columns[index] is { IsLong: true, Readers: not Readers.Programs } && row[index].Text is not null)
            .Select(index => XlsxSheet.LinesOf(row[index].Text!, Width(table.Columns[index])))
            .DefaultIfEmpty(1).Max();

        private void Write(Column column, Cell cell, XlsxTarget? link)
        {
            if (cell.Number is { } number)
            {
                _sheet.WriteNumber(number, cell.Shown);
            }
            else if (cell.Truth is { } truth)
            {
                // As a word: LibreOffice shows a truth as a formula.
                _sheet.WriteText(truth ? "是" : "否");
            }
            else if ((cell.Text ?? cell.Shown) is not { Length: > 0 } text)
            {
                _sheet.Skip();
            }
            else if (link is not null && column.Name == "place")
            {
                _sheet.WriteLink(text, link);
            }
            else
            {
                _sheet.WriteText(text, StyleOf(column, text));
            }
        }

        private static XlsxStyle StyleOf(Column column, string text) => column switch
        {
            { Name: "severity_zh" } => text switch { "错误" => XlsxStyle.Error, "警告" => XlsxStyle.Warning, _ => XlsxStyle.Info },
            { IsLong: true } => XlsxStyle.LongText,
            _ => XlsxStyle.Text,
        };

        private static ImmutableArray<XlsxColumn> Columns(Table table) =>
            [.. table.Columns.Select(column => new XlsxColumn(column.Title, Width(column), column.Readers == Readers.Programs))];

        private static double Width(Column column) => column switch
        {
            { IsLong: true } => 56,
            { Type: ColumnType.Text } => 22,
            { Type: ColumnType.Decimal } => 16,
            { Type: ColumnType.Code } => 14,
            _ => 9,
        };
    }
}
