namespace Extractor.Pipeline.Delivery.Exports;

/// <summary>What cleaned data is handed out as.</summary>
public enum ExportFormat
{
    /// <summary>A folder: a result file for each document, and a line for each document in <c>documents.ndjson</c>.</summary>
    Json,

    /// <summary>A folder: documents, forms and findings, an object a line.</summary>
    Ndjson,

    /// <summary>A folder: a file for each table, and <c>datapackage.json</c>.</summary>
    Csv,

    /// <summary>A workbook for people.</summary>
    Xlsx,

    /// <summary>A database with the tables and views of them.</summary>
    Sqlite,

    /// <summary>A folder: a file for each table.</summary>
    Parquet,

    /// <summary>A file: a line for each document that changed, by which a consumer learns what to fetch again.</summary>
    Changes,
}

/// <summary>How an export is to be made.</summary>
/// <param name="ProgramVersion">Of the program that makes it.</param>
public sealed record ExportOptions(string ProgramVersion)
{
    /// <summary>Only documents that changed after this one.</summary>
    public long Since { get; init; }

    /// <summary>CSV begins with a byte order mark, by which spreadsheet programs tell that it is UTF-8.</summary>
    public bool ByteOrderMark { get; init; }
}
