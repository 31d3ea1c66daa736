using Extractor.Fixtures.Documents;
using Extractor.Fixtures.Layouts;
using Extractor.Fixtures.Layouts.Families;
using Extractor.Fixtures.Planting;
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

    /// <summary>Where faults of all kinds are planted, every so many a document has a report, one page too few, and a figure pasted over another.</summary>
    private const int ReportEvery = 2, MissingPageEvery = 7, PastedFigureEvery = 11;

    /// <param name="producer">Only this printing program; all in turn where it is null.</param>
    /// <param name="families">The documents are of these in turn.</param>
    /// <param name="faults">sums or judgements, in forms of the standard layout; all, in every second form of any layout, so that each kind is planted about as often.</param>
    public static void Make(DirectoryInfo directory, ulong seed, int count, string? producer, IReadOnlyList<string> families, string faults)
    {
        directory.Create();
        var printers = (producer is null ? Printers.Names : [producer]).Select(Printers.Named).ToList();
        // Every family meets every printer, also where the families are a multiple of the printers.
        var orders = Enumerable.Range(0, count).Select(i => (printer: printers[(i + (families.Count % printers.Count == 0 ? i / families.Count : 0)) % printers.Count], number: i))
            .Select(o => (o.printer, order: Order(o.printer, seed, o.number, families[o.number % families.Count], faults))).ToList();
        var planted = Planting.Faults.All.ToDictionary(fault => fault.Kind, _ => 0);
        var tamperings = orders.ToDictionary(o => o.order.Name, o => o.order.Tampering);
        foreach (var group in orders.GroupBy(o => o.printer, o => Draw(seed, o.order, planted, all: faults == "all")))
        {
            foreach (var (dossier, missing) in PrintCheck.Print(group.Key, [.. group], directory.FullName))
            {
                var path = Path.Combine(directory.FullName, dossier.Name);
                var tampered = tamperings[dossier.Name] switch
                {
                    Tampering.MissingPage => MissingPage.Plant(dossier, path + group.Key.Extension),
                    Tampering.PastedFigure => PastedFigure.Plant(dossier, path + group.Key.Extension),
                    _ => dossier,
                };
                File.WriteAllText(path + ".truth.json", Truth.Forms(tampered, seed, group.Key, missing));
                File.WriteAllText(path + ".tables.json", Truth.Tables(dossier));
            }
        }
    }

    /// <param name="planted">How often each kind of fault has been planted so far; the rarest come first.</param>
    private static Dossier Draw(ulong seed, Order order, Dictionary<string, int> planted, bool all)
    {
        var rarest = planted.Keys.OrderBy(kind => planted[kind]).ToList();
        var dossier = DossierDraft.Draw(seed, all && order.Forms > 1 ? order with { Faults = Documents.Order.HalfOfThem(rarest) } : order);
        foreach (var fault in dossier.Forms.SelectMany(form => form.Planted).Where(fault => planted.ContainsKey(fault.Kind)))
        {
            planted[fault.Kind]++;
        }

        return dossier;
    }

    private static Order Order(IPrinter printer, ulong seed, int number, string family, string faults)
    {
        var standard = family == ShanghaiLayout.Template;
        var name = FormattableString.Invariant($"{(standard ? "" : family + "-")}{printer.Name}-{seed}-{number:d3}");
        Tampering? tampering = faults != "all" || family == FormFamily.LookAlikes ? null
            : number % MissingPageEvery == MissingPageEvery - 1 ? Tampering.MissingPage
            : number % PastedFigureEvery == PastedFigureEvery - 1 ? Tampering.PastedFigure
            : null;
        var isCut = tampering == Tampering.MissingPage;
        var (low, high) = tampering is not null ? (1, 1) : faults == "all" && family != FormFamily.LookAlikes ? (FewestFaulty, MostFaulty) : (1, standard ? 8 : MostForms);
        return new Order(name, new Chance(seed).Fork(name).Between(low, high))
        {
            Family = family,
            Tampering = tampering,
            HasReport = faults == "all" && tampering is null && number % ReportEvery == 0,
            Indicators = isCut ? (22, 25) : null,
            Look = look => isCut ? look with { PageNumbers = MissingPage.Numbers, MinimumRowHeight = 40 } : look,
            Faults = standard ? Documents.Order.Often(FaultPercent, faults == "judgements" ? Planting.Faults.Judgements : Planting.Faults.Sums) : (_, _) => [],
            LongGoalPercent = printer.SplitsRows ? LongGoalPercent : 0,
            SurroundingsPercent = tampering is not null ? 0 : standard ? 100 : 50,
        };
    }
}
