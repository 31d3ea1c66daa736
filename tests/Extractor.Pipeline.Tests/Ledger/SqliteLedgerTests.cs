using Extractor.Pipeline.Ledger;
using Microsoft.Data.Sqlite;

namespace Extractor.Pipeline.Tests.Ledger;

public sealed class SqliteLedgerTests : LedgerContract
{
    private string File => Folder.At("ledger.db");

    protected override ILedger Open() => SqliteLedger.Open(File, Time);

    [Theory]
    [InlineData(1)]
    public void A_ledger_of_an_older_version_is_brought_up_to_date_with_all_it_knows(int version)
    {
        using (var old = new Statements(SqliteLedger.Connect(File, SqliteOpenMode.ReadWriteCreate)))
        {
            SqliteLedger.Migrate(old.Connection, File, version);
            old.Execute($"INSERT INTO document (sha256, length, name, output, state, arrived) VALUES ('{Sha('a')}', 1, 'a.pdf', 'a.json', 'waiting', 0)");
        }

        Assert.True(version < SqliteLedger.Schemas[^1].Version);
        Complete(Take(), "r1");
        Assert.Equal("a.pdf", Assert.Single(Ledger.Ended(0)).Name);
    }

    [Fact]
    public void Schemas_are_numbered_without_gaps() =>
        Assert.Equal(Enumerable.Range(1, SqliteLedger.Schemas.Count), SqliteLedger.Schemas.Select(schema => (int)schema.Version));

    [Fact]
    public void A_ledger_of_a_newer_version_is_refused()
    {
        Open().Dispose();
        using (var newer = new Statements(SqliteLedger.Connect(File, SqliteOpenMode.ReadWrite)))
        {
            newer.Execute("PRAGMA user_version = 999");
        }

        Assert.Equal(StoreProblem.Newer, Assert.Throws<StoreException>(Open).Problem);
    }

    [Fact]
    public void A_file_that_is_no_ledger_is_refused_and_left_as_it_is()
    {
        Folder.Write("ledger.db", "no database at all, but long enough to be looked at as one"u8);
        Assert.Equal(StoreProblem.NotALedger, Assert.Throws<StoreException>(Open).Problem);
        System.IO.File.Delete(File);
        using (var other = new Statements(SqliteLedger.Connect(File, SqliteOpenMode.ReadWriteCreate)))
        {
            other.Execute("CREATE TABLE theirs (x)");
        }

        Assert.Equal(StoreProblem.NotALedger, Assert.Throws<StoreException>(Open).Problem);
    }

    [Fact]
    public void Two_that_have_it_open_get_every_document_once()
    {
        Arrive("a.pdf", 'a');
        Arrive("b.pdf", 'b');
        using var other = Open();
        Assert.Equal(Sha('a'), Take().Sha256);
        Assert.Equal(Sha('b'), other.Take(TimeSpan.FromMinutes(1))!.Sha256);
        Assert.Null(Ledger.Take(TimeSpan.FromMinutes(1)));
    }
}
