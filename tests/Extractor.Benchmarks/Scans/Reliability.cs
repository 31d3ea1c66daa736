using System.Globalization;

namespace Extractor.Benchmarks;

/// <summary>Whether confidence means what it says: of the fields that were given 0.99, 99 in 100 should be right.</summary>
internal static class Reliability
{
    private static readonly double[] Edges = [0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 1];

    public static IEnumerable<string> Lines(IReadOnlyCollection<FieldOutcome> fields)
    {
        yield return "confidence         fields  expected     right";
        for (var i = 0; i < Edges.Length - 1; i++)
        {
            var (from, to) = (Edges[i], Edges[i + 1]);
            var bin = fields.Where(field => field.Confidence >= from && (field.Confidence < to || (to == 1 && field.Confidence == 1))).ToArray();
            if (bin.Length > 0)
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{from,5:0.000} to {to,5:0.000}  {bin.Length,7}  {bin.Average(field => field.Confidence!.Value) * 100,7:0.00}%  {100.0 * bin.Count(field => field.IsRight) / bin.Length,7:0.00}%");
            }
        }
    }
}
