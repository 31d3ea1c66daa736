using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Extractor.Ingestion.Office;

internal enum FormatTokenKind { Literal, Digit, Point, Comma, Percent, General, Date }

/// <param name="Text">A literal's text; a placeholder's one character; the letters of a part of a date.</param>
internal readonly record struct FormatToken(FormatTokenKind Kind, string Text);

/// <summary>One of the up to four parts of a number format: for positive, negative, zero, and text.</summary>
internal sealed record FormatSection(ImmutableArray<FormatToken> Tokens)
{
    private const string DateLetters = "ymdhs";

    public bool IsDate => Tokens.Any(token => token.Kind == FormatTokenKind.Date);

    public bool HasGeneral => Tokens.Any(token => token.Kind == FormatTokenKind.General);

    /// <summary>Splits a format at its semicolons, those in quotes and brackets left out.</summary>
    public static string[] Split(string code)
    {
        var sections = new List<string>();
        var start = 0;
        for (var i = 0; i < code.Length; i++)
        {
            i = code[i] switch
            {
                '\\' or '_' or '*' => i + 1,
                '"' => IndexOrEnd(code, '"', i + 1),
                '[' => IndexOrEnd(code, ']', i + 1),
                _ => i,
            };
            if (i < code.Length && code[i] == ';')
            {
                sections.Add(code[start..i]);
                start = i + 1;
            }
        }

        sections.Add(start <= code.Length ? code[start..] : "");
        return [.. sections];
    }

    /// <summary>Null where the section holds something that is not known.</summary>
    public static FormatSection? Read(string code)
    {
        var tokens = ImmutableArray.CreateBuilder<FormatToken>();
        for (var i = 0; i < code.Length; i++)
        {
            var c = code[i];
            if (code.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase))
            {
                tokens.Add(new FormatToken(FormatTokenKind.General, ""));
                i += "General".Length - 1;
            }
            else if (c == '[')
            {
                var end = IndexOrEnd(code, ']', i + 1);
                if (Bracket(code[(i + 1)..Math.Min(end, code.Length)]) is not { } literal)
                {
                    return null;
                }

                tokens.Add(literal);
                i = end;
            }
            else if (c == '"')
            {
                var end = IndexOrEnd(code, '"', i + 1);
                tokens.Add(new FormatToken(FormatTokenKind.Literal, code[(i + 1)..Math.Min(end, code.Length)]));
                i = end;
            }
            else if (c is '\\' or '_' or '*')
            {
                i++;
                tokens.Add(new FormatToken(FormatTokenKind.Literal, c == '\\' && i < code.Length ? code[i].ToString() : c == '_' ? " " : ""));
            }
            else if (DateLetters.Contains(char.ToLowerInvariant(c)))
            {
                var end = i + 1;
                while (end < code.Length && char.ToLowerInvariant(code[end]) == char.ToLowerInvariant(c))
                {
                    end++;
                }

                tokens.Add(new FormatToken(FormatTokenKind.Date, code[i..end].ToLowerInvariant()));
                i = end - 1;
            }
            else if (Simple(c) is { } token)
            {
                tokens.Add(token);
            }
            else
            {
                return null;
            }
        }

        return new FormatSection(tokens.ToImmutable());
    }

    /// <summary>The digits of a number by the placeholders; null where they are mixed with something else.</summary>
    public string? Digits(decimal value)
    {
        var places = Tokens.Select((token, index) => (token, index)).Where(pair => pair.token.Kind is FormatTokenKind.Digit or FormatTokenKind.Point or FormatTokenKind.Comma).ToArray();
        if (places.Length == 0)
        {
            return "";
        }

        if (places[^1].index - places[0].index != places.Length - 1)
        {
            return null;
        }

        var pattern = string.Concat(places.Select(pair => pair.token.Text));
        var point = pattern.IndexOf('.');
        var (whole, decimals) = point < 0 ? (pattern, "") : (pattern[..point], pattern[(point + 1)..]);
        if (decimals.Contains('.') || decimals.TrimEnd(',').Contains(',') || decimals.Length > 20)
        {
            return null;
        }

        var thousands = whole.Length - whole.TrimEnd(',').Length + (decimals.Length - decimals.TrimEnd(',').Length);
        whole = whole.TrimEnd(',');
        decimals = decimals.TrimEnd(',');
        try
        {
            var scaled = value;
            for (var i = 0; i < Tokens.Count(token => token.Kind == FormatTokenKind.Percent); i++)
            {
                scaled *= 100;
            }

            for (var i = 0; i < thousands; i++)
            {
                scaled /= 1000;
            }

            return Lay(Math.Round(scaled, decimals.Length, MidpointRounding.AwayFromZero), whole, decimals, point >= 0);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static string Lay(decimal value, string whole, string decimals, bool hasPoint)
    {
        var digits = value.ToString("F" + decimals.Length.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Split('.');
        var integer = digits[0].TrimStart('0').PadLeft(whole.Count(c => c == '0'), '0');
        var text = new StringBuilder();
        for (var i = 0; i < integer.Length; i++)
        {
            if (i > 0 && whole.Contains(',') && (integer.Length - i) % 3 == 0)
            {
                text.Append(',');
            }

            text.Append(integer[i]);
        }

        var fraction = digits.Length > 1 ? digits[1] : "";
        var kept = fraction.Length;
        while (kept > 0 && fraction[kept - 1] == '0' && decimals[kept - 1] != '0')
        {
            kept--;
        }

        return text.Append(hasPoint ? "." : "").Append(fraction.AsSpan(0, kept)).ToString();
    }

    private static FormatToken? Simple(char c) => c switch
    {
        '0' or '#' or '?' => new FormatToken(FormatTokenKind.Digit, c.ToString()),
        '.' => new FormatToken(FormatTokenKind.Point, "."),
        ',' => new FormatToken(FormatTokenKind.Comma, ","),
        '%' => new FormatToken(FormatTokenKind.Percent, "%"),
        '@' => new FormatToken(FormatTokenKind.General, ""),
        '$' or '-' or '+' or '/' or '(' or ')' or ':' or '!' or '^' or '&' or '\'' or '~' or '{' or '}' or '<' or '>' or '=' or ' ' => Literal(c),
        _ => c > '\u007f' ? Literal(c) : null,
    };

    private static FormatToken Literal(char c) => new(FormatTokenKind.Literal, c.ToString());

    /// <summary>A colour says nothing; a currency its sign. Conditions, elapsed times and other numerals are not known.</summary>
    private static FormatToken? Bracket(string inside)
    {
        if (inside.StartsWith('$'))
        {
            // $-F800 and $-F400 stand for whatever the reader's system says.
            var dash = inside.LastIndexOf('-');
            return inside.EndsWith("-F800", StringComparison.OrdinalIgnoreCase) || inside.EndsWith("-F400", StringComparison.OrdinalIgnoreCase)
                ? null
                : new FormatToken(FormatTokenKind.Literal, inside[1..(dash < 0 ? inside.Length : dash)]);
        }

        var isColour = inside.StartsWith("Color", StringComparison.OrdinalIgnoreCase)
            || inside.ToUpperInvariant() is "RED" or "BLACK" or "BLUE" or "GREEN" or "WHITE" or "YELLOW" or "MAGENTA" or "CYAN"
            || inside is "红色" or "黑色" or "蓝色" or "绿色" or "白色" or "黄色";
        return isColour ? new FormatToken(FormatTokenKind.Literal, "") : null;
    }

    private static int IndexOrEnd(string text, char sought, int from)
    {
        var found = from < text.Length ? text.IndexOf(sought, from) : -1;
        return found < 0 ? text.Length : found;
    }
}
