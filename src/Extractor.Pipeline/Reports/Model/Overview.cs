using System.Collections.Immutable;
using Extractor.Core.Auditing;

namespace Extractor.Pipeline.Reports.Model;

/// <summary>How many findings of each severity.</summary>
public readonly record struct Severities(int Errors, int Warnings, int Hints)
{
    public static Severities Of(IEnumerable<ReportFinding> findings)
    {
        var (errors, warnings, hints) = (0, 0, 0);
        foreach (var finding in findings)
        {
            _ = finding.Severity switch { Severity.Error => errors++, Severity.Warning => warnings++, _ => hints++ };
        }

        return new Severities(errors, warnings, hints);
    }

    /// <summary>What a person should act on: errors and warnings.</summary>
    public int Serious => Errors + Warnings;

    public int All => Errors + Warnings + Hints;

    public static Severities operator +(Severities left, Severities right) =>
        new(left.Errors + right.Errors, left.Warnings + right.Warnings, left.Hints + right.Hints);
}

/// <summary>Who is wrong, over all errors and warnings.</summary>
/// <param name="Published">The document says so.</param>
/// <param name="Rounding">A rounding explains it.</param>
/// <param name="Misread">We may have misread.</param>
/// <param name="Open">It cannot be told: a field was read with doubt, or nothing is stated.</param>
public readonly record struct Blame(int Published, int Rounding, int Misread, int Open);

/// <summary>The money of some forms, in 元.</summary>
/// <param name="Unit">As the forms print it; empty for those whose unit is not known, which have no sums.</param>
/// <param name="WithMoney">Forms that state a budget or what was spent.</param>
/// <param name="Executed">What was spent by all.</param>
/// <param name="RateBudget">The budget of the forms that state both, and what they spent: what a rate can be taken of.</param>
public sealed record MoneyLine(string Unit, int Forms, int WithMoney, decimal Budget, decimal Executed, decimal RateBudget, decimal RateExecuted)
{
    /// <summary>Null where no budget is known.</summary>
    public decimal? Rate => RateBudget > 0 ? RateExecuted / RateBudget : null;

    public static MoneyLine Of(string unit, IReadOnlyCollection<ReportForm> forms)
    {
        var both = forms.Where(form => form.Money is { Budget: not null, Executed: not null }).ToList();
        return new MoneyLine(
            unit, forms.Count, forms.Count(form => form.Money is not { Budget: null, Executed: null }),
            forms.Sum(form => form.Money.Budget ?? 0), forms.Sum(form => form.Money.Executed ?? 0),
            both.Sum(form => form.Money.Budget!.Value), both.Sum(form => form.Money.Executed!.Value));
    }
}

/// <summary>The findings of one group: of an owner, of a unit.</summary>
/// <param name="Name">As most of them write it; empty for forms that name none.</param>
public sealed record GroupTally(string Name, int Forms, MoneyLine Money, Severities Found);

/// <summary>The findings of one rule.</summary>
/// <param name="Forms">In how many forms; a document's or batch's own finding counts as one.</param>
public sealed record RuleTally(string Rule, int Forms, Severities Found);

/// <summary>A form that should be looked at first.</summary>
public sealed record FormTally(ReportDocument Document, ReportForm Form, Severities Found);

/// <summary>What a head of department reads in a minute.</summary>
/// <param name="NotRead">Documents without a result.</param>
/// <param name="PartlyRead">Documents some of whose pages were not read.</param>
/// <param name="Clean">Forms without an error or a warning.</param>
/// <param name="ByUnitOfMeasure">Most forms first.</param>
/// <param name="Owners">Most errors, then most warnings first; so are units, rules and the forms to look at first.</param>
public sealed record Overview(
    int Documents, int NotRead, int PartlyRead, int Pages, int Forms, int Clean, int WithErrors, int ToReview,
    ImmutableArray<int> Years, MoneyLine Money, ImmutableArray<MoneyLine> ByUnitOfMeasure,
    Severities Found, Blame Blame,
    ImmutableArray<GroupTally> Owners, ImmutableArray<GroupTally> Units, ImmutableArray<RuleTally> Rules, ImmutableArray<FormTally> First)
{
    private const int MostFirst = 10;

    public static Overview Of(MismatchReport report)
    {
        var documents = report.Current.ToList();
        var forms = documents.SelectMany(document => document.Forms.Select(form => new FormTally(document, form, Severities.Of(form.Findings)))).ToList();
        return new Overview(
            documents.Count,
            documents.Count(document => document.Refusal is not null),
            documents.Count(document => !document.Unread.IsEmpty),
            documents.Sum(document => document.PageCount),
            forms.Count,
            forms.Count(form => form.Found.Serious == 0),
            forms.Count(form => form.Found.Errors > 0),
            forms.Sum(form => form.Form.ToReview),
            [.. forms.Where(form => form.Form.Year is not null).Select(form => form.Form.Year!.Value).Distinct().Order()],
            MoneyLine.Of("", [.. forms.Select(form => form.Form)]),
            [
                .. forms.GroupBy(form => form.Form.Money.PrintedUnit, StringComparer.Ordinal)
                    .Select(group => MoneyLine.Of(group.Key, [.. group.Select(form => form.Form)]))
                    .OrderBy(line => line.Unit.Length == 0).ThenByDescending(line => line.Forms).ThenBy(line => line.Unit, StringComparer.Ordinal),
            ],
            Severities.Of(report.AllFindings),
            BlameOf(report.AllFindings),
            Groups(forms, form => form.Owner),
            Groups(forms, form => form.Unit),
            RulesOf(report),
            [
                .. forms.Where(form => form.Found.Serious > 0)
                    .OrderByDescending(form => form.Found.Errors).ThenByDescending(form => form.Found.Warnings)
                    .ThenByDescending(form => form.Form.Money.Budget ?? 0)
                    .Take(MostFirst),
            ]);
    }

    private static ImmutableArray<GroupTally> Groups(IEnumerable<FormTally> forms, Func<ReportForm, string> name) =>
    [
        .. forms.GroupBy(form => OwnerNames.Key(name(form.Form)), StringComparer.Ordinal)
            .Select(group => new GroupTally(
                OwnerNames.Usual(group.Select(form => name(form.Form))), group.Count(), MoneyLine.Of("", [.. group.Select(form => form.Form)]),
                group.Aggregate(default(Severities), (sum, form) => sum + form.Found)))
            .OrderByDescending(group => group.Found.Errors).ThenByDescending(group => group.Found.Warnings)
            .ThenByDescending(group => group.Forms).ThenBy(group => group.Name, StringComparer.Ordinal),
    ];

    private static ImmutableArray<RuleTally> RulesOf(MismatchReport report)
    {
        // Each group of findings is of one form, of one document as a whole, or of the batch.
        var places = report.Current
            .SelectMany(document => document.Forms.Select(form => form.Findings).Prepend(document.Findings))
            .Prepend(report.Findings);
        return
        [
            .. places.SelectMany((findings, place) => findings.Select(finding => (finding, place)))
                .GroupBy(found => found.finding.Rule, StringComparer.Ordinal)
                .Select(rule => new RuleTally(
                    rule.Key, rule.Select(found => found.place).Distinct().Count(), Severities.Of(rule.Select(found => found.finding))))
                .OrderByDescending(rule => rule.Found.Errors).ThenByDescending(rule => rule.Found.Warnings)
                .ThenByDescending(rule => rule.Found.Hints).ThenBy(rule => rule.Rule, StringComparer.Ordinal),
        ];
    }

    private static Blame BlameOf(IEnumerable<ReportFinding> findings)
    {
        var (published, rounding, misread, open) = (0, 0, 0, 0);
        foreach (var finding in findings.Where(finding => finding.Severity != Severity.Info))
        {
            _ = finding.Explanation switch
            {
                Explanation.Published => published++,
                Explanation.Rounding => rounding++,
                Explanation.Misread => misread++,
                _ => open++,
            };
        }

        return new Blame(published, rounding, misread, open);
    }
}
