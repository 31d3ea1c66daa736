using System.Collections.Immutable;
using System.Text;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;

namespace Extractor.Ingestion.Pdf;

/// <summary>
/// Reads the characters that a person sees on a page. One reader serves many pages, one after the other.
/// </summary>
/// <param name="confidence">That a character is what the text layer says, for every glyph.</param>
internal sealed unsafe class GlyphReader(OptionalExports optional, DrawingReader drawing, double confidence)
{
    // In points: smaller print is not meant to be read.
    private const double SmallestSize = 0.5;

    /// <summary>The ideographic space: Unicode has no blank after it.</summary>
    private const int LastBlank = 0x3000;

    // More are no corrections of single values, and looking for what was typed over them would take long.
    private const int MostCovered = 2000;

    private readonly List<Glyph> _glyphs = [];
    private readonly List<(int Index, int Run, Glyph Glyph)> _covered = [];
    private readonly Overprints _overprints = new();

    /// <summary>Characters with ink that can be seen.</summary>
    public int VisibleCount { get; private set; }

    /// <summary>Characters that are on the page and cannot be seen: painted with no ink, or painted over.</summary>
    public int HiddenCount { get; private set; }

    /// <summary>Characters that run askew and are left out: stamps and watermarks, as a rule.</summary>
    public int AskewCount { get; private set; }

    /// <summary>Visible characters of which the file does not say what they are.</summary>
    public int UnknownCount { get; private set; }

    /// <summary>Null where the page holds more characters than <see cref="ReadingLimits"/> allow.</summary>
    public ImmutableArray<Glyph>? Read(nint textPage, in PageSpace space)
    {
        VisibleCount = HiddenCount = AskewCount = UnknownCount = 0;
        _glyphs.Clear();
        _covered.Clear();
        _overprints.Clear();
        var count = PdfiumNative.FPDFText_CountChars(textPage);
        if (count > ReadingLimits.Characters)
        {
            return null;
        }

        var run = default(TextRun);
        for (var i = 0; i < count; i++)
        {
            var code = PdfiumNative.FPDFText_GetUnicode(textPage, i);
            if (IsInvented(textPage, i, code))
            {
                continue;
            }

            var text = optional.GetTextObject != null ? optional.GetTextObject(textPage, i) : 0;
            if (text == 0 || text != run.Text)
            {
                run = TextRun.Of(textPage, i, text, space, optional, drawing);
            }

            var first = i;
            if (code is >= 0xD800 and < 0xDC00 && i + 1 < count)
            {
                var low = PdfiumNative.FPDFText_GetUnicode(textPage, i + 1);
                if (low is >= 0xDC00 and < 0xE000)
                {
                    code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
                    i++;
                }
            }

            if (!run.IsUpright)
            {
                AskewCount++;
            }
            else if (PrintedCharacter.Of(code) is { } character)
            {
                Add(textPage, first, character, run, space);
            }
        }

        RestoreRetyped();
        return [.. _glyphs];
    }

    /// <summary>Blanks and line ends that PDFium adds where it sees a gap: they are not printed.</summary>
    private bool IsInvented(nint textPage, int index, uint code) => code is '\r' or '\n' || (code == ' ' && (optional.IsGenerated != null
        ? optional.IsGenerated(textPage, index) == 1
        : PdfiumNative.FPDFText_GetFontSize(textPage, index) == 1));

    private void Add(nint textPage, int index, Rune character, in TextRun run, in PageSpace space)
    {
        double left, right, bottom, top, x, y;
        if (PdfiumNative.FPDFText_GetCharBox(textPage, index, &left, &right, &bottom, &top) == 0
            || PdfiumNative.FPDFText_GetCharOrigin(textPage, index, &x, &y) == 0)
        {
            return;
        }

        var ink = space.FromUser.MapBox(left, bottom, right, top);
        var centre = ink.Centre;
        if (!space.Bounds.Contains(centre))
        {
            return;
        }

        var isBlank = character.Value <= LastBlank && Rune.IsWhiteSpace(character);
        var origin = space.FromUser.Map(x, y);
        if (run.IsHidden || !run.Clip.Contains(run.MiddleOfLine(centre, origin)) || (run.IsWhite && !drawing.Areas.HasGroundAt(centre)))
        {
            HiddenCount += isBlank ? 0 : 1;
            return;
        }

        var glyph = new Glyph(character, isBlank ? run.Cell(ink, origin) : ink, origin, run.Size, run.Turn, confidence);
        if (drawing.Areas.Hides(run.Order, ink))
        {
            HiddenCount += isBlank ? 0 : 1;
            _covered.Add((_glyphs.Count, run.Order, glyph));
            return;
        }

        if (!_overprints.IsNew(glyph, run.Order))
        {
            return;
        }

        _glyphs.Add(glyph);
        if (!isBlank)
        {
            VisibleCount++;
            var isUnknown = PrintedCharacter.IsUnknown(character)
                || (optional.HasUnicodeMapError != null && optional.HasUnicodeMapError(textPage, index) == 1);
            UnknownCount += isUnknown ? 1 : 0;
        }
    }

    /// <summary>
    /// Where a text is covered and another is typed over it, PDFium leaves out letters of the new one that equal the old
    /// one's at the same place. A covered glyph where a later text stands, and nothing of that text is seen, is such a letter.
    /// </summary>
    private void RestoreRetyped()
    {
        for (var i = _covered.Count <= MostCovered ? _covered.Count - 1 : -1; i >= 0 && drawing.TextsOverCovers.Count > 0; i--)
        {
            var (index, order, glyph) = _covered[i];
            var centre = glyph.Ink.Centre;
            var isRetyped = drawing.TextsOverCovers.Any(text =>
                text.Order > order && text.Bounds.Inflate(0.1 * glyph.Size).Contains(centre) && !drawing.Areas.Hides(text.Order, glyph.Ink));
            if (isRetyped && !_glyphs.Any(seen => seen.Ink.Contains(centre)))
            {
                _glyphs.Insert(index, glyph);
                VisibleCount += Rune.IsWhiteSpace(glyph.Character) ? 0 : 1;
            }
        }
    }

    /// <summary>What the characters of one text object share.</summary>
    private readonly struct TextRun
    {
        private const int FillAndStroke = 2;
        private const int Stroke = 1;
        private const int Invisible = 3;
        private const int ClipOnly = 7;
        private const uint NearWhite = 250;

        public nint Text { get; private init; }

        public int Order { get; private init; }

        public Box Clip { get; private init; }

        public double Size { get; private init; }

        public int Turn { get; private init; }

        /// <summary>It runs along an axis of the page; what runs askew is a stamp or a watermark, and no text line.</summary>
        public bool IsUpright { get; private init; }

        public bool IsHidden { get; private init; }

        /// <summary>Seen only where something darker lies under it.</summary>
        public bool IsWhite { get; private init; }

        public static TextRun Of(
            nint textPage, int index, nint text, in PageSpace space, in OptionalExports optional, DrawingReader drawing)
        {
            FsMatrix fs;
            var toPage = PdfiumNative.FPDFText_GetMatrix(textPage, index, &fs) == 0
                ? space.FromUser
                : fs.ToAffine().Then(space.FromUser);
            var along = double.Hypot(toPage.A, toPage.B);
            var size = along == 0 ? 0 : PdfiumNative.FPDFText_GetFontSize(textPage, index) * Math.Abs(toPage.Determinant) / along;
            var mode = text != 0 ? PdfiumNative.FPDFTextObj_GetTextRenderMode(text)
                : optional.GetTextRenderMode != null ? optional.GetTextRenderMode(textPage, index) : 0;
            var (isPainted, isWhite) = Paint(textPage, index, mode);
            var placement = text == 0 ? new TextPlacement(int.MaxValue, space.Bounds) : drawing.PlacementOf(text);
            return new TextRun
            {
                Text = text,
                Order = placement.Order,
                Clip = placement.Clip,
                Size = size,
                Turn = TurnOf(toPage),
                IsUpright = Math.Min(Math.Abs(toPage.A), Math.Abs(toPage.B)) <= 0.18 * along,
                IsHidden = !isPainted || !(size >= SmallestSize),
                IsWhite = isWhite,
            };
        }

        /// <summary>
        /// The middle of the ink along the line, the middle of the line across it: a clip that cuts through a line, as where a
        /// page break cuts a label, shows or hides it whole, and so on one of the two pages.
        /// </summary>
        public Point MiddleOfLine(Point ink, Point origin)
        {
            const double MiddleAboveBaseline = 0.36;
            return Turn switch
            {
                0 => ink with { Y = origin.Y - (MiddleAboveBaseline * Size) },
                90 => ink with { X = origin.X + (MiddleAboveBaseline * Size) },
                180 => ink with { Y = origin.Y + (MiddleAboveBaseline * Size) },
                _ => ink with { X = origin.X - (MiddleAboveBaseline * Size) },
            };
        }

        /// <summary>A blank has no ink: its box is its advance along the baseline, and its size above it.</summary>
        public Box Cell(Box advance, Point origin) => Turn switch
        {
            0 => advance with { Top = origin.Y - Size, Bottom = origin.Y },
            90 => advance with { Left = origin.X, Right = origin.X + Size },
            180 => advance with { Top = origin.Y, Bottom = origin.Y + Size },
            _ => advance with { Left = origin.X - Size, Right = origin.X },
        };

        /// <summary>The baseline's direction, in quarter turns clockwise from the page's own.</summary>
        private static int TurnOf(in Affine toPage) => Math.Abs(toPage.A) >= Math.Abs(toPage.B)
            ? (toPage.A >= 0 ? 0 : 180)
            : (toPage.B >= 0 ? 90 : 270);

        private static (bool IsPainted, bool IsWhite) Paint(nint textPage, int index, int mode)
        {
            if (mode is Invisible or ClipOnly)
            {
                return (false, false);
            }

            uint r, g, b, a;
            var known = (mode & 3) == Stroke
                ? PdfiumNative.FPDFText_GetStrokeColor(textPage, index, &r, &g, &b, &a)
                : PdfiumNative.FPDFText_GetFillColor(textPage, index, &r, &g, &b, &a);
            return known == 0 || (mode & 3) == FillAndStroke
                ? (true, false)
                : (a > 0, Math.Min(r, Math.Min(g, b)) >= NearWhite);
        }
    }
}
