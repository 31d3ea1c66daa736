using System.Collections.Immutable;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>The title and the year of a form: printed above its table, or in rows of their own at the table's top.</summary>
internal sealed record FormTitle(string Title, int? Year)
{
    /// <summary>The year stands in the title or within this many lines of it.</summary>
    private const int YearWithin = 3;

    /// <summary>A printed line that may be the title or the year, and how to take it as a field.</summary>
    private readonly record struct Candidate(string Text, Action<string> Take);

    public static FormTitle Read(FormRegion region, FormLabels labels, FieldLog log)
    {
        var lines = Above(region, log).Concat(TopRows(region, log)).ToArray();
        var at = Array.FindLastIndex(lines, line => IsTitle(line.Text, labels.Titles));
        if (at >= 0)
        {
            lines[at].Take("/title");
        }

        var near = at < 0 ? lines.AsEnumerable() : lines.Skip(at).Take(YearWithin + 1).Concat(lines.Take(at).TakeLast(1));
        foreach (var line in near)
        {
            if (YearText.Find(line.Text) is { } year)
            {
                line.Take("/year");
                return new FormTitle(at < 0 ? "" : lines[at].Text, year);
            }
        }

        return new FormTitle(at < 0 ? "" : lines[at].Text, null);
    }

    private static IEnumerable<Candidate> Above(FormRegion region, FieldLog log) =>
        region.Heading.Select(line => new Candidate(line.Line.Text, field => log.Take(field, line)));

    /// <summary>Rows at the top that hold one text and nothing else.</summary>
    private static IEnumerable<Candidate> TopRows(FormRegion region, FieldLog log)
    {
        for (var row = region.FirstRow; row < Math.Min(region.FirstRow + YearWithin, region.EndRow); row++)
        {
            var filled = region.StartingIn(row).Where(cell => cell.Text.Length > 0).ToArray();
            if (filled.Length > 1)
            {
                yield break;
            }

            foreach (var cell in filled)
            {
                yield return new Candidate(cell.Text, field => log.Take(field, [cell]));
            }
        }
    }

    private static bool IsTitle(string text, ImmutableArray<string> titles)
    {
        var key = LabelKey.Of(text);
        return key.Length <= 60 && titles.Any(key.Contains);
    }
}
