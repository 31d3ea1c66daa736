using System.Text.Json;

namespace Extractor.Acceptance;

/// <summary>
/// A form as a truth file states it: the printed text of every field by its pointer in a result. Read from JSON alone, so that
/// it says nothing that the extractor taught it.
/// </summary>
internal static class StatedForm
{
    private static readonly string[] Header = ["title", "year", "unit", "projectName", "department", "implementingUnit"];

    private static readonly string[] Funds = ["label", "initialBudget", "fullYearBudget", "executed", "weight", "rate", "score"];

    private static readonly string[] Indicators = ["level1", "level2", "level3", "target", "actual", "weight", "score", "deviation"];

    /// <summary>Every field; empty where the layout leaves it blank or has no place for it.</summary>
    public static Dictionary<string, string> Fields(JsonElement truth)
    {
        var fields = Header.ToDictionary(field => "/" + field, field => Text(truth, field));
        foreach (var (block, names) in new[] { ("goals", new[] { "expected", "actual" }), ("total", ["weight", "score"]) })
        {
            foreach (var name in names)
            {
                fields[$"/{block}/{name}"] = Text(truth.GetProperty(block), name);
            }
        }

        foreach (var (block, names) in new[] { ("funds", Funds), ("indicators", Indicators) })
        {
            foreach (var (row, index) in truth.GetProperty(block).EnumerateArray().Select((row, index) => (row, index)))
            {
                foreach (var name in names)
                {
                    // The generator keeps the printed word 全年预算数; the contract says annual budget.
                    fields[$"/{block}/{index}/{(name == "fullYearBudget" ? "annualBudget" : name)}"] = Text(row, name);
                }
            }
        }

        return fields;
    }

    public static string Text(JsonElement of, string field) => Bare(of.GetProperty(field).ToString());

    /// <summary>Without white space: the truth keeps the line feeds that the generator wrote.</summary>
    public static string Bare(string? text) => string.Concat((text ?? "").Where(character => !char.IsWhiteSpace(character)));
}
