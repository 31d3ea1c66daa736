using System.Globalization;
using Extractor.Fixtures.Documents;
using Extractor.Fixtures.Forms;
using Extractor.Fixtures.Printing;
using Extractor.Fixtures.Scanning;

namespace Extractor.Fixtures.Planting;

/// <summary>
/// Pastes the picture of another total over the printed one: what a person sees is no longer what the text layer says. The
/// other total is made of the same digits, two of which changed places.
/// </summary>
public static class PastedFigure
{
    private const int DotsPerInch = 300;

    private const double PointsPerInch = 72;

    /// <summary>Darker is ink.</summary>
    private const byte Ink = 160;

    /// <summary>The document of one form with another total to be seen; as it was where its total stands at no place of its own.</summary>
    public static Dossier Plant(Dossier dossier, string pdf)
    {
        var pages = PrintedPage.Of(pdf);
        var form = dossier.Forms[0];
        if (form.TotalScore is not { } printed || Exchanged(printed) is not var (first, second)
            || pages.Index().SelectMany(page => page.Item.Words.Where(word => word.Text == printed).Select(word => (page.Index, page.Item, word))).ToList() is not [var (number, page, word)])
        {
            return dossier;
        }

        int Pixels(double points) => (int)(points * DotsPerInch / PointsPerInch);
        var (left, top) = (Pixels(word.Left) - 1, Pixels(word.Top));
        var picture = PrintedPage.Picture(pdf, number + 1, DotsPerInch).Crop(left, top, Pixels(word.Right) + 2 - left, Pixels(word.Bottom) - top);
        var digits = Columns(picture);
        if (digits.Count != printed.Length)
        {
            return dossier;
        }

        double Points(int pixels) => pixels * PointsPerInch / DotsPerInch;
        var patch = new ScannedPage(PageImage.Of(Exchange(picture, digits[first], digits[second]), Tint.Grey, 95), page.Width, page.Height, [])
        {
            Placed = (Points(left), Points(top), Points(left + picture.Width), Points(top + picture.Height)),
        };
        Programs.InNewDirectory(work =>
        {
            var (over, pasted) = (Path.Combine(work, "patch.pdf"), Path.Combine(work, "pasted.pdf"));
            File.WriteAllBytes(over, ImagePdf.Write([patch]));
            Programs.Run("qpdf", pdf, "--overlay", over, string.Create(CultureInfo.InvariantCulture, $"--to={number + 1}"), "--", pasted);
            File.Move(pasted, pdf, overwrite: true);
        });
        return dossier with { Forms = [Seen(form, Exchange(printed, first, second))], IsReadFromPictures = true };
    }

    /// <summary>The total that is seen is not the sum of the scores any more, where these are printed.</summary>
    private static PrintedForm Seen(PrintedForm form, string total)
    {
        var lie = new PlantedFault("pasted_figure", "/total/score", "X02", "warning", null);
        var addsUp = form.At("/indicators/0/score") is not null && form.At("/funds/0/score") is not null;
        return form with { TotalScore = total, Planted = addsUp ? [lie, new PlantedFault("pasted_figure", "/total/score", "S01", "error", "published")] : [lie] };
    }

    /// <summary>The places of two digits that make another score, as different as can be; null where there are none.</summary>
    public static (int First, int Second)? Exchanged(string printed)
    {
        if (!decimal.TryParse(printed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var total))
        {
            return null;
        }

        var places = Enumerable.Range(0, printed.Length).Where(place => char.IsAsciiDigit(printed[place])).ToList();
        var others = places.SelectMany(first => places.Where(second => second > first).Select(second => (first, second)))
            .Select(pair => (pair, text: Exchange(printed, pair.first, pair.second)))
            .Where(other => other.text != printed && other.text[0] != '0')
            .Select(other => (other.pair, value: decimal.Parse(other.text, CultureInfo.InvariantCulture)))
            .Where(other => other.value <= 100).ToList();
        return others.Count == 0 ? null : others.MaxBy(other => Math.Abs(other.value - total)).pair;
    }

    public static string Exchange(string text, int first, int second)
    {
        var letters = text.ToCharArray();
        (letters[first], letters[second]) = (letters[second], letters[first]);
        return new string(letters);
    }

    /// <summary>Where ink is, from the left: of digits that do not touch, each its own.</summary>
    /// <remarks>A ruling may run along the edge of a word's box.</remarks>
    public static List<(int Start, int End)> Columns(Raster picture)
    {
        var columns = new List<(int Start, int End)>();
        for (var x = 0; x < picture.Width; x++)
        {
            var column = x;
            if (!Enumerable.Range(picture.Height / 6, picture.Height * 2 / 3).Any(y => picture.Green(column, y) < Ink))
            {
                continue;
            }

            if (columns is [.., var last] && last.End == x)
            {
                columns[^1] = (last.Start, x + 1);
            }
            else
            {
                columns.Add((x, x + 1));
            }
        }

        return columns;
    }

    /// <summary>The picture with the ink of two digits each in the middle of the other's place.</summary>
    public static Raster Exchange(Raster picture, (int Start, int End) first, (int Start, int End) second) => picture.Map((x, y, channel, tone) =>
    {
        var (own, other) = IsAt(x, first) ? (first, second) : IsAt(x, second) ? (second, first) : (default, default);
        return own == default ? tone : picture.Green((2 * x + other.Start + other.End - own.Start - own.End) / 2, y);

        // As far beside its ink as the other digit's reaches, and the grey of its edges.
        bool IsAt(int column, (int Start, int End) digit)
        {
            var reach = (Math.Max(first.End - first.Start, second.End - second.Start) - (digit.End - digit.Start) + 1) / 2 + 1;
            return column >= digit.Start - reach && column < digit.End + reach;
        }
    });
}
