using Extractor.Pipeline.Delivery.Exports;

namespace Extractor.Pipeline.Tests.Delivery.Exports;

public class StandingExportsTests
{
    private static readonly ExportOptions Options = new("0.1.0");

    private readonly ManualTime _time = new();
    private int _asked;

    private void Refresh(StandingExports exports, int documents, bool rests = true) => exports.Refresh(
        SampleDocuments.All[documents - 1].Sequence,
        () =>
        {
            _asked++;
            return SampleDocuments.All.Take(documents);
        },
        rests);

    [Fact]
    public void What_is_behind_is_made_anew_after_a_rest_and_what_is_not_stays()
    {
        using var folder = new TemporaryFolder();
        var exports = new StandingExports(folder.At("exports"), [ExportFormat.Csv, ExportFormat.Changes], Options, _time);

        Refresh(exports, 1);
        Refresh(exports, 2);
        Assert.Equal(2, _asked);
        Assert.Equal(3, Export.Standing(ExportFormat.Csv, exports.PathOf(ExportFormat.Csv))!.UpTo);

        _time.Pass(TimeSpan.FromSeconds(6));
        Refresh(exports, 2);
        Assert.Equal(5, Export.Standing(ExportFormat.Csv, exports.PathOf(ExportFormat.Csv))!.UpTo);
        Assert.Equal(5, Export.Standing(ExportFormat.Changes, exports.PathOf(ExportFormat.Changes))!.UpTo);

        _time.Pass(TimeSpan.FromHours(1));
        Refresh(exports, 2);
        Assert.Equal(4, _asked);
    }

    [Fact]
    public void At_the_end_nothing_rests()
    {
        using var folder = new TemporaryFolder();
        var exports = new StandingExports(folder.At("exports"), [ExportFormat.Xlsx], Options, _time);
        Refresh(exports, 1);
        Refresh(exports, 3, rests: false);
        Assert.Equal(8, Export.Standing(ExportFormat.Xlsx, exports.PathOf(ExportFormat.Xlsx))!.UpTo);
    }

    [Fact]
    public void Another_version_makes_them_anew_and_so_does_a_program_that_starts_again()
    {
        using var folder = new TemporaryFolder();
        Refresh(new StandingExports(folder.Path, [ExportFormat.Ndjson], Options, _time), 3);
        Refresh(new StandingExports(folder.Path, [ExportFormat.Ndjson], Options, _time), 3);
        Assert.Equal(1, _asked);
        Refresh(new StandingExports(folder.Path, [ExportFormat.Ndjson], Options with { ProgramVersion = "0.2.0" }, _time), 3);
        Assert.Equal(2, _asked);
    }

    [Theory]
    [InlineData(ExportFormat.Csv, "csv/funds.csv")]
    [InlineData(ExportFormat.Xlsx, "data.xlsx")]
    public void What_somebody_removed_is_made_again(ExportFormat format, string file)
    {
        using var folder = new TemporaryFolder();
        Refresh(new StandingExports(folder.Path, [format], Options, _time), 3);
        File.Delete(folder.At(file));
        Refresh(new StandingExports(folder.Path, [format], Options, _time), 3);
        Assert.True(File.Exists(folder.At(file)));
    }

    [Fact]
    public void What_they_hold_is_what_an_export_holds()
    {
        using var folder = new TemporaryFolder();
        var exports = new StandingExports(folder.At("standing"), [ExportFormat.Sqlite], Options, _time);
        Refresh(exports, 2);
        Refresh(exports, 3, rests: false);
        Export.Write(ExportFormat.Sqlite, folder.At("data.sqlite"), SampleDocuments.All, Options);
        Assert.Equal(File.ReadAllBytes(folder.At("data.sqlite")), File.ReadAllBytes(exports.PathOf(ExportFormat.Sqlite)));
    }
}
