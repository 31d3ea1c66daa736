using System.Collections.Immutable;
using Extractor.Core.Forms;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>What became of the rows of a table that may be a form: a form, or why they are none.</summary>
public abstract record FormReading(FormTrace Trace);

/// <summary>A self-evaluation form.</summary>
public sealed record FormFound(Form Form, FormTrace Trace) : FormReading(Trace);

/// <summary>Something that looks like a self-evaluation form and is none.</summary>
/// <param name="Pages">From 1, ascending.</param>
/// <param name="Title">As printed; empty where none is.</param>
public sealed record FormRefused(ImmutableArray<int> Pages, string Title, RefusalReason Reason, FormTrace Trace) : FormReading(Trace)
{
    /// <summary>It looks enough like a form for a person to be told why it is none.</summary>
    public bool IsReported => Reason is not RefusalReason.NotAForm;
}

/// <summary>Why a table that looks like a form is none.</summary>
public enum RefusalReason
{
    /// <summary>绩效目标表: it says what is to be reached, and has no place for what was.</summary>
    TargetTable,

    /// <summary>绩效评价指标表: it says how is evaluated, and has no place for what was reached.</summary>
    EvaluationIndexTable,

    /// <summary>A table of a budget or of final accounts that names projects or executed amounts, and has no indicators.</summary>
    BudgetTable,

    /// <summary>A self-evaluation form that nobody has filled in.</summary>
    BlankForm,

    /// <summary>Nothing of a form is in it. Not reported in results.</summary>
    NotAForm,
}

/// <summary>How a form was read, for a person who wants to know why.</summary>
/// <param name="Template">The id of the template that was chosen, or null for what is no form.</param>
/// <param name="Reasons">Why that template: what it asks for and the form has.</param>
/// <param name="Anchors">The labels that were understood, in the order in which they were.</param>
/// <param name="Unfilled">Cells of rows that are as the blank form has them (指标2：, ……): understood as nothing, and in no field.</param>
/// <param name="NotUnderstood">Cells that no field claims: their texts are in <see cref="Form.Extra"/>.</param>
public sealed record FormTrace(
    string? Template, IEnumerable<string> Reasons,
    ImmutableArray<Anchor> Anchors, ImmutableArray<TableCell> Unfilled, ImmutableArray<TableCell> NotUnderstood);

/// <summary>A printed label and what it was understood as.</summary>
public sealed record Anchor(Role Role, TableCell Cell);
