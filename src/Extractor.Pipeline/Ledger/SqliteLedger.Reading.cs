using System.Collections.Immutable;
using Extractor.Pipeline.Jobs;
using Microsoft.Data.Sqlite;

namespace Extractor.Pipeline.Ledger;

/// <summary>What others read of the ledger.</summary>
public sealed partial class SqliteLedger
{
    private const string DocumentColumns =
        "coalesce(sequence, 0), sha256, length, name, output, state, result, reason, detail, superseded_by";

    public IEnumerable<LedgerDocument> Ended(long after) => Documents(
        $"SELECT {DocumentColumns} FROM document WHERE sequence > ?1 AND state IN ('done', 'quarantined') ORDER BY sequence", after);

    public IEnumerable<LedgerDocument> All() => Documents($"SELECT {DocumentColumns} FROM document WHERE id > ?1 ORDER BY id", 0);

    public long DeliveredTo(string target) =>
        Read(() => (long?)_sql.Value("SELECT sequence FROM delivery WHERE target = ?1", target) ?? 0);

    public void SetDelivered(string target, long sequence) => Write(() => _sql.Execute(
        "INSERT INTO delivery (target, sequence, changed) VALUES (?1, ?2, ?3) ON CONFLICT (target) DO UPDATE SET sequence = ?2, changed = ?3",
        target, sequence, Now));

    public Counts Count() => Read(() =>
    {
        var files = _sql.Rows(
            "SELECT f.state, d.state, count(*) FROM file AS f LEFT JOIN document AS d ON d.sha256 = f.sha256 GROUP BY f.state, d.state",
            row => (File: Words.FileState(row.GetString(0)), Document: row.Text(1) is { } state ? Words.DocumentState(state) : (DocumentState?)null, Count: row.GetInt64(2)));
        long Sum(Func<FileState, DocumentState?, bool> which) => files.Where(row => which(row.File, row.Document)).Sum(row => row.Count);
        static bool IsEnded(DocumentState? state) => state is DocumentState.Done or DocumentState.Unpacked;
        var documents = _sql.Rows(
            "SELECT state, count(*) FROM document GROUP BY state",
            row => KeyValuePair.Create(Words.DocumentState(row.GetString(0)), row.GetInt64(1))).ToImmutableDictionary();
        return new Counts(
            Seen: Sum((_, _) => true),
            Done: Sum((file, document) => file == FileState.Claimed && IsEnded(document)),
            Waiting: Sum((file, document) => file == FileState.Seen
                || (file == FileState.Claimed && document is DocumentState.Waiting or DocumentState.Running)),
            Quarantined: Sum((file, document) => file == FileState.Refused || (file == FileState.Claimed && document == DocumentState.Quarantined)),
            Duplicate: Sum((file, _) => file == FileState.Duplicate),
            Ignored: Sum((file, _) => file == FileState.Ignored),
            Withdrawn: Sum((file, _) => file == FileState.Withdrawn),
            Removed: Sum((file, _) => file == FileState.Removed),
            documents,
            PutOff: (long)_sql.Value("SELECT count(*) FROM document WHERE state = 'waiting' AND due > 0")!,
            DoneLately: (long)_sql.Value("SELECT count(*) FROM document WHERE ended > ?1", Now - 60_000)!,
            Reasons());
    });

    public ImmutableArray<string> Faults() => Read(() =>
        _sql.Rows("PRAGMA integrity_check", row => row.GetString(0)).Where(fault => fault != "ok")
            .Concat(_sql.Rows("PRAGMA foreign_key_check", row => $"foreign key of {row.GetString(0)}")).ToImmutableArray());

    public void CopyTo(string file)
    {
        using var snapshot = Snapshot();
        using var copy = Connect(file, SqliteOpenMode.ReadWriteCreate);
        snapshot.Connection.BackupDatabase(copy);
    }

    private ImmutableArray<ReasonCount> Reasons() => [.. _sql.Rows(
        """
        SELECT reason, sum(held), sum(refused), sum(put_off) FROM (
            SELECT reason, state = 'quarantined' AS held, 0 AS refused, state <> 'quarantined' AS put_off FROM document WHERE reason IS NOT NULL
            UNION ALL SELECT reason, 0, 1, 0 FROM file WHERE state = 'refused')
        GROUP BY reason ORDER BY reason
        """,
        row => new ReasonCount(Words.Reason(row.GetString(0)), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)))];

    private IEnumerable<LedgerDocument> Documents(string sql, long after)
    {
        using var snapshot = Snapshot();
        using var row = snapshot.Read(sql, after);
        while (row.Read())
        {
            yield return new LedgerDocument(
                row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetString(3), row.GetString(4), Words.DocumentState(row.GetString(5)),
                row.Text(6), row.Text(7) is { } reason ? new Failed(Words.Reason(reason), row.Text(8) ?? "") : null, row.Text(9),
                Sightings(snapshot, row.GetString(1)));
        }
    }

    private static ImmutableArray<string> Sightings(Statements snapshot, string sha256) => [.. snapshot.Rows(
        "SELECT path, member FROM sighting WHERE sha256 = ?1 ORDER BY id",
        row => row.GetString(1) is { Length: > 0 } member ? $"{FilePath.Show(row.Blob(0))}!{member}" : FilePath.Show(row.Blob(0)), sha256).Distinct()];
}
