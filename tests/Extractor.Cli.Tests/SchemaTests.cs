using System.Text;
using System.Text.Json.Nodes;
using Extractor.Core.Results;

namespace Extractor.Cli.Tests;

/// <summary>The published schema: it is made from the types, and a validator of others holds results against it.</summary>
public sealed class SchemaTests : IDisposable
{
    private const string AcceptVariable = "EXTRACTOR_ACCEPT";

    private static readonly string Published = Path.Combine(TestedProgram.Repository, "schema", "result-1.0.schema.json");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_published_schema_is_the_one_that_the_types_give()
    {
        var generated = Encoding.UTF8.GetString(ResultSchema.Generate());
        if (Environment.GetEnvironmentVariable(AcceptVariable) == "1")
        {
            File.WriteAllText(Published, generated);
        }

        Assert.Equal(File.ReadAllText(Published), generated);
    }

    [Fact]
    public void The_program_prints_the_published_schema() =>
        Assert.Equal(new Run(0, File.ReadAllText(Published), ""), TestedProgram.Run(["schema"]));

    [Fact]
    public void The_result_of_the_sample_is_valid()
    {
        TestedProgram.Run(["extract", Path.Combine(TestedProgram.Repository, "fixtures", "sample", "input.pdf"), "--output", _folder.Path]);
        Assert.Equal("valid\n", Validate(_folder.At("input.json")));
    }

    [Fact]
    public void An_example_with_everything_in_it_is_valid_and_can_be_read()
    {
        Assert.Equal("valid\n", Validate(Example));
        var read = ResultFormat.ReadResultFile(File.ReadAllBytes(Example));
        Assert.Equal(2, read.Forms[0].Provenance.Single(field => field.Pointer == "/goals/expected").Places.Length);
    }

    [Theory]
    [InlineData("/schemaVersion", null)]
    [InlineData("/document/pageCount", "\"12\"")]
    [InlineData("/pages/0/origin", "\"scan\"")]
    [InlineData("/unread/0/reason", "\"because\"")]
    [InlineData("/refused/0/reason", "\"not-a-form\"")]
    [InlineData("/refused/0/message", null)]
    [InlineData("/forms/0/funds/0/executed", "\"136250.54\"")]
    [InlineData("/forms/0/funds/0/executed/value", "\"136250.54\"")]
    [InlineData("/forms/0/indicators/0/target/comparator", null)]
    [InlineData("/forms/0/extra", "[]")]
    [InlineData("/forms/0/provenance/~1title/box", "[1, 2, 3]")]
    [InlineData("/forms/0/findings/0/severity", "\"fatal\"")]
    [InlineData("/forms/0/findings/0/explanation", "\"unknown\"")]
    public void A_fault_anywhere_is_found(string pointer, string? replacement)
    {
        var faulty = JsonNode.Parse(File.ReadAllText(Example))!;
        var steps = pointer.Split('/').Skip(1).Select(step => step.Replace("~1", "/", StringComparison.Ordinal)).ToList();
        var parent = steps.SkipLast(1).Aggregate(faulty, (node, step) => node is JsonArray array ? array[int.Parse(step, null)]! : node[step]!);
        Assert.True(parent.AsObject().ContainsKey(steps[^1]));
        if (replacement is null)
        {
            parent.AsObject().Remove(steps[^1]);
        }
        else
        {
            parent[steps[^1]] = JsonNode.Parse(replacement);
        }

        File.WriteAllText(_folder.At("faulty.json"), faulty.ToJsonString());
        Assert.StartsWith("invalid", Validate(_folder.At("faulty.json")), StringComparison.Ordinal);
    }

    /// <summary>Written by hand after the contract, by no program.</summary>
    private static string Example => Path.Combine(TestedProgram.Repository, "tests", "Extractor.Cli.Tests", "example.json");

    private static string Validate(string file)
    {
        var folder = Path.Combine(TestedProgram.Repository, "artifacts", "json-schema-validator");
        Assert.True(Directory.Exists(folder), "The validator is fetched by: scripts/setup --tests");
        const string script = """
            const { Validator } = require(process.argv[1] + "/dist/commonjs/index.js");
            const read = file => JSON.parse(require("fs").readFileSync(file, "utf8"));
            const { valid, errors } = new Validator(read(process.argv[2]), "2020-12").validate(read(process.argv[3]));
            console.log(valid ? "valid" : "invalid " + JSON.stringify(errors));
            """;
        var run = TestedProgram.RunOther("node", ["-e", script, folder, Published, file]);
        Assert.Equal("", run.Error);
        return run.Out;
    }
}
