using System.Text.Json;
using Extractor.Acceptance;

namespace Extractor.Benchmarks;

/// <summary>A form as a result file has it, by the pointers of the contract.</summary>
internal static class ReadForm
{
    private static readonly string[] Blocks = ["funds", "indicators"];

    /// <summary>A form is known by its project, or by its department where it has none.</summary>
    public static string Key(JsonElement form) => StatedForm.Text(form, "projectName") is { Length: > 0 } name ? name : StatedForm.Text(form, "department");

    public static Dictionary<string, string> Fields(JsonElement form)
    {
        var fields = new Dictionary<string, string>();
        foreach (var property in form.EnumerateObject())
        {
            switch (property.Value.ValueKind)
            {
                case JsonValueKind.String or JsonValueKind.Number:
                    fields["/" + property.Name] = StatedForm.Bare(property.Value.ToString());
                    break;
                case JsonValueKind.Object when property.Name is "goals" or "total":
                    Add(fields, "/" + property.Name, property.Value);
                    break;
                case JsonValueKind.Array when Blocks.Contains(property.Name):
                    foreach (var (row, index) in property.Value.EnumerateArray().Select((row, index) => (row, index)))
                    {
                        Add(fields, $"/{property.Name}/{index}", row);
                    }

                    break;
            }
        }

        return fields;
    }

    /// <summary>The pointers that a person is told to look at, and those that a finding names.</summary>
    public static HashSet<string> Doubted(JsonElement form) =>
    [
        .. form.GetProperty("needsReview").EnumerateArray().Select(pointer => pointer.GetString()!),
        .. form.GetProperty("findings").EnumerateArray().SelectMany(finding =>
            finding.GetProperty("evidence").EnumerateArray().Append(finding.GetProperty("subject")).Select(pointer => pointer.GetString()!)),
    ];

    /// <summary>For each field the page that it was read on and the least confidence of its parts.</summary>
    public static Dictionary<string, (int Page, double Confidence)> Origins(JsonElement form) => form.GetProperty("provenance").EnumerateObject().ToDictionary(
        field => field.Name,
        field =>
        {
            var places = field.Value.ValueKind == JsonValueKind.Array ? [.. field.Value.EnumerateArray()] : new[] { field.Value };
            return (places[0].GetProperty("page").GetInt32(), places.Min(place => place.GetProperty("confidence").GetDouble()));
        });

    private static void Add(Dictionary<string, string> fields, string pointer, JsonElement values)
    {
        foreach (var value in values.EnumerateObject())
        {
            // A number or a quantity is an object with its text.
            var text = value.Value.ValueKind == JsonValueKind.Object ? value.Value.GetProperty("text") : value.Value;
            fields[$"{pointer}/{value.Name}"] = StatedForm.Bare(text.ToString());
        }
    }
}
