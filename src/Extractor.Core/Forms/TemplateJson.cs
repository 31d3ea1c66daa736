using System.Text.Json;
using System.Text.Json.Serialization;

namespace Extractor.Core.Forms;

/// <summary>Reads a form template from its JSON file.</summary>
public static class TemplateJson
{
    /// <summary>Given the file's bytes (UTF-8, comments and trailing commas allowed), returns the template, or the reason why not, with the line.</summary>
    public static (FormTemplate? Template, string? Problem) Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var template = JsonSerializer.Deserialize(WithoutByteOrderMark(json), TemplateJsonContext.Default.FormTemplate);
            return template is null ? (null, "the file holds null instead of a template") : (template, null);
        }
        catch (JsonException e)
        {
            return (null, $"line {e.LineNumber + 1}: {e.Message}");
        }
    }

    private static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> json) =>
        json.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? json[3..] : json;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true)]
[JsonSerializable(typeof(FormTemplate))]
internal sealed partial class TemplateJsonContext : JsonSerializerContext;
