namespace Extractor.Ingestion.Sheets;

/// <summary>How much one page of given tables may hold. A form has some hundred slots, the largest published list some ten thousand.</summary>
internal static class SheetLimits
{
    /// <summary>Slots of one table, rows by columns.</summary>
    public const int Slots = 1_000_000;

    /// <summary>How deep elements may nest: as deep as browsers let them.</summary>
    public const int Depth = 512;

    public static void Check(long slots)
    {
        if (slots > Slots)
        {
            throw new SheetTooLargeException($"A table has more than {Slots} cells.");
        }
    }
}

/// <summary>A page holds more than the limits allow; the message says of what.</summary>
internal sealed class SheetTooLargeException(string message) : Exception(message);
