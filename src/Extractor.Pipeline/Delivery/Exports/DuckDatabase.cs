using System.Text;
using DuckDB.NET.Native;

namespace Extractor.Pipeline.Delivery.Exports;

/// <summary>A database file of DuckDB that one thread writes: with several, the order of rows would be a matter of luck.</summary>
internal sealed class DuckDatabase : IDisposable
{
    private readonly DuckDBDatabase _database;
    private readonly DuckDBNativeConnection _connection;

    private DuckDatabase(DuckDBDatabase database, DuckDBNativeConnection connection) => (_database, _connection) = (database, connection);

    /// <param name="path">Of a new file; what does not fit into memory goes to a folder beside it.</param>
    /// <exception cref="IOException">It could not be made.</exception>
    public static DuckDatabase Create(string path)
    {
        if (NativeMethods.Startup.DuckDBOpen(path, out var database) != DuckDBState.Success
            || NativeMethods.Startup.DuckDBConnect(database, out var connection) != DuckDBState.Success)
        {
            throw new IOException($"{path}: DuckDB could not make its file.");
        }

        var opened = new DuckDatabase(database, connection);
        opened.Execute($"SET threads = 1; SET memory_limit = '512MB'; SET temp_directory = {Literal(path + ".tmp")}; SET autoinstall_known_extensions = false; SET autoload_known_extensions = false");
        return opened;
    }

    /// <exception cref="IOException">It failed: the message says why.</exception>
    public void Execute(string sql)
    {
        var state = NativeMethods.Query.DuckDBQuery(_connection, sql, out var result);
        var error = state == DuckDBState.Success ? null : NativeMethods.Query.DuckDBResultError(ref result);
        NativeMethods.Query.DuckDBDestroyResult(ref result);
        if (error is not null)
        {
            throw new IOException(error);
        }
    }

    public DuckAppender Append(string table)
    {
        if (NativeMethods.Appender.DuckDBAppenderCreate(_connection, null, table, out var appender) != DuckDBState.Success)
        {
            throw new IOException($"DuckDB: rows cannot be added to {table}.");
        }

        return new DuckAppender(appender);
    }

    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public void Dispose()
    {
        _connection.Dispose();
        _database.Dispose();
    }
}

/// <summary>Adds rows to a table, cell by cell.</summary>
internal sealed class DuckAppender(DuckDBAppender appender) : IDisposable
{
    public void Add(string text) =>
        Check(NativeMethods.Appender.DuckDBAppendVarchar(appender, text, Encoding.UTF8.GetByteCount(text)));

    public void Add(long number) => Check(NativeMethods.Appender.DuckDBAppendInt64(appender, number));

    public void Add(bool truth) => Check(NativeMethods.Appender.DuckDBAppendBool(appender, truth));

    public void AddNothing() => Check(NativeMethods.Appender.DuckDBAppendNull(appender));

    public void EndRow() => Check(NativeMethods.Appender.DuckDBAppenderEndRow(appender));

    public void End() => Check(NativeMethods.Appender.DuckDBAppenderClose(appender));

    public void Dispose() => appender.Dispose();

    private void Check(DuckDBState state)
    {
        if (state != DuckDBState.Success)
        {
            using var error = NativeMethods.Appender.DuckDBAppenderErrorData(appender);
            throw new IOException(error.Message);
        }
    }
}
