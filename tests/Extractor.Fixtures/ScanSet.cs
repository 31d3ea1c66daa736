using Extractor.Fixtures.Documents;
using Extractor.Fixtures.Printing;
using Extractor.Fixtures.Scanning;

namespace Extractor.Fixtures;

/// <summary>
/// Many scanned documents: <c>name.pdf</c>, <c>name.truth.json</c>, <c>name.tables.json</c>, what was done to it in
/// <c>name.fixture.json</c>, and where its words are in <c>name.words.json</c>.
/// </summary>
public static class ScanSet
{
    /// <summary>Beside those of prints: other cuts of the same styles, and what offices write their figures in.</summary>
    private static readonly string[] Fonts = [.. Look.Fonts, "AR PL SungtiL GB", "AR PL KaitiM GB", "BabelStone Han", "LXGW WenKai"];

    /// <summary>Nearly all forms that are published as scans are ruled with plain lines; the others stand for the few that are not.</summary>
    private const int PlainlyRuledPercent = 85;

    private static readonly string?[] LatinFonts = [null, null, "Liberation Serif", "Liberation Sans", "Carlito"];

    /// <param name="producer">Only this printing program; all in turn where it is null.</param>
    /// <param name="families">The documents are of these in turn.</param>
    /// <param name="variants">The scans are of these in turn, of <see cref="ScanVariants"/>.</param>
    public static void Make(DirectoryInfo directory, ulong seed, int count, string? producer, IReadOnlyList<string> families, IReadOnlyList<string> variants)
    {
        directory.Create();
        var printers = (producer is null ? Printers.Names : [producer]).Select(Printers.Named).ToList();
        for (var number = 0; number < count; number++)
        {
            // Steps that share no factor: every variant meets every printer and family.
            var (printer, variant) = (printers[(number + (number / variants.Count)) % printers.Count], variants[number % variants.Count]);
            var family = families[(number + (number / families.Count)) % families.Count];
            Programs.InNewDirectory(work => Make(directory, work, seed, Order(printer, seed, number, family, variant), printer, variant));
        }
    }

    private static Order Order(IPrinter printer, ulong seed, int number, string family, string variant)
    {
        var name = FormattableString.Invariant($"{variant}-{family}-{printer.Name}-{seed}-{number:d3}");
        var chance = new Chance(seed).Fork(name);
        var font = chance.Fork("font").Pick(Fonts);
        return new Order(name, 1)
        {
            Family = family, Indicators = (4, 10), SurroundingsPercent = 20,
            Look = look => look with
            {
                Font = font, VerticalLabels = look.VerticalLabels && !Look.OverlapsWhenVertical(font), LatinFont = chance.Fork("latin").Pick(LatinFonts), FontSize = Math.Max(look.FontSize, 8),
                Border = chance.Fork("border").Percent(PlainlyRuledPercent) ? BorderStyle.Solid : look.Border,
            },
        };
    }

    private static void Make(DirectoryInfo directory, string work, ulong seed, Order order, IPrinter printer, string variant)
    {
        var drawn = new Typing(new Chance(seed).Fork("typing of " + order.Name)).Typed(DossierDraft.Draw(seed, order));
        var (dossier, missing) = PrintCheck.Print(printer, [drawn], work)[0];
        var chance = new Chance(seed).Fork("scan of " + order.Name);
        var settings = ScanVariants.Draw(variant, chance.Fork("settings"));
        var scan = ScannedDocument.Of(Path.Combine(work, order.Name + printer.Extension), settings, Office(dossier), chance);
        var path = Path.Combine(directory.FullName, order.Name);
        File.WriteAllBytes(path + ".pdf", scan.Pdf);
        File.WriteAllText(path + ".truth.json", Truth.Forms(dossier, seed, printer, missing));
        File.WriteAllText(path + ".tables.json", Truth.Tables(dossier));
        File.WriteAllText(path + ".words.json", Truth.Words(scan.Pages));
        File.WriteAllText(path + ".fixture.json", Truth.Write(new Story(
            "A scan for measurement and training.", "scripts/make-fixtures --scan", seed, printer.Version, "CC0-1.0", Story.HashOf(scan.Pdf)) { Scan = settings }));
    }

    /// <summary>The one that publishes the first form of a document.</summary>
    public static string Office(Dossier dossier) =>
        dossier.Forms.Select(form => form.Department).FirstOrDefault(name => !string.IsNullOrWhiteSpace(name)) ?? "财务专用章";
}
