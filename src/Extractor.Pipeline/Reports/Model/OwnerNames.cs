using System.Text;

namespace Extractor.Pipeline.Reports.Model;

/// <summary>Names of departments and units as one name, where only blanks and the width of brackets and letters differ.</summary>
internal static class OwnerNames
{
    private const char FirstWide = '\uFF01', LastWide = '\uFF5E';

    private const int WideToAscii = FirstWide - '!';

    public static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (!char.IsWhiteSpace(character))
            {
                key.Append(character is >= FirstWide and <= LastWide ? (char)(character - WideToAscii) : character);
            }
        }

        return key.ToString();
    }

    /// <summary>The most frequent of several ways to write one name; the first of equals in ordinal order.</summary>
    public static string Usual(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).First().Key;
}
