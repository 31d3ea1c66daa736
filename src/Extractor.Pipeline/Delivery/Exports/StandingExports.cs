using System.Collections.Immutable;

namespace Extractor.Pipeline.Delivery.Exports;

/// <summary>
/// Exports of everything that are kept up to date in one folder. Each is made anew when it is behind, and not all the time:
/// after it was made, it rests ten times as long as that took.
/// </summary>
/// <param name="folder">Made where there is none.</param>
public sealed class StandingExports(string folder, ImmutableArray<ExportFormat> formats, ExportOptions options, TimeProvider time)
{
    private static readonly TimeSpan ShortestRest = TimeSpan.FromSeconds(5);

    private const int RestShare = 10;

    private readonly Dictionary<ExportFormat, long> _dueAt = [];

    /// <summary>Where the export of a format stands: a folder of the format's name, or a file.</summary>
    public string PathOf(ExportFormat format) => Path.Combine(folder, format switch
    {
        ExportFormat.Xlsx => "data.xlsx",
        ExportFormat.Sqlite => "data.sqlite",
        ExportFormat.Changes => "changes.ndjson",
        _ => Manifest.WordOf(format),
    });

    /// <summary>Brings up to date what is behind, and due.</summary>
    /// <param name="latest">The highest sequence there is.</param>
    /// <param name="documents">Gives all documents, in the order of their sequence.</param>
    /// <param name="rests">False for the last time: nothing rests then.</param>
    /// <exception cref="IOException">One could not be written; those before it are.</exception>
    /// <exception cref="UnauthorizedAccessException">One may not be written.</exception>
    public void Refresh(long latest, Func<IEnumerable<DeliveredDocument>> documents, bool rests = true)
    {
        foreach (var format in formats)
        {
            if ((!rests || time.GetTimestamp() >= _dueAt.GetValueOrDefault(format)) && !IsCurrent(format, latest))
            {
                Write(format, documents());
            }
        }
    }

    /// <summary>Made of all that there is, by this version and in this way, and all of it still there.</summary>
    private bool IsCurrent(ExportFormat format, long latest) =>
        Export.Standing(format, PathOf(format)) is { Since: 0 } standing
        && standing.UpTo == latest && standing.Format == format && standing.ProgramVersion == options.ProgramVersion
        && standing.Files.All(file => IsThere(Export.IsFolder(format) ? Path.Combine(PathOf(format), file.Path) : PathOf(format), file.Bytes));

    private static bool IsThere(string path, long bytes) => new FileInfo(path) is { Exists: true } file && file.Length == bytes;

    private void Write(ExportFormat format, IEnumerable<DeliveredDocument> documents)
    {
        Directory.CreateDirectory(folder);
        var began = time.GetTimestamp();
        Export.Write(format, PathOf(format), documents, options with { Since = 0 });
        var rest = time.GetElapsedTime(began) * RestShare;
        rest = rest > ShortestRest ? rest : ShortestRest;
        _dueAt[format] = time.GetTimestamp() + (long)(rest.TotalSeconds * time.TimestampFrequency);
    }
}
