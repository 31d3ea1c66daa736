using System.Collections.Immutable;
using Extractor.Pipeline.Delivery.Exports;
using Extractor.Pipeline.Delivery.Webhooks;
using Extractor.Pipeline.Ledger;
using Serilog;

namespace Extractor.Pipeline.Watching;

/// <summary>
/// Keeps exports up to date and tells webhooks while something is watched, each on a thread of its own, beside the reading: what
/// is slow or broken here holds up nothing there.
/// </summary>
public sealed class StandingDelivery : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    private readonly Store _store;
    private readonly StandingExports? _exports;
    private readonly ILogger _log;
    private readonly Action<string> _tell;
    private readonly CancellationTokenSource _end = new();
    private readonly Thread? _exporting;
    private readonly Task _telling;
    private readonly WebhookSender? _sender;
    private long _latest;
    private bool _troubled;

    /// <param name="exports">Null where none are to be kept.</param>
    /// <param name="tell">Is told once why exports cannot be written, and not again until they could.</param>
    public StandingDelivery(
        Store store, StandingExports? exports, ImmutableArray<WebhookEndpoint> endpoints, WebhookTransport transport, TimeProvider time, ILogger log,
        Action<string> tell)
    {
        (_store, _exports, _log, _tell) = (store, exports, log, tell);
        if (exports is not null)
        {
            _exporting = new Thread(ExportUntilEnd) { Name = "exports" };
            _exporting.Start();
        }

        if (endpoints.IsEmpty)
        {
            _telling = Task.CompletedTask;
            return;
        }

        _sender = new WebhookSender(transport, time);
        var delivery = new WebhookDelivery(_sender, new LedgerWebhookLog(store.Ledger, log), time);
        _telling = Task.WhenAll(endpoints.Select(endpoint => Task.Run(() => TellUntilEnd(delivery, endpoint))));
    }

    /// <summary>Ends: exports are brought up to date, webhooks go on when the program is started again.</summary>
    public void Dispose()
    {
        _end.Cancel();
        _exporting?.Join();
        _telling.Wait();
        _sender?.Dispose();
        if (_exports is not null)
        {
            Refresh(_exports, rests: false);
        }

        _end.Dispose();
    }

    private void ExportUntilEnd()
    {
        while (!_end.Token.WaitHandle.WaitOne(LookEvery))
        {
            Refresh(_exports!, rests: true);
        }
    }

    private void Refresh(StandingExports exports, bool rests)
    {
        try
        {
            foreach (var document in _store.Ledger.Ended(_latest))
            {
                _latest = document.Sequence;
            }

            exports.Refresh(_latest, () => _store.Delivered(), rests);
            _troubled = false;
        }
        catch (Exception trouble) when (StoreTrouble.Is(trouble) || trouble is IOException or UnauthorizedAccessException)
        {
            _log.Error("Exports could not be written: {Kind} {Code}", trouble.GetType().Name, trouble.HResult);
            if (!_troubled)
            {
                _troubled = true;
                _tell(trouble.Message);
            }
        }
    }

    private async Task TellUntilEnd(WebhookDelivery delivery, WebhookEndpoint endpoint)
    {
        try
        {
            while (true)
            {
                try
                {
                    await delivery.TellAsync(endpoint, after => _store.Delivered(after), _end.Token).ConfigureAwait(false);
                }
                catch (Exception trouble) when (StoreTrouble.Is(trouble) || trouble is IOException)
                {
                    _log.Error("Webhooks could not be told: {Kind} {Code}", trouble.GetType().Name, trouble.HResult);
                }

                await Task.Delay(LookEvery, _end.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }
}
