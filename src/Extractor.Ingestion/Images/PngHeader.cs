using System.Buffers.Binary;

namespace Extractor.Ingestion.Images;

/// <summary>What a PNG (ISO/IEC 15948, clause 11) says of its picture: chunk IHDR, and pHYs where it is there.</summary>
/// <param name="Colour">The type of colour, one of the five of clause 11.2.1.</param>
/// <param name="IsWhole">It goes on to its end.</param>
/// <param name="Across">Dots an inch, as <paramref name="Down"/>; 0 where it does not say.</param>
internal readonly record struct PngHeader(uint Width, uint Height, byte Depth, byte Colour, bool IsInterlaced, bool IsWhole, double Across, double Down)
{
    public const byte Grey = 0, TrueColour = 2, Indexed = 3, GreyAlpha = 4, TrueColourAlpha = 6;

    /// <summary>Each pixel says how opaque it is.</summary>
    public bool HasOpacity => Colour is GreyAlpha or TrueColourAlpha;

    public PictureSize Size => PictureSize.OfDots(Width, Height, Across, Down);

    /// <summary>Null where there is no header, or one whose sides the standard does not allow.</summary>
    public static PngHeader? Of(ReadOnlyMemory<byte> png)
    {
        PngHeader? header = null;
        foreach (var (type, content) in PngChunks.Of(png))
        {
            var data = content.Span;
            header = (type, header) switch
            {
                ("IHDR", _) when data.Length >= 13 => new PngHeader(
                    BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]), data[8], data[9], data[12] != 0, false, 0, 0),
                // In dots a metre.
                ("pHYs", { } known) when data.Length == 9 && data[8] == 1 => known with
                {
                    Across = PictureSize.FromDotsPerCentimetre(BinaryPrimitives.ReadUInt32BigEndian(data) / 100.0),
                    Down = PictureSize.FromDotsPerCentimetre(BinaryPrimitives.ReadUInt32BigEndian(data[4..]) / 100.0),
                },
                ("IEND", { } known) => known with { IsWhole = true },
                _ => header,
            };
        }

        return header is { Width: > 0 and <= int.MaxValue, Height: > 0 and <= int.MaxValue } ? header : null;
    }
}
