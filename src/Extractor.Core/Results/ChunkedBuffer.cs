using System.Buffers;

namespace Extractor.Core.Results;

/// <summary>Bytes that are written one after the other and never moved: what grows by doubling holds three copies of a long result at its worst.</summary>
internal sealed class ChunkedBuffer : IBufferWriter<byte>
{
    /// <summary>Bytes of a chunk: large enough for the garbage collector to leave it where it is.</summary>
    private const int ChunkSize = 128 * 1024;

    private readonly List<ReadOnlyMemory<byte>> full = [];
    private byte[] chunk = GC.AllocateUninitializedArray<byte>(ChunkSize);
    private int used;

    public void Advance(int count) => used += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (chunk.Length - used < Math.Max(sizeHint, 1))
        {
            full.Add(chunk.AsMemory(0, used));
            (chunk, used) = (GC.AllocateUninitializedArray<byte>(Math.Max(ChunkSize, sizeHint)), 0);
        }

        return chunk.AsMemory(used);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>All that was written here, then what was written to another buffer but for its first bytes; all of it in place.</summary>
    public ReadOnlySequence<byte> Before(ChunkedBuffer next, int skipped)
    {
        Segment? first = null, last = null;
        foreach (var bytes in Chunks().Concat(next.Chunks().Select((bytes, i) => i == 0 ? bytes[skipped..] : bytes)))
        {
            last = new Segment(bytes, last);
            first ??= last;
        }

        return new ReadOnlySequence<byte>(first!, 0, last!, last!.Memory.Length);
    }

    private IEnumerable<ReadOnlyMemory<byte>> Chunks() => full.Append(chunk.AsMemory(0, used));

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> bytes, Segment? before)
        {
            Memory = bytes;
            if (before is not null)
            {
                RunningIndex = before.RunningIndex + before.Memory.Length;
                before.Next = this;
            }
        }
    }
}
