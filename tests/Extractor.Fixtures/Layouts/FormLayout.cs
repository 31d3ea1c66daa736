using Extractor.Fixtures.Forms;
using Extractor.Fixtures.Tables;

namespace Extractor.Fixtures.Layouts;

/// <summary>A way of putting a form on paper, the same for all forms of a document. A new family of layouts is one class that draws these.</summary>
/// <param name="Template">The id of the form template that must recognise it.</param>
/// <param name="TitleInside">Title and year are rows of the table, not lines above it.</param>
public sealed record FormLayout(string Template, bool TitleInside, Func<PrintedForm, LogicalTable> Lay);
