using System.Globalization;

namespace Extractor.Pipeline.Language;

/// <summary>Page numbers as a person writes them: 1-3, 7.</summary>
public static class PageRanges
{
    public static string Of(IEnumerable<int> pages)
    {
        var ranges = new List<(int From, int To)>();
        foreach (var page in pages.Distinct().Order())
        {
            if (ranges.Count > 0 && ranges[^1].To == page - 1)
            {
                ranges[^1] = (ranges[^1].From, page);
            }
            else
            {
                ranges.Add((page, page));
            }
        }

        return string.Join(", ", ranges.Select(range => range.From == range.To
            ? range.From.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{range.From}-{range.To}")));
    }
}
