using System.Collections.Immutable;
using Extractor.Pipeline.Jobs;
using Extractor.Pipeline.Reports.Model;

namespace Extractor.Pipeline.Reports.Places;

/// <summary>The pictures that a report has of one document.</summary>
/// <param name="Files">A PNG file for each strip of the plan; null where it could not be drawn.</param>
/// <param name="Problem">Why nothing of the document was drawn; null where it was, or where there is nothing to draw.</param>
public sealed record DocumentPictures(PlacePlan Plan, ImmutableArray<byte[]?> Files, Failed? Problem)
{
    /// <summary>Of a document whose original is not at hand, where nobody expects it to be.</summary>
    public static DocumentPictures None(ReportDocument document, ImmutableArray<ReportFinding> batch) =>
        new(new PlacePlan([], [.. document.AllFindings.Concat(batch).Select(_ => ImmutableArray<PlaceView>.Empty)]), [], null);

    /// <param name="outcome">Of a job of <see cref="JobKind.Pictures"/> that asked for the parts of the plan.</param>
    public static DocumentPictures Of(PlacePlan plan, Outcome outcome) => outcome switch
    {
        Done done when PictureSheet.Read(done.Result) is var files && files.Length == plan.Strips.Length => new(plan, files, null),
        Failed failed => new(plan, [.. plan.Strips.Select(_ => (byte[]?)null)], failed),
        _ => throw new InvalidOperationException("Other pictures came than were asked for."),
    };

    /// <summary>With only some of the pictures.</summary>
    /// <param name="kept">By the place of the strip.</param>
    public DocumentPictures Keeping(Func<int, bool> kept) =>
        this with { Files = [.. Files.Select((file, index) => kept(index) ? file : null)] };
}
