using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace Extractor.Pipeline.Delivery.Xlsx;

/// <param name="Width">In characters of the body font.</param>
/// <param name="IsFolded">Hidden until a person unfolds it; programs read it all the same.</param>
public sealed record XlsxColumn(string Title, double Width, bool IsFolded = false);

/// <summary>A row of a sheet of the same workbook.</summary>
public sealed record XlsxTarget(string Sheet, int Row);

/// <summary>
/// A sheet that is written row by row: a header row that stays in sight, filters over it, and what is written below it.
/// Rows and columns are counted from 1.
/// </summary>
public sealed class XlsxSheet : IDisposable
{
    /// <summary>What the format allows.</summary>
    public const int MostRows = 1_048_576;

    /// <summary>What Excel opens; there are no links beyond.</summary>
    private const int MostLinks = 65_530;

    /// <summary>In points.</summary>
    private const int LineHeight = 15;

    /// <summary>A row of more lines is no longer looked at as a row.</summary>
    private const int MostLines = 12;

    private readonly ImmutableArray<XlsxColumn> _columns;
    private readonly List<(string Cell, XlsxTarget Target)> _links = [];
    private readonly FileStream _file;
    private readonly XmlWriter _xml;
    private int _column;
    private bool _ended;

    internal XlsxSheet(string name, ImmutableArray<XlsxColumn> columns, string path)
    {
        Name = name;
        Path = path;
        _columns = columns;
        _file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024);
        _xml = XlsxParts.Writer(_file);
        WriteHead();
        WriteRow(columns, column => WriteText(column.Title, XlsxStyle.Header));
    }

    public string Name { get; }

    /// <summary>How many rows there are, the header among them.</summary>
    public int Rows { get; private set; }

    public bool IsFull => Rows == MostRows;

    /// <summary>Where the filter spans, as workbooks name it: <c>$A$1:$F$20</c>.</summary>
    internal string FilteredRange => $"$A$1:${ColumnName(_columns.Length)}${Math.Max(Rows, 1)}";

    internal string Path { get; }

    /// <param name="lines">How many lines of text it is high.</param>
    public void BeginRow(int lines = 1)
    {
        Rows++;
        _column = 0;
        _xml.WriteStartElement("row");
        _xml.WriteAttributeString("r", XlsxParts.Digits(Rows));
        if (lines > 1)
        {
            _xml.WriteAttributeString("ht", XlsxParts.Digits(Math.Min(lines, MostLines) * LineHeight));
            _xml.WriteAttributeString("customHeight", "1");
        }
    }

    /// <summary>How many lines a text takes in a column of some width; Chinese characters are twice as wide as others.</summary>
    public static int LinesOf(string text, double width) => text.Split('\n').Sum(line =>
        Math.Max(1, (int)Math.Ceiling(line.Sum(character => character < '\u2E80' ? 1 : 2) / (width - 1))));

    public void EndRow() => _xml.WriteEndElement();

    /// <summary>A row of one cell for each item.</summary>
    public void WriteRow<T>(IEnumerable<T> items, Action<T> writeCell)
    {
        BeginRow();
        foreach (var item in items)
        {
            writeCell(item);
        }

        EndRow();
    }

    /// <summary>Leaves the cell empty.</summary>
    public void Skip() => _column++;

    public void WriteText(string text, XlsxStyle style = XlsxStyle.Text)
    {
        BeginCell(XlsxStyles.IndexOf(style), "inlineStr");
        _xml.WriteStartElement("is");
        _xml.WriteStartElement("t");
        _xml.WriteAttributeString("xml", "space", null, "preserve");
        _xml.WriteString(XlsxText.Encode(text));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    /// <summary>A number that a spreadsheet cannot hold exactly is written as a text.</summary>
    /// <param name="printed">How the document prints it, where it does.</param>
    public void WriteNumber(decimal value, string? printed = null)
    {
        var shape = NumberShape.Of(value, printed);
        if (!shape.Holds(value))
        {
            WriteText(printed ?? value.ToString(CultureInfo.InvariantCulture));
            return;
        }

        BeginCell(XlsxStyles.IndexOf(shape), null);
        _xml.WriteElementString("v", value.ToString(CultureInfo.InvariantCulture));
        _xml.WriteEndElement();
    }

    /// <summary>A text that leads to a row of the workbook.</summary>
    public void WriteLink(string text, XlsxTarget target)
    {
        if (_links.Count == MostLinks)
        {
            WriteText(text);
            return;
        }

        WriteText(text, XlsxStyle.Link);
        _links.Add((ColumnName(_column) + XlsxParts.Digits(Rows), target));
    }

    public void Dispose()
    {
        _xml.Dispose();
        _file.Dispose();
    }

    /// <summary>Ends the part; nothing can be written after it.</summary>
    internal void End()
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        _xml.WriteEndElement();
        WriteTail();
        _xml.WriteEndElement();
        Dispose();
    }

    private void BeginCell(int style, string? type)
    {
        _column++;
        _xml.WriteStartElement("c");
        _xml.WriteAttributeString("r", ColumnName(_column) + XlsxParts.Digits(Rows));
        _xml.WriteAttributeString("s", XlsxParts.Digits(style));
        if (type is not null)
        {
            _xml.WriteAttributeString("t", type);
        }
    }

    /// <summary>All that stands before the rows, in the order that the format asks for.</summary>
    private void WriteHead()
    {
        _xml.WriteStartElement("worksheet", XlsxParts.Main);
        _xml.WriteStartElement("sheetPr");
        _xml.WriteStartElement("outlinePr");
        _xml.WriteAttributeString("summaryRight", "0");
        _xml.WriteEndElement();
        _xml.WriteStartElement("pageSetUpPr");
        _xml.WriteAttributeString("fitToPage", "1");
        _xml.WriteEndElement();
        _xml.WriteEndElement();

        _xml.WriteStartElement("sheetViews");
        _xml.WriteStartElement("sheetView");
        _xml.WriteAttributeString("workbookViewId", "0");
        _xml.WriteStartElement("pane");
        _xml.WriteAttributeString("ySplit", "1");
        _xml.WriteAttributeString("topLeftCell", "A2");
        _xml.WriteAttributeString("activePane", "bottomLeft");
        _xml.WriteAttributeString("state", "frozen");
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteEndElement();

        _xml.WriteStartElement("sheetFormatPr");
        _xml.WriteAttributeString("defaultRowHeight", XlsxParts.Digits(LineHeight));
        _xml.WriteAttributeString("outlineLevelCol", _columns.Any(column => column.IsFolded) ? "1" : "0");
        _xml.WriteEndElement();

        _xml.WriteStartElement("cols");
        for (var index = 0; index < _columns.Length; index++)
        {
            WriteColumn(_columns[index], index + 1);
        }

        _xml.WriteEndElement();
        _xml.WriteStartElement("sheetData");
    }

    private void WriteColumn(XlsxColumn column, int number)
    {
        _xml.WriteStartElement("col");
        _xml.WriteAttributeString("min", XlsxParts.Digits(number));
        _xml.WriteAttributeString("max", XlsxParts.Digits(number));
        _xml.WriteAttributeString("width", column.Width.ToString(CultureInfo.InvariantCulture));
        _xml.WriteAttributeString("customWidth", "1");
        if (column.IsFolded)
        {
            _xml.WriteAttributeString("hidden", "1");
            _xml.WriteAttributeString("outlineLevel", "1");
        }
        else if (number > 1 && number <= _columns.Length && IsFoldedAfter(number))
        {
            _xml.WriteAttributeString("collapsed", "1");
        }

        _xml.WriteEndElement();
    }

    /// <summary>The column before what is folded carries the sign that unfolds it.</summary>
    private bool IsFoldedAfter(int number) => number < _columns.Length && _columns[number].IsFolded;

    private void WriteTail()
    {
        _xml.WriteStartElement("autoFilter");
        _xml.WriteAttributeString("ref", FilteredRange.Replace("$", "", StringComparison.Ordinal));
        _xml.WriteEndElement();
        if (_links.Count > 0)
        {
            _xml.WriteStartElement("hyperlinks");
            foreach (var (cell, target) in _links)
            {
                _xml.WriteStartElement("hyperlink");
                _xml.WriteAttributeString("ref", cell);
                _xml.WriteAttributeString("location", $"'{target.Sheet.Replace("'", "''", StringComparison.Ordinal)}'!A{XlsxParts.Digits(target.Row)}");
                _xml.WriteEndElement();
            }

            _xml.WriteEndElement();
        }

        _xml.WriteStartElement("pageMargins");
        foreach (var (side, inches) in new[] { ("left", "0.4"), ("right", "0.4"), ("top", "0.5"), ("bottom", "0.5"), ("header", "0.3"), ("footer", "0.3") })
        {
            _xml.WriteAttributeString(side, inches);
        }

        _xml.WriteEndElement();
        _xml.WriteStartElement("pageSetup");
        _xml.WriteAttributeString("paperSize", "9");
        _xml.WriteAttributeString("orientation", "landscape");
        _xml.WriteAttributeString("fitToHeight", "0");
        _xml.WriteEndElement();
    }

    /// <summary>1 is A, 27 is AA.</summary>
    private static string ColumnName(int number) =>
        number == 0 ? "" : ColumnName((number - 1) / 26) + (char)('A' + ((number - 1) % 26));
}
