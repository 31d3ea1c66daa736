using System.Text.RegularExpressions;

namespace Extractor.Pipeline.Ledger;

/// <summary>Where a store is: a folder, as a path or as a <c>file:</c> URL.</summary>
/// <param name="Folder">In full.</param>
public sealed partial record StoreLocation(string Folder)
{
    /// <exception cref="StoreException">It names something else than a folder.</exception>
    public static StoreLocation Parse(string url)
    {
        if (Scheme().Match(url) is not { Success: true } match || Directory.Exists(url))
        {
            return new StoreLocation(Path.GetFullPath(url));
        }

        if (!match.Groups[1].Value.Equals("file", StringComparison.OrdinalIgnoreCase))
        {
            throw new StoreException(StoreProblem.UnknownScheme, match.Groups[1].Value);
        }

        // RFC 8089: file:///path, and file:/path, which is the same.
        var rest = url[match.Length..];
        var path = rest.StartsWith("///", StringComparison.Ordinal) ? rest[2..] : rest;
        return path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal)
            ? new StoreLocation(Path.GetFullPath(Uri.UnescapeDataString(path)))
            : throw new StoreException(StoreProblem.NotAFileUrl, url);
    }

    /// <summary>Two letters at least: <c>c:</c> is a drive.</summary>
    [GeneratedRegex("^([A-Za-z][A-Za-z0-9+.-]+):")]
    private static partial Regex Scheme();
}

/// <summary>Why a store cannot be used.</summary>
public enum StoreProblem
{
    /// <summary>The URL is of a kind that this build does not know; the detail is its scheme.</summary>
    UnknownScheme,

    /// <summary>It says <c>file:</c> and is no URL of a file of this machine.</summary>
    NotAFileUrl,

    /// <summary>There is no ledger in the folder.</summary>
    Missing,

    /// <summary>What should be the ledger is something else.</summary>
    NotALedger,

    /// <summary>A newer version of the program made it.</summary>
    Newer,

    /// <summary>The folder or the ledger cannot be opened; the detail says why.</summary>
    NotAccessible,

    /// <summary>Another program watches with it, or watches the inbox.</summary>
    InUse,

    /// <summary>There is one already where one was to be made.</summary>
    Present,
}

/// <summary>A store cannot be used.</summary>
public sealed class StoreException(StoreProblem problem, string detail, Exception? inner = null)
    : Exception($"{problem}: {detail}", inner)
{
    public StoreProblem Problem => problem;

    public string Detail => detail;
}
