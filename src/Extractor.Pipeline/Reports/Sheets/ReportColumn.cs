using System.Collections.Immutable;
using Extractor.Pipeline.Delivery.Tables;
using Extractor.Pipeline.Language;

namespace Extractor.Pipeline.Reports.Sheets;

/// <summary>A column of one of the report's tables.</summary>
/// <param name="Width">In characters.</param>
/// <param name="Of">The cell of a row, in a language.</param>
internal sealed record ReportColumn<TRow>(Phrase Title, double Width, Func<TRow, Tongue, Cell> Of)
{
    /// <summary>Its texts are sentences and fill several lines.</summary>
    public bool IsLong { get; init; }

    /// <summary>A person sees it only when asked for.</summary>
    public bool IsFolded { get; init; }

    /// <summary>Its cells lead to another sheet.</summary>
    public SheetLink Link { get; init; }
}

/// <summary>What the text of a cell leads to.</summary>
internal enum SheetLink { None, Document, Form }

/// <summary>A table of the report.</summary>
internal sealed record ReportTable<TRow>(Phrase Title, ImmutableArray<ReportColumn<TRow>> Columns);
