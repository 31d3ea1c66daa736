using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Extractor.Pipeline.Delivery.Webhooks;

/// <summary>The key that an endpoint and the program share (Standard Webhooks 1.0): <c>whsec_</c> and base64 of 24 to 64 bytes.</summary>
public sealed class WebhookSecret
{
    private const string Prefix = "whsec_";

    private const int FewestBytes = 24, MostBytes = 64;

    private readonly byte[] _key;

    private WebhookSecret(byte[] key) => _key = key;

    /// <exception cref="FormatException">It is no such key; the message does not say what it is.</exception>
    public static WebhookSecret Parse(string text)
    {
        var key = new byte[text.Length];
        return text.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(text[Prefix.Length..], key, out var length)
            && length is >= FewestBytes and <= MostBytes
            ? new WebhookSecret(key[..length])
            : throw new FormatException($"A webhook's secret is {Prefix} and base64 of {FewestBytes} to {MostBytes} bytes.");
    }

    /// <summary>The signature as the header has it: <c>v1,</c> and base64.</summary>
    public string Sign(string id, DateTimeOffset time, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}."), .. body];
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(_key, signed));
    }

    /// <summary>Keys get into no log.</summary>
    public override string ToString() => Prefix + "***";
}
