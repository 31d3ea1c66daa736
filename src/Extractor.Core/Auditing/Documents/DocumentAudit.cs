using System.Collections.Immutable;
using Extractor.Core.Forms;

namespace Extractor.Core.Auditing.Documents;

/// <summary>Audits the forms of one document one after the other, and what only all of them together show.</summary>
/// <remarks>
/// How a publisher rounds is seen over the forms, so a form's own audit says nothing of a rate or a score that another
/// rounding than half up explains; it is said once for the document.
/// </remarks>
public sealed class DocumentAudit(AuditProfiles profiles)
{
    private readonly ImmutableArray<FormSeen>.Builder forms = ImmutableArray.CreateBuilder<FormSeen>();
    private readonly SortedSet<int> unread = [];
    private readonly ImmutableArray<NumberedPage>.Builder pages = ImmutableArray.CreateBuilder<NumberedPage>();
    private readonly ImmutableArray<Passage>.Builder passages = ImmutableArray.CreateBuilder<Passage>();

    /// <summary>In the order of their findings.</summary>
    public static ImmutableArray<IDocumentRule> Rules { get; } =
    [
        new OtherNameRule(),
        new HabitRule(Rounded.Rate),
        new HabitDeviationRule(Rounded.Rate),
        new HabitRule(Rounded.Score),
        new HabitDeviationRule(Rounded.Score),
        new MissingPageRule(),
        new ProjectCountRule(),
        new ReportedFigureRule(),
    ];

    /// <summary>Audits all forms of a document.</summary>
    public static (ImmutableArray<AuditedForm> Forms, ImmutableArray<Finding> Findings) Whole(AuditProfiles profiles, IEnumerable<Form> forms, Surroundings surroundings)
    {
        var audit = new DocumentAudit(profiles);
        audit.Take(surroundings);
        return ([.. forms.Select(audit.Audit)], audit.End());
    }

    public AuditedForm Audit(Form form) => Audit(FormFigures.Of(form, profiles.For(form)));

    /// <summary>A page that was not read; the forms around it may be known already or come later.</summary>
    /// <param name="page">From 1.</param>
    public void Unread(int page) => unread.Add(page);

    /// <summary>A page, read or not; they come in order.</summary>
    public void Take(NumberedPage page) => pages.Add(page);

    /// <summary>Something that the running text says.</summary>
    public void Take(Passage passage) => passages.Add(passage);

    /// <summary>All that is beside the forms at once.</summary>
    internal void Take(Surroundings surroundings)
    {
        unread.UnionWith(surroundings.Unread);
        pages.AddRange(surroundings.Pages);
        passages.AddRange(surroundings.Passages);
    }

    /// <summary>About the document; its pointers are relative to the result file.</summary>
    public ImmutableArray<Finding> End() => End(Rules);

    /// <summary>Some of <see cref="Rules"/> only: what a batch says of all documents at once is not said of each.</summary>
    internal ImmutableArray<Finding> End(IEnumerable<IDocumentRule> rules)
    {
        var seen = new DocumentSeen(forms.ToImmutable(), new Surroundings([.. unread], pages.ToImmutable(), passages.ToImmutable()));
        var profile = forms.Count > 0 ? forms[0].Profile : AuditProfile.National;
        return
        [
            .. from rule in rules
               from finding in rule.Check(seen)
               let severity = profile.Weigh(rule, finding.Severity)
               where severity is not null
               select finding with { Severity = severity.Value, Version = rule.Version, Profile = profile.Id },
        ];
    }

    internal AuditedForm Audit(FormFigures figures)
    {
        var seen = FormSeen.Of(forms.Count, figures);
        forms.Add(seen);
        return Auditor.Audit(figures with { LacksPages = LacksPages(figures.Form.Pages) }, [.. seen.Roundings.Select(rounding => rounding.Stated)]);
    }

    /// <summary>Is a page of the form missing? Its own pages say so: those after it may not be known yet.</summary>
    private bool LacksPages(ImmutableArray<int> formPages)
    {
        if (formPages.Length < 2)
        {
            return false;
        }

        var (begin, end) = (pages.Count, pages.Count);
        while (begin > 0 && pages[begin - 1].Page >= formPages[0])
        {
            begin--;
            end = pages[begin].Page > formPages[^1] ? begin : end;
        }

        return PageGap.Of(unread.GetViewBetween(formPages[0], Math.Max(formPages[0], formPages[^1])), [.. pages.Skip(begin).Take(end - begin)])
            .Any(gap => gap.IsWithin(formPages));
    }
}
