using Extractor.Pipeline.Delivery.Tables;

namespace Extractor.Pipeline.Tests.Delivery.Tables;

public class ExportTablesTests
{
    public static TheoryData<string> Names() => new(ExportTables.All.Select(table => table.Name));

    private static Table Named(string name) => ExportTables.All.Single(table => table.Name == name);

    private static List<Cell[]> Rows(Table table) => [.. SampleDocuments.All.SelectMany(document => table.Rows(new DocumentLine(document)))];

    private static object? Value(string table, int row, string column)
    {
        var cell = Rows(Named(table))[row][Named(table).Columns.Select(each => each.Name).ToList().IndexOf(column)];
        return cell.Text ?? cell.Number ?? (object?)cell.Truth;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Column_names_are_lower_case_words_and_unique(string name)
    {
        var names = Named(name).Columns.Select(column => column.Name).ToList();
        Assert.All(names, column => Assert.Matches("^[a-z][a-z0-9]*(_[a-z0-9]+)*$", column));
        Assert.Equal(names.Distinct(), names);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_key_tells_rows_apart_and_is_what_children_refer_to(string name)
    {
        var table = Named(name);
        var key = table.Key.Select(part => table.Columns.Select(column => column.Name).ToList().IndexOf(part)).ToList();
        Assert.DoesNotContain(-1, key);
        var keys = Rows(table).Select(row => string.Join('|', key.Select(index => row[index]))).ToList();
        Assert.NotEmpty(keys);
        Assert.Equal(keys.Distinct(), keys);
        Assert.All(table.Parent?.Key ?? [], part => Assert.Contains(table.ForPrograms, each => each.Column.Name == part));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Cells_are_of_their_column_s_type_and_words(string name)
    {
        var table = Named(name);
        foreach (var row in Rows(table))
        {
            Assert.Equal(table.Columns.Length, row.Length);
            foreach (var (column, cell) in table.Columns.Zip(row))
            {
                Assert.True(column.Type is ColumnType.Text or ColumnType.Code ? cell.Text is not null || cell.IsNothing : cell.Text is null, column.Name);
                Assert.False(column.IsRequired && cell.IsNothing, column.Name);
                Assert.True(column.Words.IsEmpty || cell.Text is null || column.Words.Contains(cell.Text), column.Name);
            }
        }
    }

    [Fact]
    public void A_reading_has_its_value_its_text_how_sure_it_is_and_who_stands_for_it()
    {
        Assert.Equal(342.77m, Value("funds", 0, "executed"));
        Assert.Equal("342.77", Value("funds", 0, "executed_text"));
        Assert.Equal(0.5m, Value("funds", 0, "executed_confidence"));
        Assert.Equal("machine", Value("funds", 0, "executed_status"));
    }

    [Fact]
    public void What_is_no_number_has_a_text_and_no_value_and_a_cell_that_the_layout_lacks_has_nothing()
    {
        Assert.Null(Value("funds", 1, "rate"));
        Assert.Equal("136.250.54", Value("funds", 1, "rate_text"));
        Assert.Equal("", Value("funds", 1, "annual_budget_text"));
        Assert.Null(Value("funds", 1, "initial_budget_text"));
        Assert.Null(Value("funds", 1, "initial_budget_status"));
    }

    [Fact]
    public void A_field_is_as_sure_as_its_least_sure_part_and_each_part_has_a_place()
    {
        Assert.Equal(0.75m, Value("indicators", 1, "level3_confidence"));
        Assert.Equal([1m, 2m], Rows(ExportTables.Places).Where(row => row[2].Text == "/indicators/1/level3").Select(row => row[3].Number!.Value));
    }

    [Fact]
    public void What_a_person_should_look_at_is_named_by_its_column()
    {
        Assert.Equal("executed", Value("funds", 0, "to_review"));
        Assert.Null(Value("funds", 1, "to_review"));
        Assert.Equal("total_score", Value("forms", 0, "to_review"));
    }

    [Fact]
    public void A_document_that_was_superseded_is_marked_and_stays()
    {
        Assert.Equal(SampleDocuments.Third, Value("documents", 1, "superseded_by"));
        Assert.Equal("refused", Value("documents", 1, "outcome"));
        Assert.Equal("encrypted", Value("documents", 1, "reason"));
    }

    [Theory]
    [InlineData("/total/score", "总得分")]
    [InlineData("/funds/1/rate", "资金第2行 执行率")]
    [InlineData("/indicators/0/target", "指标第1行 年度指标值")]
    [InlineData("/indicators", "指标")]
    [InlineData("/goals/actual", "目标完成情况")]
    [InlineData("/extra/其他需要~1说明事项", "其他栏目其他需要/说明事项")]
    public void A_finding_names_its_place_as_a_person_would(string subject, string expected)
    {
        var document = new DocumentLine(SampleDocuments.All[0]);
        var finding = document.Findings[1];
        Assert.Equal(expected, FieldPlace.Of(finding with { Finding = finding.Finding with { Subject = subject } }).Title);
    }

    [Fact]
    public void A_finding_about_the_document_can_point_into_a_form()
    {
        var place = FieldPlace.Of(new DocumentLine(SampleDocuments.All[0]).Findings[0]);
        Assert.Equal("表1 资金第1行 执行率", place.Title);
        Assert.Equal(0, place.Index);
    }
}
