using System.Globalization;
using Extractor.Core.Pages;

namespace Extractor.Ingestion.Pdf;

/// <summary>Reads a page and judges whether its text layer says what a person sees on it.</summary>
internal sealed unsafe class PageReader
{
    /// <summary>A page with this share of pictures and no text is a scan; less may be an emblem on an empty page.</summary>
    private const double SizablePicture = 0.1;

    /// <summary>A page with this share of pictures and hardly any text is a scan with a heading or a stamped page number.</summary>
    private const double DominantPicture = 0.4;

    private const int HardlyAnyText = 40;

    /// <summary>Letters drawn as outlines have some ten points of curves each.</summary>
    private const int OutlinedText = 300;

    /// <summary>More than this share of characters that nobody can name, and the others are not to be trusted either.</summary>
    private const double UnknownShare = 0.1;

    private const int FewUnknown = 5;

    /// <summary>More characters askew than this, and than three times the upright ones, are no watermark but the page's text.</summary>
    private const int ManyAskew = 50;

    /// <summary>Of each glyph in a file that may have lost a font: about every other word is hit where one is lost.</summary>
    private const double ConfidenceWhereIncomplete = 0.5;

    private readonly DrawingReader _drawing = new();
    private readonly GlyphReader _glyphs;
    private readonly Damage _damage;

    public PageReader(OptionalExports optional, Damage damage)
    {
        _glyphs = new GlyphReader(optional, _drawing, damage == Damage.Incomplete ? ConfidenceWhereIncomplete : 1);
        _damage = damage;
    }

    public PageReading Read(nint document, int number)
    {
        var page = PdfiumNative.FPDF_LoadPage(document, number - 1);
        if (page == 0)
        {
            FsSize size = default;
            _ = PdfiumNative.FPDF_GetPageSizeByIndexF(document, number - 1, &size);
            return new UnreadPage(number, size.Width, size.Height, UnreadReason.Damaged, "PDFium cannot load the page.");
        }

        try
        {
            if (Annotations.PrintInto(page))
            {
                PdfiumNative.FPDF_ClosePage(page);
                page = PdfiumNative.FPDF_LoadPage(document, number - 1);
            }

            return page == 0
                ? new UnreadPage(number, 0, 0, UnreadReason.Damaged, "PDFium cannot load the page with its form fields.")
                : ReadLoaded(document, page, number);
        }
        finally
        {
            if (page != 0)
            {
                PdfiumNative.FPDF_ClosePage(page);
            }
        }
    }

    private PageReading ReadLoaded(nint document, nint page, int number)
    {
        FsRect box;
        if (PdfiumNative.FPDF_GetPageBoundingBox(page, &box) == 0 || !(box.Right > box.Left && box.Top > box.Bottom))
        {
            return new UnreadPage(number, 0, 0, UnreadReason.Damaged, "The page has no area.");
        }

        var space = PageSpace.Of(box.Left, box.Bottom, box.Right, box.Top, PdfiumNative.FPDFPage_GetRotation(page));
        UnreadPage Unread(UnreadReason reason, string detail) => new(number, space.Width, space.Height, reason, detail);

        if (Math.Max(space.Width, space.Height) > ReadingLimits.PageSide)
        {
            return Unread(UnreadReason.TooLarge, Invariant($"A side of the page is longer than {ReadingLimits.PageSide} points."));
        }

        if (!_drawing.Read(document, page, space))
        {
            return Unread(UnreadReason.TooLarge, "The page draws more objects or lines than the limits allow.");
        }

        var textPage = PdfiumNative.FPDFText_LoadPage(page);
        if (textPage == 0)
        {
            return Unread(UnreadReason.Damaged, "PDFium cannot read the text of the page.");
        }

        try
        {
            return _glyphs.Read(textPage, space) is not { } glyphs
                ? Unread(UnreadReason.TooLarge, Invariant($"The page has more than {ReadingLimits.Characters} characters."))
                : Doubt(page) is { } doubt
                    ? Unread(doubt.Reason, doubt.Detail) with { Rulings = doubt.Reason == UnreadReason.BadTextLayer ? _drawing.ToRulings() : [] }
                    : new Page(number, space.Width, space.Height, glyphs.IsEmpty ? PageOrigin.None : PageOrigin.Text, space.Rotation, 0, glyphs, _drawing.ToRulings());
        }
        finally
        {
            PdfiumNative.FPDFText_ClosePage(textPage);
        }
    }

    /// <summary>Why the text layer cannot stand for the page; null where it can.</summary>
    private (UnreadReason Reason, string Detail)? Doubt(nint page)
    {
        var (visible, hidden, unknown) = (_glyphs.VisibleCount, _glyphs.HiddenCount, _glyphs.UnknownCount);
        var pictures = _drawing.PictureShare;
        var layer = hidden > visible ? Invariant($" An invisible text layer of {hidden} characters was found and not trusted.") : "";
        if (pictures >= (visible == 0 ? SizablePicture : DominantPicture) && visible < HardlyAnyText)
        {
            return PagePictures.Fault(page) ?? (UnreadReason.NoTextLayer, Invariant($"Pictures cover {pictures:P0} of the page and {visible} characters are printed as text.{layer}"));
        }

        if (_damage != Damage.None && visible == 0 && _drawing.IsEmpty)
        {
            return (UnreadReason.Damaged, "The file is damaged, and of this page no content was found.");
        }

        if (visible == 0 && _drawing.CurvePointCount >= OutlinedText)
        {
            return (UnreadReason.NoTextLayer, $"Nothing is printed as text; what looks like text is drawn as outlines.{layer}");
        }

        if (_glyphs.AskewCount > Math.Max(ManyAskew, 3 * visible))
        {
            return (UnreadReason.BadTextLayer, Invariant($"{_glyphs.AskewCount} characters run askew, along neither side of the page."));
        }

        return unknown >= FewUnknown && unknown > UnknownShare * visible
            ? (UnreadReason.BadTextLayer, Invariant($"The file does not say what {unknown} of {visible} characters are."))
            : null;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
