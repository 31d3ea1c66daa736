namespace Extractor.Core.Normalization.Dumps;

/// <summary>The pairs of characters that stand side by side in a file: 培 and 训 on two lines are one word where 培训 is said elsewhere.</summary>
internal sealed class Phrases
{
    private const double Said = -1.5, NeverSaid = 0.5;

    private readonly HashSet<(char Left, char Right)> pairs = [];

    public static Phrases None { get; } = new();

    public static Phrases Of(IEnumerable<TokenLine> lines)
    {
        var phrases = new Phrases();
        foreach (var token in lines.SelectMany(line => line.Tokens))
        {
            for (var i = 1; i < token.Text.Length; i++)
            {
                phrases.pairs.Add((token.Text[i - 1], token.Text[i]));
            }
        }

        return phrases;
    }

    /// <summary>How unlikely it is that the one text goes on as the other, by what meets where they join.</summary>
    public double JoinCost(string above, string below) =>
        !char.IsLetter(above[^1]) || !char.IsLetter(below[0]) ? 0 : pairs.Contains((above[^1], below[0])) ? Said : NeverSaid;
}
