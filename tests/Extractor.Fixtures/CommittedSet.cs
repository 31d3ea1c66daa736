using System.Collections.Immutable;
using Extractor.Fixtures.Documents;
using Extractor.Fixtures.Layouts;
using Extractor.Fixtures.Layouts.Families;
using Extractor.Fixtures.Printing;
using Extractor.Fixtures.Scanning;

namespace Extractor.Fixtures;

/// <summary>A document of the committed set, and why it is there.</summary>
/// <param name="Folder">Below <c>fixtures/</c>.</param>
public sealed record Recipe(string Folder, string Producer, ulong Seed, string Purpose, Order Order)
{
    /// <summary>How it was scanned after it was printed; null where it was not.</summary>
    public ScanSettings? Scan { get; init; }
}

/// <summary>The fixtures that are kept with the code: each shows one difficulty.</summary>
public static class CommittedSet
{
    private const string Standard = ShanghaiLayout.Template;

    private static readonly ImmutableArray<Recipe> Recipes =
    [
        Case("sample", "writer", 5, "What to try first: forms over several pages, rows cut by page breaks, one fault.", 4, order => order with
        {
            Faults = Order.InOrder(null, null, "total_score", null), NewPages = false, Indicators = (7, 11), SurroundingsPercent = 100,
        }, Look("AR PL UMing CN", 10)),
        Case($"{Standard}/writer-rows-cut", "writer", 12, "Forms flow one after another in Writer; page breaks cut rows and close both halves with a line.", 3, order => order with
        {
            NewPages = false, Indicators = (9, 13),
        }, Look("WenQuanYi Zen Hei", 11)),
        Case($"{Standard}/writer-long-goals", "writer", 3, "Goals that run over more than a page.", 1, order => order with
        {
            LongGoalPercent = 100, Indicators = (6, 6),
        }, Look("AR PL UKai CN", 12)),
        Case($"{Standard}/writer-header-repeated", "writer", 14, "The leading rows are printed again on each page.", 2, order => order with
        {
            Indicators = (14, 18),
        }, look => Look("WenQuanYi Micro Hei", 10)(look) with { RepeatHeader = true }),
        Case($"{Standard}/writer-from-html", "writer", 5, "Writer printing HTML, where labels stand at the top of merged cells.", 2, order => order, look =>
            Look("AR PL UMing CN", 10)(look) with { WriterFromHtml = true, VerticalAlign = VerticalAlign.Top }),
        Case($"{Standard}/writer-narrow-amounts", "writer", 6, "Large type in narrow columns: amounts, rates and scores wrap.", 1, order => order, look =>
            Look("WenQuanYi Zen Hei", 14)(look) with { SideMarginMm = 28 }),
        Case($"{Standard}/writer-every-fault", "writer", 36, "One form for each kind of planted fault.", Planting.Faults.Sums.Length, order => order with
        {
            Faults = Order.InOrder([.. Planting.Faults.Sums]), SurroundingsPercent = 0,
        }, Look("WenQuanYi Micro Hei", 8)),
        Case($"{Standard}/chromium-rows-cut", "chromium", 8, "Collapsed borders; rows cut by page breaks stay open at both edges.", 3, order => order with
        {
            NewPages = false, Indicators = (8, 14),
        }, Look("WenQuanYi Zen Hei", 11)),
        Case($"{Standard}/chromium-type3", "chromium", 9, "A Noto font, which Chromium embeds as Type 3 without a name: one text object a glyph.", 1, order => order with
        {
            SurroundingsPercent = 0, Indicators = (5, 7),
        }, Look("Noto Serif CJK SC", 10.5m)),
        Case($"{Standard}/chromium-dotted", "chromium", 10, "Dotted borders: thousands of tiny squares instead of lines.", 1, order => order with
        {
            SurroundingsPercent = 0,
        }, look => Look("AR PL UMing CN", 9)(look) with { Border = BorderStyle.Dotted }),
        Case($"{Standard}/chromium-separate", "chromium", 11, "Each cell has a border of its own beside its neighbour's.", 2, order => order, look =>
            Look("WenQuanYi Micro Hei", 10)(look) with { Border = BorderStyle.Separate }),
        Case($"{Standard}/chromium-double-vertical", "chromium", 12, "Double borders; the labels of the blocks are written from top to bottom.", 1, order => order with
        {
            Indicators = (9, 12),
        }, look => Look("AR PL UKai CN", 10)(look) with { Border = BorderStyle.Double, BorderWidth = 1.5m, VerticalLabels = true }),
        Case($"{Standard}/calc-merged-over-break", "calc", 13, "Rows move whole, merged labels go on over the page break and stay open there.", 3, order => order with
        {
            NewPages = false, Indicators = (8, 13),
        }, Look("AR PL UMing CN", 11)),
        Case($"{Standard}/calc-landscape-dashed", "calc", 14, "Landscape, dashed lines, stacked labels, leading rows repeated, a sheet for each form.", 2, order => order with
        {
            NewPages = true, Indicators = (12, 20),
        }, look => Look("WenQuanYi Zen Hei", 10)(look) with
        {
            PageWidthMm = 297, PageHeightMm = 210, Border = BorderStyle.Dashed, VerticalLabels = true, RepeatHeader = true,
        }),
        Case($"{Standard}/file-xlsx", "xlsx", 16, "A workbook: titles in merged cells without a frame, other tables between the forms.", 3, order => order with
        {
            NewPages = false, Indicators = (5, 8), SurroundingsPercent = 100,
        }, Look("WenQuanYi Zen Hei", 10)),
        Case($"{Standard}/file-docx", "docx", 17, "A text document: headings and other tables between the forms.", 3, order => order with
        {
            Indicators = (5, 8), SurroundingsPercent = 100,
        }, Look("WenQuanYi Zen Hei", 10)),
        Case($"{Standard}/file-html", "html", 18, "A web page: headings and other tables between the forms.", 3, order => order with
        {
            Indicators = (5, 8), SurroundingsPercent = 100,
        }, Look("WenQuanYi Zen Hei", 10)),
        Case($"{Standard}/most-indicators", "writer", 15, "25 indicators.", 1, order => order with { Indicators = (25, 25) }, Look("WenQuanYi Micro Hei", 10)),
        .. FormFamily.All[1..].SelectMany((family, i) => new[] { OpenAtBreaks(family, 40 + (ulong)i), i % 2 == 0 ? Landscape(family, LandscapeSeed(family, i)) : Sheets(family, 80 + (ulong)i) }),
        Others("writer", 2), Others("calc", 5), Others("chromium", 28),
        Scanned("grey-seal", "seal-grey-200", "writer", 21, "Noto Serif CJK SC", "A scan in grey, a little askew, with a seal over the table."),
        Scanned("fax", "fax-200", "calc", 22, "WenQuanYi Zen Hei", "A photocopy in black and white, CCITT G4."),
    ];

    /// <summary>With the seed in its turn Writer draws no borders inside a merged label of one form, and the print does not say which rows it covers.</summary>
    private static ulong LandscapeSeed(FormFamily family, int turn) => family.Name == "department" ? 170 : 60 + (ulong)turn;

    private static Recipe OpenAtBreaks(FormFamily family, ulong seed) => Case(
        $"{family.Name}/chromium-open-at-breaks", "chromium", seed, $"{family.Story} Page breaks leave borders open.", 1, order => order with
        {
            Family = family.Name, Indicators = (6, 8), SurroundingsPercent = 0,
        }, look => Look("WenQuanYi Micro Hei", 10)(look) with { PageHeightMm = 148, TopMarginMm = 12, SideMarginMm = 14, Untagged = true });

    private static Recipe Landscape(FormFamily family, ulong seed) => Case(
        $"{family.Name}/writer-landscape", "writer", seed, $"{family.Story} Rows cut by page breaks, one form after another.", 2, order => order with
        {
            Family = family.Name, Indicators = (5, 8), SurroundingsPercent = 0, NewPages = false,
        }, look => Look("WenQuanYi Zen Hei", 10)(look) with { PageWidthMm = 297, PageHeightMm = 210, SideMarginMm = 18 });

    private static Recipe Sheets(FormFamily family, ulong seed) => Case(
        $"{family.Name}/calc-merged-over-break", "calc", seed, $"{family.Story} Merged labels go on over the page break.", 2, order => order with
        {
            Family = family.Name, Indicators = (5, 8), SurroundingsPercent = 0, NewPages = false,
        }, look => Look("WenQuanYi Zen Hei", 9)(look) with { SideMarginMm = 15 });

    private static Recipe Others(string producer, ulong seed) => Case(
        $"{FormFamily.LookAlikes}/{producer}", producer, seed, "No form at all, though it looks so: a declaration of targets, a blank form, indices to judge by, accounts, a list of projects, a budget.", 6, order => order with { Family = FormFamily.LookAlikes },
        look => Look("WenQuanYi Micro Hei", 10)(look) with { Untagged = true });

    private static Recipe Scanned(string name, string variant, string producer, ulong seed, string font, string purpose) => Case(
        $"scans/{name}", producer, seed, purpose, 1, order => order with { Indicators = (4, 5), SurroundingsPercent = 0 },
        look => Look(font, 9)(look) with { SideMarginMm = 16, TopMarginMm = 15, MinimumRowHeight = 0 }) with
    {
        // Small files.
        Scan = ScanVariants.Draw(variant, new Chance(seed)) with { JpegQuality = 40 },
    };

    /// <summary>Writes every fixture anew below <paramref name="root"/>.</summary>
    /// <param name="part">Only recipes whose folder begins so.</param>
    public static void Make(DirectoryInfo root, string part)
    {
        foreach (var group in Recipes.Where(recipe => recipe.Folder.StartsWith(part, StringComparison.Ordinal)).GroupBy(recipe => recipe.Producer))
        {
            var printer = Printers.Named(group.Key);
            foreach (var recipe in group)
            {
                Make(recipe, printer, Path.Combine(root.FullName, recipe.Folder));
            }
        }
    }

    private static void Make(Recipe recipe, IPrinter printer, string folder)
    {
        Directory.CreateDirectory(folder);
        var dossier = DossierDraft.Draw(recipe.Seed, recipe.Order);
        var (printed, missing) = PrintCheck.Print(printer, [dossier], folder)[0];
        if (!missing.IsEmpty)
        {
            throw new InvalidOperationException($"{folder} does not say {string.Join(", ", missing)}; another seed may.");
        }

        var input = Path.Combine(folder, "input" + printer.Extension);
        File.Move(Path.Combine(folder, dossier.Name + printer.Extension), input, overwrite: true);
        if (recipe.Scan is { } scan)
        {
            File.WriteAllBytes(input, ScannedDocument.Of(input, scan, ScanSet.Office(dossier), new Chance(recipe.Seed)).Pdf);
        }

        File.WriteAllText(Path.Combine(folder, "truth.json"), Truth.Forms(printed, recipe.Seed, printer, missing));
        File.WriteAllText(Path.Combine(folder, "tables.json"), Truth.Tables(printed));
        File.WriteAllText(Path.Combine(folder, "fixture.json"), Truth.Write(new Story(
            recipe.Purpose, "scripts/make-fixtures", recipe.Seed, printer.Version, Licence(recipe, printer, dossier.Look), Story.HashOf(File.ReadAllBytes(input)))
        {
            Scan = recipe.Scan,
        }));
    }

    private static string Licence(Recipe recipe, IPrinter printer, Look look) => printer.Extension switch
    {
        ".pdf" when recipe.Scan is null => $"CC0-1.0; it embeds a subset of {FontLicences.Of(look)}",
        ".pdf" => $"CC0-1.0; a picture of text in {FontLicences.Of(look)}, no font is in it",
        _ => "CC0-1.0",
    };

    private static Recipe Case(
        string folder, string producer, ulong seed, string purpose, int forms, Func<Order, Order> change, Func<Look, Look> look) => new(
        folder, producer, seed, purpose, change(new Order(folder[(folder.LastIndexOf('/') + 1)..], forms) { SurroundingsPercent = 50, Look = look }));

    /// <summary>A plain page of A4: what the case is about is changed after it.</summary>
    private static Func<Look, Look> Look(string font, decimal size) => look => look with
    {
        Font = font, LatinFont = null, FontSize = size, PageWidthMm = 210, PageHeightMm = 297, Border = BorderStyle.Solid,
        RowsMaySplit = true, RepeatHeader = false, VerticalLabels = false, WriterFromHtml = false,
    };
}
