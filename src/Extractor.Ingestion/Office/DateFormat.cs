using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Extractor.Ingestion.Office;

/// <summary>Shows a number of days as the date and time that it stands for.</summary>
internal static class DateFormat
{
    private const int SecondsPerDay = 86_400, From1904 = 1462;

    /// <summary>The day that the first spreadsheets took for 29 February 1900, and all others after them; and the end of the year 9999.</summary>
    private const int DayThatNeverWas = 60, LastDay = 2_958_465;

    /// <summary>Null where the section holds something that is not known, or the number is no date.</summary>
    public static string? Show(FormatSection section, decimal days, bool from1904)
    {
        var serial = from1904 ? days + From1904 : days;
        if (serial < 0 || serial > LastDay || decimal.Truncate(serial) == DayThatNeverWas || (serial < 1 && HasDay(section)))
        {
            return null;
        }

        var seconds = (double)Math.Round((serial - decimal.Truncate(serial)) * SecondsPerDay);
        var day = decimal.ToInt32(decimal.Truncate(serial));
        var time = new DateTime(1899, 12, day > DayThatNeverWas ? 30 : 31, 0, 0, 0, DateTimeKind.Unspecified).AddDays(day).AddSeconds(seconds);
        var text = new StringBuilder();
        for (var i = 0; i < section.Tokens.Length; i++)
        {
            var part = section.Tokens[i] switch
            {
                { Kind: FormatTokenKind.Literal } token => token.Text,
                { Kind: FormatTokenKind.Comma } => ",",
                { Kind: FormatTokenKind.Point } when IsBetweenParts(section.Tokens, i) => ".",
                { Kind: FormatTokenKind.General } when section.Tokens.Length == 1 => "",
                { Kind: FormatTokenKind.Date } token => Part(token.Text, time, isMinutes: IsMinutes(section.Tokens, i)),
                _ => null,
            };
            if (part is null)
            {
                return null;
            }

            text.Append(part);
        }

        return text.ToString().Trim();
    }

    private static string? Part(string letters, DateTime time, bool isMinutes)
    {
        var pattern = letters switch
        {
            "y" or "yy" => "yy",
            "yyy" or "yyyy" => "yyyy",
            "m" => isMinutes ? "%m" : "%M",
            "mm" => isMinutes ? "mm" : "MM",
            "mmm" => "MMM",
            "mmmm" => "MMMM",
            "d" => "%d",
            "dd" or "ddd" or "dddd" => letters,
            "h" => "%H",
            "hh" => "HH",
            "s" => "%s",
            "ss" => "ss",
            _ => null,
        };
        return pattern is null ? null : time.ToString(pattern, CultureInfo.InvariantCulture);
    }

    /// <summary>The letter m stands for minutes right after hours and right before seconds.</summary>
    private static bool IsMinutes(ImmutableArray<FormatToken> tokens, int at) =>
        tokens.Take(at).LastOrDefault(IsPart).Text is ['h', ..] || tokens.Skip(at + 1).FirstOrDefault(IsPart).Text is ['s', ..];

    /// <summary>2021.3.5, and not fractions of a second.</summary>
    private static bool IsBetweenParts(ImmutableArray<FormatToken> tokens, int at) =>
        at > 0 && at + 1 < tokens.Length && IsPart(tokens[at - 1]) && IsPart(tokens[at + 1]);

    /// <summary>Less than a day is a time of no day.</summary>
    private static bool HasDay(FormatSection section) => section.Tokens.Any(token => IsPart(token) && token.Text is ['y' or 'd', ..]);

    private static bool IsPart(FormatToken token) => token.Kind == FormatTokenKind.Date;
}
