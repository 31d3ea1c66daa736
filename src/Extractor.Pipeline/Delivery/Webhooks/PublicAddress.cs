using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace Extractor.Pipeline.Delivery.Webhooks;

/// <summary>
/// Tells addresses of the internet from those of this machine, its network and its cloud, which a webhook must not reach:
/// whoever may name an endpoint could otherwise have the program call what only it can reach.
/// </summary>
public static class PublicAddress
{
    /// <summary>The IANA registry of special-purpose IPv4 addresses (RFC 6890), multicast, and an address of a cloud that looks public.</summary>
    private static readonly ImmutableArray<IPNetwork> SpecialV4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "168.63.129.16/32",         // Azure's host agent
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3");

    /// <summary>Of what is global by its prefix: protocols that carry an IPv4 address inside, and documentation.</summary>
    private static readonly ImmutableArray<IPNetwork> SpecialV6 =
        [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20" }.Select(IPNetwork.Parse)];

    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily switch
        {
            AddressFamily.InterNetwork => !SpecialV4.Any(network => network.Contains(address)),
            AddressFamily.InterNetworkV6 => GlobalV6.Contains(address) && !SpecialV6.Any(network => network.Contains(address)),
            _ => false,
        };
    }
}
