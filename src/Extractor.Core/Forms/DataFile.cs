using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Extractor.Core.Forms;

/// <summary>Reads what people write as data, a form template or an audit profile, from its JSON file (UTF-8, comments and trailing commas allowed).</summary>
internal static class DataFile
{
    /// <summary>Nothing is taken that is not known, and nothing left out that must be there.</summary>
    public static JsonSerializerOptions Options() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>What the file's bytes hold, or the reason why not, with the line.</summary>
    /// <param name="json">Is left without a byte order mark.</param>
    /// <param name="what">What the file should hold, as a reason names it.</param>
    public static (T? Value, string? Problem) Read<T>(ref ReadOnlySpan<byte> json, JsonTypeInfo<T> type, string what)
        where T : class
    {
        json = json.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? json[3..] : json;
        try
        {
            return JsonSerializer.Deserialize(json, type) is { } value ? (value, null) : (null, $"line 1: the file holds null instead of a {what}");
        }
        catch (JsonException e)
        {
            return (null, $"line {e.LineNumber + 1}: {e.Message}");
        }
    }
}
