using System.Collections.Immutable;
using Extractor.Core.Forms;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>Says which kind of funds a label names.</summary>
internal static class FundLabel
{
    public static readonly RoleSet Kinds = RoleSet.Of(Role.FundTotal, Role.FundFiscal, Role.FundCarryover, Role.FundOther, Role.FundUnknown);

    public static string KindOf(FormCell label, Vocabulary vocabulary) => KindOf(label.Meaning, label.Key, vocabulary);

    /// <summary>A known label; or one that is made up of known words, as 自治区财政补助资金 is.</summary>
    private static string KindOf(Meaning meaning, string key, Vocabulary vocabulary)
    {
        foreach (var role in meaning.Roles & Kinds)
        {
            return Name(role);
        }

        // A colon that follows a label may have been recognised as another stop.
        var bare = LabelKey.WithoutBracket(key.TrimEnd(';', ',', '.'));
        bare = bare.StartsWith("其中", StringComparison.Ordinal) ? bare[2..].TrimStart(':', '-') : bare;
        return IsMadeOf(bare, vocabulary.CarryoverParts, vocabulary.FiscalParts) ? Name(Role.FundCarryover)
            : IsMadeOf(bare, vocabulary.FiscalParts, []) ? Name(Role.FundFiscal)
            : Name(Role.FundUnknown);
    }

    /// <summary>Is the whole key made of the words, with one of the first kind at least?</summary>
    private static bool IsMadeOf(ReadOnlySpan<char> key, ImmutableArray<string> words, ImmutableArray<string> others)
    {
        var found = false;
        while (key.Length > 0)
        {
            var length = Longest(key, words);
            found |= length > 0;
            length = Math.Max(length, Longest(key, others));
            length = length == 0 && key[0] is ',' or '和' or '及' or '级' or '、' or '(' or ')' ? 1 : length;
            if (length == 0)
            {
                return false;
            }

            key = key[length..];
        }

        return found;
    }

    private static int Longest(ReadOnlySpan<char> key, ImmutableArray<string> words)
    {
        foreach (var word in words)
        {
            if (key.StartsWith(word))
            {
                return word.Length;
            }
        }

        return 0;
    }

    private static string Name(Role role) => role switch
    {
        Role.FundTotal => "total",
        Role.FundFiscal => "fiscal",
        Role.FundCarryover => "carryover",
        Role.FundOther => "other",
        _ => "unknown",
    };
}
