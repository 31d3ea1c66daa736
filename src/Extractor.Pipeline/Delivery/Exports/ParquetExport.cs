using System.Globalization;
using System.Text;
using DuckDB.NET.Native;
using Extractor.Pipeline.Delivery.Tables;

namespace Extractor.Pipeline.Delivery.Exports;

/// <summary>
/// A Parquet file for each table. Numbers are DECIMAL(38,12); one that does not fit is null, and its text says it.
/// </summary>
/// <remarks>
/// DuckDB by its C interface: its ADO.NET provider is not made for native compilation, and cuts texts at a NUL. The library
/// is loaded by the first call, so that nobody pays for it who wants no Parquet.
/// </remarks>
internal static class ParquetExport
{
    private const int Decimals = 12;

    /// <summary>The first number that DECIMAL(38,12) cannot hold.</summary>
    private const decimal Beyond = 1_0000_0000_0000_0000_0000_0000_00m;

    public static string Library => "duckdb " + NativeMethods.Startup.DuckDBLibraryVersion();

    public static void Write(string folder, IEnumerable<DocumentLine> documents)
    {
        var work = Path.Combine(folder, ".work");
        Directory.CreateDirectory(work);
        using (var database = DuckDatabase.Create(Path.Combine(work, "tables.duckdb")))
        {
            foreach (var table in ExportTables.All)
            {
                database.Execute(TableSql(table));
            }

            Append(database, documents);
            foreach (var table in ExportTables.All)
            {
                database.Execute($"COPY {table.Name} TO {DuckDatabase.Literal(Path.Combine(folder, table.Name + ".parquet"))} (FORMAT parquet, COMPRESSION zstd)");
            }
        }

        Directory.Delete(work, recursive: true);
    }

    private static void Append(DuckDatabase database, IEnumerable<DocumentLine> documents)
    {
        var appenders = ExportTables.All.Select(table => (Table: table, Rows: database.Append(table.Name))).ToList();
        try
        {
            foreach (var line in documents)
            {
                foreach (var (table, rows) in appenders)
                {
                    foreach (var row in table.Rows(line))
                    {
                        foreach (var (column, index) in table.ForPrograms)
                        {
                            Append(rows, column.Type, row[index]);
                        }

                        rows.EndRow();
                    }
                }
            }

            foreach (var (_, rows) in appenders)
            {
                rows.End();
            }
        }
        finally
        {
            foreach (var (_, rows) in appenders)
            {
                rows.Dispose();
            }
        }
    }

    private static void Append(DuckAppender rows, ColumnType type, Cell cell)
    {
        if (cell.Text is { } text)
        {
            rows.Add(text);
        }
        else if (cell.Truth is { } truth)
        {
            rows.Add(truth);
        }
        else if (cell.Number is { } number && type == ColumnType.Integer)
        {
            rows.Add((long)number);
        }
        else if (cell.Number is { } exact && exact.Scale <= Decimals && Math.Abs(exact) < Beyond)
        {
            // As text, which the library reads exactly.
            rows.Add(exact.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            rows.AddNothing();
        }
    }

    private static string TableSql(Table table)
    {
        var sql = new StringBuilder($"CREATE TABLE {table.Name} (");
        sql.AppendJoin(", ", table.ForPrograms.Select(each => $"\"{each.Column.Name}\" {TypeOf(each.Column.Type)}"));
        return sql.Append(')').ToString();
    }

    private static string TypeOf(ColumnType type) => type switch
    {
        ColumnType.Decimal => "DECIMAL(38, 12)",
        ColumnType.Integer => "BIGINT",
        ColumnType.Boolean => "BOOLEAN",
        _ => "VARCHAR",
    };
}
