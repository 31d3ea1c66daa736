namespace Extractor.Cli.Tests;

public sealed class RulesTests
{
    [Fact]
    public void The_rules_are_listed_with_their_words_and_the_profiles_below()
    {
        var run = TestedProgram.Run(["rules", "--lang", "en"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"(?m)^S09 v1  error +\S", run.Out);
        Assert.Contains("Basis: 财预〔2020〕10号", run.Out, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^C01 v1  warning +\S", run.Out);
        Assert.Matches(@"(?m)^H01 v2  info +\S", run.Out);
        Assert.Matches(@"(?m)^national-2020 +.*all others", run.Out);
    }

    [Fact]
    public void A_profile_that_does_not_exist_is_bad_usage()
    {
        var run = TestedProgram.Run(["audit", "--profile", "nowhere.json", "x.json"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("nowhere.json", run.Error, StringComparison.Ordinal);
    }
}
