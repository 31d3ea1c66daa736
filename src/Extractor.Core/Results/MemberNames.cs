using System.Text.Json;

namespace Extractor.Core.Results;

/// <summary>The names that stand in every field, encoded once.</summary>
internal static class MemberNames
{
    public static readonly JsonEncodedText Page = JsonEncodedText.Encode("page");
    public static readonly JsonEncodedText Box = JsonEncodedText.Encode("box");
    public static readonly JsonEncodedText Origin = JsonEncodedText.Encode("origin");
    public static readonly JsonEncodedText Confidence = JsonEncodedText.Encode("confidence");
    public static readonly JsonEncodedText Alternatives = JsonEncodedText.Encode("alternatives");
    public static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");
    public static readonly JsonEncodedText Value = JsonEncodedText.Encode("value");
    public static readonly JsonEncodedText Comparator = JsonEncodedText.Encode("comparator");
    public static readonly JsonEncodedText Unit = JsonEncodedText.Encode("unit");
}
