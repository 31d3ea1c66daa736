using System.Text.Json.Serialization;
using Extractor.Fixtures.Tables;

namespace Extractor.Fixtures.Documents;

public enum BorderStyle { Solid, Separate, Dashed, Dotted, Double }

public enum VerticalAlign { Top, Middle, Bottom }

/// <summary>How a document looks. Lengths are in points unless the name says otherwise.</summary>
/// <param name="PageWidthMm">As a person holds it: landscape pages are wider than high.</param>
/// <param name="LatinFont">The font of Latin letters and digits, where it is another one.</param>
/// <param name="PageNumbers"><c>{0}</c> is the page's number; null for none.</param>
/// <param name="RowsMaySplit">A page break may run through a row.</param>
/// <param name="RepeatHeader">The leading rows of a table are printed again on each page.</param>
/// <param name="VerticalLabels">The labels of the blocks are written from top to bottom.</param>
/// <param name="TitleStays">A title moves to the next page with its table; else it may stay behind at the foot of a page.</param>
/// <param name="WriterFromHtml">Writer opens the document as HTML, not as OpenDocument.</param>
/// <param name="MinimumRowHeight">Rows are at least so high; 0 for as high as their text.</param>
public sealed record Look(
    int PageWidthMm, int PageHeightMm, int SideMarginMm, int TopMarginMm,
    string Font, string? LatinFont, decimal FontSize, BorderStyle Border, decimal BorderWidth, decimal Padding,
    VerticalAlign VerticalAlign, bool TextAtLeft, string? PageHeader, string? PageNumbers,
    bool RowsMaySplit, bool RepeatHeader, bool VerticalLabels, bool TitleStays, bool WriterFromHtml, int MinimumRowHeight)
{
    /// <summary>Without the structure that Chromium writes beside the pages, which doubles small files.</summary>
    public bool Untagged { get; init; }

    private static readonly (int Width, int Height)[] PageSizes =
        [(210, 297), (210, 297), (210, 297), (297, 210), (297, 210), (216, 279), (297, 420), (176, 250)];

    public static IReadOnlyList<string> Fonts { get; } =
        ["Noto Sans CJK SC", "Noto Serif CJK SC", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei", "AR PL UMing CN", "AR PL UKai CN"];

    [JsonIgnore]
    public decimal PointsWide => (PageWidthMm - (2 * SideMarginMm)) * 72 / 25.4m;

    public static Look Draw(Chance chance)
    {
        var (width, height) = chance.Pick(PageSizes);
        var border = chance.Percent(55) ? BorderStyle.Solid : chance.Pick(Enum.GetValues<BorderStyle>());
        var font = chance.Pick(Fonts);
        var latin = chance.Percent(25) ? "Liberation Serif" : null;
        // Narrow pages cannot hold large type in nine columns.
        var size = Math.Min(chance.Between(14, 26) / 2m, width < 200 ? 9 : width < 290 ? 12 : 13);
        var split = chance.Percent(80);
        return new Look(
            width, height, chance.Between(12, 28), chance.Between(14, 32),
            font, latin, size, border, chance.Pick([0.5m, 0.5m, 0.75m, 0.75m, 1m, 1.5m]), chance.Between(0, 8) / 2m,
            chance.Pick([VerticalAlign.Middle, VerticalAlign.Middle, VerticalAlign.Top, VerticalAlign.Bottom]), chance.Percent(50),
            chance.Percent(20) ? "部门决算公开材料" : null, chance.Percent(60) ? chance.Pick(["{0}", "- {0} -", "— {0} —", "第 {0} 页"]) : null,
            split, chance.Percent(25), chance.Percent(15) && !OverlapsWhenVertical(font), chance.Percent(70), chance.Percent(25),
            chance.Percent(30) ? chance.Between(18, 32) : 0);
    }

    /// <summary>The same, with room for a dozen columns: landscape, small type, narrow margins.</summary>
    public Look Widened() => this with
    {
        PageWidthMm = Math.Max(PageWidthMm, PageHeightMm), PageHeightMm = Math.Min(PageWidthMm, PageHeightMm),
        FontSize = Math.Min(FontSize, 9.5m), SideMarginMm = Math.Min(SideMarginMm, 18),
    };

    /// <summary>LibreOffice prints some of its characters over one another where the labels of blocks are vertical.</summary>
    public static bool OverlapsWhenVertical(string font) => font.StartsWith("WenQuanYi", StringComparison.Ordinal);

    public bool Centred(CellRole role) => role != CellRole.Text || !TextAtLeft;

    public bool Vertical(LogicalCell cell) => VerticalLabels && cell.Role == CellRole.Block;
}
