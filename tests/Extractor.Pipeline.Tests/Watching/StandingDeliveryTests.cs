using System.Buffers;
using Extractor.Pipeline.Delivery;
using Extractor.Pipeline.Delivery.Exports;
using Extractor.Pipeline.Delivery.Webhooks;
using Extractor.Pipeline.Jobs;
using Extractor.Pipeline.Ledger;
using Extractor.Pipeline.Tests.Delivery;
using Extractor.Pipeline.Tests.Delivery.Webhooks;
using Extractor.Pipeline.Watching;
using Serilog.Core;

namespace Extractor.Pipeline.Tests.Watching;

public sealed class StandingDeliveryTests : IDisposable
{
    private static readonly WebhookEndpoint Endpoint = new(new Uri("https://hooks.example/"), [WebhookSenderTests.Secret]);

    private readonly TemporaryFolder _folder = new();
    private readonly Store _store;
    private readonly List<string> _told = [];

    public StandingDeliveryTests()
    {
        _store = Store.Create(new(_folder.At("store")), TimeProvider.System);
        _store.Ledger.Register(new Inbox("i", "/inbox", true));
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Exports_hold_all_that_was_committed_when_it_ends()
    {
        Commit("a.pdf", "a"u8, Sample(0));
        using (Begin(null))
        {
            Commit("b.pdf", "b"u8, null);
        }

        var standing = Export.Standing(ExportFormat.Csv, _folder.At("exports", "csv"))!;
        Assert.Equal((1, 1, 2L), (standing.Results, standing.Refused, standing.UpTo));
        Assert.Empty(_told);
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_told_and_holds_up_nothing()
    {
        _folder.Write("exports", "a file in the way"u8);
        Commit("a.pdf", "a"u8, Sample(0));
        Begin(null).Dispose();
        Assert.Single(_told);
    }

    [Fact]
    public void Endpoints_are_told_once_also_by_the_watch_after_and_not_when_they_are_gone()
    {
        using var sink = new WebhookSink();
        Commit("a.pdf", "a"u8, Sample(0));
        using (Begin(sink))
        {
            Until(() => _store.Ledger.DeliveredTo("webhook:https://hooks.example/") == 1);
        }

        Commit("b.pdf", "b"u8, null);
        sink.Answer = _ => WebhookSink.Status("410 Gone");
        using (Begin(sink))
        {
            Until(() => _store.Ledger.DeliveredTo("webhook-off:https://hooks.example/") == 1);
        }

        Assert.Equal(["document.result", "document.refused"], sink.Requests.Select(taken => taken.Body.Split('"')[3]));
        Assert.Equal(1, _store.Ledger.DeliveredTo("webhook:https://hooks.example/"));
    }

    private StandingDelivery Begin(WebhookSink? sink) => new(
        _store, new StandingExports(_folder.At("exports"), [ExportFormat.Csv], new ExportOptions("0.1.0"), TimeProvider.System),
        sink is null ? [] : [Endpoint], sink?.Transport ?? WebhookTransport.OfSystem, TimeProvider.System, Logger.None, _told.Add);

    private static ReadOnlySequence<byte> Sample(int index) => ((DeliveredResult)SampleDocuments.All[index].Outcome).Bytes;

    private void Commit(string name, ReadOnlySpan<byte> bytes, ReadOnlySequence<byte>? result)
    {
        var blob = _store.Blobs.Add(new(bytes.ToArray()));
        _store.Ledger.Record("i", [new FileNews(new FilePath(name), FileState.Claimed, default, new NewContent(blob, bytes.Length))]);
        var lease = _store.Ledger.Take(TimeSpan.FromMinutes(1))!;
        Assert.True(result is { } done
            ? _store.Ledger.Complete(lease, new NewResult(_store.Results.Add(done), done.Length, 1, 0, 0, 0, 0, 0, []))
            : _store.Ledger.Quarantine(lease, new Failed(FailureReason.Encrypted, "no")));
    }

    private static void Until(Func<bool> holds) => Assert.True(SpinWait.SpinUntil(holds, TimeSpan.FromSeconds(60)), "It did not come to pass.");
}
