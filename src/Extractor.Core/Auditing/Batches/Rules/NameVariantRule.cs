namespace Extractor.Core.Auditing.Batches.Rules;

/// <summary>C08: one unit has one name in all forms.</summary>
/// <remarks>
/// A name is pointed out where it is the end of one longer name only, as 水务局 is of 云岭县水务局. Names that differ in a
/// character are not: 水务局 and 税务局 are two.
/// </remarks>
internal sealed class NameVariantRule : IBatchRule
{
    private const int Shortest = 3;

    public string Id => "C08";

    public Severity Severity => Severity.Info;

    public string Formula => "同一单位在各表中名称一致";

    public string FormulaEn => "a unit has the same name in all forms";

    public IEnumerable<BatchFinding> Check(Batch batch)
    {
        var names = new Dictionary<string, (string Printed, BatchPlace Place)>(StringComparer.Ordinal);
        foreach (var form in batch.Forms)
        {
            foreach (var (printed, pointer) in new[] { (form.Department, "/department"), (form.Unit, "/implementingUnit") })
            {
                if (EntityName.OfUnit(printed) is { Length: >= Shortest } key)
                {
                    names.TryAdd(key, (printed!, form.Place(pointer)));
                }
            }
        }

        // The longer names that end with each name.
        var longer = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var name in names.Keys)
        {
            for (var start = 1; start <= name.Length - Shortest; start++)
            {
                if (names.ContainsKey(name[start..]))
                {
                    (longer.TryGetValue(name[start..], out var known) ? known : longer[name[start..]] = []).Add(name);
                }
            }
        }

        foreach (var (key, (printed, place)) in names)
        {
            // A second longer name: which of them is meant is open.
            if (longer.TryGetValue(key, out var found) && found is [var only])
            {
                var (full, fullPlace) = names[only];
                yield return new BatchFinding(
                    Id, Severity,
                    $"单位名称不一致：“{printed}”与“{full}”疑为同一单位，跨表核对未将其视为同一单位。",
                    $"Two names for one unit: “{printed}” and “{full}” may be the same; the checks over forms hold them for two.",
                    printed, full, [place, fullPlace], null);
            }
        }
    }
}
