using System.Text;
using System.Text.RegularExpressions;
using Extractor.Core.Normalization;

namespace Extractor.Core.Auditing;

/// <summary>When two printed names are those of one project, or of one unit.</summary>
/// <remarks>
/// Names are held to be equal only where nothing but their writing differs: width of characters, blanks, punctuation, a code
/// before the name, and, of projects, the year. 某区水务局 and 某市某区水务局 may be one unit or two: nothing rests on it
/// (C08 points it out). A project is the same where its own name and that of its unit are; a generic name (办公经费) of two units
/// is two projects.
/// </remarks>
internal static partial class EntityName
{
    private const int LongestName = 200;

    /// <summary>The name of a unit or department without what its writing adds; null where none is left.</summary>
    public static string? OfUnit(string? printed) => Key(printed, Code());

    /// <summary>The name of a project without what its writing adds, its year included; null where none is left.</summary>
    public static string? OfProject(string? printed) => Key(printed, CodeOrYear());

    private static string? Key(string? printed, Regex left)
    {
        if (printed is null || printed.Length > LongestName || BlankText.IsNothing(printed))
        {
            return null;
        }

        var (folded, name) = (PrintedText.Fold(printed), new StringBuilder(printed.Length));
        // Codes and years have digits; a row of dashes in brackets is left out below.
        foreach (var character in folded.AsSpan().ContainsAnyInRange('0', '9') ? left.Replace(folded, "") : folded)
        {
            if (char.IsLetterOrDigit(character))
            {
                name.Append(character);
            }
        }

        return name.Length > 1 ? name.ToString() : null;
    }

    /// <summary>301001-某局, [301]某局, 某局(301001).</summary>
    [GeneratedRegex("^\\s*[\\[(【]?[0-9]{3,}[\\])】]?[-—_\\s]*|[\\[(【][0-9-]{3,}[\\])】]\\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    /// <summary>A code, letters in it or not, 51326224R14629283-某项目; or 2023年, 2023年度 and (2023) anywhere.</summary>
    [GeneratedRegex("^\\s*[0-9][0-9A-Z]{7,}[-—_]|(?:19|20)[0-9]{2}年度?|[\\[(【](?:19|20)[0-9]{2}[\\])】]|^\\s*[\\[(【]?[0-9]{5,}[\\])】]?[-—_\\s]*|[\\[(【][0-9-]{5,}[\\])】]\\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex CodeOrYear();
}
