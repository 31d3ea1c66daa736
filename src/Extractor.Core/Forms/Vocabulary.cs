using System.Buffers;
using System.Collections.Immutable;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Forms;

/// <summary>What a label means, with the rank of its word in each role's list: the lower, the surer.</summary>
public sealed class Meaning
{
    private readonly Dictionary<Role, int> ranks = [];

    public static Meaning None { get; } = new();

    public RoleSet Roles { get; private set; }

    public bool Is(Role role) => Roles.Has(role);

    /// <summary>The place of the word in the role's list, from 0.</summary>
    public int Rank(Role role) => ranks.GetValueOrDefault(role, int.MaxValue);

    internal void Add(Role role, int rank)
    {
        Roles = Roles.With(role);
        ranks[role] = Math.Min(rank, Rank(role));
    }
}

/// <summary>Every word of the templates, to be looked up by label key: one look-up a label, however many templates there are.</summary>
public sealed class Vocabulary
{
    private readonly Dictionary<string, Meaning> meanings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Meaning>.AlternateLookup<ReadOnlySpan<char>> lookup;

    private Vocabulary(ImmutableArray<FormTemplate> templates)
    {
        foreach (var template in templates)
        {
            foreach (var (role, words) in template.Words ?? ImmutableSortedDictionary<Role, ImmutableArray<string>>.Empty)
            {
                for (var i = 0; i < words.Length; i++)
                {
                    Add(words[i], role, i);
                }
            }

            foreach (var label in template.When?.Labels ?? [])
            {
                Add(label, Role.Mark, 0);
            }
        }

        lookup = meanings.GetAlternateLookup<ReadOnlySpan<char>>();
        Titles = KeysOf(Role.Title);
        TitlesOfTargets = KeysOf(Role.TitleOfTargets);
        TitlesOfIndex = KeysOf(Role.TitleOfIndex);
        FiscalParts = KeysOf(Role.FiscalPart);
        CarryoverParts = KeysOf(Role.CarryoverPart);
        GoalsSides = KeysOf(Role.GoalsSide);
        IndicatorsSides = KeysOf(Role.IndicatorsSide);
    }

    public ImmutableArray<string> Titles { get; }

    public ImmutableArray<string> TitlesOfTargets { get; }

    public ImmutableArray<string> TitlesOfIndex { get; }

    /// <summary>The longest first.</summary>
    public ImmutableArray<string> FiscalParts { get; }

    public ImmutableArray<string> CarryoverParts { get; }

    /// <summary>What stands beside the goals.</summary>
    public ImmutableArray<string> GoalsSides { get; }

    /// <summary>What stands beside the indicators.</summary>
    public ImmutableArray<string> IndicatorsSides { get; }

    public static Vocabulary Of(ImmutableArray<FormTemplate> templates) => new(templates);

    /// <summary>The label keys of a role, the longest first.</summary>
    public ImmutableArray<string> KeysOf(Role role) =>
        [.. meanings.Where(pair => pair.Value.Is(role)).Select(pair => pair.Key).OrderByDescending(key => key.Length).ThenBy(key => key, StringComparer.Ordinal)];

    /// <summary>
    /// What a label means: as it is, or without what stands in brackets, without a unit or a letter after it (预算数A), or
    /// without 其中 or a number before it.
    /// </summary>
    /// <param name="key">A label key.</param>
    public Meaning Of(string key)
    {
        if (key.Length == 0)
        {
            return Meaning.None;
        }

        return lookup.TryGetValue(key, out var meaning) || TryBare(key, out meaning)
            || (WithoutPrefix(key) is var rest && rest.Length < key.Length && rest.Length > 0 && (lookup.TryGetValue(rest, out meaning) || TryBare(rest, out meaning)))
            ? meaning
            : Meaning.None;
    }

    private bool TryBare(ReadOnlySpan<char> key, out Meaning meaning)
    {
        var end = WithoutEnd(key);
        if (end.Length > 0 && end.Length < key.Length && lookup.TryGetValue(end, out meaning!))
        {
            return true;
        }

        // 全年(调整)预算数 is 全年预算数
        var open = key.IndexOf('(');
        var close = open < 0 ? -1 : key[open..].IndexOf(')') + open;
        if (open > 0 && close > open && close < key.Length - 1)
        {
            Span<char> outside = stackalloc char[key.Length - (close - open + 1)];
            key[..open].CopyTo(outside);
            key[(close + 1)..].CopyTo(outside[open..]);
            return lookup.TryGetValue(outside, out meaning!)
                || (WithoutEnd(outside) is { Length: > 0 } bare && lookup.TryGetValue(bare, out meaning!));
        }

        meaning = Meaning.None;
        return false;
    }

    /// <summary>Without brackets at its end, closed or not; points (数量指标15分); a column's letter; a percent sign.</summary>
    private static ReadOnlySpan<char> WithoutEnd(ReadOnlySpan<char> key)
    {
        var open = key.LastIndexOf('(');
        if (open > 0 && (key[^1] == ')' || key[open..].IndexOf(')') < 0))
        {
            return WithoutEnd(key[..open]);
        }

        if (key.Length > 2 && key[^1] == '分' && char.IsAsciiDigit(key[^2]))
        {
            return key[..^1].TrimEnd("0123456789.");
        }

        return key.Length > 1 && (char.IsAsciiLetterUpper(key[^1]) || key[^1] is '%' or ':' or '*') ? key[..^1].TrimEnd(':') : key;
    }

    private static ReadOnlySpan<char> WithoutPrefix(ReadOnlySpan<char> key)
    {
        key = key.TrimStart("*·•-");
        if (key.StartsWith("其中"))
        {
            key = key[2..].TrimStart(":-");
        }

        if (key.Length > 3 && key[0] == '(' && key[1..].IndexOf(')') is 1 or 2 && key[1..key.IndexOf(')')].IndexOfAnyExcept(Numbering) < 0)
        {
            return key[(key.IndexOf(')') + 1)..];
        }

        var number = key.IndexOfAnyExcept(Numbering);
        return number > 0 && number < key.Length - 1 && key[number] is '.' or ',' ? key[(number + 1)..]
            : key.Length > 1 && key[0] is >= '①' and <= '⑳' ? key[1..]
            : key;
    }

    private static readonly SearchValues<char> Numbering = SearchValues.Create("0123456789一二三四五六七八九十");

    private void Add(string label, Role role, int rank)
    {
        var key = LabelKey.Of(label);
        if (!meanings.TryGetValue(key, out var meaning))
        {
            meanings.Add(key, meaning = new Meaning());
        }

        meaning.Add(role, rank);
    }
}
