using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Extractor.Pipeline.Delivery;

/// <summary>The name of an input's result file.</summary>
/// <param name="Altered">It is not the input's name with another extension; a person should be told.</param>
public sealed record OutputName(string Name, bool Altered);

/// <summary>
/// Names for the result files of one call: the input's name with another extension. Only where that name is too long,
/// or taken by an input before, a mark of eight hexadecimal digits is added. The names depend on the inputs and their
/// order alone.
/// </summary>
public static class OutputNames
{
    /// <summary>What file systems allow, in UTF-8: 85 Chinese characters.</summary>
    private const int LongestName = 255;

    /// <summary>The extension of results.</summary>
    public const string Json = ".json";

    /// <param name="inputs">Full paths, each once.</param>
    public static ImmutableArray<OutputName> For(IEnumerable<string> inputs, string extension)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var names = ImmutableArray.CreateBuilder<OutputName>();
        foreach (var input in inputs)
        {
            var stem = Path.GetFileNameWithoutExtension(input);
            var name = stem + extension;
            var altered = Encoding.UTF8.GetByteCount(name) > LongestName;
            if (altered)
            {
                name = Marked(stem, Path.GetFileName(input), extension);
            }

            if (!taken.Add(name))
            {
                altered = true;
                name = Marked(stem, input, extension);
                taken.Add(name);
            }

            names.Add(new OutputName(name, altered));
        }

        return names.ToImmutable();
    }

    /// <summary>The name of the result of an input whose plain name is another's.</summary>
    /// <param name="mark">Hexadecimal digits that no other input of the name has.</param>
    internal static string Marked(string input, string mark) => WithMark(Path.GetFileNameWithoutExtension(input), mark, Json);

    private static string Marked(string stem, string distinguishing, string extension) =>
        WithMark(stem, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(distinguishing)))[..8], extension);

    private static string WithMark(string stem, string digits, string extension)
    {
        var mark = $"~{digits}{extension}";
        return CutTo(stem, LongestName - mark.Length) + mark;
    }

    private static string CutTo(string text, int mostBytes)
    {
        var kept = new StringBuilder();
        var bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > mostBytes)
            {
                break;
            }

            kept.Append(rune);
        }

        return kept.ToString();
    }
}
