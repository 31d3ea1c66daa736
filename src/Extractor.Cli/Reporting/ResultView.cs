using Extractor.Cli.Language;
using Extractor.Core.Auditing;
using Extractor.Core.Auditing.Batches;
using Extractor.Core.Forms;
using Extractor.Core.Results;
using Spectre.Console;

namespace Extractor.Cli.Reporting;

/// <summary>A result as a person wants to see it at once: what each form is, its totals, and what its audit found.</summary>
internal static class ResultView
{
    public static void Print(ResultFile result, string shownAs, Voice voice)
    {
        AnsiConsole.Write(new Rule(Markup.Escape(shownAs)).LeftJustified());
        if (voice.Loudness == Loudness.Verbose)
        {
            PrintRemarks(result, voice);
        }

        if (result.Forms.IsEmpty)
        {
            AnsiConsole.MarkupLine(voice.Say(Messages.NoForms));
        }

        for (var index = 0; index < result.Forms.Length; index++)
        {
            var form = result.Forms[index];
            AnsiConsole.MarkupLine(Bold(voice.Say(Messages.Form, index + 1, form.Year is { } year ? $"{form.Title} {year}" : form.Title)));
            AnsiConsole.Write(FormTable(form, voice));
        }

        if (Shown(result.Findings, voice) is [_, ..] documentFindings)
        {
            AnsiConsole.MarkupLine(Bold(voice.Say(Messages.DocumentFindings)));
            var table = Framed();
            table.AddRow(Cell(voice.Say(Messages.Findings)), new Markup(Lines(documentFindings, voice)));
            AnsiConsole.Write(table);
        }
    }

    /// <summary>What only all results of a batch show together.</summary>
    public static void Print(BatchAudited batch, Voice voice)
    {
        AnsiConsole.Write(new Rule(Markup.Escape(voice.Say(Messages.BatchFindings, batch.Documents, batch.Forms))).LeftJustified());
        var findings = Shown(batch.Findings.Select(finding => new Finding(
            finding.Rule, finding.Severity, finding.Places[0].Pointer, finding.Message, finding.MessageEn, finding.Stated, finding.Computed, [], finding.Explanation)), voice);
        var table = Framed();
        table.AddRow(Cell(voice.Say(Messages.Findings)), new Markup(Lines(findings, voice)));
        AnsiConsole.Write(table);
    }

    /// <summary>The findings of an audit, by severity.</summary>
    public static string Lines(IReadOnlyList<Finding> findings, Voice voice) =>
        findings.Count == 0
            ? $"[green]{Markup.Escape(voice.Say(Messages.NothingFound))}[/]"
            : string.Join('\n', findings.OrderBy(finding => finding.Severity).Select(finding => Line(finding, voice)));

    /// <summary>Hints only where a person asked for details.</summary>
    public static List<Finding> Shown(IEnumerable<Finding> findings, Voice voice) =>
        [.. findings.Where(finding => finding.Severity != Severity.Info || voice.Loudness == Loudness.Verbose)];

    private static Table FormTable(ResultForm form, Voice voice)
    {
        var table = Framed();
        void Row(Phrase label, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                table.AddRow(Cell(voice.Say(label)), Cell(value));
            }
        }

        Row(Messages.Project, form.ProjectName);
        Row(Messages.Department, form.Department);
        Row(Messages.Unit, form.ImplementingUnit);
        Row(Messages.Pages, string.Join(", ", form.Pages));
        if (form.Funds.FirstOrDefault(row => row.Kind == "total") is { } total)
        {
            var label = form.Unit is { } unit ? voice.Say(Messages.Funds, unit) : voice.Say(Messages.FundsWithoutUnit);
            table.AddRow(Cell(label), Cell(FundsLine(total, voice)));
        }

        Row(Messages.Indicators, form.Indicators.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (form.Total is { } points)
        {
            Row(Messages.TotalScore, voice.Say(Messages.ScoreOf, Printed(points.Score), Printed(points.Weight)));
        }

        table.AddRow(Cell(voice.Say(Messages.Findings)), new Markup(Lines(Shown(form.Findings, voice), voice)));
        if (!form.NeedsReview.IsEmpty)
        {
            Row(Messages.NeedsReview, voice.Loudness == Loudness.Verbose
                ? string.Join('\n', form.NeedsReview)
                : voice.Say(Messages.Fields, form.NeedsReview.Length));
        }

        return table;
    }

    private static void PrintRemarks(ResultFile result, Voice voice)
    {
        AnsiConsole.MarkupLine(Markup.Escape($"sha256 {result.Document.Sha256}"));
        AnsiConsole.MarkupLine(Markup.Escape($"{voice.Say(Messages.Pages)} {result.Document.PageCount}, {result.Producer.PdfEngine}"));
        foreach (var remark in result.Document.Remarks)
        {
            AnsiConsole.MarkupLine(Markup.Escape(remark));
        }
    }

    private static string FundsLine(FundRow row, Voice voice) => voice.Say(
        Messages.FundsRow, Printed(row.InitialBudget), Printed(row.AnnualBudget), Printed(row.Executed), Printed(row.Rate));

    private static string Printed(NumberReading? number) => string.IsNullOrEmpty(number?.Text) ? "–" : number.Text;

    private static string Line(Finding finding, Voice voice)
    {
        var colour = finding.Severity switch { Severity.Error => "red", Severity.Warning => "yellow", _ => "grey" };
        var sentence = voice.Tongue == Tongue.Chinese ? finding.Message : finding.MessageEn;
        return $"[{colour}]{Markup.Escape(voice.Say(Reasons.Of(finding.Severity)))}[/] {Markup.Escape($"{finding.Rule} {sentence}")}";
    }

    private static string Bold(string text) => $"[bold]{Markup.Escape(text)}[/]";

    private static Table Framed() =>
        new Table { ShowHeaders = false }.RoundedBorder().AddColumn(new TableColumn("").NoWrap()).AddColumn("");

    private static Text Cell(string text) => new(text);
}
