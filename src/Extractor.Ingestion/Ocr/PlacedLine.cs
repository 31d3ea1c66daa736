using System.Collections.Immutable;
using System.Text;
using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Ocr;

/// <summary>A recognised character with its place in the picture.</summary>
/// <param name="Cell">From where the character before ends to where the next begins, as high as its line.</param>
/// <param name="Ink">Tight around its ink; empty where there is none.</param>
internal readonly record struct PlacedCharacter(RecognizedCharacter Read, PixelBox Cell, PixelBox Ink)
{
    public Rune Rune => Read.Character;

    public bool HasInk => !Ink.IsEmpty;

    /// <summary>The same place, read otherwise.</summary>
    /// <param name="most">The confidence that is left, at most.</param>
    public PlacedCharacter As(char character, double most = 1) =>
        WithConfidence(character, Math.Min(Read.Confidence, most));

    /// <summary>The same, surer at most to a degree.</summary>
    public PlacedCharacter AtMost(double confidence) => this with { Read = Read with { Confidence = Math.Min(Read.Confidence, confidence) } };

    /// <summary>The same place, read otherwise, and as sure as said.</summary>
    public PlacedCharacter WithConfidence(char character, double confidence) =>
        this with { Read = Read with { Character = new Rune(character), Confidence = confidence } };
}

/// <summary>A recognised line with the places of its characters.</summary>
/// <param name="Box">Tight around its ink.</param>
/// <param name="Em">What a Chinese character takes of the line, in pixels.</param>
internal sealed record PlacedLine(ImmutableArray<PlacedCharacter> Characters, PixelBox Box, double Em)
{
    private const int FirstHan = 0x2E80, FirstMark = 0x3000, LastMark = 0x303F, FirstWide = 0xFF00;

    /// <summary>Characters are at least this part of the height of a line apart, in Chinese.</summary>
    private const double LeastEm = 0.8;

    public string Text => string.Concat(Characters.Select(character => character.Rune.ToString()));

    /// <summary>The confidence of its least sure character.</summary>
    public double Least => Characters.Min(character => character.Read.Confidence);

    public static bool IsHan(Rune rune) => rune.Value is >= FirstHan and < FirstWide and not (>= FirstMark and <= LastMark);

    /// <param name="line">Tight around the ink.</param>
    /// <param name="cut">What the recogniser saw.</param>
    /// <param name="lineHeight">Of the usual line of the page.</param>
    public static PlacedLine Of(RecognizedLine read, PixelBox line, PixelBox cut, Bitmap ink, double lineHeight)
    {
        var edges = AroundBrackets(read.Characters, Edges(read.Characters, line, cut, InkByColumn(ink, line)), line, ink);
        var placed = ImmutableArray.CreateBuilder<PlacedCharacter>(read.Characters.Length);
        for (var i = 0; i < read.Characters.Length; i++)
        {
            var cell = line with { Left = line.Left + edges[i], Right = line.Left + edges[i + 1] };
            placed.Add(new PlacedCharacter(read.Characters[i], cell, Tight(ink, cell)));
        }

        var all = placed.MoveToImmutable();
        return new PlacedLine(all, line, EmOf(all, line, lineHeight));
    }

    /// <summary>How far apart Chinese characters that follow one another are: of all, the one in the middle, or the less of two there; a mark that was passed over sets some farther apart.</summary>
    private static double EmOf(ImmutableArray<PlacedCharacter> placed, PixelBox line, double lineHeight)
    {
        var apart = new List<double>();
        for (var i = 1; i < placed.Length; i++)
        {
            if (IsHan(placed[i - 1].Rune) && IsHan(placed[i].Rune))
            {
                apart.Add((placed[i].Cell.Left + placed[i].Cell.Right - placed[i - 1].Cell.Left - placed[i - 1].Cell.Right) / 2.0);
            }
        }

        apart.Sort();
        var usual = Math.Max(line.Height, lineHeight);
        return apart.Count == 0 ? usual : Math.Max(apart[(apart.Count - 1) / 2], LeastEm * Math.Min(line.Height, lineHeight));
    }

    private static int[] InkByColumn(Bitmap ink, PixelBox line)
    {
        var columns = new int[line.Width];
        for (var y = line.Top; y < line.Bottom; y++)
        {
            var row = ink.Row(y)[line.Left..line.Right];
            for (var x = 0; x < row.Length; x++)
            {
                columns[x] += row[x];
            }
        }

        return columns;
    }

    /// <summary>Where one character ends and the next begins, from the left edge of the line: where there is least ink between their middles.</summary>
    private static int[] Edges(ImmutableArray<RecognizedCharacter> characters, PixelBox line, PixelBox cut, int[] columns)
    {
        double Middle(int i) => cut.Left + (characters[i].Position * cut.Width) - line.Left;
        var edges = new int[characters.Length + 1];
        edges[^1] = columns.Length;
        for (var i = 1; i < characters.Length; i++)
        {
            var (before, after) = (Middle(i - 1), Middle(i));
            var halfway = (before + after) / 2;
            var reach = (after - before) / 3;
            var best = Math.Clamp((int)halfway, edges[i - 1], columns.Length);
            var bestCost = double.MaxValue;
            for (var x = Math.Max(edges[i - 1], (int)(halfway - reach)); x < Math.Min(columns.Length, (int)(halfway + reach) + 1); x++)
            {
                var cost = columns[x] + (Math.Abs(x - halfway) / (1 + reach));
                (best, bestCost) = cost < bestCost ? (x, cost) : (best, bestCost);
            }

            edges[i] = best;
        }

        return edges;
    }

    /// <summary>A bracket is one stroke, the highest in its place: what else stands there is of the characters beside it.</summary>
    private static int[] AroundBrackets(ImmutableArray<RecognizedCharacter> characters, int[] edges, PixelBox line, Bitmap ink)
    {
        for (var i = 0; i < characters.Length; i++)
        {
            if (!"()（）".Contains((char)characters[i].Character.Value)
                || Shapes.Runs(ink, line with { Left = line.Left + edges[i], Right = line.Left + edges[i + 1] }, 0) is not { Count: > 1 } runs)
            {
                continue;
            }

            var bracket = runs.MaxBy(run => run.Height);
            if (i > 0 && runs[0].Left < bracket.Left)
            {
                edges[i] = bracket.Left - line.Left;
            }

            if (i + 1 < characters.Length && runs[^1].Right > bracket.Right)
            {
                edges[i + 1] = bracket.Right - line.Left;
            }
        }

        return edges;
    }

    /// <summary>The cell tight around its ink; empty where there is none.</summary>
    internal static PixelBox Tight(Bitmap ink, PixelBox cell)
    {
        var (left, top, right, bottom) = (cell.Right, cell.Bottom, cell.Left, cell.Top);
        for (var y = cell.Top; y < cell.Bottom; y++)
        {
            var row = ink.Row(y)[cell.Left..Math.Max(cell.Left, cell.Right)];
            var first = row.IndexOf((byte)1);
            if (first >= 0)
            {
                (left, right) = (Math.Min(left, cell.Left + first), Math.Max(right, cell.Left + row.LastIndexOf((byte)1) + 1));
                (top, bottom) = (Math.Min(top, y), y + 1);
            }
        }

        return left < right ? new PixelBox(left, top, right, bottom) : new PixelBox(cell.Left, cell.Top, cell.Left, cell.Top);
    }
}
