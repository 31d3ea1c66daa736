using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Extractor.Fixtures.Documents;
using Extractor.Fixtures.Forms;
using Extractor.Fixtures.Printing;
using Extractor.Fixtures.Scanning;
using Extractor.Fixtures.Tables;

namespace Extractor.Fixtures;

/// <summary>What a document says, as JSON, written from what was handed to the printer and never from the PDF.</summary>
public static class Truth
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions Compact = new(Json) { WriteIndented = false };

    /// <summary>Forms with every value as printed; <c>fullYearBudget</c> is 全年预算数.</summary>
    /// <param name="missing">Texts that the PDF does not say, whatever was tried.</param>
    public static string Forms(Dossier dossier, ulong seed, IPrinter printer, ImmutableArray<string> missing) => Write(new
    {
        Recipe = new { dossier.Name, dossier.Family, Seed = seed, Printer = printer.Name, Producer = printer.Version, dossier.Look, NotPrinted = missing, dossier.IsReadFromPictures },
        Forms = dossier.Forms.Select(Form),
        dossier.Planted,
    });

    /// <summary>Every word of the scanned pages: what it says, and where it is on the page as a person sees it.</summary>
    public static string Words(IEnumerable<PrintedPage> pages) => JsonSerializer.Serialize(
        new { Pages = pages.Select(page => new { Words = page.Words.Select(word => new { word.Text, Box = new[] { word.Left, word.Top, word.Right, word.Bottom }.Select(edge => Math.Round(edge, 2)) }) }) },
        Compact) + "\n";

    /// <summary>Every table of the document, forms and others, in reading order.</summary>
    public static string Tables(Dossier dossier) => Write(new { Tables = dossier.Tables.Select(Table) });

    public static string Write(object value) => JsonSerializer.Serialize(value, Json) + "\n";

    private static object Form(PrintedForm form) => new
    {
        form.Title,
        form.Year,
        form.Unit,
        form.ProjectName,
        form.Department,
        form.ImplementingUnit,
        Funds = form.Funds.Select(f => new
        {
            f.Label,
            f.InitialBudget,
            FullYearBudget = f.AnnualBudget,
            f.Executed,
            f.Weight,
            f.Rate,
            f.Score,
        }),
        Goals = new { form.Expected, form.Actual },
        form.Indicators,
        Total = new { Weight = form.TotalWeight, Score = form.TotalScore },
        Extra = form.Extra.ToDictionary(e => e.Label, e => e.Text),
        form.Planted,
    };

    private static object Table(LogicalTable table) => new
    {
        table.RowCount,
        table.ColumnCount,
        Cells = table.Cells.Select(c => new { c.Row, c.Column, c.RowSpan, c.ColumnSpan, c.Text }),
    };
}
