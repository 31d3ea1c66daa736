using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization.Dumps;

/// <summary>What a line is for the form that it stands in.</summary>
internal enum LineRole { Body, Blank, PageNumber, Title, Year, Header, FundsHeader, GoalsHeader, IndicatorsHeader, Total }

internal static class LineRoles
{
    /// <summary>Fewer known labels are no header of the indicators: a row may hold one by chance.</summary>
    private const int LeastIndicatorColumns = 4;

    public static LineRole Of(TokenLine line, DumpWords words)
    {
        if (line.IsBlank)
        {
            return LineRole.Blank;
        }

        if (line.IsSingle)
        {
            var text = line.Tokens[0].Text;
            if (TableLandmarks.IsYearLine(text))
            {
                return LineRole.Year;
            }

            if (words.Landmarks.IsTitle(text))
            {
                return LineRole.Title;
            }

            if (line.Tokens.Length == 1 && IsPageNumber(line.Tokens[0].Key))
            {
                return LineRole.PageNumber;
            }
        }

        if (line.Tokens.Any(token => words.Header.Match(token.Text)))
        {
            return LineRole.Header;
        }

        if (HeaderRow.Read(line, words.FundColumns, words.IsBeside) is var funds && funds.Has("executed") && funds.Known >= 3)
        {
            return LineRole.FundsHeader;
        }

        if (HeaderRow.Read(line, words.GoalColumns, words.IsBeside).Known == 2)
        {
            return LineRole.GoalsHeader;
        }

        if (HeaderRow.Read(line, words.IndicatorColumns, words.IsBeside).Known >= LeastIndicatorColumns)
        {
            return LineRole.IndicatorsHeader;
        }

        var rest = line.Tokens.SkipWhile(token => words.IsSide(token.Text)).ToArray();
        return rest.Length > 0 && words.Total.Match(rest[0].Text) && rest.Skip(1).All(token => token.IsFigure || token.Text == rest[0].Text)
            ? LineRole.Total
            : LineRole.Body;
    }

    /// <summary>3, - 3 -, 第3页, 3/12, Page 3 of 12.</summary>
    private static bool IsPageNumber(string key)
    {
        var bare = key.Replace("Page", "", StringComparison.OrdinalIgnoreCase).Replace("of", "/", StringComparison.OrdinalIgnoreCase)
            .Trim('-', '－', '—', '–', '·', '.', '第', '页', '(', ')');
        var numbers = bare.Split(["/", "页共", "页,共", "共"], StringSplitOptions.None);
        return numbers.Length <= 2 && numbers.All(number => number.Length is >= 1 and <= 4 && number.All(char.IsAsciiDigit));
    }
}
