using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Extractor.Core.Forms;

namespace Extractor.Core.Results;

/// <summary>The JSON Schema (2020-12) of result files, made from their types.</summary>
public static class ResultSchema
{
    /// <summary>Names the schema; it is no address.</summary>
    private const string Id = "urn:extractor:schema:result-1.0";

    private static readonly JsonSchemaExporterOptions Options = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, schema) =>
            context.TypeInfo.Type == typeof(ImmutableArray<FieldProvenance>) ? ProvenanceSchema()
            : context.TypeInfo.Type == typeof(ImmutableArray<LabelledText>) ? Parsed("""{ "type": "object", "additionalProperties": { "type": "string" } }""")
            : context.TypeInfo.Type == typeof(ImmutableArray<decimal>) ? Parsed(BoxSchema)
            : schema,
    };

    private const string BoxSchema = """
        {
          "description": "left, top, right, bottom in points from the top left corner of the page as a person sees it",
          "type": "array", "items": { "type": "number" }, "minItems": 4, "maxItems": 4
        }
        """;

    /// <summary>UTF-8, as result files are written; the same bytes always.</summary>
    public static byte[] Generate()
    {
        var types = ResultFormat.Types;
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = Id,
            ["title"] = "Extractor result file",
        };
        foreach (var (name, value) in types.ResultFile.GetJsonSchemaAsNode(Options).AsObject())
        {
            schema[name] = value?.DeepClone();
        }

        return [.. JsonSerializer.SerializeToUtf8Bytes(schema, types.JsonObject), (byte)'\n'];
    }

    private static JsonObject ProvenanceSchema()
    {
        var place = ResultFormat.Types.Provenance.GetJsonSchemaAsNode(Options);
        return new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = new JsonObject
            {
                ["anyOf"] = new JsonArray(
                    place, new JsonObject { ["type"] = "array", ["items"] = place.DeepClone(), ["minItems"] = 2 }),
            },
        };
    }

    private static JsonNode Parsed(string schema) => JsonNode.Parse(schema)!;
}
