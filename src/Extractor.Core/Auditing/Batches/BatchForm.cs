using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Extractor.Core.Auditing.Documents;
using Extractor.Core.Auditing.Indicators;
using Extractor.Core.Forms;

namespace Extractor.Core.Auditing.Batches;

/// <summary>An indicator, as far as a batch compares it.</summary>
internal sealed record BatchIndicator(string Name, string ActualText, Claim Target, Claim Actual, Figure Weight, Figure Score)
{
    public string ActualPointer { get; init; } = "";
}

/// <summary>What a batch keeps of a form: its boxes and most of its texts are let go.</summary>
internal sealed record BatchForm : FormSummary
{
    [SetsRequiredMembers]
    private BatchForm(FormSummary summary)
        : base(summary)
    {
    }

    public BatchSource Source { get; private init; } = null!;

    public AuditProfile Profile { get; private init; } = null!;

    public ImmutableArray<BatchIndicator> Indicators { get; private init; } = [];

    /// <summary>What it says of what was reached, and its notes, with their pointers.</summary>
    public ImmutableArray<(string Pointer, string Text)> Texts { get; private init; } = [];

    public ImmutableArray<RoundingSeen> Roundings { get; private init; } = [];

    /// <summary>Every number of the form: two forms of one project with the same are the same form.</summary>
    public string Numbers { get; private init; } = "";

    public static BatchForm Of(BatchSource source, int index, FormFigures figures) => new(FormSummary.Of(index, figures))
    {
        Source = source,
        Profile = figures.Profile,
        Indicators =
        [
            .. figures.Indicators.Select(row => new BatchIndicator(
                row.Name, row.Row.Actual?.Text ?? "", row.Attainment.Target, row.Attainment.Actual, row.Weight, row.Score) { ActualPointer = row.ActualPointer }),
        ],
        Texts = [.. TextsOf(figures.Form)],
        Roundings = [.. RoundingSeen.In(index, figures)],
        Numbers = NumbersOf(figures),
    };

    public BatchPlace Place(string field = "") => new(Source.File, Source.Sha256, FieldPointer.OfForm(Index, field));

    private static IEnumerable<(string Pointer, string Text)> TextsOf(Form form)
    {
        if (form.Goals?.Actual is { Length: > 0 } actual)
        {
            yield return ("/goals/actual", actual);
        }

        foreach (var extra in form.Extra)
        {
            if (extra.Text.Length > 4)
            {
                yield return (FieldPointer.OfExtra(extra.Label), extra.Text);
            }
        }
    }

    private static string NumbersOf(FormFigures figures)
    {
        var numbers = new StringBuilder();
        foreach (var figure in figures.Funds.SelectMany(row => row.All)
            .Concat(figures.Indicators.SelectMany(row => new[] { row.Weight, row.Score })).Append(figures.TotalWeight).Append(figures.TotalScore))
        {
            numbers.Append(figure.IsNumber ? Wording.Number(figure.Value) : figure.Text).Append(' ');
        }

        foreach (var row in figures.Indicators)
        {
            numbers.Append(row.Row.Actual?.Text).Append(' ');
        }

        return numbers.ToString();
    }
}
