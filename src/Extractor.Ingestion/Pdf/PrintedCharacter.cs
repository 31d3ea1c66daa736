using System.Globalization;
using System.Text;

namespace Extractor.Ingestion.Pdf;

/// <summary>From the code that a text layer gives to the character that is printed.</summary>
internal static class PrintedCharacter
{
    private const int PdfiumHyphen = 0x02;
    private const int SoftHyphen = 0xAD;

    /// <summary>Null for what has no ink and no width: control and format characters.</summary>
    public static Rune? Of(uint code)
    {
        if (code is >= 0x21 and < 0x7F || code is >= 0x4E00 and < 0xA000)
        {
            return new Rune(code);
        }

        // PDFium marks a hyphen at a line's end with a code of its own; fonts map the hyphen to the soft one at times.
        if (code is PdfiumHyphen or SoftHyphen)
        {
            return new Rune('-');
        }

        if (code == 0 || !Rune.IsValid(code))
        {
            return Rune.ReplacementChar;
        }

        var rune = new Rune(code);
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            ? null
            : HanForms.ToIdeograph(rune);
    }

    /// <summary>The file gives the glyph no meaning that others share.</summary>
    public static bool IsUnknown(Rune character) =>
        character == Rune.ReplacementChar || Rune.GetUnicodeCategory(character) is UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
