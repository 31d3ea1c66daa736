using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Extractor.Pipeline.Ledger;

/// <summary>
/// The ledger in one SQLite file, for one machine: write-ahead log, synced at every commit. Writers take their lock at the
/// beginning of a transaction: one that reads first and writes later can fail at once, whatever the patience.
/// </summary>
public sealed partial class SqliteLedger : ILedger
{
    /// <summary>"Extr": tells the file from other SQLite files.</summary>
    private const long ApplicationId = 0x45787472;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly Action<Step> _steps;
    private readonly Lock _writing = new();
    private readonly Statements _sql;

    private SqliteLedger(string path, SqliteConnection connection, TimeProvider time, Action<Step> steps) =>
        (_path, _sql, _time, _steps) = (path, new Statements(connection), time, steps);

    /// <summary>Opens a ledger, makes it where there is none, and brings an older one up to date.</summary>
    /// <exception cref="StoreException">It cannot be opened, is none, or is newer than this program.</exception>
    public static SqliteLedger Open(string path, TimeProvider time, Action<Step>? steps = null) => Guarded(path, () =>
    {
        var connection = Connect(path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            Run(connection, "PRAGMA journal_mode = WAL");
            Run(connection, "PRAGMA synchronous = FULL");
            Run(connection, "PRAGMA foreign_keys = ON");
            Migrate(connection, path);
            return new SqliteLedger(path, connection, time, steps ?? (_ => { }));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    });

    /// <summary>The schemas, from the first to the present: number and SQL.</summary>
    internal static IReadOnlyList<(long Version, string Sql)> Schemas { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name => (long.Parse(Path.GetFileNameWithoutExtension(name), CultureInfo.InvariantCulture), Text(name))),
    ];

    /// <summary>Brings a ledger to a version; each step is one transaction.</summary>
    internal static void Migrate(SqliteConnection connection, string path, long upTo = long.MaxValue)
    {
        var version = Scalar(connection, "PRAGMA user_version");
        if (version > Schemas[^1].Version)
        {
            throw new StoreException(StoreProblem.Newer, path);
        }

        if (version == 0 ? Scalar(connection, "SELECT count(*) FROM sqlite_schema") > 0 : Scalar(connection, "PRAGMA application_id") != ApplicationId)
        {
            throw new StoreException(StoreProblem.NotALedger, path);
        }

        foreach (var (number, sql) in Schemas.Where(schema => schema.Version > version && schema.Version <= upTo))
        {
            Run(connection, "BEGIN IMMEDIATE");
            try
            {
                // Another program may have been faster.
                if (Scalar(connection, "PRAGMA user_version") < number)
                {
                    Run(connection, sql);
                    Run(connection, $"PRAGMA application_id = {ApplicationId}");
                    Run(connection, $"PRAGMA user_version = {number}");
                }

                Run(connection, "COMMIT");
            }
            catch
            {
                Run(connection, "ROLLBACK");
                throw;
            }
        }
    }

    internal static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = (int)Patience.TotalSeconds,
        }.ToString());
        connection.Open();
        return connection;
    }

    public void Dispose() => _sql.Dispose();

    /// <summary>What SQLite says of a file that is none of its own, or that may not be opened.</summary>
    private static T Guarded<T>(string path, Func<T> open)
    {
        const int notADatabase = 26, corrupt = 11;
        try
        {
            return open();
        }
        catch (SqliteException failed)
        {
            throw new StoreException(
                failed.SqliteErrorCode is notADatabase or corrupt ? StoreProblem.NotALedger : StoreProblem.NotAccessible,
                $"{path}: {failed.Message}", failed);
        }
    }

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>One transaction that holds the right to write from its beginning.</summary>
    private T Write<T>(Func<T> work)
    {
        lock (_writing)
        {
            _sql.Execute("BEGIN IMMEDIATE");
            try
            {
                var result = work();
                _steps(Step.BeforeCommit);
                _sql.Execute("COMMIT");
                _steps(Step.AfterCommit);
                return result;
            }
            catch when (InTransaction)
            {
                _sql.Execute("ROLLBACK");
                throw;
            }
        }
    }

    /// <summary>SQLite rolls back by itself when the disk is full.</summary>
    private bool InTransaction => SQLitePCL.raw.sqlite3_get_autocommit(_sql.Connection.Handle) == 0;

    private void Write(Action work) => Write(() =>
    {
        work();
        return true;
    });

    private T Read<T>(Func<T> work)
    {
        lock (_writing)
        {
            return work();
        }
    }

    /// <summary>A connection of its own, on which everything is seen as it is at this moment.</summary>
    private Statements Snapshot()
    {
        var snapshot = new Statements(Connect(_path, SqliteOpenMode.ReadWrite));
        snapshot.Execute("PRAGMA query_only = ON");
        snapshot.Execute("BEGIN");
        return snapshot;
    }

    private static string Text(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
