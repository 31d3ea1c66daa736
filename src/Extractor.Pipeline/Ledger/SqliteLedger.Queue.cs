using System.Collections.Immutable;
using Extractor.Pipeline.Jobs;

namespace Extractor.Pipeline.Ledger;

/// <summary>The queue: leases, and how they end.</summary>
public sealed partial class SqliteLedger
{
    /// <summary>What lies further in the future than anything is ever put off: the clock was set back.</summary>
    private static readonly TimeSpan BeyondReason = TimeSpan.FromHours(3);

    public Lease? Take(TimeSpan length) => Write(() =>
    {
        var now = Now;
        var never = now + (long)BeyondReason.TotalMilliseconds;
        var lease = _sql.Rows(
            """
            UPDATE document SET state = 'running', epoch = epoch + 1, leased_until = ?3
            WHERE id = coalesce(
                (SELECT id FROM document WHERE state = 'running' AND (leased_until <= ?1 OR leased_until > ?2) ORDER BY due, id LIMIT 1),
                (SELECT id FROM document WHERE state = 'waiting' AND (due <= ?1 OR due > ?2) ORDER BY due, id LIMIT 1))
            RETURNING sha256, epoch, name, length, tries
            """,
            row => new Lease(row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetInt64(3), row.GetInt32(4)),
            now, never, now + (long)length.TotalMilliseconds).SingleOrDefault();
        if (lease is not null)
        {
            _sql.Execute("UPDATE attempt SET ended = ?2, outcome = 'cut-off' WHERE sha256 = ?1 AND ended IS NULL", lease.Sha256, now);
            _sql.Execute("INSERT INTO attempt (sha256, epoch, started) VALUES (?1, ?2, ?3)", lease.Sha256, lease.Epoch, now);
        }

        return lease;
    });

    public bool Extend(Lease lease, TimeSpan length) => Write(() => _sql.Execute(
        "UPDATE document SET leased_until = ?3 WHERE sha256 = ?1 AND epoch = ?2 AND state = 'running'",
        lease.Sha256, lease.Epoch, Now + (long)length.TotalMilliseconds) > 0);

    public bool Complete(Lease lease, NewResult result) => End(lease, "done", null, () =>
    {
        _sql.Execute(
            """
            UPDATE document SET state = 'done', result = ?2, reason = NULL, detail = NULL, tries = 0, due = 0, leased_until = NULL, ended = ?3
            WHERE sha256 = ?1
            """,
            lease.Sha256, result.Sha256, Now);
        _sql.Execute(
            """
            INSERT INTO result (sha256, document, length, pages, unread, forms, errors, warnings, infos, committed)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (document, sha256) DO UPDATE SET committed = ?10
            """,
            result.Sha256, lease.Sha256, result.Length, result.Pages, result.Unread, result.Forms, result.Errors, result.Warnings,
            result.Infos, Now);
        _sql.Execute("DELETE FROM finding WHERE document = ?1", lease.Sha256);
        foreach (var finding in result.Findings)
        {
            _sql.Execute(
                "INSERT INTO finding (document, form, number, rule, subject, severity) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                lease.Sha256, finding.Form, finding.Number, finding.Rule, finding.Subject, finding.Severity);
        }

        TakePlainOutput(lease.Sha256);
        Publish(lease.Sha256);
    });

    public bool Unpack(Lease lease, ImmutableArray<Member> members, Failed? refusal) => End(lease, "unpacked", refusal, () =>
    {
        var places = _sql.Rows(
            "SELECT inbox, path FROM sighting WHERE sha256 = ?1 AND member = '' AND current = 1 ORDER BY id",
            row => (Inbox: row.GetString(0), Path: new FilePath(row.Blob(1))), lease.Sha256);
        foreach (var member in members)
        {
            AddDocument(member.Sha256, member.Length, member.Name);
            foreach (var (inbox, path) in places)
            {
                See(inbox, path, member.Label, member.Sha256, lease.Sha256);
            }
        }

        SetEnded(lease, refusal is null ? "unpacked" : "quarantined", refusal);
    });

    public bool PutOff(Lease lease, Failed why, TimeSpan delay, bool counts) => End(lease, "put-off", why, () => _sql.Execute(
        """
        UPDATE document SET state = 'waiting', due = ?2, tries = tries + ?3, reason = ?4, detail = ?5, leased_until = NULL WHERE sha256 = ?1
        """,
        lease.Sha256, Now + (long)delay.TotalMilliseconds, counts ? 1 : 0, Words.Of(why.Reason), why.Detail));

    public bool Return(Lease lease) => End(lease, "returned", null, () => _sql.Execute(
        "UPDATE document SET state = 'waiting', leased_until = NULL WHERE sha256 = ?1", lease.Sha256));

    public bool Quarantine(Lease lease, Failed why) => End(lease, "quarantined", why, () => SetEnded(lease, "quarantined", why));

    public void ReleaseAll() => Write(() =>
    {
        _sql.Execute("UPDATE document SET state = 'waiting', leased_until = NULL WHERE state = 'running'");
        _sql.Execute("UPDATE attempt SET ended = ?1, outcome = 'cut-off' WHERE ended IS NULL", Now);
    });

    public int Retry(string? start) => Write(() => _sql.Execute(
        """
        UPDATE document SET state = 'waiting', due = 0, tries = 0, reason = NULL, detail = NULL, sequence = NULL, ended = NULL
        WHERE state = 'quarantined' AND (?1 IS NULL OR substr(sha256, 1, length(?1)) = ?1)
        """,
        start));

    public long Backlog() => Read(() => (long)_sql.Value("SELECT count(*) FROM document WHERE state IN ('waiting', 'running')")!);

    public TimeSpan? NextDue() => Read(() =>
        _sql.Value("SELECT min(due) FROM document WHERE state = 'waiting'") is long due
            ? TimeSpan.FromMilliseconds(Math.Max(0, due - Now)) : (TimeSpan?)null);

    private void SetEnded(Lease lease, string state, Failed? why)
    {
        _sql.Execute(
            """
            UPDATE document SET state = ?2, reason = ?3, detail = ?4, result = NULL, tries = 0, due = 0, leased_until = NULL, ended = ?5
            WHERE sha256 = ?1
            """,
            lease.Sha256, state, why is null ? null : Words.Of(why.Reason), why?.Detail, Now);
        Publish(lease.Sha256);
    }

    /// <summary>Ends an attempt, if the lease is still good.</summary>
    private bool End(Lease lease, string outcome, Failed? why, Action commit) => Write(() =>
    {
        if (_sql.Value(
            "SELECT 1 FROM document WHERE sha256 = ?1 AND epoch = ?2 AND state = 'running'", lease.Sha256, lease.Epoch) is null)
        {
            return false;
        }

        commit();
        _sql.Execute(
            "UPDATE attempt SET ended = ?3, outcome = ?4, reason = ?5, detail = ?6 WHERE sha256 = ?1 AND epoch = ?2",
            lease.Sha256, lease.Epoch, Now, outcome, why is null ? null : Words.Of(why.Reason), why?.Detail);
        return true;
    });
}
