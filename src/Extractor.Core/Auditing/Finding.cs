using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Extractor.Core.Auditing;

[JsonConverter(typeof(JsonStringEnumConverter<Severity>))]
public enum Severity
{
    [JsonStringEnumMemberName("error")] Error,
    [JsonStringEnumMemberName("warning")] Warning,
    [JsonStringEnumMemberName("info")] Info,
}

/// <summary>Who is wrong, where that can be told.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Explanation>))]
public enum Explanation
{
    /// <summary>We may have misread: one doubtful cell, read otherwise, makes every relation hold, or one that it rests on is more likely to have been misread than not.</summary>
    [JsonStringEnumMemberName("misread")] Misread,

    /// <summary>The document says so.</summary>
    [JsonStringEnumMemberName("published")] Published,

    /// <summary>A rounding of the printed digits explains the difference.</summary>
    [JsonStringEnumMemberName("rounding")] Rounding,
}

/// <summary>Something stated that does not hold, or that a person should know. Its identity is (<see cref="Rule"/>, <see cref="Subject"/>).</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Subject">A pointer to the field the finding is about.</param>
/// <param name="Message">One sentence in Chinese that an auditor can paste into a report.</param>
/// <param name="MessageEn">The same sentence in English.</param>
/// <param name="Stated">The printed text, where one value is stated.</param>
/// <param name="Computed">The value that the other fields give.</param>
/// <param name="Evidence">Pointers to the fields that the computation used.</param>
public sealed record Finding(
    string Rule, Severity Severity, string Subject, string Message, string MessageEn,
    string? Stated, string? Computed, ImmutableArray<string> Evidence, Explanation? Explanation)
{
    /// <summary>The rule's version.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The id of the profile that the rule was checked by; null for what no profile is about, and in files of versions that did not tell.</summary>
    public string? Profile { get; init; }

    /// <summary>The arithmetic of it; null where it is about words, or about one field alone.</summary>
    public Relation? Relation { get; init; }
}
