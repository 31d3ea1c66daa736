using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Extractor.Core.Reconstruction;

/// <summary>
/// Reads labels that were recognised in a picture by the words that they can be: 分值. is 分值, and -级指标 is 一级指标. A text
/// layer is left as it is, and so is a text that is near to no word, or to several.
/// </summary>
internal static class LabelReadings
{
    /// <summary>A word that a person should hold against the picture is at most this sure.</summary>
    private const double MostConfidence = 0.9;

    /// <summary>Only what recognition itself was less sure of may be a word that differs in a Chinese character: a short word, or a long one, which few other texts are near to.</summary>
    private const double Unsure = 0.9, UnsureOfLong = 0.99, UnsureOfOne = 0.89;

    /// <summary>Words as long may differ in one character, and those as long as the second in two; those as long as the third are long.</summary>
    private const int ForOne = 4, ForTwo = 7, Long = 6;

    /// <summary>A shorter word is no word to look for; in a row of headers there are so many beside it.</summary>
    private const int Shortest = 2, FewestBeside = 3;

    /// <summary>So many marks at most are dust and remains of lines beside a word.</summary>
    private const int MostMarks = 3;

    /// <summary>What dust, remains of rulings and blurred edges look like to a recogniser.</summary>
    private const string Marks = ".·'’‘\"“”,:;!`^~|/\\()[]{}<>〓IilJtTr1。、";

    /// <summary>What it says for a 一.</summary>
    private const string Dashes = "-—–―_";

    private const char One = '一', Unread = '〓';

    /// <param name="words">Label keys.</param>
    public static PageLayout Corrected(PageLayout layout, FrozenSet<string> words) =>
        layout with { Fragments = [.. layout.Fragments.Select(fragment => Corrected(fragment, words))] };

    private static Fragment Corrected(Fragment fragment, FrozenSet<string> words)
    {
        // Boxes stay, and with them what the fragment has computed of them.
        var keys = fragment.Cells.Select(cell => LabelKey.OfLabel(fragment.TextOf(cell))).ToArray();
        return fragment with
        {
            Cells = [.. fragment.Cells.Select((cell, i) =>
                !cell.IsEmpty && cell.Lines.All(line => line.Reading is not null) && !TableLandmarks.Has(words, keys[i]) && !IsCut(fragment, cell, keys[i])
                && (Word(keys[i], cell, () => BesideIt(fragment, keys, cell), words) ?? WordAmongRemains(cell, words)) is { } word
                    ? cell with { Lines = Reworded(cell.Lines, word) }
                    : cell)],
        };
    }

    /// <summary>In the last row, points may go on in the next page: 满意度指标(1 and 0分).</summary>
    private static bool IsCut(Fragment fragment, Cell cell, string key) =>
        cell.EndRow == fragment.RowCount && key.LastIndexOf('(') is > 0 and var open && key[(open + 1)..].All(char.IsAsciiDigit);

    private static HashSet<string> BesideIt(Fragment fragment, string[] keys, Cell cell) =>
        [.. fragment.Cells.Zip(keys).Where(other => other.First.Row == cell.Row && other.First != cell).Select(other => other.Second)];

    /// <param name="beside">The labels in the same row: none stands there twice.</param>
    private static string? Word(string key, Cell cell, Func<HashSet<string>> beside, FrozenSet<string> words)
    {
        var (bare, marks) = Bare(key);
        if (bare.Length < Shortest || marks > MostMarks)
        {
            return null;
        }

        if (bare != key && words.Contains(bare))
        {
            return bare;
        }

        // Where one stands that nobody could read, any may: 项目效〓 is 项目效益, and not 项目绩效.
        if (bare.Length >= ForOne - 1 && key.Contains(Unread) && words.Where(word => IsWithUnread(key, word)).ToArray() is [var completed])
        {
            return completed;
        }

        // A bracket of the word was read as another mark, 全年(调整(绩效目标, or passed over.
        if (marks > 0 && words.Where(word => word.Length - key.Length is 0 or 1 && Bare(word).Text == bare).ToArray() is [var bracketed])
        {
            return bracketed;
        }

        if (bare.Length == Shortest && bare.All(IsHan))
        {
            return ShortHeader(bare, cell, beside, words);
        }

        if (bare.Length < ForOne - 1 || !bare.All(IsHan))
        {
            return null;
        }

        // What was taken for a ruling, as 一 is, makes no other character unsure.
        var isUnsure = cell.Lines.Min(line => line.Confidence) < (bare.Length >= Long ? UnsureOfLong : Unsure);
        var whole = One + bare;
        if (!isUnsure)
        {
            return words.Contains(whole) ? whole : null;
        }

        var near = words.Where(word => word.All(IsHan) && IsNear(bare, word)).ToArray();
        var possible = near.Length > 1 ? [.. near.Except(beside())] : near;
        return possible is [var only] ? only : null;
    }

    /// <summary>A header of two characters, of which one is not sure, in a row of headers: few others end or begin like it.</summary>
    private static string? ShortHeader(string bare, Cell cell, Func<HashSet<string>> beside, FrozenSet<string> words)
    {
        if (cell.Lines.Min(line => line.Confidence) >= Unsure)
        {
            return null;
        }

        var others = beside();
        return others.Count(words.Contains) >= FewestBeside
            && words.Where(word => word.Length == Shortest && (word[0] == bare[0] || word[1] == bare[1])).Except(others).ToArray() is [var only]
                ? only : null;
    }

    /// <summary>The word that the surest lines of a cell are, where all others are unsure: remains of a seal that is pressed over it.</summary>
    private static string? WordAmongRemains(Cell cell, FrozenSet<string> words)
    {
        // One character alone is soon taken for another with certainty.
        static double Sure(TextLine line) => line.Text.Length > 1 ? line.Confidence : Math.Min(line.Confidence, UnsureOfOne);
        var sure = cell.Lines.Select(Sure).Order().ToArray();
        for (var dropped = 1; dropped < sure.Length && sure[dropped - 1] < Unsure; dropped++)
        {
            var kept = cell.Lines.RemoveAll(line => Sure(line) <= sure[dropped - 1]);
            if (LabelKey.OfLabel(string.Concat(kept.Select(line => line.Text))) is { Length: > 1 } key && TableLandmarks.Has(words, key))
            {
                return key;
            }
        }

        return null;
    }

    /// <summary>The text without marks, with 一 for dashes; how many marks there were.</summary>
    private static (string Text, int Marks) Bare(string key)
    {
        var (text, marks) = (new StringBuilder(key.Length), 0);
        foreach (var c in key)
        {
            if (Dashes.Contains(c))
            {
                marks += text.Length > 0 && text[^1] == One ? 1 : 0;
                text.Append(text.Length > 0 && text[^1] == One ? "" : One.ToString());
            }
            else if (Marks.Contains(c))
            {
                marks++;
            }
            else
            {
                text.Append(c);
            }
        }

        return (text.ToString(), marks);
    }

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';

    /// <summary>One character other, missing or too many; of long words of equal length two others.</summary>
    private static bool IsNear(string text, string word)
    {
        if (text.Length == word.Length)
        {
            var different = text.Zip(word).Count(pair => pair.First != pair.Second);
            return different <= (word.Length >= ForTwo ? 2 : word.Length >= ForOne ? 1 : 0);
        }

        var (longer, shorter) = text.Length > word.Length ? (text, word) : (word, text);
        return word.Length >= ForOne && longer.Length == shorter.Length + 1
            && Enumerable.Range(0, longer.Length).Any(i => longer.Remove(i, 1) == shorter);
    }

    private static bool IsWithUnread(string key, string word) =>
        key.Length == word.Length && key.Zip(word).All(pair => pair.First == pair.Second || pair.First == Unread);

    /// <summary>The word spread over the lines as they were read; what they said before is an alternative.</summary>
    private static ImmutableArray<TextLine> Reworded(ImmutableArray<TextLine> lines, string word)
    {
        // Characters of a word are equally wide.
        var length = lines.Sum(line => line.Length);
        var (start, before) = (0, 0.0);
        var reworded = ImmutableArray.CreateBuilder<TextLine>(lines.Length);
        foreach (var line in lines)
        {
            before += line.Length;
            var end = line == lines[^1] ? word.Length : Math.Clamp((int)Math.Round(word.Length * before / length), start, word.Length);
            if (end > start)
            {
                reworded.Add(line with
                {
                    Text = word[start..end], Confidence = Math.Min(line.Confidence, MostConfidence),
                    Reading = line.Reading! with { Alternatives = [line.Text, .. line.Reading.Alternatives.Where(other => other != word[start..end])] },
                });
            }

            start = end;
        }

        return reworded.DrainToImmutable();
    }
}
