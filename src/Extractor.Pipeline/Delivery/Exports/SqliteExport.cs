using System.Globalization;
using Extractor.Pipeline.Delivery.Tables;
using Microsoft.Data.Sqlite;

namespace Extractor.Pipeline.Delivery.Exports;

/// <summary>
/// A database with a table for each table, and the views <c>v_form</c>, <c>v_fund</c>, <c>v_indicator</c> and
/// <c>v_finding</c>, in which each row also says of which document and project it is.
/// </summary>
/// <remarks>The same documents give the same bytes: fixed pages, rows in their order, no journal, no time.</remarks>
internal static class SqliteExport
{
    /// <summary>Marks the file as ours: "Extr".</summary>
    private const int ApplicationId = 0x45787472;

    public static string Library
    {
        get
        {
            using var connection = new SqliteConnection();
            return "sqlite " + connection.ServerVersion;
        }
    }

    public static void Write(string path, IEnumerable<DocumentLine> documents)
    {
        // Without a pool: the file is closed, and can be put in its place, when the connection is.
        var place = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false };
        using var connection = new SqliteConnection(place.ToString());
        connection.Open();
        // Nobody reads the file before it is whole, and it is synced then.
        Execute(connection, $"PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA application_id = {ApplicationId}; PRAGMA user_version = 1;");
        foreach (var table in ExportTables.All)
        {
            Execute(connection, TableSql(table));
        }

        Insert(connection, documents);
        foreach (var view in Views())
        {
            Execute(connection, view);
        }

        // Rows of a table lie together then, however the documents mixed them.
        Execute(connection, "VACUUM;");
    }

    private static void Insert(SqliteConnection connection, IEnumerable<DocumentLine> documents)
    {
        using var transaction = connection.BeginTransaction();
        var commands = ExportTables.All.Select(table => (Table: table, Command: InsertCommand(connection, transaction, table))).ToList();
        foreach (var line in documents)
        {
            foreach (var (table, command) in commands)
            {
                foreach (var row in table.Rows(line))
                {
                    for (var at = 0; at < table.ForPrograms.Length; at++)
                    {
                        command.Parameters[at].Value = Value(row[table.ForPrograms[at].Index]);
                    }

                    command.ExecuteNonQuery();
                }
            }
        }

        foreach (var (_, command) in commands)
        {
            command.Dispose();
        }

        transaction.Commit();
    }

    /// <summary>
    /// A decimal is handed over as text, of which the column makes a number: a whole one, or a binary one that keeps 15 digits. The
    /// column beside it that says what is printed has all of them.
    /// </summary>
    private static object Value(Cell cell) =>
        cell.Text is { } text ? text
        : cell.Number is { } number ? number.ToString(CultureInfo.InvariantCulture)
        : cell.Truth is { } truth ? (truth ? 1L : 0L)
        : DBNull.Value;

    private static SqliteCommand InsertCommand(SqliteConnection connection, SqliteTransaction transaction, Table table)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        var marks = Enumerable.Range(1, table.ForPrograms.Length).Select(at => FormattableString.Invariant($"?{at}")).ToList();
        command.CommandText = $"INSERT INTO {Quoted(table.Name)} VALUES ({string.Join(", ", marks)})";
        foreach (var mark in marks)
        {
            command.Parameters.Add(new SqliteParameter(mark, null));
        }

        command.Prepare();
        return command;
    }

    private static string TableSql(Table table)
    {
        var columns = table.ForPrograms.Select(each => $"{Quoted(each.Column.Name)} {TypeOf(each.Column.Type)}{(each.Column.IsRequired ? " NOT NULL" : "")}");
        var keys = new[] { $"PRIMARY KEY ({Names(table.Key)})" }
            .Concat(table.Parent is { } parent ? [$"FOREIGN KEY ({Names(parent.Key)}) REFERENCES {Quoted(parent.Name)}"] : []);
        return $"CREATE TABLE {Quoted(table.Name)} ({string.Join(", ", columns.Concat(keys))});";
    }

    private static IEnumerable<string> Views()
    {
        const string OfDocument = "d.file_name AS file_name, d.sequence AS sequence";
        const string OfForm = OfDocument + ", f.year AS year, f.project_name AS project_name, f.department AS department, f.implementing_unit AS implementing_unit";
        const string JoinForm = "JOIN forms f ON f.document = t.document AND f.form = t.form";
        const string JoinDocument = "JOIN documents d ON d.document = t.document";
        yield return $"CREATE VIEW v_form AS SELECT {OfDocument}, {ColumnsOf(ExportTables.Forms)} FROM forms t {JoinDocument};";
        yield return $"CREATE VIEW v_fund AS SELECT {OfForm}, {ColumnsOf(ExportTables.Funds)} FROM funds t {JoinForm} {JoinDocument};";
        yield return $"CREATE VIEW v_indicator AS SELECT {OfForm}, {ColumnsOf(ExportTables.Indicators)} FROM indicators t {JoinForm} {JoinDocument};";
        yield return $"CREATE VIEW v_finding AS SELECT {OfForm}, {ColumnsOf(ExportTables.FindingRows)} FROM findings t LEFT {JoinForm} {JoinDocument};";
    }

    private static string ColumnsOf(Table table) =>
        string.Join(", ", table.ForPrograms.Select(each => $"t.{Quoted(each.Column.Name)} AS {Quoted(each.Column.Name)}"));

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Quoted));

    private static string Quoted(string name) => $"\"{name}\"";

    private static string TypeOf(ColumnType type) => type switch
    {
        ColumnType.Decimal => "NUMERIC",
        ColumnType.Integer => "INTEGER",
        ColumnType.Boolean => "INTEGER",
        _ => "TEXT",
    };

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
