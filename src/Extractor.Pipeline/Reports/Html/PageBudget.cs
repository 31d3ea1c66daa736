using System.Collections.Immutable;
using Extractor.Core.Auditing;
using Extractor.Pipeline.Reports.Places;

namespace Extractor.Pipeline.Reports.Html;

/// <summary>How much room a finding has on the page.</summary>
internal enum Room
{
    /// <summary>Its sentence, its numbers, its cells and their picture.</summary>
    Whole,

    /// <summary>Its sentence.</summary>
    Line,

    /// <summary>It is counted.</summary>
    None,
}

/// <summary>A finding that is to be shown.</summary>
/// <param name="Document">Its number; 0 for the batch.</param>
/// <param name="Card">The bytes that it takes as a whole.</param>
/// <param name="Line">The bytes that it takes as a line.</param>
internal sealed record Claim(int Document, Severity Severity, Func<int> Card, Func<int> Line);

/// <summary>
/// Shares out the size of the page: the gravest findings first, in the order of the documents, are shown as they are;
/// when the room is used up the others become lines, and at last are only counted. Pictures are shared out likewise.
/// </summary>
internal static class PageBudget
{
    /// <summary>Bytes. With the headings of a thousand documents this stays below 20 MB.</summary>
    private const long Cards = 5_500_000, Lines = 2_000_000, Pictures = 6_500_000;

    /// <summary>A document may show so many findings, and have so many more as lines: beyond, nobody reads on.</summary>
    private const int MostCards = 150, MostLines = 150;

    /// <summary>Once one has no room as a card, none of its gravity or less has: what is shown does not depend on length.</summary>
    /// <param name="findings">In the order of the page.</param>
    public static ImmutableArray<Room> Share(IReadOnlyList<Claim> findings)
    {
        var rooms = new Room[findings.Count];
        var (cards, lines) = (Cards, Lines);
        var shown = new Dictionary<(int Document, Room Room), int>();
        foreach (var index in Enumerable.Range(0, findings.Count).OrderBy(index => findings[index].Severity))
        {
            var finding = findings[index];
            bool IsBelow(Room room, int most) => shown.GetValueOrDefault((finding.Document, room)) < most;
            rooms[index] = IsBelow(Room.Whole, MostCards) && Takes(ref cards, finding.Card) ? Room.Whole
                : IsBelow(Room.Line, MostLines) && Takes(ref lines, finding.Line) ? Room.Line
                : Room.None;
            shown[(finding.Document, rooms[index])] = shown.GetValueOrDefault((finding.Document, rooms[index])) + 1;
        }

        return [.. rooms];
    }

    /// <param name="left">Nought, once something did not fit.</param>
    private static bool Takes(ref long left, Func<int> size)
    {
        if (left == 0)
        {
            return false;
        }

        left = Math.Max(left - size(), 0);
        return left > 0;
    }

    /// <summary>The pictures that there is room for.</summary>
    public static ImmutableArray<DocumentPictures> Share(ImmutableArray<DocumentPictures> pictures)
    {
        var kept = pictures.Select(each => new bool[each.Files.Length]).ToArray();
        var left = Pictures;
        var wanted = pictures.SelectMany((each, document) => each.Plan.Strips.Select((strip, index) => (document, index, strip.Severity)));
        foreach (var (document, index, _) in wanted.OrderBy(strip => strip.Severity))
        {
            // In base 64.
            if (pictures[document].Files[index] is { } file && file.Length * 4L / 3 is var size && size <= left)
            {
                left -= size;
                kept[document][index] = true;
            }
        }

        return [.. pictures.Select((each, document) => each.Keeping(index => kept[document][index]))];
    }
}
