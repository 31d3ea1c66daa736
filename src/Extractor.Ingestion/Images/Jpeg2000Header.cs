using System.Buffers.Binary;

namespace Extractor.Ingestion.Images;

/// <summary>How large a JPEG 2000 picture is (ITU-T T.800, A.5.1): the marker SIZ, which is the first of the codestream.</summary>
internal static class Jpeg2000Header
{
    /// <summary>Of the marker SIZ: its code, length and capabilities, then four numbers.</summary>
    private const int Fields = 6, FieldSize = 4, FieldCount = 4;

    /// <summary>0 where it does not say.</summary>
    public static double Pixels(ReadOnlySpan<byte> file)
    {
        ReadOnlySpan<byte> start = [0xFF, 0x4F, 0xFF, 0x51];
        var at = file.IndexOf(start);
        if (at < 0 || file.Length < at + 2 + Fields + (FieldCount * FieldSize))
        {
            return 0;
        }

        var fields = file[(at + 2 + Fields)..];
        double Side(ReadOnlySpan<byte> from, int index) => Math.Max(0.0, (double)Field(from, index) - Field(from, index + 2));
        return Side(fields, 0) * Side(fields, 1);
    }

    private static uint Field(ReadOnlySpan<byte> fields, int index) => BinaryPrimitives.ReadUInt32BigEndian(fields[(index * FieldSize)..]);
}
