using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Extractor.Fixtures.Scanning;

namespace Extractor.Fixtures;

/// <summary>Where a fixture comes from and why it is there: its <c>fixture.json</c>.</summary>
/// <param name="Producer">The printing program with its version.</param>
/// <param name="Sha256">Of the document.</param>
public sealed record Story(string Purpose, string Generator, ulong Seed, string Producer, string Licence, string Sha256)
{
    /// <summary>What was done to the print; null where it was not scanned.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ScanSettings? Scan { get; init; }

    public static string HashOf(byte[] document) => Convert.ToHexStringLower(SHA256.HashData(document));
}
