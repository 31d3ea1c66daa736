namespace Extractor.Ingestion.Images;

/// <summary>
/// Where the first row and the first column of a stored picture are on the page as a person sees it, in this order: tag 274
/// of TIFF and of EXIF, with its numbers.
/// </summary>
internal enum Orientation { TopLeft = 1, TopRight, BottomRight, BottomLeft, LeftTop, RightTop, RightBottom, LeftBottom }

internal static class Orientations
{
    /// <summary>Where nothing that is known is said, the picture is as it is stored.</summary>
    public static Orientation Of(long stated) => stated is >= 1 and <= 8 ? (Orientation)stated : Orientation.TopLeft;

    /// <summary>Whether stored rows are columns of the page.</summary>
    public static bool IsSideways(this Orientation orientation) => orientation >= Orientation.LeftTop;

    /// <summary>
    /// The matrix, as PDF writes it (ISO 32000-1, 8.3.3), that lays a stored picture, a unit square with its first row at
    /// the top, upright on a page of this size.
    /// </summary>
    public static (double A, double B, double C, double D, double E, double F) Matrix(this Orientation orientation, double width, double height) => orientation switch
    {
        Orientation.TopRight => (-width, 0, 0, height, width, 0),
        Orientation.BottomRight => (-width, 0, 0, -height, width, height),
        Orientation.BottomLeft => (width, 0, 0, -height, 0, height),
        Orientation.LeftTop => (0, -height, -width, 0, width, height),
        Orientation.RightTop => (0, -height, width, 0, 0, height),
        Orientation.RightBottom => (0, height, width, 0, 0, 0),
        Orientation.LeftBottom => (0, height, -width, 0, width, 0),
        _ => (width, 0, 0, height, 0, 0),
    };
}
