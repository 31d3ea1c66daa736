using Extractor.Pipeline.Delivery.Tables;

namespace Extractor.Pipeline.Delivery.Exports;

/// <summary>Makes an output of documents: a pure function of them, the same bytes on every run.</summary>
public static class Export
{
    /// <summary>
    /// Writes the output whole or not at all, and a manifest: in a folder, <c>manifest.json</c>; beside a file,
    /// <c>NAME.manifest.json</c>, written last.
    /// </summary>
    /// <param name="path">A folder or a file, as the format is; it is replaced where an export stands there.</param>
    /// <param name="documents">In the order of their sequence; gone through once.</param>
    /// <exception cref="IOException">It could not be written; what stood there stands there still.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static Manifest Write(ExportFormat format, string path, IEnumerable<DeliveredDocument> documents, ExportOptions options)
    {
        path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var tally = new Tally(options.Since);
        var counted = documents.Where(document => document.Sequence > options.Since).Select(tally.Count);
        return IsFolder(format) ? WriteFolder(format, path, counted, options, tally) : WriteFile(format, path, counted, options, tally);
    }

    /// <summary>Is the output of this format a folder?</summary>
    public static bool IsFolder(ExportFormat format) =>
        format is ExportFormat.Json or ExportFormat.Ndjson or ExportFormat.Csv or ExportFormat.Parquet;

    private static Manifest WriteFolder(
        ExportFormat format, string path, IEnumerable<DocumentLine> documents, ExportOptions options, Tally tally)
    {
        Manifest? manifest = null;
        StagedOutput.WriteFolder(
            path,
            folder =>
            {
                switch (format)
                {
                    case ExportFormat.Json:
                        JsonExport.Write(folder, documents);
                        break;
                    case ExportFormat.Ndjson:
                        NdjsonExport.Write(folder, documents);
                        break;
                    case ExportFormat.Csv:
                        CsvExport.Write(folder, documents, options.ByteOrderMark);
                        break;
                    default:
                        ParquetExport.Write(folder, documents);
                        break;
                }

                manifest = Manifest.Of(format, options, tally, FilesIn(folder, format));
                File.WriteAllBytes(Path.Combine(folder, Manifest.FileName), manifest.ToJson());
            },
            mayReplace: standing => Manifest.TryRead(Path.Combine(standing, Manifest.FileName)) is not null);
        return manifest!;
    }

    private static Manifest WriteFile(
        ExportFormat format, string path, IEnumerable<DocumentLine> documents, ExportOptions options, Tally tally)
    {
        Manifest? manifest = null;
        StagedOutput.WriteFile(path, made =>
        {
            switch (format)
            {
                case ExportFormat.Xlsx:
                    XlsxExport.Write(made, documents);
                    break;
                case ExportFormat.Sqlite:
                    SqliteExport.Write(made, documents);
                    break;
                default:
                    ChangesExport.Write(made, documents);
                    break;
            }

            manifest = Manifest.Of(format, options, tally, [ManifestFile.Of(made, Path.GetFileName(path))]);
        });
        AtomicFile.Write(ManifestBeside(path), new(manifest!.ToJson()));
        return manifest;
    }

    /// <summary>How far an output that stands there goes; null where none does, or what stands there is something else.</summary>
    /// <exception cref="IOException">It could not be read.</exception>
    public static Manifest? Standing(ExportFormat format, string path) =>
        Manifest.TryRead(IsFolder(format) ? Path.Combine(path, Manifest.FileName) : ManifestBeside(path));

    private static string ManifestBeside(string path) => path + "." + Manifest.FileName;

    /// <summary>The results of single documents are listed by <c>documents.ndjson</c>, not by the manifest.</summary>
    private static IEnumerable<ManifestFile> FilesIn(string folder, ExportFormat format) => Directory
        .EnumerateFiles(folder).Order(StringComparer.Ordinal)
        .Where(file => format != ExportFormat.Json || Path.GetFileName(file) == JsonExport.IndexName)
        .Select(file => ManifestFile.Of(file, Path.GetFileName(file)));
}

/// <summary>Counts what passes by.</summary>
internal sealed class Tally(long since)
{
    public long UpTo { get; private set; } = since;

    public int Results { get; private set; }

    public int Refused { get; private set; }

    public int Superseded { get; private set; }

    public int Forms { get; private set; }

    public int Findings { get; private set; }

    public DocumentLine Count(DeliveredDocument document)
    {
        var line = new DocumentLine(document);
        UpTo = Math.Max(UpTo, document.Sequence);
        Results += line.Result is null ? 0 : 1;
        Refused += line.Result is null ? 1 : 0;
        Superseded += line.IsSuperseded ? 1 : 0;
        Forms += line.Forms.Length;
        Findings += line.Findings.Length;
        return line;
    }
}
