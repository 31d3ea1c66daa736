using Extractor.Fixtures.Documents;
using Extractor.Fixtures.Printing;

namespace Extractor.Fixtures;

/// <summary>Many documents for accuracy runs: <c>name.pdf</c>, <c>name.truth.json</c> and <c>name.tables.json</c>.</summary>
public static class BulkSet
{
    private const int FaultPercent = 30;

    private const int LongGoalPercent = 8;

    /// <param name="producer">Only this printing program; all in turn where it is null.</param>
    public static void Make(DirectoryInfo directory, ulong seed, int count, string? producer)
    {
        directory.Create();
        var printers = (producer is null ? Printers.Names : [producer]).Select(Printers.Named).ToList();
        var orders = Enumerable.Range(0, count).Select(i => (printer: printers[i % printers.Count], order: Order(printers[i % printers.Count], seed, i)));
        foreach (var group in orders.GroupBy(o => o.printer, o => DossierDraft.Draw(seed, o.order)))
        {
            group.Key.Print([.. group], directory.FullName);
            foreach (var dossier in group)
            {
                var path = Path.Combine(directory.FullName, dossier.Name);
                File.WriteAllText(path + ".truth.json", Truth.Forms(dossier, seed, group.Key.Version));
                File.WriteAllText(path + ".tables.json", Truth.Tables(dossier));
            }
        }
    }

    private static Order Order(IPrinter printer, ulong seed, int number)
    {
        var name = FormattableString.Invariant($"{printer.Name}-{seed}-{number:d3}");
        return new Order(name, new Chance(seed).Fork(name).Between(1, 8))
        {
            Fault = Documents.Order.Often(FaultPercent),
            LongGoalPercent = printer.SplitsRows ? LongGoalPercent : 0,
        };
    }
}
