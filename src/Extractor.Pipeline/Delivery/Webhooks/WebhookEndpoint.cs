using System.Collections.Immutable;
using System.Net;
using System.Text.Json;

namespace Extractor.Pipeline.Delivery.Webhooks;

/// <summary>Who is told of changes.</summary>
/// <param name="Url">As <see cref="CheckUrl"/> lets it pass.</param>
/// <param name="Secrets">The key, and after it those that it takes the place of: a message is signed with each.</param>
public sealed record WebhookEndpoint(Uri Url, ImmutableArray<WebhookSecret> Secrets)
{
    private static readonly int[] Ports = [443, 8443];

    /// <summary>Names it where it is kept; a URL holds no password here.</summary>
    public string Name => Url.AbsoluteUri;

    /// <summary>
    /// Reads a file that lists endpoints: <c>[{"url": "https://…", "secret": "whsec_…", "formerSecrets": ["whsec_…"]}]</c>.
    /// </summary>
    /// <exception cref="FormatException">It is none: the message says why, and no secret.</exception>
    public static ImmutableArray<WebhookEndpoint> ReadList(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var list = JsonDocument.Parse(utf8);
            ImmutableArray<WebhookEndpoint> endpoints = [.. list.RootElement.EnumerateArray().Select(Read)];
            return endpoints.DistinctBy(endpoint => endpoint.Name).Count() == endpoints.Length
                ? endpoints
                : throw new FormatException("An endpoint stands in the list twice.");
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException("A list of endpoints is a JSON array of objects with \"url\" and \"secret\".", wrong);
        }
    }

    /// <summary>
    /// A URL is https, of port 443 or 8443, without user name, and its host is a name or a public address. What a name stands for
    /// is looked at when it is called (<see cref="WebhookTransport"/>).
    /// </summary>
    /// <exception cref="FormatException">It is not: the message says why.</exception>
    public static Uri CheckUrl(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps || url.Host.Length == 0)
        {
            throw new FormatException("A webhook's URL begins with https:// and a host.");
        }

        if (url.UserInfo.Length > 0)
        {
            throw new FormatException("A webhook's URL holds no user name and no password.");
        }

        if (!Ports.Contains(url.Port))
        {
            throw new FormatException($"Port {url.Port}: webhooks are sent to port {string.Join(" or ", Ports)}.");
        }

        // Also the decimal, octal and shortened ways to write an address: Uri has made them plain.
        if (IPAddress.TryParse(url.IdnHost.Trim('[', ']'), out var address) && !PublicAddress.Is(address))
        {
            throw new FormatException($"{url.Host} is no address of the internet.");
        }

        return url;
    }

    private static WebhookEndpoint Read(JsonElement endpoint)
    {
        var secrets = new List<string> { endpoint.GetProperty("secret").GetString()! };
        if (endpoint.TryGetProperty("formerSecrets", out var former))
        {
            secrets.AddRange(former.EnumerateArray().Select(secret => secret.GetString()!));
        }

        return new WebhookEndpoint(CheckUrl(endpoint.GetProperty("url").GetString()!), [.. secrets.Select(WebhookSecret.Parse)]);
    }
}
