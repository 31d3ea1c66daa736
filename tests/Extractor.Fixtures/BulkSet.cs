using Extractor.Fixtures.Documents;
using Extractor.Fixtures.Printing;

namespace Extractor.Fixtures;

/// <summary>Many documents for accuracy runs: <c>name.pdf</c>, <c>name.truth.json</c> and <c>name.tables.json</c>.</summary>
public static class BulkSet
{
    private const int FaultPercent = 30;

    public static void Make(DirectoryInfo directory, ulong seed, int count, string? producer)
    {
        directory.Create();
        var printers = Printers(producer);
        var orders = Enumerable.Range(0, count).Select(i =>
        {
            var printer = printers[i % printers.Count];
            var name = FormattableString.Invariant($"{printer.Name}-{seed}-{i:d3}");
            var forms = new Chance(seed).Fork(name).Between(1, 8);
            return (printer, dossier: DossierDraft.Draw(seed, new Order(name, forms, FaultPercent)
            {
                // A row of a sheet cannot go on over the next page: Calc cuts off what does not fit.
                LongGoals = printer.Name != "calc",
            }));
        }).ToList();
        foreach (var group in orders.GroupBy(o => o.printer, o => o.dossier))
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

    private static IReadOnlyList<IPrinter> Printers(string? name) => name switch
    {
        "chromium" => [new ChromiumPrinter()],
        "writer" => [OfficePrinter.Writer],
        "calc" => [OfficePrinter.Calc],
        _ => [new ChromiumPrinter(), OfficePrinter.Writer, OfficePrinter.Calc],
    };
}
