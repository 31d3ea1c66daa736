using Extractor.Core.Forms;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>The title and the year of a form: printed above its table, or in the table's first rows.</summary>
internal sealed record FormTitle(string Title, int? Year)
{
    /// <summary>The year stands in the title, or within this many lines after it.</summary>
    private const int YearWithin = 3;

    public static FormTitle Read(FormRegion region, FormTemplate template, FieldLog log)
    {
        var titles = template.Titles.Select(LabelKey.Of).ToArray();
        return InTable(region, titles, log) ?? InHeading(region, titles, log) ?? new FormTitle("", null);
    }

    private static FormTitle? InTable(FormRegion region, string[] titles, FieldLog log)
    {
        var firstRows = Enumerable.Range(region.FirstRow, Math.Min(YearWithin, region.EndRow - region.FirstRow))
            .SelectMany(region.StartingIn).Where(cell => cell.Text.Length > 0).ToArray();
        var title = firstRows.FirstOrDefault(cell => IsTitle(cell.Text, titles));
        if (title is null)
        {
            return null;
        }

        var text = log.Take("/title", [title]);
        var year = firstRows.FirstOrDefault(cell => YearText.Find(cell.Text) is not null);
        if (year is not null)
        {
            log.Take("/year", [year]);
        }

        return new FormTitle(text, year is null ? null : YearText.Find(year.Text));
    }

    private static FormTitle? InHeading(FormRegion region, string[] titles, FieldLog log)
    {
        var lines = region.Heading;
        for (var i = lines.Length - 1; i >= 0; i--)
        {
            if (IsTitle(lines[i].Line.Text, titles))
            {
                var text = log.Take("/title", lines[i]);
                var dated = lines.Skip(i).Take(YearWithin + 1).Append(lines[Math.Max(i - 1, 0)])
                    .FirstOrDefault(line => YearText.Find(line.Line.Text) is not null);
                if (dated is not null)
                {
                    log.Take("/year", dated);
                }

                return new FormTitle(text, dated is null ? null : YearText.Find(dated.Line.Text));
            }
        }

        return null;
    }

    private static bool IsTitle(string text, string[] titles)
    {
        var key = LabelKey.Of(text);
        return key.Length <= 60 && titles.Any(key.Contains);
    }
}
