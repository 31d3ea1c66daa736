using System.Security.Cryptography;
using System.Text;
using Extractor.Pipeline.Delivery.Webhooks;
using Extractor.Pipeline.Ledger;
using Serilog;

namespace Extractor.Pipeline.Watching;

/// <summary>What endpoints were told, in the ledger: an endpoint is one more output that has come to a sequence. Attempts are logged.</summary>
internal sealed class LedgerWebhookLog(ILedger ledger, ILogger log) : IWebhookLog
{
    private const string Told = "webhook:", Off = "webhook-off:";

    public long ToldTo(string endpoint) => ledger.DeliveredTo(Told + endpoint);

    public bool IsDisabled(string endpoint) => ledger.DeliveredTo(Off + endpoint) > 0;

    public void Record(string endpoint, WebhookMessage message, WebhookReply reply) => log.Information(
        "Webhook {Endpoint} {Message}: {Status} {Outcome}", Mark(endpoint), message.Id, (int?)reply.Status, reply.IsDelivered ? "told" : "failed");

    public void SetTold(string endpoint, long sequence) => ledger.SetDelivered(Told + endpoint, sequence);

    public void Disable(string endpoint, string why)
    {
        log.Error("Webhook {Endpoint} is disabled", Mark(endpoint));
        ledger.SetDelivered(Off + endpoint, 1);
    }

    /// <summary>Logs hold no URLs, which may hold keys.</summary>
    private static string Mark(string endpoint) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(endpoint)))[..12];
}
