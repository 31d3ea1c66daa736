using System.CommandLine;
using Extractor.Cli.Language;
using Extractor.Core.Auditing;

namespace Extractor.Cli.Working;

/// <summary>The audit profiles that stand beside the program, one JSON file each.</summary>
internal static class Profiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "profiles");

    /// <param name="ordered">The id of a profile or the path of a file that audits all forms; null for the one of each form's template.</param>
    /// <exception cref="BadProfileException">One of them cannot be used, or there is none of that name.</exception>
    public static AuditProfiles Load(string? ordered = null)
    {
        var (profiles, problem) = AuditProfiles.Of(Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal).Select(Read));
        if (profiles is null)
        {
            throw new BadProfileException($"{Folder}: {problem}");
        }

        return ordered is null ? profiles : profiles.Ordered(profiles.All.FirstOrDefault(profile => profile.Id == ordered) ?? Read(ordered));
    }

    /// <summary>What another process, wherever it works, finds the same profile by: its id, or its full path.</summary>
    /// <exception cref="BadProfileException">It cannot be used.</exception>
    public static string Place(string ordered) => Load(ordered).All.Any(profile => profile.Id == ordered) ? ordered : Path.GetFullPath(ordered);

    /// <summary>The option that orders one.</summary>
    public static Option<string?> AddOption(Command command, Tongue tongue)
    {
        var option = new Option<string?>("--profile") { Description = Messages.ProfileOption.In(tongue), HelpName = "ID|FILE.json" };
        command.Add(option);
        return option;
    }

    private static AuditProfile Read(string file)
    {
        try
        {
            var (profile, problem) = ProfileJson.Parse(File.ReadAllBytes(file));
            return profile ?? throw new BadProfileException($"{file}: {problem}");
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            throw new BadProfileException($"{file}: {denied.Message}");
        }
    }
}

/// <summary>A file is no profile, or profiles contradict each other: the message says which and why.</summary>
internal sealed class BadProfileException(string message) : Exception(message);
