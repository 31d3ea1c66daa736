using System.Collections.Immutable;
using Extractor.Pipeline.Jobs;
using Extractor.Pipeline.Ledger;

namespace Extractor.Pipeline.Watching;

/// <summary>What a scan came to.</summary>
/// <param name="IsAvailable">False where the inbox, or its marker, is not there: nothing was concluded.</param>
/// <param name="Ready">Files that may be taken, those first that were seen first.</param>
/// <param name="Closed">What could not be looked into, with why.</param>
internal sealed record Scan(
    bool IsAvailable, int Files, ImmutableArray<SourceFile> Ready, ImmutableArray<(FilePath Path, string Why)> Closed)
{
    public static Scan Unavailable { get; } = new(false, 0, [], []);
}

/// <summary>
/// Compares the inbox with what is known of it. Not by times: a file is as it was if its size, its time and its inode are,
/// and stable if they have been for long enough, by a clock that nobody sets.
/// </summary>
internal sealed class Scanner
{
    private const int NewsAtATime = 5000;

    private readonly WatchSettings _settings;
    private readonly Inbox _inbox;
    private readonly InboxTree _tree;
    private readonly ILedger _ledger;
    private readonly TimeProvider _time;
    private readonly Dictionary<FilePath, SourceFile> _files = [];
    private readonly List<(FileNews News, SourceFile? File)> _news = [];
    private int _scan;
    private long _order;

    public Scanner(WatchSettings settings, Inbox inbox, ILedger ledger, TimeProvider time)
    {
        (_settings, _inbox, _ledger, _time) = (settings, inbox, ledger, time);
        _tree = new InboxTree(settings.Inbox);
        foreach (var known in ledger.Files(inbox.Id))
        {
            // What could not be read when another program looked is looked at anew.
            var isAnew = known is { State: FileState.Refused, Reason: FailureReason.NotReadable };
            _files.Add(known.Path, new SourceFile(known.Path)
            {
                State = isAnew ? FileState.Seen : known.State, Stamp = known.Stamp, Sha256 = known.Sha256, Reason = known.Reason, Order = _order++, Since = time.GetTimestamp(),
            });
        }
    }

    public Scan Run()
    {
        try
        {
            return IsHere() ? Look() : Scan.Unavailable;
        }
        catch (PosixException)
        {
            return Scan.Unavailable;
        }
    }

    /// <summary>Notes what taking a file came to, in the ledger first.</summary>
    public void Note(IReadOnlyCollection<(SourceFile File, Taking Taking)> takings)
    {
        var news = new List<(FileNews News, SourceFile File)>();
        var isHere = new Lazy<bool>(IsHere);
        foreach (var (file, taking) in takings)
        {
            switch (taking)
            {
                case Taken taken:
                    news.Add((new FileNews(file.Path, FileState.Claimed, file.Stamp, taken.Content), file));
                    break;
                case Gone when isHere.Value:
                    news.Add((new FileNews(file.Path, FileState.Withdrawn, file.Stamp), file));
                    break;
                case RefusedSource refused:
                    news.Add((new FileNews(file.Path, FileState.Refused, file.Stamp, null, refused.Why), file));
                    break;
            }
        }

        if (news.Count > 0)
        {
            _ledger.Record(_inbox.Id, [.. news.Select(each => each.News)]);
        }

        foreach (var (each, file) in news)
        {
            Apply(each, file);
        }
    }

    /// <summary>Notes that the watch itself took a file away.</summary>
    public void NoteRemoved(FilePath path)
    {
        var news = new FileNews(path, FileState.Removed, default);
        _ledger.Record(_inbox.Id, [news]);
        Apply(news, FileAt(path));
    }

    private Scan Look()
    {
        _scan++;
        var count = 0;
        var closed = ImmutableArray.CreateBuilder<(FilePath, string)>();
        _tree.Walk(found =>
        {
            count++;
            Compare(found);
            if (found.Kind == FoundKind.ClosedFolder)
            {
                closed.Add((found.Path, found.Detail));
            }

            if (_news.Count >= NewsAtATime)
            {
                Record();
            }
        });
        Record();

        // It may have gone while it was looked at; then what was not found says nothing.
        if (!IsHere())
        {
            return Scan.Unavailable;
        }

        Withdraw(closed);
        var ready = _files.Values.Where(file => file.Scan == _scan && IsReady(file)).OrderBy(file => file.Order).ToImmutableArray();
        return new Scan(true, count, ready, closed.ToImmutable());
    }

    private void Compare(Found found)
    {
        var known = _files.GetValueOrDefault(found.Path);
        if (known is not null)
        {
            known.Scan = _scan;
        }

        switch (found.Kind)
        {
            case FoundKind.Junk when known is not { State: FileState.Ignored }:
                _news.Add((new FileNews(found.Path, FileState.Ignored, default), known));
                break;
            case FoundKind.NotAFile when known is not { State: FileState.Refused, Reason: not FailureReason.NotReadable }:
                _news.Add((new FileNews(found.Path, FileState.Refused, found.Stamp, null, new Failed(FailureReason.NotAFile, "")), known));
                break;
            case FoundKind.ClosedFolder when known is not { State: FileState.Refused }:
                _news.Add((new FileNews(found.Path, FileState.Refused, default, null, new Failed(FailureReason.NotReadable, found.Detail)), known));
                break;
            case FoundKind.File when known is null || known.Stamp != found.Stamp || known.State is FileState.Withdrawn or FileState.Removed or FileState.Ignored:
                _news.Add((new FileNews(found.Path, FileState.Seen, found.Stamp), known));
                break;
        }
    }

    /// <summary>Files that went before they were taken. What was taken may go: the store has it.</summary>
    private void Withdraw(IReadOnlyCollection<(FilePath Path, string Why)> closed)
    {
        foreach (var file in _files.Values.Where(file => file.Scan != _scan && file.State is FileState.Seen or FileState.Refused))
        {
            if (file.Scan != _scan && !closed.Any(folder => IsBelow(file.Path, folder.Path)))
            {
                _news.Add((new FileNews(file.Path, FileState.Withdrawn, file.Stamp), file));
            }
        }

        Record();
    }

    private static bool IsBelow(FilePath path, FilePath folder) =>
        path.Bytes.Length > folder.Bytes.Length && path.Bytes.StartsWith(folder.Bytes) && path.Bytes[folder.Bytes.Length] == '/';

    /// <summary>In the ledger first: what is in memory is never more than it knows.</summary>
    private void Record()
    {
        if (_news.Count == 0)
        {
            return;
        }

        try
        {
            _ledger.Record(_inbox.Id, [.. _news.Select(each => each.News)]);
            foreach (var (news, known) in _news)
            {
                Apply(news, known ?? FileAt(news.Path));
            }
        }
        finally
        {
            _news.Clear();
        }
    }

    private SourceFile FileAt(FilePath path)
    {
        if (!_files.TryGetValue(path, out var file))
        {
            _files.Add(path, file = new SourceFile(path) { Order = _order++ });
        }

        return file;
    }

    private void Apply(FileNews news, SourceFile file)
    {
        (file.State, file.Stamp, file.Reason, file.Since, file.Scan) =
            (news.State, news.Stamp, news.Why?.Reason, _time.GetTimestamp(), _scan);
        file.Sha256 = news.Content?.Sha256 ?? file.Sha256;
    }

    private bool IsReady(SourceFile file) => file switch
    {
        { State: FileState.Seen, Stamp.Size: 0 } => Quiet(file) >= _settings.Patience,
        { State: FileState.Seen } => Quiet(file) >= _settings.Settle,
        { State: FileState.Refused, Reason: FailureReason.NotReadable, Stamp.Inode: not 0 } => Quiet(file) >= _settings.RetryRefused,
        _ => false,
    };

    public TimeSpan Quiet(SourceFile file) => _time.GetElapsedTime(file.Since);

    /// <summary>How long until a file that is not taken yet may be; null where there is none.</summary>
    public TimeSpan? NextLook() => _files.Values.Where(file => file.State == FileState.Seen).Select(file => Quiet(file) is var quiet && quiet < _settings.Settle
        ? _settings.Settle - quiet
        : _settings.Patience > quiet ? _settings.Patience - quiet : (TimeSpan?)TimeSpan.Zero).Min();

    private bool IsHere() => InboxRegister.IsThere(_inbox with { Path = _settings.Inbox });
}

/// <summary>What the scanner has in mind of a file.</summary>
internal sealed class SourceFile(FilePath path)
{
    public FilePath Path => path;

    public FileState State { get; set; }

    public FileStamp Stamp { get; set; }

    public string? Sha256 { get; set; }

    public FailureReason? Reason { get; set; }

    /// <summary>Since when it has been as it is, by the clock that nobody sets.</summary>
    public long Since { get; set; }

    /// <summary>The last scan that found it.</summary>
    public int Scan { get; set; }

    /// <summary>Before it, files were seen that many.</summary>
    public long Order { get; set; }
}
