using System.Buffers;
using CsCheck;
using Extractor.Core.Pages;
using Extractor.Pipeline.Jobs;

namespace Extractor.Pipeline.Tests.Jobs;

public class WireTests
{
    [Fact]
    public void An_attempt_arrives_as_it_was_sent() =>
        Gen.Select(
            Gen.Bool, Gen.String, Gen.String.Null(), Gen.Select(Gen.Int[0, int.MaxValue], Gen.String, (index, name) => new ArchiveEntry(index, name)).Null(),
            Gen.Select(Gen.Int, Gen.Enum<UnreadReason>(), Gen.String).Array, Gen.Enum<OcrChoice>())
        .Sample((tables, path, password, entry, skipped, ocr) =>
        {
            var sent = new Attempt(
                new Job(tables ? JobKind.Tables : JobKind.Extract, path, password, entry, Ocr: ocr, Name: entry?.Name is { Length: > 0 } name ? name : null) { Profile = path.Length > 0 ? path : null },
                [.. skipped.Select(page => new SkippedPage(page.Item1, page.Item2, page.Item3))]);
            var arrived = Wire.DecodeAttempt(Wire.Encode(sent));
            Assert.Equal(sent.Job, arrived.Job);
            Assert.Equal(sent.Skipped.AsEnumerable(), arrived.Skipped);
        });

    [Fact]
    public void Messages_arrive_as_they_were_sent()
    {
        var failed = new JobEnded(new Failed(FailureReason.Encrypted, "加密"));
        Assert.Equal(failed, Sent(failed));

        var page = new PageBegun(3, 12, IsPicture: true);
        Assert.Equal(page, Sent(page));

        var done = Assert.IsType<JobEnded>(Sent(new JobEnded(new Done(new([1, 2, 3])))));
        Assert.Equal([1, 2, 3], Assert.IsType<Done>(done.Outcome).Result.ToArray());
    }

    private static WorkerMessage Sent(WorkerMessage message)
    {
        var stream = new MemoryStream();
        Wire.Write(stream, message);
        stream.Position = 0;
        return Wire.DecodeMessage(Wire.ReadFrame(stream)!);
    }

    [Fact]
    public void Frames_follow_each_other_to_the_end_of_the_stream()
    {
        var stream = new MemoryStream();
        Wire.WriteFrame(stream, [1, 2]);
        Wire.WriteFrame(stream, []);
        stream.Position = 0;
        Assert.Equal<byte[]>([1, 2], Wire.ReadFrame(stream)!);
        Assert.Empty(Wire.ReadFrame(stream)!);
        Assert.Null(Wire.ReadFrame(stream));
    }

    [Theory]
    [InlineData(new byte[] { 5, 0, 0, 0, 1 })]
    [InlineData(new byte[] { 5, 0 })]
    [InlineData(new byte[] { 0x48, 0x65, 0x6C, 0x6C, 0x6F })]
    public void A_stream_that_holds_no_frame_is_refused(byte[] bytes) =>
        Assert.Throws<InvalidDataException>(() => Wire.ReadFrame(new MemoryStream(bytes)));
}
