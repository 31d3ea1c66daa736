using Extractor.Fixtures.Documents;
using Extractor.Fixtures.Layouts;
using Extractor.Fixtures.Layouts.Families;
using Extractor.Fixtures.Printing;

namespace Extractor.Fixtures;

/// <summary>Many documents for accuracy runs: <c>name.pdf</c>, <c>name.truth.json</c> and <c>name.tables.json</c>.</summary>
public static class BulkSet
{
    private const int FaultPercent = 30;

    private const int LongGoalPercent = 8;

    private const int MostForms = 5;

    /// <summary>Where faults of all kinds are planted, so many forms a document, so that few documents hold many.</summary>
    private const int FewestFaulty = 4, MostFaulty = 7;

    /// <param name="producer">Only this printing program; all in turn where it is null.</param>
    /// <param name="families">The documents are of these in turn.</param>
    /// <param name="faults">sums or judgements, in forms of the standard layout; all, in every second form of any layout, so that each kind is planted about as often.</param>
    public static void Make(DirectoryInfo directory, ulong seed, int count, string? producer, IReadOnlyList<string> families, string faults)
    {
        directory.Create();
        var printers = (producer is null ? Printers.Names : [producer]).Select(Printers.Named).ToList();
        // Every family meets every printer, also where the families are a multiple of the printers.
        var orders = Enumerable.Range(0, count).Select(i => (printer: printers[(i + (families.Count % printers.Count == 0 ? i / families.Count : 0)) % printers.Count], number: i))
            .Select(o => (o.printer, order: Order(o.printer, seed, o.number, families[o.number % families.Count], faults)));
        var planted = Planting.Faults.All.ToDictionary(fault => fault.Kind, _ => 0);
        foreach (var group in orders.GroupBy(o => o.printer, o => Draw(seed, o.order, planted, all: faults == "all")))
        {
            foreach (var (dossier, missing) in PrintCheck.Print(group.Key, [.. group], directory.FullName))
            {
                var path = Path.Combine(directory.FullName, dossier.Name);
                File.WriteAllText(path + ".truth.json", Truth.Forms(dossier, seed, group.Key, missing));
                File.WriteAllText(path + ".tables.json", Truth.Tables(dossier));
            }
        }
    }

    /// <param name="planted">How often each kind of fault has been planted so far; the rarest come first.</param>
    private static Dossier Draw(ulong seed, Order order, Dictionary<string, int> planted, bool all)
    {
        var rarest = planted.Keys.OrderBy(kind => planted[kind]).ToList();
        var dossier = DossierDraft.Draw(seed, all ? order with { Faults = Documents.Order.HalfOfThem(rarest) } : order);
        foreach (var fault in dossier.Forms.SelectMany(form => form.Planted))
        {
            planted[fault.Kind]++;
        }

        return dossier;
    }

    private static Order Order(IPrinter printer, ulong seed, int number, string family, string faults)
    {
        var standard = family == ShanghaiLayout.Template;
        var name = FormattableString.Invariant($"{(standard ? "" : family + "-")}{printer.Name}-{seed}-{number:d3}");
        var (low, high) = faults == "all" && family != FormFamily.LookAlikes ? (FewestFaulty, MostFaulty) : (1, standard ? 8 : MostForms);
        return new Order(name, new Chance(seed).Fork(name).Between(low, high))
        {
            Family = family,
            Faults = standard ? Documents.Order.Often(FaultPercent, faults == "judgements" ? Planting.Faults.Judgements : Planting.Faults.Sums) : (_, _) => [],
            LongGoalPercent = printer.SplitsRows ? LongGoalPercent : 0,
            SurroundingsPercent = standard ? 100 : 50,
        };
    }
}
