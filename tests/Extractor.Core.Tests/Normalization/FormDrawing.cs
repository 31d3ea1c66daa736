using System.Collections.Immutable;
using Extractor.Core.Forms;
using Extractor.Core.Normalization;
using Extractor.Core.Pages;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Tests.Normalization;

/// <summary>Reads drawn tables with the shipped templates.</summary>
internal static class FormDrawing
{
    private static readonly DocumentHead Document = new("a.pdf", new string('a', 64), 1, "application/pdf", []);

    public static ImmutableArray<FormReading> Read(Table table)
    {
        var reader = new FormReader(Document, ShippedTemplates.All);
        return [.. FormFinder.Find(table, ShippedTemplates.All).Select(reader.Read)];
    }

    /// <summary>The one form of a drawn table.</summary>
    public static Form Form(string title, params string[] rows) => Found(title, rows).Form;

    public static FormFound Found(string title, params string[] rows) =>
        Assert.IsType<FormFound>(Assert.Single(Read(TableDrawing.Of(title.Split('\n'), rows))));

    public static FormRefused Refused(string title, params string[] rows) =>
        Assert.IsType<FormRefused>(Assert.Single(Read(TableDrawing.Of(title.Split('\n'), rows))));

    /// <summary>All fields of a row of funds in one line: kind, label, initial, annual, executed, weight, rate, score; ~ for a column that is not there.</summary>
    public static string Line(FundRow row) => string.Join(
        " | ", new[] { row.Kind, row.Label }.Concat(
            new[] { row.InitialBudget, row.AnnualBudget, row.Executed, row.Weight, row.Rate, row.Score }.Select(number => number?.Text ?? "~")));

    /// <summary>All fields of an indicator in one line; ~ for a column that is not there.</summary>
    public static string Line(Indicator row) => string.Join(
        " | ", row.Level1 ?? "~", row.Level2 ?? "~", row.Level3 ?? "~", row.Target?.Text ?? "~", row.Actual?.Text ?? "~",
        row.Weight?.Text ?? "~", row.Score?.Text ?? "~", row.Deviation ?? "~");

    public static string Line(LabelledText text) => $"{text.Label} = {text.Text}";
}
