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

/// <summary>
/// Shares out the size of the page: the gravest findings first, in the order of the documents, are shown as they are;
/// when the room is used up the others become lines, and at last are only counted. Pictures are shared out likewise.
/// </summary>
internal static class PageBudget
{
    /// <summary>Bytes. With the headings of a thousand documents this stays below 20 MB.</summary>
    private const long Cards = 6_500_000, Lines = 2_500_000, Pictures = 7_000_000;

    /// <summary>A document may show so many findings, and have so many more as lines: beyond, nobody reads on.</summary>
    private const int MostCards = 150, MostLines = 150;

    /// <param name="findings">In the order of the page: the document's number, the severity, and the bytes that either way of showing it takes.</param>
    public static ImmutableArray<Room> Share(IReadOnlyList<(int Document, Severity Severity, int Card, int Line)> findings)
    {
        var rooms = new Room[findings.Count];
        var (cards, lines) = (Cards, Lines);
        var shown = new Dictionary<(int Document, Room Room), int>();
        foreach (var index in Enumerable.Range(0, findings.Count).OrderBy(index => findings[index].Severity))
        {
            var (document, _, card, line) = findings[index];
            if (card <= cards && shown.GetValueOrDefault((document, Room.Whole)) < MostCards)
            {
                (rooms[index], cards) = (Room.Whole, cards - card);
            }
            else if (line <= lines && shown.GetValueOrDefault((document, Room.Line)) < MostLines)
            {
                (rooms[index], lines) = (Room.Line, lines - line);
            }
            else
            {
                rooms[index] = Room.None;
            }

            shown[(document, rooms[index])] = shown.GetValueOrDefault((document, rooms[index])) + 1;
        }

        return [.. rooms];
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
