using System.Collections.Immutable;
using Extractor.Core.Forms;

namespace Extractor.Core.Auditing;

/// <summary>How a form's fields were read, gone over once: most forms have a text layer, and none of what is told here.</summary>
/// <param name="Doubtful">Fields that were read with less confidence than <see cref="FormFigures.ReviewThreshold"/>.</param>
/// <param name="Ambiguous">Those, and fields that a recogniser could have read otherwise.</param>
/// <param name="Contradicted">Fields of which the text layer says something else than was recognised.</param>
/// <param name="IsRecognized">Something of the form was recognised in a picture.</param>
internal sealed record Reliability(
    ImmutableArray<FieldProvenance> Doubtful, ImmutableArray<FieldProvenance> Ambiguous, ImmutableArray<FieldProvenance> Contradicted, bool IsRecognized)
{
    public static Reliability None { get; } = new([], [], [], false);

    /// <summary>Each list in the form's order.</summary>
    public static Reliability Of(Form form)
    {
        List<FieldProvenance>? doubtful = null, ambiguous = null, contradicted = null;
        var isRecognized = false;
        foreach (var field in form.Provenance)
        {
            var contradicts = false;
            foreach (var place in field.Places)
            {
                isRecognized |= place.Origin is "ppocr" or "tesseract";
                contradicts |= place.TextLayer is not null;
            }

            var isDoubtful = field.LeastConfidence < FormFigures.ReviewThreshold;
            if (isDoubtful)
            {
                (doubtful ??= []).Add(field);
            }

            if (isDoubtful || field.Places is [{ Alternatives.IsEmpty: false }])
            {
                (ambiguous ??= []).Add(field);
            }

            if (contradicts)
            {
                (contradicted ??= []).Add(field);
            }
        }

        return doubtful is null && ambiguous is null && contradicted is null && !isRecognized ? None : new([.. doubtful ?? []], [.. ambiguous ?? []], [.. contradicted ?? []], isRecognized);
    }
}
