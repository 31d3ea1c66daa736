namespace Extractor.Core.Forms;

/// <summary>JSON Pointers (RFC 6901) to what is in a result.</summary>
public static class FieldPointer
{
    /// <summary>To a labelled cell that no field claims, relative to its form.</summary>
    public static string OfExtra(string label) =>
        "/extra/" + label.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>To a form, relative to the result file.</summary>
    /// <param name="index">From 0.</param>
    /// <param name="field">To a field, relative to the form; empty for the form itself.</param>
    public static string OfForm(int index, string field = "") => FormattableString.Invariant($"/forms/{index}") + field;
}
