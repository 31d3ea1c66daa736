using Extractor.Pipeline.Jobs;

namespace Extractor.Pipeline.Tests.Jobs;

/// <summary>Who is blamed when a worker dies, where somebody may also have killed it.</summary>
public sealed class SupervisedReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(2, 3)]
    [InlineData(9, 3)]
    public void A_worker_that_dies_is_tried_again_before_the_document_is_blamed(int deaths, int crashesToBlame)
    {
        // Takes one request, and dies as often as it should.
        var starts = _folder.At("starts");
        var damaged = Printed(new JobEnded(new Failed(FailureReason.Damaged, "")));
        var script = $"head -c {Request.Length} > /dev/null; echo >> {starts}; [ $(wc -l < {starts}) -gt {deaths} ] || kill -KILL $$; printf '{damaged}'; cat > /dev/null";
        using var reader = new SupervisedReader(new WorkerLaunch("bash", ["-c", script]), WorkerLimits.Default, () => false, crashesToBlame);
        var failed = Assert.IsType<Failed>(reader.Read(Job, _ => { }));
        Assert.Equal(deaths < crashesToBlame ? FailureReason.Damaged : FailureReason.ReaderCrashed, failed.Reason);
        Assert.Equal(Math.Min(deaths + 1, crashesToBlame), File.ReadAllLines(starts).Length);
    }

    private static Job Job => new(JobKind.Extract, "a", null);

    private static byte[] Request => Framed(stream => Wire.WriteFrame(stream, Wire.Encode(new Attempt(Job, []))));

    private static string Printed(WorkerMessage message) =>
        string.Concat(Framed(stream => Wire.Write(stream, message)).Select(octet => $"\\x{octet:x2}"));

    private static byte[] Framed(Action<Stream> write)
    {
        var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }
}
