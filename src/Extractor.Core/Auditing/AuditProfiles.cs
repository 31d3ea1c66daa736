using System.Collections.Immutable;
using Extractor.Core.Forms;

namespace Extractor.Core.Auditing;

/// <summary>A profile, and why it is the one.</summary>
public sealed record ProfileChoice(AuditProfile Profile, string Chinese, string English)
{
    /// <summary>Somebody said that the form goes by it: its user, its template or its own notes; no mere default.</summary>
    public bool IsCertain { get; init; }
}

/// <summary>The profiles to choose from.</summary>
public sealed class AuditProfiles
{
    private readonly ImmutableArray<AuditProfile> all;
    private readonly AuditProfile? ordered;

    private AuditProfiles(ImmutableArray<AuditProfile> all, AuditProfile? ordered) => (this.all, this.ordered) = (all, ordered);

    /// <summary>What holds where nothing else is known, and no other.</summary>
    public static AuditProfiles Default { get; } = new([AuditProfile.National], null);

    public ImmutableArray<AuditProfile> All => all;

    /// <summary>The profiles, or the reason why they cannot stand together.</summary>
    public static (AuditProfiles? Profiles, string? Problem) Of(IEnumerable<AuditProfile> profiles)
    {
        ImmutableArray<AuditProfile> all = [.. profiles];
        if (all.GroupBy(profile => profile.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            return (null, $"two profiles have the id “{twice.Key}”");
        }

        if (all.Count(profile => profile.Templates.IsEmpty) is var general and not 1)
        {
            return (null, $"one profile must be for all other templates, and {general} are");
        }

        return all.SelectMany(profile => profile.Templates).GroupBy(id => id).FirstOrDefault(group => group.Count() > 1) is { } contested
            ? (null, $"two profiles are for the template “{contested.Key}”")
            : (new AuditProfiles(all, null), null);
    }

    /// <summary>The same, but this one audits all forms.</summary>
    public AuditProfiles Ordered(AuditProfile profile) => new(all, profile);

    public ProfileChoice For(Form form)
    {
        if (ordered is not null)
        {
            return new ProfileChoice(ordered, "由用户指定", "ordered by the user") { IsCertain = true };
        }

        var choice = ByTemplate(form.Template);
        // What the form says of itself goes before what its layout usually means.
        var noted = NotedTerms.Of(form);
        choice = choice with { IsCertain = choice.IsCertain || noted.Execution is not null };
        return noted.Apply(choice.Profile) is var (profile, chinese, english)
            ? choice with
            {
                Profile = profile with { Id = choice.Profile.Id + Noted },
                Chinese = $"{choice.Chinese}；表内说明另定：{chinese}",
                English = $"{choice.English}; the form's own notes say: {english}",
            }
            : choice;
    }

    /// <summary>Added to the id of a profile that a form's own notes changed.</summary>
    private const string Noted = "+notes";

    private ProfileChoice ByTemplate(string template)
    {
        foreach (var profile in all)
        {
            if (profile.Templates.Contains(template))
            {
                return new ProfileChoice(profile, $"按版式 {template} 选定", $"by the template {template}") { IsCertain = true };
            }
        }

        return new ProfileChoice(all.Single(profile => profile.Templates.IsEmpty), "无专用规定，按通用规定", "no other is for its template");
    }
}
