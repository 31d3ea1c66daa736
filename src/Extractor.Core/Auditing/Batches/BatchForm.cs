using System.Collections.Immutable;
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
/// <param name="Index">The form's place in its document, from 0.</param>
internal sealed record BatchForm(BatchSource Source, int Index, AuditProfile Profile)
{
    public int? Year { get; init; }

    public string? ProjectName { get; init; }

    public string? Department { get; init; }

    public string? Unit { get; init; }

    /// <summary>What tells its project from others of its owner; null for a form about a whole department, or without a name.</summary>
    public string? Project { get; init; }

    /// <summary>Who carries it out, or else whose it is: the key of a name; null where neither is printed.</summary>
    public string? Owner { get; init; }

    /// <summary>Whose forms are compared as one publisher's: the department's, or else the unit's; null where neither is printed.</summary>
    public string? Publisher { get; init; }

    public ImmutableArray<FundFigures> Funds { get; init; } = [];

    public FundFigures? Whole { get; init; }

    public int? MoneyExponent { get; init; }

    public Figure TotalWeight { get; init; } = null!;

    public Figure TotalScore { get; init; } = null!;

    public ImmutableArray<BatchIndicator> Indicators { get; init; } = [];

    /// <summary>What it says of what was reached, and its notes, with their pointers.</summary>
    public ImmutableArray<(string Pointer, string Text)> Texts { get; init; } = [];

    public ImmutableArray<RoundingSeen> Roundings { get; init; } = [];

    /// <summary>Every number of the form: two forms of one project with the same are the same form.</summary>
    public string Numbers { get; init; } = "";

    /// <summary>Pointers to the fields that were read with doubt.</summary>
    public ImmutableHashSet<string> Doubtful { get; init; } = [];

    public static BatchForm Of(BatchSource source, int index, FormFigures figures)
    {
        var form = figures.Form;
        var (unit, department) = (EntityName.OfUnit(form.ImplementingUnit), EntityName.OfUnit(form.Department));
        return new BatchForm(source, index, figures.Profile)
        {
            Year = form.Year is > 1900 and < 2200 ? form.Year : null,
            ProjectName = form.ProjectName,
            Department = form.Department,
            Unit = form.ImplementingUnit,
            Project = EntityName.OfProject(form.ProjectName),
            Owner = unit ?? department,
            Publisher = department ?? unit,
            Funds = figures.Funds,
            Whole = figures.Whole,
            MoneyExponent = figures.MoneyExponent,
            TotalWeight = figures.TotalWeight,
            TotalScore = figures.TotalScore,
            Indicators =
            [
                .. figures.Indicators.Select(row => new BatchIndicator(
                    row.Name, row.Row.Actual?.Text ?? "", row.Attainment.Target, row.Attainment.Actual, row.Weight, row.Score) { ActualPointer = row.ActualPointer }),
            ],
            Texts = [.. TextsOf(form)],
            Roundings = [.. RoundingSeen.In(index, figures)],
            Numbers = NumbersOf(figures),
            Doubtful = [.. form.Provenance.Where(field => field.LeastConfidence < FormFigures.ReviewThreshold).Select(field => field.Pointer)],
        };
    }

    /// <summary>As a message names it.</summary>
    public string Name => ProjectName is { Length: > 0 } project ? project : Department is { Length: > 0 } department ? department : FieldPointer.OfForm(Index);

    public decimal? InYuan(Figure amount) => amount.IsNumber && MoneyExponent is { } exponent ? amount.Value * Decimals.Unit(-exponent) : null;

    /// <summary>The amounts in 元 that may stand behind the printed one; null where the unit is not known.</summary>
    public Interval? RangeInYuan(Figure amount) =>
        amount.IsNumber && MoneyExponent is { } exponent ? amount.Range(Rounding.HalfUp) * Decimals.Unit(-exponent) : null;

    public BatchPlace Place(string field = "") => new(Source.File, Source.Sha256, FieldPointer.OfForm(Index, field));

    /// <summary>Published, where none of the fields was read with doubt.</summary>
    public bool IsSure(params ReadOnlySpan<Figure> figures)
    {
        foreach (var figure in figures)
        {
            if (Doubtful.Contains(figure.Pointer))
            {
                return false;
            }
        }

        return true;
    }

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
