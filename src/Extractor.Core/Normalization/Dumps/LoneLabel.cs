using System.Collections.Immutable;

namespace Extractor.Core.Normalization.Dumps;

/// <summary>A label on a line of its own: extractors put there what stands at half height of a merged cell that a page break cuts.</summary>
/// <param name="Before">The line of the block that follows it.</param>
internal sealed record LoneLabel(int Before, Token Label)
{
    /// <summary>Parts the lines of a block into those that hold more than labels, and the labels.</summary>
    public static (ImmutableArray<BlockLine> Body, ImmutableArray<LoneLabel> Labels) TakeOut(IReadOnlyList<BlockLine> lines)
    {
        var body = ImmutableArray.CreateBuilder<BlockLine>();
        var labels = ImmutableArray.CreateBuilder<LoneLabel>();
        foreach (var line in lines)
        {
            if (line.Line.Tokens.All(token => token.Kind is TokenKind.Level1 or TokenKind.Level2 or TokenKind.EitherLevel))
            {
                labels.AddRange(line.Line.Tokens.DistinctBy(token => token.Key).Select(token => new LoneLabel(body.Count, token)));
            }
            else
            {
                body.Add(line);
            }
        }

        return (body.ToImmutable(), labels.ToImmutable());
    }
}
