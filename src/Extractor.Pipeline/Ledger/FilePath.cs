using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Extractor.Pipeline.Ledger;

/// <summary>
/// The path of a file below its inbox, as the bytes that the file system keeps: a name need not be UTF-8. Equal by its
/// bytes.
/// </summary>
[SuppressMessage("Usage", "CA2231:Overload operator equals on overriding value type Equals", Justification = "Compared in dictionaries alone.")]
public readonly struct FilePath(byte[] bytes) : IEquatable<FilePath>
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    public FilePath(string text)
        : this(Utf8.GetBytes(text))
    {
    }

    /// <summary>Segments with slashes between them.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

    internal byte[] Array => bytes;

    /// <summary>The last segment.</summary>
    public ReadOnlySpan<byte> Name => Bytes[(Bytes.LastIndexOf((byte)'/') + 1)..];

    /// <summary>As text: exactly, where it is UTF-8; bytes that are not stand as <c>\xHH</c>.</summary>
    public string Shown => Show(Bytes);

    /// <summary>A file in this one, which is a folder.</summary>
    public FilePath Append(ReadOnlySpan<byte> name) => Bytes.IsEmpty ? new(name.ToArray()) : new([.. bytes, (byte)'/', .. name]);

    public static string Show(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var used) == OperationStatus.Done)
            {
                text.Append(rune.ToString());
            }
            else
            {
                used = 1;
                text.Append("\\x").Append(Convert.ToHexStringLower(bytes[..1]));
            }

            bytes = bytes[used..];
        }

        return text.ToString();
    }

    public bool Equals(FilePath other) => Bytes.SequenceEqual(other.Bytes);

    public override bool Equals(object? obj) => obj is FilePath other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }

    public override string ToString() => Shown;
}
