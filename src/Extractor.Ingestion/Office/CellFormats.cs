using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;

namespace Extractor.Ingestion.Office;

/// <summary>The sides of a cell at which a line is drawn.</summary>
[Flags]
internal enum CellSides { None = 0, Left = 1, Right = 2, Top = 4, Bottom = 8 }

/// <summary>How cells of one style look.</summary>
internal readonly record struct CellFormat(string NumberFormat, CellSides Lines);

/// <summary>The cell styles of a workbook.</summary>
internal sealed class CellFormats
{
    private const string General = "General";

    /// <summary>Number formats that are known by their number alone (ECMA-376 part 1, 18.8.30), dates as a Chinese spreadsheet shows them.</summary>
    private static readonly Dictionary<int, string> BuiltIn = new()
    {
        [0] = General, [1] = "0", [2] = "0.00", [3] = "#,##0", [4] = "#,##0.00", [9] = "0%", [10] = "0.00%",
        [14] = "yyyy/m/d", [15] = "d-mmm-yy", [16] = "d-mmm", [17] = "mmm-yy", [20] = "h:mm", [21] = "h:mm:ss", [22] = "yyyy/m/d h:mm",
        [27] = "yyyy\"年\"m\"月\"", [28] = "m\"月\"d\"日\"", [29] = "m\"月\"d\"日\"", [30] = "m/d/yy", [31] = "yyyy\"年\"m\"月\"d\"日\"",
        [32] = "h\"时\"mm\"分\"", [33] = "h\"时\"mm\"分\"ss\"秒\"", [36] = "yyyy\"年\"m\"月\"",
        [37] = "#,##0;-#,##0", [38] = "#,##0;-#,##0", [39] = "#,##0.00;-#,##0.00", [40] = "#,##0.00;-#,##0.00",
        [41] = "#,##0;-#,##0;\"-\"", [42] = "¥#,##0;¥-#,##0;¥\"-\"", [43] = "#,##0.00;-#,##0.00;\"-\"", [44] = "¥#,##0.00;¥-#,##0.00;¥\"-\"",
        [45] = "mm:ss", [49] = "@", [50] = "yyyy\"年\"m\"月\"", [51] = "m\"月\"d\"日\"", [52] = "yyyy\"年\"m\"月\"", [53] = "m\"月\"d\"日\"",
        [54] = "m\"月\"d\"日\"", [57] = "yyyy\"年\"m\"月\"", [58] = "m\"月\"d\"日\"",
    };

    private readonly ImmutableArray<CellFormat> _formats;

    private CellFormats(ImmutableArray<CellFormat> formats) => _formats = formats;

    /// <summary>Of a style that does not exist: what a cell without a style looks like.</summary>
    public CellFormat this[int style] => style >= 0 && style < _formats.Length ? _formats[style] : new CellFormat(General, CellSides.None);

    /// <param name="styles">The root of the part that lists them; null where there is none.</param>
    public static CellFormats Of(XElement? styles)
    {
        var codes = new Dictionary<int, string>(BuiltIn);
        foreach (var format in styles.Child("numFmts").Children("numFmt"))
        {
            codes[format.Number("numFmtId") ?? 0] = format.Attr("formatCode") ?? General;
        }

        var lines = styles.Child("borders").Children("border").Select(LinesOf).ToArray();
        return new CellFormats([.. styles.Child("cellXfs").Children("xf").Select(format =>
        {
            var border = format.Number("borderId") ?? 0;
            var id = format.Number("numFmtId") ?? 0;
            return new CellFormat(
                // A code that is not listed is not known: no number of such a cell can be shown.
                codes.GetValueOrDefault(id, "?" + id.ToString(CultureInfo.InvariantCulture) + "?"),
                border < lines.Length ? lines[border] : CellSides.None);
        })]);
    }

    private static CellSides LinesOf(XElement border) =>
        (Drawn(border.Child("left") ?? border.Child("start")) ? CellSides.Left : 0)
        | (Drawn(border.Child("right") ?? border.Child("end")) ? CellSides.Right : 0)
        | (Drawn(border.Child("top")) ? CellSides.Top : 0)
        | (Drawn(border.Child("bottom")) ? CellSides.Bottom : 0);

    private static bool Drawn(XElement? side) => side.Attr("style") is { } style && style is not ("none" or "");
}
