using System.Collections.Immutable;
using Extractor.Fixtures.Forms;
using Extractor.Fixtures.Tables;

namespace Extractor.Fixtures.Layouts;

/// <summary>A form on paper: what it says, the lines above its table, and the table.</summary>
public sealed record LaidForm(PrintedForm Form, ImmutableArray<HeadLine> Head, LogicalTable Table);

/// <summary>A way of putting forms on paper, the same for all forms of a document. A new family of layouts is one class that draws these.</summary>
/// <param name="Lay">What still varies from form to form is drawn from the chance.</param>
public sealed record FormLayout(Func<FormDraft, Chance, LaidForm> Lay)
{
    /// <summary>How the publisher writes; drawn where it is null.</summary>
    public Habit? Habit { get; init; }

    /// <summary>How the points are shared out; drawn for each form where it is null.</summary>
    public PointPlan? Plan { get; init; }

    /// <summary>So many columns that only small type on a page in landscape holds them.</summary>
    public bool Wide { get; init; }
}
