using System.Collections.Immutable;
using Extractor.Core.Forms;

namespace Extractor.Core.Auditing;

/// <summary>What a form is called, and the numbers that others speak of: what is kept of it to be held against other forms and against running text.</summary>
internal record FormSummary
{
    /// <summary>The form's place in its document, from 0.</summary>
    public required int Index { get; init; }

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

    public required Figure TotalWeight { get; init; }

    public required Figure TotalScore { get; init; }

    /// <summary>Pointers to the fields that were read with doubt.</summary>
    public ImmutableHashSet<string> Doubtful { get; init; } = [];

    public static FormSummary Of(int index, FormFigures figures)
    {
        var form = figures.Form;
        var (unit, department) = (EntityName.OfUnit(form.ImplementingUnit), EntityName.OfUnit(form.Department));
        return new FormSummary
        {
            Index = index,
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
            Doubtful = [.. figures.Reliability.Doubtful.Select(field => field.Pointer)],
        };
    }

    /// <summary>As a message names it.</summary>
    public string Name => ProjectName is { Length: > 0 } project ? project : Department is { Length: > 0 } department ? department : FieldPointer.OfForm(Index);

    public decimal? InYuan(Figure amount) => amount.IsNumber && MoneyExponent is { } exponent ? amount.Value * Decimals.Unit(-exponent) : null;

    /// <summary>The amounts in 元 that may stand behind the printed one; null where the unit is not known.</summary>
    public Interval? RangeInYuan(Figure amount) =>
        amount.IsNumber && MoneyExponent is { } exponent ? amount.Range(Rounding.HalfUp) * Decimals.Unit(-exponent) : null;

    /// <summary>None of the fields was read with doubt.</summary>
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
}
