using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Extractor.Fixtures.Texts;

/// <summary>One field of public administration with its invented offices, projects, goals and indicators; <c>{区}</c> stands for a place.</summary>
/// <param name="Counts"><c>name|unit|lowest|highest</c> of quantity indicators.</param>
/// <param name="Rates">Names of quality indicators measured in percent.</param>
/// <param name="Effects"><c>name|expected word</c> of social benefits; likewise <paramref name="Nature"/> and <paramref name="Lasting"/>.</param>
public sealed record Field(
    string Name, ImmutableArray<string> Departments, ImmutableArray<string> Units, ImmutableArray<string> Projects,
    ImmutableArray<string> Aims, ImmutableArray<string> Counts, ImmutableArray<string> Rates,
    ImmutableArray<string> Effects, ImmutableArray<string> Nature, ImmutableArray<string> Lasting, ImmutableArray<string> People);

/// <summary>Texts that fit every field.</summary>
/// <param name="Costs"><c>name|unit|lowest|highest</c> of indicators whose value must not be passed.</param>
/// <param name="LongNames">Level-3 names that are whole sentences.</param>
/// <param name="Methods">How points are counted: of words, of numbers.</param>
/// <param name="Decisions"><c>name|expected word</c> of how a project was decided on; likewise <paramref name="Manners"/> of how it was managed.</param>
/// <param name="Managed">How funds were managed, beside the labels of <paramref name="Management"/>.</param>
/// <param name="Partly">What is printed when the expected word was not quite reached.</param>
public sealed record Phrases(
    ImmutableArray<string> Openings, ImmutableArray<string> Clauses, ImmutableArray<string> Closings, ImmutableArray<string> Achieved,
    ImmutableArray<string> Timely, ImmutableArray<string> Costs, ImmutableArray<string> Economy,
    ImmutableArray<string> LongNames, ImmutableArray<string> LongResults, ImmutableArray<string> Reasons,
    ImmutableDictionary<string, string> Partly, ImmutableArray<string> Sections, ImmutableArray<string> Paragraphs, ImmutableArray<string> Notes,
    ImmutableArray<string> BudgetTitles, ImmutableArray<string> BudgetItems,
    ImmutableArray<string> Contacts, ImmutableArray<string> Names, ImmutableArray<string> Remarks, ImmutableArray<string> Methods,
    ImmutableArray<string> Standards, ImmutableArray<string> Processes, ImmutableArray<string> Conclusions, ImmutableArray<string> Problems,
    ImmutableArray<string> Improvements, ImmutableArray<string> Ministries, ImmutableArray<string> Management, ImmutableArray<string> Managed,
    ImmutableArray<string> Decisions, ImmutableArray<string> Manners, ImmutableArray<string> Declarations, ImmutableArray<string> IndexTitles,
    ImmutableArray<string> Meanings, ImmutableArray<string> AccountTitles, ImmutableArray<string> ListTitles);

/// <summary>The generator's own words, from the JSON files beside this one. All places, offices and projects are invented.</summary>
public static class Vocabulary
{
    public static ImmutableArray<string> Places { get; } = Load<ImmutableArray<string>>("places.json");

    public static ImmutableArray<Field> Fields { get; } = Load<ImmutableArray<Field>>("fields.json");

    public static Phrases Phrases { get; } = Load<Phrases>("phrases.json");

    private static T Load<T>(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in the program.");
        return JsonSerializer.Deserialize<T>(stream, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException($"{name} is empty.");
    }
}
