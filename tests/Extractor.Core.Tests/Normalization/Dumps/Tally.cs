using System.Text;
using Extractor.Core.Forms;

namespace Extractor.Core.Tests.Normalization.Dumps;

/// <summary>Counts what came back, and what is wrong without saying so.</summary>
internal sealed class Tally
{
    private const decimal Sure = 0.99m;

    private readonly StringBuilder examples = new();
    private readonly Dictionary<string, (int Right, int All)> counts = [];
    private int silent;
    private int doubted;
    private int shown;

    public double Rows => Share("rows");

    public double Figures => Share("figures");

    public double Texts => Share("texts");

    public double Labels => Share("labels");

    /// <summary>The share of all fields that are wrong and not doubted.</summary>
    public double Silent => (double)silent / Fields;

    private int Fields => counts.Where(count => count.Key is "figures" or "texts" or "labels").Sum(count => count.Value.All);

    public void Add(int seed, int number, SortedDictionary<string, string> stated, int rows, Form? form)
    {
        var found = form is null ? [] : DumpRecoveryTests.Found(form);
        var doubts = form?.Provenance.Where(field => field.Places.Any(place => place.Confidence < Sure)).Select(field => field.Pointer).ToHashSet() ?? [];
        Count("forms", form is not null && stated.SequenceEqual(found));
        Count("rows", form?.Indicators.Length == rows, rows);
        doubted += doubts.Count;
        foreach (var (field, text) in stated)
        {
            var leaf = field[(field.LastIndexOf('/') + 1)..];
            var right = found.GetValueOrDefault(field) == text;
            Count(leaf is "level1" or "level2" ? "labels" : leaf is "weight" or "score" or "rate" or "initialBudget" or "annualBudget" or "executed" ? "figures" : "texts", right);
            if (!right)
            {
                var isSilent = form is not null && !doubts.Contains(field);
                silent += isSilent ? 1 : 0;
                if (shown++ < 60 || isSilent)
                {
                    examples.AppendLine($"{(isSilent ? "SILENT" : "      ")} seed {seed} form {number + 1} {field}: {text} | {found.GetValueOrDefault(field)}");
                }
            }
        }
    }

    public override string ToString() => string.Join(", ", counts.Select(count => $"{count.Key} {count.Value.Right}/{count.Value.All} ({Share(count.Key):P2})"))
        + $"; wrong in silence {silent} ({Silent:P3}); doubted {doubted} of {Fields} fields\n{examples}";

    private double Share(string what) => counts.TryGetValue(what, out var count) ? (double)count.Right / count.All : 0;

    private void Count(string what, bool right, int times = 1)
    {
        var (before, all) = counts.GetValueOrDefault(what);
        counts[what] = (before + (right ? times : 0), all + times);
    }
}
