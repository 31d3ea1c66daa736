using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Extractor.Ingestion.Office;

/// <summary>The texts of a workbook's cells as a person sees them, and what could not be shown as it is seen.</summary>
internal sealed class CellTexts(ImmutableArray<string> shared, bool from1904)
{
    /// <summary>So many places are named in a remark.</summary>
    private const int MostNamed = 5;

    private readonly List<CellPlace> _notComputed = [];
    private readonly SortedDictionary<string, CellPlace> _unknownFormats = new(StringComparer.Ordinal);

    /// <summary>The texts that cells share, in the order of their part.</summary>
    public static ImmutableArray<string> Shared(XmlReader reader) =>
        [.. OfficeXml.Stream(reader, at => at.LocalName == "si").Select(TextOf)];

    /// <param name="cell">An element c.</param>
    public string Show(XElement cell, string format, CellPlace place)
    {
        var value = cell.Child("v");
        var stored = value?.Value ?? "";
        if (cell.Child("f") is { } formula && stored.Length == 0 && (value is null || cell.Attr("t") is not "str"))
        {
            // The formula itself is no number: whoever expects one will say so.
            _notComputed.Add(place);
            return "=" + formula.Value;
        }

        switch (cell.Attr("t"))
        {
            case "s":
                return int.TryParse(stored, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Length
                    ? shared[index]
                    : throw new InvalidDataException($"The text of the cell {place} is missing.");
            case "inlineStr":
                return cell.Child("is") is { } inline ? TextOf(inline) : "";
            case "b":
                return stored == "1" ? "TRUE" : "FALSE";
            case "str" or "e" or "d":
                return Clean(stored);
            default:
                return stored.Length == 0 ? "" : Number(stored, format, place);
        }
    }

    /// <summary>What there is to say of the worksheet that was read; the next begins anew.</summary>
    public IEnumerable<string> TakeRemarks(string sheet)
    {
        var remarks = new List<string>();
        if (_notComputed.Count > 0)
        {
            var named = string.Join(", ", _notComputed.Take(MostNamed)) + (_notComputed.Count > MostNamed ? " …" : "");
            remarks.Add($"{sheet}: {_notComputed.Count} formulas have no stored result and were not computed ({named}).");
        }

        remarks.AddRange(_unknownFormats.Select(format =>
            $"{sheet}: the number format {format.Key} is not known; its numbers are given as they are stored ({format.Value})."));
        _notComputed.Clear();
        _unknownFormats.Clear();
        return remarks;
    }

    private string Number(string stored, string format, CellPlace place)
    {
        if (NumberFormat.Show(format, stored, from1904) is { } shown)
        {
            return shown;
        }

        _unknownFormats.TryAdd(format, place);
        return stored;
    }

    /// <summary>The runs of a text, how it is pronounced left out.</summary>
    private static string TextOf(XElement item) => Clean(string.Concat(item.Elements().Select(child => child.Name.LocalName switch
    {
        "t" => child.Value,
        "r" => child.Child("t")?.Value,
        _ => null,
    })));

    /// <summary>Characters that XML cannot hold are written _x000D_ (ECMA-376 part 1, 22.4.2.4); a line feed alone breaks a line.</summary>
    private static string Clean(string text)
    {
        for (var at = text.IndexOf("_x", StringComparison.Ordinal); at >= 0 && at + 7 <= text.Length; at = text.IndexOf("_x", at + 1, StringComparison.Ordinal))
        {
            if (text[at + 6] == '_' && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                text = text[..at] + (char)code + text[(at + 7)..];
            }
        }

        return string.Concat(text.ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c)));
    }
}
