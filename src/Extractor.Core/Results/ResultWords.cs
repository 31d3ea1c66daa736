using Extractor.Core.Auditing;
using Extractor.Core.Normalization;
using Extractor.Core.Pages;

namespace Extractor.Core.Results;

/// <summary>The words of the file format for the choices of the types, in the order of the types.</summary>
internal static class ResultWords
{
    public static readonly string[] Origins = ["none", "text", "ocr"];

    public static readonly string[] UnreadReasons =
        ["no-text-layer", "bad-text-layer", "damaged", "too-large", "time-limit", "memory-limit", "reader-crashed", "no-recognition", "not-recognized", "blank-page",
        "unsupported", "no-table"];

    public static readonly string[] Outcomes =
        ["exact", "rounding-ok", "other-rounding", "incomplete", "unit-slip", "misread-likely", "inconsistent"];

    public static readonly string[] Habits = ["truncated", "ceiling", "float-noise", "fewer-digits"];

    public static readonly string[] Severities = ["error", "warning", "info"];

    public static readonly string[] Explanations = ["misread", "published", "rounding"];

    /// <summary>The last reason is not reported.</summary>
    public static readonly string[] RefusalReasons = ["target-table", "evaluation-index-table", "budget-table", "blank-form"];

    public static string Of(RefusalReason reason) => RefusalReasons[(int)reason];

    public static string Of(PageOrigin origin) => Origins[(int)origin];

    public static string Of(UnreadReason reason) => UnreadReasons[(int)reason];

    public static string Of(Severity severity) => Severities[(int)severity];

    public static string? Of(Explanation? explanation) => explanation is { } known ? Explanations[(int)known] : null;
}
