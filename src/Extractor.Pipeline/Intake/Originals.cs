using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Extractor.Pipeline.Intake;

/// <summary>Documents by what they are: the SHA-256 of their bytes.</summary>
public static class Originals
{
    /// <summary>The first input of each SHA-256; those that cannot be read are left out.</summary>
    /// <param name="begins">Told the index of each input that is looked at.</param>
    public static ImmutableDictionary<string, Input> Find(ImmutableArray<Input> inputs, Action<int> begins)
    {
        var found = ImmutableDictionary.CreateBuilder<string, Input>(StringComparer.Ordinal);
        for (var index = 0; index < inputs.Length; index++)
        {
            begins(index);
            if (inputs[index].Refused is null && Sha256Of(inputs[index]) is { } sha256)
            {
                found.TryAdd(sha256, inputs[index]);
            }
        }

        return found.ToImmutable();
    }

    private static string? Sha256Of(Input input)
    {
        try
        {
            if (input.Entry is { } entry)
            {
                using var zip = ZipContent.Open(input.Path);
                using var packed = zip.Entries[entry.Index].Open();
                return Convert.ToHexStringLower(SHA256.HashData(packed));
            }

            using var file = File.OpenRead(input.Path);
            return Convert.ToHexStringLower(SHA256.HashData(file));
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }
}
