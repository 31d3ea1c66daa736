using Extractor.Fixtures.Documents;
using Extractor.Fixtures.Layouts;
using Extractor.Fixtures.Printing;

namespace Extractor.Fixtures;

/// <summary>Many documents for accuracy runs: <c>name.pdf</c>, <c>name.truth.json</c> and <c>name.tables.json</c>.</summary>
public static class BulkSet
{
    private const int FaultPercent = 30;

    private const int LongGoalPercent = 8;

    private const int MostForms = 5;

    /// <param name="producer">Only this printing program; all in turn where it is null.</param>
    /// <param name="families">The documents are of these in turn.</param>
    /// <param name="faults">The kinds of faults that are planted in forms of the standard layout.</param>
    public static void Make(DirectoryInfo directory, ulong seed, int count, string? producer, IReadOnlyList<string> families, IReadOnlyList<string> faults)
    {
        directory.Create();
        var printers = (producer is null ? Printers.Names : [producer]).Select(Printers.Named).ToList();
        // Every family meets every printer, also where the families are a multiple of the printers.
        var orders = Enumerable.Range(0, count).Select(i => (printer: printers[(i + (families.Count % printers.Count == 0 ? i / families.Count : 0)) % printers.Count], number: i))
            .Select(o => (o.printer, order: Order(o.printer, seed, o.number, families[o.number % families.Count], faults)));
        foreach (var group in orders.GroupBy(o => o.printer, o => DossierDraft.Draw(seed, o.order)))
        {
            foreach (var (dossier, missing) in PrintCheck.Print(group.Key, [.. group], directory.FullName))
            {
                var path = Path.Combine(directory.FullName, dossier.Name);
                File.WriteAllText(path + ".truth.json", Truth.Forms(dossier, seed, group.Key, missing));
                File.WriteAllText(path + ".tables.json", Truth.Tables(dossier));
            }
        }
    }

    private static Order Order(IPrinter printer, ulong seed, int number, string family, IReadOnlyList<string> faults)
    {
        var standard = family == ShanghaiLayout.Template;
        var name = FormattableString.Invariant($"{(standard ? "" : family + "-")}{printer.Name}-{seed}-{number:d3}");
        return new Order(name, new Chance(seed).Fork(name).Between(1, standard ? 8 : MostForms))
        {
            Family = family,
            // What the faults break is known of the standard layout alone.
            Fault = standard ? Documents.Order.Often(FaultPercent, faults) : (_, _) => null,
            LongGoalPercent = printer.SplitsRows ? LongGoalPercent : 0,
            SurroundingsPercent = standard ? 100 : 50,
        };
    }
}
