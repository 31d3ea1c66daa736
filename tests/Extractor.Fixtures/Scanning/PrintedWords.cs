using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Extractor.Fixtures.Printing;

namespace Extractor.Fixtures.Scanning;

/// <summary>A text without a gap, and its box on the page: points from the upper left corner.</summary>
public sealed record PrintedWord(string Text, double Left, double Top, double Right, double Bottom)
{
    /// <summary>Where the word is in the picture of the sheet, as it lay: the box around its four corners.</summary>
    public PrintedWord Bent(Bending bending, double width, double height)
    {
        var corners = new[] { (Left, Top), (Right, Top), (Left, Bottom), (Right, Bottom) }
            .Select(corner => bending.Place(corner.Item1 / width, corner.Item2 / height, height / width)).ToArray();
        return new PrintedWord(
            Text, corners.Min(corner => corner.X) * width, corners.Min(corner => corner.Y) * height,
            corners.Max(corner => corner.X) * width, corners.Max(corner => corner.Y) * height);
    }
}

/// <summary>A page of a printed document, as Poppler reads it.</summary>
public sealed record PrintedPage(double Width, double Height, ImmutableArray<PrintedWord> Words)
{
    /// <summary>The pages of a PDF that has a layer of text.</summary>
    public static ImmutableArray<PrintedPage> Of(string pdf)
    {
        var page = XDocument.Parse(Programs.Run("pdftotext", "-bbox", "-enc", "UTF-8", pdf, "-")).Root!;
        return
        [
            .. page.Descendants().Where(element => element.Name.LocalName == "page").Select(element => new PrintedPage(
                Number(element, "width"), Number(element, "height"),
                [
                    .. element.Elements().Select(word => new PrintedWord(
                        word.Value, Number(word, "xMin"), Number(word, "yMin"), Number(word, "xMax"), Number(word, "yMax"))),
                ])),
        ];
    }

    /// <summary>The picture of a page.</summary>
    /// <param name="number">From 1.</param>
    public static Raster Picture(string pdf, int number, int dotsPerInch)
    {
        Raster? picture = null;
        Programs.InNewDirectory(work =>
        {
            var (root, page) = (Path.Combine(work, "page"), number.ToString(CultureInfo.InvariantCulture));
            Programs.Run("pdftoppm", "-singlefile", "-f", page, "-l", page, "-r", dotsPerInch.ToString(CultureInfo.InvariantCulture), pdf, root);
            picture = Raster.FromPortablePixmap(File.ReadAllBytes(root + ".ppm"));
        });
        return picture!;
    }

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
