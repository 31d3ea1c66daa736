using Extractor.Core.Forms;
using Extractor.Core.Reconstruction;

namespace Extractor.Acceptance;

/// <summary>What holds for every document, whatever it says.</summary>
public class InvariantTests
{
    public static TheoryData<string> Cases() => Fixture.All();

    /// <summary>What the tables of a text dump were is not known apart from its forms.</summary>
    public static TheoryData<string> CasesWithTables() => Fixture.All(with: "tables.json");

    public static TheoryData<string> Scans() => Fixture.AllScans();

    [Theory]
    [MemberData(nameof(Cases))]
    [MemberData(nameof(Scans))]
    public void A_fixture_tells_its_story(string name)
    {
        var story = Fixture.Json(name, "fixture.json");
        Assert.All(["purpose", "generator", "seed", "producer", "licence"], field => Assert.NotEqual("", story.GetProperty(field).ToString()));
        Assert.Equal(story.GetProperty("sha256").GetString(), Fixture.Sha256(name));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_page_is_read(string name) => Assert.Empty(Fixture.Extract(name).Unread);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_slot_of_every_table_is_covered_by_exactly_one_cell(string name)
    {
        foreach (var table in Fixture.Extract(name).Tables)
        {
            var covered = new int[table.RowCount, table.ColumnCount];
            foreach (var cell in table.Cells)
            {
                for (var row = cell.Row; row < cell.EndRow; row++)
                {
                    for (var column = cell.Column; column < cell.EndColumn; column++)
                    {
                        covered[row, column]++;
                    }
                }
            }

            Assert.All(covered.Cast<int>(), times => Assert.Equal(1, times));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_text_says_where_it_stands_and_stands_on_its_page(string name)
    {
        var extraction = Fixture.Extract(name);
        foreach (var form in extraction.Forms.Select(audited => audited.Form))
        {
            var located = form.Provenance.Select(field => field.Pointer).ToHashSet();
            Assert.All(Texts(form).Where(field => field.Text.Length > 0), field => Assert.Contains(field.Pointer, located));
            Assert.All(form.Provenance.SelectMany(field => field.Places), place =>
            {
                var page = extraction.Pages.Single(page => page.Number == place.Page);
                Assert.True(0 <= place.Box[0] && place.Box[0] <= place.Box[2] && place.Box[2] <= (decimal)page.Width, $"{place}");
                Assert.True(0 <= place.Box[1] && place.Box[1] <= place.Box[3] && place.Box[3] <= (decimal)page.Height, $"{place}");
                Assert.InRange(place.Confidence, 0, 1);
            });
        }
    }

    [Theory]
    [MemberData(nameof(CasesWithTables))]
    public void Tables_are_those_that_were_printed_joined_where_they_are_one(string name)
    {
        var printed = Fixture.Json(name, "tables.json").GetProperty("tables").EnumerateArray()
            .Select(table => (Rows: table.GetProperty("rowCount").GetInt32(), Columns: table.GetProperty("columnCount").GetInt32(),
                Texts: table.GetProperty("cells").EnumerateArray().Select(cell => LabelKey.Of(cell.GetProperty("text").GetString()!)).ToArray()));
        var found = Fixture.Extract(name).Tables
            .Select(table => (Rows: table.RowCount, Columns: table.ColumnCount, Texts: table.Cells.Select(cell => LabelKey.Of(cell.Text)).ToArray()));
        Assert.Equal(printed.Select(table => (table.Rows, table.Columns)), found.Select(table => (table.Rows, table.Columns)));
        Assert.All(printed.Zip(found), pair => Assert.Equal(pair.First.Texts, pair.Second.Texts));
    }

    private static IEnumerable<(string Pointer, string Text)> Texts(Form form)
    {
        yield return ("/title", form.Title);
        yield return ("/projectName", form.ProjectName ?? "");
        yield return ("/department", form.Department ?? "");
        yield return ("/implementingUnit", form.ImplementingUnit ?? "");
        yield return ("/unit", form.Unit ?? "");
        yield return ("/goals/expected", form.Goals?.Expected ?? "");
        yield return ("/goals/actual", form.Goals?.Actual ?? "");
        yield return ("/total/weight", form.Total?.Weight?.Text ?? "");
        yield return ("/total/score", form.Total?.Score?.Text ?? "");
        for (var i = 0; i < form.Funds.Length; i++)
        {
            yield return ($"/funds/{i}/label", form.Funds[i].Label);
            yield return ($"/funds/{i}/executed", form.Funds[i].Executed?.Text ?? "");
            yield return ($"/funds/{i}/rate", form.Funds[i].Rate?.Text ?? "");
        }

        for (var i = 0; i < form.Indicators.Length; i++)
        {
            yield return ($"/indicators/{i}/level1", form.Indicators[i].Level1 ?? "");
            yield return ($"/indicators/{i}/level3", form.Indicators[i].Level3 ?? "");
            yield return ($"/indicators/{i}/target", form.Indicators[i].Target?.Text ?? "");
            yield return ($"/indicators/{i}/score", form.Indicators[i].Score?.Text ?? "");
            yield return ($"/indicators/{i}/deviation", form.Indicators[i].Deviation ?? "");
        }
    }
}
