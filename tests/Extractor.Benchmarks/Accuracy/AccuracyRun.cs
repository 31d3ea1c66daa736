using System.Collections.Immutable;

namespace Extractor.Benchmarks;

/// <summary>Compares what the program reads in a set of documents with what they say, by family and by printing program.</summary>
internal static class AccuracyRun
{
    private const int WorstShown = 12;

    /// <param name="verbose">Also the fields that went wrong, some of each family.</param>
    /// <returns>0; 3 where the folder holds no document with a truth.</returns>
    public static int Print(string folder, string program, string scratch, bool verbose)
    {
        var groups = new SortedDictionary<(string Family, string Printer), Tally>();
        var wrongs = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var document in Case.Of(folder).Select(document => document.Read(program, scratch)))
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
        var (forms, invented) = FormOutcome.Of(document.Truths, document.Results);
        var wrong = forms.SelectMany((form, i) => Complaints(form).Select(line => $"{document.Name}#{i + 1} {line}"));
        return (
            forms.Aggregate(new Tally(Documents: 1, Invented: invented), (sum, form) => sum + Of(form)),
            [.. wrong, .. invented > 0 ? [$"{document.Name}: {invented} forms that it does not say"] : ImmutableArray<string>.Empty]);
    }

    private static Tally Of(FormOutcome form)
    {
        var wrong = form.Wrong.Count();
        var misread = wrong + form.MoreRows.Length;
        return new Tally(
            Forms: 1, Found: form.Found ? 1 : 0, Exact: misread == 0 ? 1 : 0, Fields: form.Fields.Length,
            Right: form.Fields.Length - Math.Min(form.Fields.Length, misread), Rows: form.Rows, Whole: form.Whole,
            Silent: form.Found ? form.Fields.Count(field => field.IsSilent) : 0, Extras: form.Extras.Length, Kept: form.Extras.Length - form.Lost.Length);
    }

    private static IEnumerable<string> Complaints(FormOutcome form) => !form.Found ? ["not found"] :
    [
        .. form.Wrong.Select(field => field.ToString()),
        .. form.Lost.Select(extra => $"extra {extra.Label}: '{extra.Text}' is not kept"),
        .. form.MoreRows.Select(more => $"/{more.Block}: {more.Count} rows that the form does not say"),
    ];
}
