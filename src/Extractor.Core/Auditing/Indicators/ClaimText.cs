using System.Globalization;
using System.Text.RegularExpressions;
using Extractor.Core.Forms;
using Extractor.Core.Normalization;

namespace Extractor.Core.Auditing.Indicators;

/// <summary>Reads what a target or an actual value says: a bound, a range, about a number, a date, or words.</summary>
internal static partial class ClaimText
{
    /// <summary>How far from the printed number 左右 and 约 may be, as a part of it.</summary>
    private const decimal About = 0.1m;

    /// <summary>Beyond this, and below one part of it, ratios of two numbers are not taken: they might not fit a decimal.</summary>
    private const decimal Largest = 1e12m;

    private const int LongestDate = 24;

    /// <param name="year">Of the form, for dates that print none; null where it is not known.</param>
    public static Claim Read(QuantityReading? reading, int? year)
    {
        if (reading is null || BlankText.IsNothing(reading.Text))
        {
            return new Claim(ClaimKind.Nothing, ClaimForm.Plain, reading?.Text ?? "", default, "");
        }

        var text = WithoutNature(PrintedText.Fold(PrintedText.Tighten(reading.Text)));
        if (text.Length == 0)
        {
            return new Claim(ClaimKind.Nothing, ClaimForm.Plain, reading.Text, default, "");
        }

        return reading.Value is { } value ? Number(text, reading, value) : Span(text) ?? Date(text, year) ?? Words(text);
    }

    /// <summary>Where 度量单位 and 指标性质 stand in cells of their own, they are no part of what the target says: 无定性及时, 定性及时无.</summary>
    private static string WithoutNature(string text)
    {
        var at = text.IndexOf(Qualitative, StringComparison.Ordinal);
        if (at is < 0 or > LongestUnit)
        {
            return text;
        }

        var said = text[(at + Qualitative.Length)..];
        return said is [.., not '有', '无'] ? said[..^1] : said;
    }

    private const string Qualitative = "定性";

    private const int LongestUnit = 3;

    private static Claim Number(string text, QuantityReading reading, decimal value)
    {
        if (Math.Abs(value) > Largest || (value != 0 && Math.Abs(value) < 1 / Largest))
        {
            return Words(text);
        }

        var unit = reading.Unit ?? "";
        if (unit.EndsWith("左右", StringComparison.Ordinal) || unit.EndsWith("上下", StringComparison.Ordinal))
        {
            return Approximate(text, value, unit[..^2]);
        }

        return reading.Comparator switch
        {
            "≥" => new Claim(ClaimKind.Number, ClaimForm.AtLeast, text, new(value, decimal.MaxValue), unit),
            ">" => new Claim(ClaimKind.Number, ClaimForm.MoreThan, text, new(value, decimal.MaxValue, LowOpen: true), unit),
            "≤" => new Claim(ClaimKind.Number, ClaimForm.AtMost, text, new(decimal.MinValue, value), unit),
            "<" => new Claim(ClaimKind.Number, ClaimForm.LessThan, text, new(decimal.MinValue, value, HighOpen: true), unit),
            "=" => new Claim(ClaimKind.Number, ClaimForm.Equal, text, Interval.Point(value), unit),
            _ => new Claim(ClaimKind.Number, ClaimForm.Plain, text, Interval.Point(value), unit),
        };
    }

    private static Claim Approximate(string text, decimal value, string unit)
    {
        var margin = Math.Abs(value) * About;
        return new Claim(ClaimKind.Number, ClaimForm.About, text, new(value - margin, value + margin), unit);
    }

    private static Claim? Span(string text)
    {
        if (text.Length == 0 || text.Length > LongestDate)
        {
            return null;
        }

        if (text[0] is '约' or '近' or '大' && AboutText().Match(text) is { Success: true } about && Parse(about.Groups["n"].Value) is { } number)
        {
            return Approximate(text, number, about.Groups["u"].Value);
        }

        text = text.TrimStart('=');
        if (text.Length == 0 || !char.IsAsciiDigit(text[0]) || SpanText().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var (first, second) = (match.Groups["u"].Value, match.Groups["v"].Value);
        return Parse(match.Groups["a"].Value) is { } low && Parse(match.Groups["b"].Value) is { } high && low < high && (first.Length == 0 || first == second)
            ? new Claim(ClaimKind.Number, ClaimForm.Span, text, new(low, high), second)
            : null;
    }

    private static Claim? Date(string text, int? formYear)
    {
        // Without either there is neither a year nor a month.
        if (text.Length > LongestDate || text.AsSpan().IndexOfAny('年', '月') < 0 || DateText().Match(text) is not { Success: true } match)
        {
            return null;
        }

        int? Part(string name) => match.Groups[name] is { Success: true, Value: var digits } ? int.Parse(digits, NumberFormatInfo.InvariantInfo) : null;
        var (year, month, day) = (Part("y") ?? formYear, Part("m"), Part("d"));
        if (year is null || (!match.Groups["y"].Success && month is null) || month is < 1 or > 12 || day is < 1 or > 31 || (month is null && day is not null))
        {
            return null;
        }

        var first = (year.Value * 10_000m) + ((month ?? 1) * 100) + (day ?? 1);
        var last = (year.Value * 10_000m) + ((month ?? 12) * 100) + (day ?? 31);
        var until = match.Groups["until"].Success;
        return new Claim(ClaimKind.Date, until ? ClaimForm.AtMost : ClaimForm.Plain, text, until ? new(0, last) : new(first, last), "");
    }

    private static Claim Words(string text) => new(ClaimKind.Words, ClaimForm.Plain, text, default, "");

    private static decimal? Parse(string digits) =>
        decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, NumberFormatInfo.InvariantInfo, out var value) && value <= Largest ? value : null;

    [GeneratedRegex("^(?<a>[0-9]{1,9}(?:\\.[0-9]{1,6})?)(?<u>[^0-9~—至到.-]{0,4})[~—至到-](?<b>[0-9]{1,9}(?:\\.[0-9]{1,6})?)(?<v>[^0-9年月日]{0,6})$", RegexOptions.CultureInvariant)]
    private static partial Regex SpanText();

    [GeneratedRegex("^(?:大?约|近)(?<n>[0-9]{1,9}(?:\\.[0-9]{1,6})?)(?<u>[^0-9]{0,6}?)(?:左右)?$", RegexOptions.CultureInvariant)]
    private static partial Regex AboutText();

    /// <summary>2021年12月31日前, 12月底前完成, 2021年12月完成, 2020年全年. A month alone needs a word that makes it a time.</summary>
    [GeneratedRegex(
        "^(?:于|在|截至)?(?:(?<y>(?:19|20)[0-9]{2})年)?(?:度|全年)?(?:(?<m>[0-9]{1,2})月份?)?(?:(?<d>[0-9]{1,2})[日号])?(?<until>(?:底|末|中旬|上旬|下旬)?(?:之?前|以前))?(?:底|末)?(?:全部|按时|已|均)?(?:完成|完工|竣工|验收|结束|实施|开展|交付|支付)?(?:完毕)?[。;]?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex DateText();
}
