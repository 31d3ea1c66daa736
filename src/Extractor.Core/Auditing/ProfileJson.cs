using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Extractor.Core.Auditing.Rules;
using Extractor.Core.Forms;

namespace Extractor.Core.Auditing;

/// <summary>Reads a profile from its JSON file.</summary>
public static class ProfileJson
{
    /// <summary>Given the file's bytes (UTF-8, comments and trailing commas allowed), returns the profile, or the reason why not.</summary>
    public static (AuditProfile? Profile, string? Problem) Parse(ReadOnlySpan<byte> json)
    {
        var (profile, problem) = DataFile.Read(ref json, ProfileJsonContext.Strict.AuditProfile, "profile");
        if (profile is null)
        {
            return (null, problem);
        }

        var filled = profile with
        {
            Templates = Or(profile.Templates, []),
            Reverse = Or(profile.Reverse, AuditProfile.National.Reverse),
            Grades = Or(profile.Grades, AuditProfile.National.Grades),
            Splits = Or(profile.Splits, []),
            Off = Or(profile.Off, []),
            Required = Or(profile.Required, AuditProfile.National.Required),
        };
        return Problem(filled) is var (member, wrong) ? (null, $"line {LineOf(json, member)}: {wrong}") : (filled, null);
    }

    private static ImmutableArray<T> Or<T>(ImmutableArray<T> given, ImmutableArray<T> otherwise) => given.IsDefault ? otherwise : given;

    /// <summary>The line, from 1, on which a member of the profile stands; 1 where it stands nowhere.</summary>
    private static int LineOf(ReadOnlySpan<byte> json, string member)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals(member))
            {
                return 1 + json[..(int)reader.TokenStartIndex].Count((byte)'\n');
            }
        }

        return 1;
    }

    /// <summary>What in it contradicts itself, or is no such thing, and the member that says so.</summary>
    private static (string Member, string Problem)? Problem(AuditProfile profile)
    {
        var rules = RuleCatalogue.All.Select(rule => rule.Id).ToHashSet();
        return profile.Grades.Any(grade => grade?.Word is null) ? ("grades", "null stands where a grade is named")
            : profile.Required.Except(MandatoryFieldRule.Fields).ToList() is [var foreign, ..] ? ("required", $"“{foreign}” is none of {string.Join(", ", MandatoryFieldRule.Fields)}")
            : profile.Rounding is not (null or Habit.Truncated or Habit.Ceiling) ? ("rounding", "rounding is truncated, ceiling or null: half up is always allowed")
            : profile.Off.Contains(null!) ? ("off", "null stands where a rule is named")
            : profile.Templates.Contains(null!) ? ("templates", "null stands where a template is named")
            : profile.Id.Length is 0 or > 40 || profile.Id.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')
                ? ("id", $"the id “{profile.Id}” is not made of lower-case letters, digits and dashes")
            : profile.LowerBand <= 0 || profile.LowerBand >= profile.UpperBand || profile.UpperBand > 1
                ? (profile.LowerBand <= 0 || profile.UpperBand == AuditProfile.National.UpperBand ? "lowerBand" : "upperBand", "the bands do not rise: 0 < lowerBand < upperBand ≤ 1")
            : profile.OverAchievement <= 1 ? ("overAchievement", "overAchievement is a multiple of the target above 1, or null")
            : profile.BudgetChange <= 0 ? ("budgetChange", "budgetChange is a share above 0")
            : profile.Execution is < 0 or > 100 ? ("execution", "execution is between 0 and 100 points")
            : profile.Reverse.IsEmpty ? ("reverse", "reverse names no formula; leave it out, or switch S07 off")
            : profile.Grades.Zip(profile.Grades.Skip(1)).Any(pair => pair.First.AtLeast <= pair.Second.AtLeast) ? ("grades", "the grades do not fall from the best to the least")
            : profile.Grades.GroupBy(grade => grade.Word).FirstOrDefault(group => group.Count() > 1) is { } twice ? ("grades", $"the grade “{twice.Key}” has two bounds")
            : profile.Splits.Any(split => split is null || split.Count == 0 || split.Any(kind => kind.Key.Length == 0 || kind.Value <= 0)) ? ("splits", "each of the splits gives points above 0 to one kind of indicator at least")
            : profile.Splits.Select(split => split.Values.Sum() + (profile.Execution ?? 0)).FirstOrDefault(sum => sum > 100) is > 100 and var tooMuch
                ? ("splits", $"the points of a split and of the execution add up to {Wording.Number(tooMuch)}, more than 100")
            : profile.Off.Concat(profile.Severities?.Keys ?? []).FirstOrDefault(id => !rules.Contains(id)) is { } unknown ? (profile.Off.Contains(unknown) ? "off" : "severities", $"there is no rule “{unknown}”")
            : profile.Severities?.Keys.FirstOrDefault(id => profile.Off.Contains(id)) is { } both ? ("severities", $"the rule “{both}” is both off and given a severity")
            : null;
    }
}

[JsonSerializable(typeof(AuditProfile))]
internal sealed partial class ProfileJsonContext : JsonSerializerContext
{
    public static ProfileJsonContext Strict { get; } = new(DataFile.Options());
}
