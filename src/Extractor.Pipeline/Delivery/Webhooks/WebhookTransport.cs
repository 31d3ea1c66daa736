using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace Extractor.Pipeline.Delivery.Webhooks;

/// <summary>Finds the addresses of a host.</summary>
public delegate Task<IPAddress[]> Resolve(string host, CancellationToken stop);

/// <summary>Opens a connection to an address.</summary>
public delegate Task<Stream> Dial(IPEndPoint address, CancellationToken stop);

/// <summary>
/// Calls endpoints and nobody else: the addresses that a name stands for are looked at, the connection goes to the very one
/// that was looked at, and no answer leads anywhere else.
/// </summary>
public sealed class WebhookTransport(Resolve resolve, Dial dial)
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(1);

    private const int MostKilobytesOfHeaders = 16;

    /// <summary>By the system's resolver and network.</summary>
    public static WebhookTransport OfSystem { get; } = new(Dns.GetHostAddressesAsync, DialAsync);

    /// <summary>Of the certificate, in tests alone; null: the system's.</summary>
    internal RemoteCertificateValidationCallback? Trust { get; init; }

    internal HttpMessageInvoker Open() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        MaxResponseHeadersLength = MostKilobytesOfHeaders,
        // A name is looked up again now and then.
        PooledConnectionLifetime = LongestLife,
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = Trust },
        ConnectCallback = async (context, stop) => await ConnectAsync(context.DnsEndPoint, stop).ConfigureAwait(false),
    });

    /// <exception cref="ForbiddenAddressException">One of the addresses is none of the internet: no other is tried then.</exception>
    private async Task<Stream> ConnectAsync(DnsEndPoint host, CancellationToken stop)
    {
        var addresses = IPAddress.TryParse(host.Host.Trim('[', ']'), out var literal) ? [literal] : await resolve(host.Host, stop).ConfigureAwait(false);
        if (addresses.Length == 0 || !addresses.All(PublicAddress.Is))
        {
            throw new ForbiddenAddressException(host.Host);
        }

        return await dial(new IPEndPoint(addresses[0], host.Port), stop).ConfigureAwait(false);
    }

    private static async Task<Stream> DialAsync(IPEndPoint address, CancellationToken stop)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, stop).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A host stands for an address that webhooks must not reach, or for none.</summary>
public sealed class ForbiddenAddressException(string host) : IOException($"{host} stands for no address of the internet.");
