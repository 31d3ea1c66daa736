using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Extractor.Pipeline.Jobs;

/// <summary>The bytes of what a job of <see cref="JobKind.Pictures"/> gives: the pictures in the order in which they were asked for.</summary>
public static class PictureSheet
{
    /// <param name="pictures">PNG files; null for what could not be drawn.</param>
    public static ReadOnlySequence<byte> Write(IEnumerable<byte[]?> pictures)
    {
        var sheet = new ArrayBufferWriter<byte>();
        foreach (var picture in pictures)
        {
            BinaryPrimitives.WriteInt32LittleEndian(sheet.GetSpan(sizeof(int)), picture?.Length ?? 0);
            sheet.Advance(sizeof(int));
            sheet.Write(picture ?? []);
        }

        return new ReadOnlySequence<byte>(sheet.WrittenMemory);
    }

    /// <exception cref="InvalidDataException">These are no such bytes.</exception>
    public static ImmutableArray<byte[]?> Read(ReadOnlySequence<byte> sheet)
    {
        var pictures = ImmutableArray.CreateBuilder<byte[]?>();
        var reader = new SequenceReader<byte>(sheet);
        while (!reader.End)
        {
            if (!reader.TryReadLittleEndian(out int length) || length < 0 || !reader.TryReadExact(length, out var picture))
            {
                throw new InvalidDataException("No sheet of pictures.");
            }

            pictures.Add(length == 0 ? null : picture.ToArray());
        }

        return pictures.ToImmutable();
    }
}
