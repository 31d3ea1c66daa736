using System.Globalization;
using System.Text;

namespace Extractor.Ingestion.Office;

/// <summary>Shows a stored number as a spreadsheet does, by its number format (ECMA-376 part 1, 18.8.31). Exact: decimals, no binary noise.</summary>
internal static class NumberFormat
{
    /// <summary>Digits that a spreadsheet keeps of a number; those after them are noise of its binary form.</summary>
    private const int SignificantDigits = 15;

    /// <summary>Halves of the day, and conditions on the value.</summary>
    private static readonly string[] NotKnown = ["上午", "[<", "[>", "[="];

    /// <summary>What Chinese programs call the format General.</summary>
    private const string ChineseGeneral = "G/通用格式";

    /// <summary>Characters of a number in the format General, its sign not counted.</summary>
    private const int GeneralLength = 11;

    /// <summary>Given a format code and the text that is stored, returns what is seen; null where that is not known.</summary>
    /// <param name="from1904">Days are counted from 1904.</param>
    public static string? Show(string code, string stored, bool from1904)
    {
        if (ValueOf(stored) is not { } value || NotKnown.Any(part => code.Contains(part, StringComparison.Ordinal)))
        {
            return null;
        }

        var sections = FormatSection.Split(code.Replace(ChineseGeneral, "General", StringComparison.Ordinal));
        if (sections is [_, .., var last] && last.Contains('@', StringComparison.Ordinal))
        {
            // The section for texts, wherever it stands.
            sections = sections[..^1];
        }

        var (chosen, signed) = sections.Length switch
        {
            1 => (sections[0], true),
            2 => value < 0 ? (sections[1], false) : (sections[0], true),
            _ => value < 0 ? (sections[1], false) : value == 0 ? (sections[2], false) : (sections[0], true),
        };
        if (FormatSection.Read(chosen) is not { } section)
        {
            return null;
        }

        return section.IsDate ? DateFormat.Show(section, value, from1904) : Show(section, value, signed);
    }

    /// <summary>The number that a stored text means to a spreadsheet.</summary>
    private static decimal? ValueOf(string stored)
    {
        if (!decimal.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            || (value == 0 && stored.TrimStart('-', '+', '0', '.').Length > 0 && stored[0] is not '0'))
        {
            return null;
        }

        var digits = value.ToString("0.0E+000", CultureInfo.InvariantCulture);
        var exponent = int.Parse(digits.AsSpan(digits.IndexOf('E') + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var places = SignificantDigits - 1 - exponent;
        return places is >= 0 and <= 28 ? Math.Round(value, places, MidpointRounding.AwayFromZero) : value;
    }

    private static string? Show(FormatSection section, decimal value, bool signed)
    {
        var text = new StringBuilder(signed && value < 0 ? "-" : "");
        var number = section.HasGeneral ? "" : section.Digits(Math.Abs(value));
        if (number is null)
        {
            return null;
        }

        var shown = false;
        foreach (var token in section.Tokens)
        {
            switch (token.Kind)
            {
                case FormatTokenKind.Literal: text.Append(token.Text); break;
                case FormatTokenKind.Percent: text.Append('%'); break;
                case FormatTokenKind.General: text.Append(General(Math.Abs(value))); break;
                case FormatTokenKind.Digit or FormatTokenKind.Point or FormatTokenKind.Comma when !shown:
                    text.Append(number);
                    shown = true;
                    break;
            }
        }

        return text.ToString().Trim();
    }

    /// <summary>
    /// As many digits as a cell of the usual width shows. Where even the whole number has more, a spreadsheet shows powers of
    /// ten; here all of its digits are kept, since such numbers are codes.
    /// </summary>
    private static string General(decimal value)
    {
        var plain = Plain(value);
        if (plain.Length <= GeneralLength)
        {
            return plain;
        }

        var whole = decimal.Truncate(value).ToString(CultureInfo.InvariantCulture).Length;
        return whole > GeneralLength ? plain : Plain(Math.Round(value, Math.Max(GeneralLength - whole - 1, 0), MidpointRounding.AwayFromZero));
    }

    private static string Plain(decimal value) => value.ToString("0.#############################", CultureInfo.InvariantCulture);
}
