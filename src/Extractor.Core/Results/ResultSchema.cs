using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using Extractor.Core.Auditing;
using Extractor.Core.Forms;
using Extractor.Core.Normalization;
using Extractor.Core.Pages;

namespace Extractor.Core.Results;

/// <summary>The JSON Schema (2020-12) of result files, made from their types.</summary>
public static class ResultSchema
{
    /// <summary>Names the schema; it is no address.</summary>
    private const string Id = "urn:extractor:schema:result-1.0";

    private static readonly JsonSchemaExporterOptions Options = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, schema) => Special(context.TypeInfo.Type) ?? schema,
    };

    /// <summary>UTF-8, with the layout of result files; the same bytes always.</summary>
    public static byte[] Generate()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = Id,
            ["title"] = "Extractor result file",
        };
        foreach (var (name, value) in ResultTypes.Default.ResultFile.GetJsonSchemaAsNode(Options).AsObject())
        {
            schema[name] = value?.DeepClone();
        }

        return [.. JsonSerializer.SerializeToUtf8Bytes(schema, ResultTypes.Default.JsonObject), (byte)'\n'];
    }

    /// <summary>What the file format writes otherwise than the type says.</summary>
    private static JsonObject? Special(Type type) =>
        type == typeof(PageOrigin) ? Words(ResultWords.Origins)
        : type == typeof(UnreadReason) ? Words(ResultWords.UnreadReasons)
        : type == typeof(RefusalReason) ? Words(ResultWords.RefusalReasons)
        : type == typeof(Outcome) ? Words(ResultWords.Outcomes)
        : type == typeof(Habit?) ? Words([.. ResultWords.Habits, null])
        : type == typeof(Severity) ? Words(ResultWords.Severities)
        : type == typeof(Explanation?) ? Words([.. ResultWords.Explanations, null])
        : type == typeof(ImmutableArray<LabelledText>) ? ObjectOf(new JsonObject { ["type"] = "string" })
        : type == typeof(ImmutableArray<FieldProvenance>) ? ObjectOf(PlaceOrPlaces())
        : type == typeof(ImmutableArray<decimal>) ? Box()
        : null;

    private static JsonObject Words(IEnumerable<string?> words) => new() { ["enum"] = new JsonArray([.. words.Select(word => (JsonNode?)word)]) };

    private static JsonObject ObjectOf(JsonNode member) => new() { ["type"] = "object", ["additionalProperties"] = member };

    private static JsonObject PlaceOrPlaces()
    {
        var place = ResultTypes.Default.Provenance.GetJsonSchemaAsNode(Options);
        return new JsonObject
        {
            ["anyOf"] = new JsonArray(
                place, new JsonObject { ["type"] = "array", ["items"] = place.DeepClone(), ["minItems"] = 2 }),
        };
    }

    private static JsonObject Box() => new()
    {
        ["description"] = "left, top, right, bottom in points from the top left corner of the page as a person sees it",
        ["type"] = "array",
        ["items"] = new JsonObject { ["type"] = "number" },
        ["minItems"] = 4,
        ["maxItems"] = 4,
    };
}

/// <summary>What the library knows of the types of a result file.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, IndentCharacter = ' ', IndentSize = 2, NewLine = "\n",
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ResultFile))]
[JsonSerializable(typeof(Provenance))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class ResultTypes : JsonSerializerContext;
