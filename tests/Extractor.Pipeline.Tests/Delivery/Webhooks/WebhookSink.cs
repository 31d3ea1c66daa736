using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Extractor.Pipeline.Delivery.Webhooks;

namespace Extractor.Pipeline.Tests.Delivery.Webhooks;

/// <summary>What came in: the request line, the headers by their names in lower case, the body.</summary>
internal sealed record Taken(string Line, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>
/// An endpoint on this machine that speaks HTTP over TLS. To whoever uses its <see cref="Transport"/> it stands at every address,
/// so that tests call it by public ones.
/// </summary>
internal sealed class WebhookSink : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate = Certificate();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _work;

    public WebhookSink()
    {
        _listener.Start();
        _work = Task.Run(TakeAll);
    }

    public ConcurrentQueue<Taken> Requests { get; } = [];

    /// <summary>The addresses that were called.</summary>
    public ConcurrentQueue<IPEndPoint> Dialled { get; } = [];

    /// <summary>The whole answer to the n-th request, from 0; null: none ever.</summary>
    public Func<int, string?> Answer { get; set; } = _ => Status("204 No Content");

    /// <summary>What each host name stands for.</summary>
    public Func<string, string[]> Addresses { get; set; } = _ => ["93.184.216.34"];

    /// <summary>Whether its certificate is known to who calls.</summary>
    public bool IsTrusted { get; init; } = true;

    public static string Status(string status, string headers = "", string body = "") => string.Create(
        CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {body.Length}\r\n{headers}\r\n{body}");

    public WebhookTransport Transport => new(
        (host, _) => Task.FromResult(Addresses(host).Select(IPAddress.Parse).ToArray()),
        async (address, stop) =>
        {
            Dialled.Enqueue(address);
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(_listener.LocalEndpoint, stop);
            return new NetworkStream(socket, ownsSocket: true);
        })
    {
        Trust = IsTrusted ? (_, certificate, _, _) => certificate!.GetCertHashString() == _certificate.GetCertHashString() : null,
    };

    public void Dispose()
    {
        _end.Cancel();
        _listener.Stop();
        _work.Wait();
        _certificate.Dispose();
        _end.Dispose();
    }

    private async Task TakeAll()
    {
        try
        {
            for (var number = 0; ; number++)
            {
                using var connection = await _listener.AcceptTcpClientAsync(_end.Token);
                try
                {
                    await Take(connection, number);
                }
                catch (Exception broken) when (broken is IOException or System.Security.Authentication.AuthenticationException)
                {
                    // The caller hung up, as it may.
                }
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // Disposed of.
        }
    }

    private async Task Take(TcpClient connection, int number)
    {
        await using var tls = new SslStream(connection.GetStream());
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _end.Token);
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await tls.ReadAsync(one, _end.Token) == 1)
        {
            head.Append((char)one[0]);
        }

        if (head.Length == 0)
        {
            // The caller did not like the certificate.
            return;
        }

        var lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).ToDictionary(line => line.Split(':')[0].ToLowerInvariant(), line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
        var body = new byte[int.Parse(headers["content-length"], CultureInfo.InvariantCulture)];
        await tls.ReadExactlyAsync(body, _end.Token);
        Requests.Enqueue(new Taken(lines[0], headers, Encoding.UTF8.GetString(body)));
        if (Answer(number) is { } answer)
        {
            await tls.WriteAsync(Encoding.ASCII.GetBytes(answer), _end.Token);
            await tls.FlushAsync(_end.Token);
        }
        else
        {
            // Until the caller hangs up.
            await tls.ReadAtLeastAsync(one, 1, throwOnEndOfStream: false, _end.Token);
        }
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=hooks.example", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
