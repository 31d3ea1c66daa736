using System.Text.Json;

namespace Extractor.Cli.Tests;

/// <summary><c>--profile</c> of extract, through the workers to the result.</summary>
public sealed class ProfileOptionTests : IDisposable
{
    private static readonly string Sample = Path.Combine(TestedProgram.Repository, "fixtures", "sample", "input.pdf");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_result_says_which_profile_was_taken_and_why()
    {
        TestedProgram.Run(["extract", Sample, "--output", _folder.Path, "--quiet"]);
        Assert.All(Profiles(), profile => Assert.Equal(("national-2020", "no other is for its template"), profile));

        // A file of one's own, named by a path that is relative to where the user stands.
        File.WriteAllText(_folder.At("mine.profile"), """{ "id": "mine", "name": "x", "off": ["S01"] }""");
        TestedProgram.Run(["extract", Sample, "--output", _folder.Path, "--quiet", "--profile", _folder.At("mine.profile")]);
        Assert.All(Profiles(), profile => Assert.Equal(("mine", "ordered by the user"), profile));
    }

    [Theory]
    [InlineData("""
        {
          "id": "mine", "name": "x",
          "lowerBand": 0.9
        }
        """, "line 3: the bands do not rise")]
    [InlineData("{", "line 1")]
    public void A_profile_that_contradicts_itself_is_bad_usage_told_once(string json, string says)
    {
        File.WriteAllText(_folder.At("bad.profile"), json);
        var run = TestedProgram.Run(["extract", Sample, Sample, "--output", _folder.Path, "--profile", _folder.At("bad.profile")]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private IEnumerable<(string, string)> Profiles()
    {
        using var result = JsonDocument.Parse(File.ReadAllText(_folder.At("input.json")));
        return [.. result.RootElement.GetProperty("forms").EnumerateArray().Select(form => form.GetProperty("profile"))
            .Select(profile => (profile.GetProperty("id").GetString()!, profile.GetProperty("reasonEn").GetString()!))];
    }
}
