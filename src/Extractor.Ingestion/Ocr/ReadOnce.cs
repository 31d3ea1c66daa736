using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Ocr;

/// <summary>
/// Reads equal crops once: those that told which way a page stands need not be read again, nor what a page that is drawn by a
/// program says in several places.
/// </summary>
internal sealed class ReadOnce(IRecognizer recognizer) : IRecognizer
{
    private readonly Dictionary<Crop, RecognizedLine> _read = [];

    public string Engine => recognizer.Engine;

    public ImmutableArray<RecognizedLine> Read(Grey page, IReadOnlyList<PixelBox> lines)
    {
        var crops = lines.Select(line => Crop.Of(page, line)).ToArray();
        var open = crops.Zip(lines).Where(line => !_read.ContainsKey(line.First)).DistinctBy(line => line.First).ToArray();
        foreach (var ((crop, _), read) in open.Zip(recognizer.Read(page, [.. open.Select(line => line.Second)])))
        {
            _read.Add(crop, read);
        }

        return [.. crops.Select(crop => _read[crop])];
    }

    /// <summary>What a box of a picture shows: as large, with the same tones, and beyond the same of its edges nothing.</summary>
    /// <param name="Within">The part of it that the picture has, from its own corner.</param>
    /// <param name="Tones">The SHA-256 of the samples.</param>
    private readonly record struct Crop(int Width, int Height, PixelBox Within, UInt128 Tones, UInt128 MoreTones)
    {
        public static Crop Of(Grey page, PixelBox box)
        {
            var within = box.Within(new PixelBox(0, 0, page.Width, page.Height));
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            for (var y = within.Top; y < within.Bottom; y++)
            {
                hash.AppendData(page.Row(y)[within.Left..within.Right]);
            }

            Span<byte> tones = stackalloc byte[SHA256.HashSizeInBytes];
            hash.GetHashAndReset(tones);
            return new Crop(
                box.Width, box.Height, new PixelBox(within.Left - box.Left, within.Top - box.Top, within.Right - box.Left, within.Bottom - box.Top),
                BinaryPrimitives.ReadUInt128LittleEndian(tones), BinaryPrimitives.ReadUInt128LittleEndian(tones[16..]));
        }
    }
}
