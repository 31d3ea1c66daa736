using System.Collections.Immutable;
using Extractor.Pipeline.Delivery;
using Microsoft.Data.Sqlite;

namespace Extractor.Pipeline.Ledger;

/// <summary>Files, and the documents that they bring.</summary>
public sealed partial class SqliteLedger
{
    private const string FileColumns = "f.path, f.state, f.size, f.mtime, f.inode, f.sha256, f.reason";

    public void Register(Inbox inbox) => Write(() =>
    {
        _sql.Execute("UPDATE inbox SET path = '' WHERE path = ?1", inbox.Path);
        _sql.Execute(
            "INSERT INTO inbox (id, path, marked) VALUES (?1, ?2, ?3) ON CONFLICT (id) DO UPDATE SET path = ?2, marked = ?3",
            inbox.Id, inbox.Path, inbox.IsMarked);
    });

    public ImmutableArray<Inbox> Inboxes() => Read(() => _sql.Rows(
        "SELECT id, path, marked FROM inbox ORDER BY id", row => new Inbox(row.GetString(0), row.GetString(1), row.GetBoolean(2))).ToImmutableArray());

    public IEnumerable<KnownFile> Files(string inbox)
    {
        using var snapshot = Snapshot();
        using var row = snapshot.Read($"SELECT {FileColumns} FROM file AS f WHERE inbox = ?1", inbox);
        while (row.Read())
        {
            yield return KnownFileOf(row);
        }
    }

    public ImmutableArray<KnownFile> FilesDone(string inbox) => Read(() => _sql.Rows(
        $"""
        SELECT {FileColumns} FROM file AS f JOIN document AS d ON d.sha256 = f.sha256
        WHERE f.inbox = ?1 AND f.state IN ('claimed', 'duplicate') AND d.state IN ('done', 'unpacked') ORDER BY d.id, f.path
        """,
        KnownFileOf, inbox).ToImmutableArray());

    public void Record(string inbox, IReadOnlyCollection<FileNews> news) => Write(() =>
    {
        foreach (var each in news)
        {
            var state = each.Content is { } content ? Arrive(inbox, each.Path, content) : each.State;
            _sql.Execute(
                """
                INSERT INTO file (inbox, path, state, size, mtime, inode, sha256, reason, detail, first_seen, stable, changed)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, iif(?7 IS NULL, NULL, ?10), ?10)
                ON CONFLICT (inbox, path) DO UPDATE SET
                    state = ?3, size = ?4, mtime = ?5, inode = ?6, sha256 = coalesce(?7, sha256), reason = ?8, detail = ?9,
                    stable = iif(?7 IS NULL, stable, ?10), changed = ?10
                """,
                inbox, each.Path.Array, Words.Of(state), each.Stamp.Size, each.Stamp.Modified, unchecked((long)each.Stamp.Inode),
                each.Content?.Sha256, each.Why is { } why ? Words.Of(why.Reason) : null, each.Why?.Detail, Now);
        }
    });

    /// <summary>A document came under a name. Says whether it is the first that brought these bytes.</summary>
    private FileState Arrive(string inbox, FilePath path, NewContent content)
    {
        var name = FilePath.Show(path.Name);
        AddDocument(content.Sha256, content.Length, name);
        See(inbox, path, "", content.Sha256, archive: null);

        // An archive that was unpacked before brings what is in it.
        foreach (var (label, member) in _sql.Rows(
            "SELECT DISTINCT member, sha256 FROM sighting WHERE archive = ?1 ORDER BY id",
            row => (row.GetString(0), row.GetString(1)), content.Sha256))
        {
            See(inbox, path, label, member, content.Sha256);
        }

        var first = _sql.Value(
            "SELECT 1 FROM sighting WHERE id = (SELECT min(id) FROM sighting WHERE sha256 = ?1) AND inbox = ?2 AND path = ?3",
            content.Sha256, inbox, path.Array);
        return first is null ? FileState.Duplicate : FileState.Claimed;
    }

    private void AddDocument(string sha256, long length, string name)
    {
        if (_sql.Value("SELECT 1 FROM document WHERE sha256 = ?1", sha256) is null)
        {
            var plain = PlainOutput(name);
            _sql.Execute(
                "INSERT INTO document (sha256, length, name, output, state, arrived) VALUES (?1, ?2, ?3, ?4, 'waiting', ?5)",
                sha256, length, name, IsTaken(plain) ? MarkedOutput(name, sha256) : plain, Now);
        }
    }

    /// <summary>
    /// Notes that a document stands at a place. What stood there before and stands nowhere else now is superseded.
    /// </summary>
    private void See(string inbox, FilePath path, string member, string sha256, string? archive)
    {
        var before = _sql.Rows(
            "UPDATE sighting SET current = 0 WHERE inbox = ?1 AND path = ?2 AND member = ?3 AND sha256 <> ?4 AND current = 1 RETURNING sha256",
            row => row.GetString(0), inbox, path.Array, member, sha256);
        var known = _sql.Value(
            "SELECT current FROM sighting WHERE inbox = ?1 AND path = ?2 AND member = ?3 AND sha256 = ?4", inbox, path.Array, member, sha256);
        if (known is not 1L)
        {
            _sql.Execute(
                """
                INSERT INTO sighting (inbox, path, member, sha256, archive, current, seen) VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6)
                ON CONFLICT (inbox, path, member, sha256) DO UPDATE SET current = 1
                """,
                inbox, path.Array, member, sha256, archive, Now);
            _sql.Execute("UPDATE document SET superseded_by = NULL WHERE sha256 = ?1", sha256);
            foreach (var old in before.Where(StandsNowhere))
            {
                _sql.Execute("UPDATE document SET superseded_by = ?2 WHERE sha256 = ?1", old, sha256);
                Publish(old);
            }

            TakePlainOutput(sha256);
            Publish(sha256);
        }
    }

    private bool StandsNowhere(string sha256) =>
        _sql.Value("SELECT 1 FROM sighting WHERE sha256 = ?1 AND current = 1", sha256) is null;

    /// <summary>Gives a document that came to an end the next sequence: who follows the changes sees it again.</summary>
    private void Publish(string sha256)
    {
        if (_sql.Value("SELECT 1 FROM document WHERE sha256 = ?1 AND state IN ('done', 'quarantined')", sha256) is not null)
        {
            _sql.Execute(
                "UPDATE document SET sequence = ?2 WHERE sha256 = ?1",
                sha256, _sql.Value("UPDATE ledger SET sequence = sequence + 1 RETURNING sequence"));
        }
    }

    // Names of result files: that of the document, and where it is taken, with a mark. A new version takes the name over
    // when it is read, so that the latest that could be read stands under it.

    private static string PlainOutput(string name) => OutputNames.For([name], OutputNames.Json)[0].Name;

    private string MarkedOutput(string name, string sha256)
    {
        var marked = OutputNames.Marked(name, sha256[..8]);
        return IsTaken(marked) ? OutputNames.Marked(name, sha256) : marked;
    }

    private bool IsTaken(string output) => _sql.Value("SELECT 1 FROM document WHERE output = ?1", output) is not null;

    private void TakePlainOutput(string sha256)
    {
        var names = _sql.Rows(
            "SELECT name, output FROM document WHERE sha256 = ?1 AND state = 'done' AND superseded_by IS NULL",
            row => (Name: row.GetString(0), Output: row.GetString(1)), sha256);
        if (names is not [var own] || own.Output == PlainOutput(own.Name))
        {
            return;
        }

        var plain = PlainOutput(own.Name);
        var holder = _sql.Rows(
            "SELECT sha256, name FROM document WHERE output = ?1 AND superseded_by = ?2",
            row => (Sha256: row.GetString(0), Name: row.GetString(1)), plain, sha256);
        if (holder is [var old])
        {
            _sql.Execute("UPDATE document SET output = ?2 WHERE sha256 = ?1", old.Sha256, MarkedOutput(old.Name, old.Sha256));
            Publish(old.Sha256);
            _sql.Execute("UPDATE document SET output = ?2 WHERE sha256 = ?1", sha256, plain);
        }
    }

    private static KnownFile KnownFileOf(SqliteDataReader row) => new(
        new FilePath(row.Blob(0)), Words.FileState(row.GetString(1)),
        new FileStamp(row.GetInt64(2), row.GetInt64(3), unchecked((ulong)row.GetInt64(4))), row.Text(5),
        row.Text(6) is { } reason ? Words.Reason(reason) : null);
}
