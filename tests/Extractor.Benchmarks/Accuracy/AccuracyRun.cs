using System.Collections.Immutable;
using System.Text.Json;
using Extractor.Acceptance;

namespace Extractor.Benchmarks;

/// <summary>Compares what the program reads in a set of documents with what they say, by family and by printing program.</summary>
internal static class AccuracyRun
{
    private const int WorstShown = 12;

    private static readonly string[] Numbers = ["initialBudget", "annualBudget", "executed", "weight", "rate", "score"];

    /// <param name="verbose">Also the fields that went wrong, some of each family.</param>
    /// <returns>0; 3 where the folder holds no document with a truth.</returns>
    public static int Print(string folder, string program, string scratch, bool verbose)
    {
        var groups = new SortedDictionary<(string Family, string Printer), Tally>();
        var wrongs = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var document in Case.Of(folder, program, scratch))
        {
            var (tally, wrong) = Compare(document);
            var key = (document.Family, document.Printer);
            groups[key] = groups.GetValueOrDefault(key, new Tally()) + tally;
            wrongs.TryAdd(document.Family, []);
            wrongs[document.Family].AddRange(wrong);
        }

        if (groups.Count == 0)
        {
            Console.Error.WriteLine($"No document with a truth beside it in {folder}.");
            return 3;
        }

        Console.WriteLine(Tally.Header);
        foreach (var family in groups.GroupBy(group => group.Key.Family))
        {
            foreach (var (key, tally) in family)
            {
                Console.WriteLine(tally.Line(key.Family, key.Printer));
            }

            Console.WriteLine(family.Aggregate(new Tally(), (sum, group) => sum + group.Value).Line(family.Key, "all"));
            foreach (var wrong in wrongs[family.Key].Take(verbose ? WorstShown : 0))
            {
                Console.WriteLine("    " + wrong);
            }
        }

        Console.WriteLine(groups.Values.Aggregate(new Tally(), (sum, tally) => sum + tally).Line("all", ""));
        Refusals(groups);
        return 0;
    }

    private static void Refusals(IReadOnlyDictionary<(string Family, string Printer), Tally> groups)
    {
        var without = groups.Values.Where(tally => tally.Forms == 0).Aggregate(new Tally(), (sum, tally) => sum + tally);
        if (without.Documents > 0)
        {
            Console.WriteLine($"look-alikes: {without.Documents} documents without a form, {without.Invented} forms found in them");
        }
    }

    private static (Tally Tally, ImmutableArray<string> Wrong) Compare(Case document)
    {
        var places = Alignment.Of([.. document.Truths.Select(ReadForm.Key)], [.. document.Results.Select(ReadForm.Key)]);
        var tally = new Tally(Documents: 1, Invented: document.Results.Length - places.Count(place => place >= 0));
        var wrong = ImmutableArray.CreateBuilder<string>();
        foreach (var (truth, i) in document.Truths.Select((truth, i) => (truth, i)))
        {
            var name = $"{document.Name}#{i + 1}";
            var found = places[i] >= 0 ? document.Results[places[i]] : (JsonElement?)null;
            var (form, own) = found is { } result ? Compare(truth, result) : (Missed(truth), ["not found"]);
            tally += form;
            wrong.AddRange(own.Select(line => $"{name} {line}"));
        }

        if (tally.Invented > 0)
        {
            wrong.Add($"{document.Name}: {tally.Invented} forms that it does not say");
        }

        return (tally, wrong.ToImmutable());
    }

    private static Tally Missed(JsonElement truth) => new(
        Forms: 1, Fields: StatedForm.Fields(truth).Count, Rows: truth.GetProperty("indicators").GetArrayLength(), Extras: Extras(truth).Count);

    private static (Tally Tally, ImmutableArray<string> Wrong) Compare(JsonElement truth, JsonElement result)
    {
        var stated = StatedForm.Fields(truth);
        var read = ReadForm.Fields(result);
        var doubted = ReadForm.Doubted(result);
        var funds = Alignment.Of(Column(truth, "funds", "label"), Column(result, "funds", "label"));
        var indicators = Alignment.Of(Column(truth, "indicators", "level3"), Column(result, "indicators", "level3"));
        var wrong = ImmutableArray.CreateBuilder<string>();
        var brokenRows = new HashSet<string>();
        var silent = 0;
        foreach (var (pointer, text) in stated)
        {
            var place = Place(pointer, funds, indicators);
            var got = place is null ? "" : read.GetValueOrDefault(place, "");
            if (place is not null && got == text)
            {
                continue;
            }

            silent += Numbers.Contains(pointer[(pointer.LastIndexOf('/') + 1)..]) && !(place is not null && doubted.Contains(place)) ? 1 : 0;
            if (pointer.StartsWith("/indicators", StringComparison.Ordinal))
            {
                brokenRows.Add(pointer[..pointer.LastIndexOf('/')]);
            }

            wrong.Add($"{pointer}: stated '{text}', {(place is null ? "its row is not there" : $"read '{got}'")}");
        }

        var misread = wrong.Count;
        var extras = Extras(truth);
        var kept = extras.Where(extra => Extras(result).Any(other => other == extra)).ToList();
        wrong.AddRange(extras.Except(kept).Select(extra => $"extra {extra.Label}: '{extra.Text}' is not kept"));
        foreach (var (block, places) in new[] { ("funds", funds), ("indicators", indicators) })
        {
            var more = result.GetProperty(block).GetArrayLength() - places.Count(place => place >= 0);
            if (more > 0)
            {
                wrong.Add($"/{block}: {more} rows that the form does not say");
                misread++;
            }
        }

        return (new Tally(
            Forms: 1, Found: 1, Exact: misread == 0 ? 1 : 0, Fields: stated.Count, Right: stated.Count - Math.Min(stated.Count, misread), Rows: indicators.Length,
            Whole: indicators.Length - brokenRows.Count, Silent: silent, Extras: extras.Count, Kept: kept.Count), wrong.ToImmutable());
    }

    /// <summary>The pointer of the result for one of the truth; null where its row was not found.</summary>
    private static string? Place(string pointer, int[] funds, int[] indicators)
    {
        if (pointer.Split('/') is not ["", var block, var row, var field])
        {
            return pointer;
        }

        var place = (block == "funds" ? funds : indicators)[int.Parse(row, System.Globalization.CultureInfo.InvariantCulture)];
        return place < 0 ? null : $"/{block}/{place}/{field}";
    }

    private static string[] Column(JsonElement form, string block, string field) =>
        [.. form.GetProperty(block).EnumerateArray().Select(row => StatedForm.Text(row, field))];

    /// <summary>Labels without the colon that some print after them; texts that are not blank.</summary>
    private static List<(string Label, string Text)> Extras(JsonElement form) => !form.TryGetProperty("extra", out var extra) ? [] :
    [
        .. extra.EnumerateObject().Select(property => (Label: StatedForm.Bare(property.Name).TrimEnd('：', ':'), Text: StatedForm.Bare(property.Value.ToString())))
            .Where(pair => pair.Text.Length > 0),
    ];
}
