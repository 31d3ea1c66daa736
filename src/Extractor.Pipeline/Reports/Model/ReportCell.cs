using System.Collections.Immutable;
using System.Globalization;
using Extractor.Core.Forms;
using Extractor.Core.Results;
using Extractor.Pipeline.Language;

namespace Extractor.Pipeline.Reports.Model;

/// <summary>A field that a finding names.</summary>
/// <param name="Pointer">As the finding has it.</param>
/// <param name="Form">The place of its form in the document, from 1; 0 for one of the form that the finding is about, or of no form.</param>
/// <param name="Name">What a person calls it.</param>
/// <param name="Text">As printed; null where it is no single text.</param>
/// <param name="Places">Where it is printed.</param>
public sealed record ReportCell(string Pointer, int Form, Phrase Name, string? Text, ImmutableArray<Provenance> Places)
{
    /// <summary>The number of its document, for a finding about the batch; 0 for one of the document that the finding is about.</summary>
    public int Document { get; init; }

    /// <summary>A field of a form.</summary>
    public static ReportCell InForm(ResultForm form, string pointer) => In(form, pointer, pointer, number: 0);

    /// <summary>A field that a finding about the document names: <c>/forms/2/total/score</c>; or a passage of its text: <c>/passages/0</c>.</summary>
    public static ReportCell InDocument(ImmutableArray<ResultForm> forms, ImmutableArray<Passage> passages, string pointer)
    {
        var steps = pointer.Split('/', 4);
        if (steps is ["", "passages", var place] && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < passages.Length)
        {
            return new ReportCell(pointer, 0, new Phrase("正文", "Running text"), passages[at].Text, [passages[at].Place]);
        }

        if (steps is not ["", "forms", var step, ..] || !int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= forms.Length)
        {
            return new ReportCell(pointer, 0, new Phrase("整份文件", "The document"), null, []);
        }

        return In(forms[index], pointer, steps.Length > 3 ? "/" + steps[3] : "", index + 1);
    }

    private static ReportCell In(ResultForm form, string pointer, string inForm, int number)
    {
        var (name, text) = FieldName.Of(form, inForm);
        var places = form.Provenance.FirstOrDefault(field => field.Pointer == inForm)?.Places
            ?? [.. form.Provenance.Where(field => inForm.Length > 0 && field.Pointer.StartsWith(inForm + "/", StringComparison.Ordinal)).SelectMany(field => field.Places)];
        return new ReportCell(pointer, number, name, text, places);
    }
}
